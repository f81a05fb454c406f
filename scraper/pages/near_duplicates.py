"""Near-identical articles: the same report on the site of the district and of the commune, or published twice.

They are marked, not dropped: a repost shows which sites spread a report. Texts are compared by their shingles, runs
of five words; a sketch of the smallest hashes represents the whole text (bottom-k MinHash, Broder 1997). Time and
memory per article are bounded: a hash leads to at most `CANDIDATES` articles, after which the next smallest hash is
used in its place, and paragraphs that a site repeats under its articles (a footer, a licence) are left out.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.article import Article

SHINGLE = 5  # words
SKETCH = 64  # hashes that represent a text
KEYS = 4  # of them, by which candidates are found: two texts of similarity 0.9 share one almost surely
CANDIDATES = 16  # articles that one hash leads to
SHORTEST = 40  # shingles; shorter texts are formulas that many articles share
ALIKE = 0.8  # share of common shingles from which two texts are one report
REPEATED = 5  # number of articles of a site, from which a repeated paragraph is the site's, not the article's
FOOTER = 3  # last paragraphs of an article that may be a footer
_WORD = re.compile(r"\w+")


def mark_near_duplicates(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles in their order, each repost with `duplicate_of` set to the id of the first near-identical one."""
    index = SketchIndex()
    footers = FooterCounts()
    for article in articles:
        original = index.find_or_add(article.id, sketch_of(article, footers.add(closing_keys(article))))
        yield replace(article, duplicate_of=original) if original else article


@dataclass(frozen=True, slots=True)
class Outline:
    """The data of an article for finding reposts, without its text: `sketches[n]` leaves out the last n paragraphs."""

    article_id: str
    closing: tuple[int, ...]
    sketches: tuple[array[int], ...]


def outline_of(article: Article) -> Outline:
    """The outline of an article."""
    closing = closing_keys(article)
    sketches = tuple(array("I", sketch_of(article, footer)) for footer in range(len(closing) + 1))
    return Outline(article.id, closing, sketches)


def originals(outlines: Iterable[Outline]) -> Iterator[str | None]:
    """For each article in order the id of the first near-identical one, or None, as `mark_near_duplicates` sets it."""
    index = SketchIndex()
    footers = FooterCounts()
    for outline in outlines:
        yield index.find_or_add(outline.article_id, outline.sketches[footers.add(outline.closing)])


def closing_keys(article: Article) -> tuple[int, ...]:
    """Hashes of the last paragraphs of an article, which may be a footer of its site."""
    return tuple(zlib.crc32(f"{article.site_id}\n{text}".encode()) for text in article.paragraphs[-FOOTER:])


class FooterCounts:
    """How often each closing paragraph occurs under the articles of its site."""

    def __init__(self) -> None:
        self._seen: Counter[int] = Counter()

    def add(self, keys: Sequence[int]) -> int:
        """Count the closing paragraphs of an article; returns how many of them, from the end, the site repeats."""
        self._seen.update(keys)
        repeated = [self._seen[key] > REPEATED for key in reversed(keys)]
        return repeated.index(False) if False in repeated else len(repeated)


class SketchIndex:
    """Sketches by their smallest hashes. `find_or_add` costs the same for any number of sketches in it."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._sketches = array("I")  # SKETCH hashes an article, one after the other, in ascending order
        self._first: dict[int, int] = {}  # the first article that a hash leads to
        self._others: dict[int, array[int]] = {}  # further ones

    def find_or_add(self, article_id: str, sketch: Sequence[int]) -> str | None:
        """The id of the first similar article, or None, in which case this one is added. An empty sketch is neither
        found nor added."""
        keys = self._keys(sketch)
        tried: set[int] = set()
        smallest = [key for key in sketch[:KEYS] if key not in keys]  # full now, though not for earlier articles
        for number in (number for key in keys + smallest for number in self._candidates(key)):
            if number not in tried and similarity(sketch, self._sketch(number)) >= ALIKE:
                return self._ids[number]
            tried.add(number)
        if keys:
            self._add(article_id, sketch, keys)
        return None

    def _keys(self, sketch: Sequence[int]) -> list[int]:
        """The smallest hashes that lead to fewer articles than the maximum."""
        free = (key for key in sketch if len(self._others.get(key, ())) < CANDIDATES - 1)
        return [key for key, _ in zip(free, range(KEYS))]

    def _candidates(self, key: int) -> Iterator[int]:
        if key in self._first:
            yield self._first[key]
            yield from self._others.get(key, ())

    def _sketch(self, number: int) -> Sequence[int]:
        return self._sketches[number * SKETCH : (number + 1) * SKETCH]

    def _add(self, article_id: str, sketch: Sequence[int], keys: Iterable[int]) -> None:
        number = len(self._ids)
        self._ids.append(article_id)
        self._sketches.extend(sketch)
        self._sketches.extend([sketch[-1]] * (SKETCH - len(sketch)))
        for key in keys:
            if self._first.setdefault(key, number) != number:
                self._others.setdefault(key, array("I")).append(number)


def sketch_of(article: Article, footer: int = 0) -> Sequence[int]:
    """The smallest hashes of the shingles of an article's lead and body, ascending; empty for a text too short to
    compare. The last `footer` paragraphs are left out."""
    paragraphs = article.paragraphs[: len(article.paragraphs) - footer]
    words = _WORD.findall("\n".join([article.lead, *paragraphs]).lower())
    runs = (" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1))
    shingles = {zlib.crc32(run.encode()) for run in runs}
    return sorted(shingles)[:SKETCH] if len(shingles) >= SHORTEST else []


def similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """The estimated share of shingles that two texts have in common, 0 to 1."""
    first, second = set(one), set(other)
    smallest = sorted(first | second)[:SKETCH]
    return sum(value in first and value in second for value in smallest) / len(smallest) if smallest else 0.0
