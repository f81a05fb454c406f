"""Near-identical articles: the same report on the site of the district and of the commune, or put up twice.

They are marked, never dropped: a repost tells who thought a report worth spreading. Texts are compared by their
shingles, runs of five words; a sketch of the smallest hashes stands for the whole text (bottom-k MinHash, Broder 1997).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from scraper.article import Article

SHINGLE = 5  # words
SKETCH = 64  # hashes that stand for a text
KEYS = 4  # of them, by which candidates are found: two texts of similarity 0.9 share one almost surely
SHORTEST = 40  # shingles; shorter texts are formulas that many articles share
ALIKE = 0.8  # share of common shingles from which two texts are one report
_WORD = re.compile(r"\w+")


def mark_near_duplicates(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles in their order, each repost with `duplicate_of` set to the first that said the same."""
    seen: dict[int, list[tuple[str, frozenset[int]]]] = {}
    for article in articles:
        sketch = sketch_of(article)
        keys = sorted(sketch)[:KEYS]
        near = (candidate for key in keys for candidate in seen.get(key, ()))
        original = next((name for name, other in near if similarity(sketch, other) >= ALIKE), None)
        if original is None:
            for key in keys:
                seen.setdefault(key, []).append((article.id, sketch))
        yield replace(article, duplicate_of=original) if original else article


def sketch_of(article: Article) -> frozenset[int]:
    """The smallest hashes of the shingles of an article's lead and body; empty for a text too short to compare."""
    words = _WORD.findall("\n".join([article.lead, *article.paragraphs]).lower())
    runs = (" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1))
    shingles = {zlib.crc32(run.encode()) for run in runs}
    return frozenset(sorted(shingles)[:SKETCH]) if len(shingles) >= SHORTEST else frozenset()


def similarity(one: frozenset[int], other: frozenset[int]) -> float:
    """The estimated share of shingles that two texts have in common, 0 to 1."""
    smallest = sorted(one | other)[:SKETCH]
    return sum(1 for value in smallest if value in one and value in other) / len(smallest) if smallest else 0.0
