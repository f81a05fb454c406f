"""Profiles of sites: what the pages of one site have in common, learned from a set of them.

A line, a title, a day or a block that occurs on many pages of a site belongs to the site, not to its articles: menus,
headings of portlets, counters, footers, lists of the latest news. A profile is a pure function of the pages that it was
learned from.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from lxml import etree

from scraper.article import Page
from scraper.pages.blocks import clean
from scraper.pages.dates import read_stamp
from scraper.pages.decode import declared_encoding, decode
from scraper.pages.selecting import lines_of, select, tree
from scraper.pages.url_patterns import learn_kinds
from scraper.pages.vocabulary import vocabulary

RULES = 3  # the version of the rules below; a profile of other rules is learned again
FEWEST_PAGES = 6  # with fewer pages, what they share is not significant
SHARED_BY = 0.3  # the share of a site's pages on which a line of the site occurs at least
FEWEST_SHARING = 4  # the number of pages on which it occurs at least
BLOCK_SHARED = 0.8  # the share of a block's lines that are the site's, on each of the pages that have the block
LONGEST_LINE = 160  # characters; a longer line is text, even where an article is stored several times
TITLE_WORDS = 6  # of a link that may be the title of an article
PROSE_LINE = 60  # characters of a line of running text
LONGEST_COUNTER = 60  # characters of a line that differs from page to page in its numbers
_TITLE_PARTS = re.compile(r"\s+(?:[-–—|»:]+|::)\s+")
_HEADS = ("meta[property='og:title']::attr(content)", "title", "h1", "h2")
_NAME = re.compile(r"-?[A-Za-z_][\w-]*")


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """The common elements and texts of many pages of a site; texts are kept as `line_key` gives them.

    `lines` occur on many pages unchanged, `counters` except for their numbers. `titles` are headings, titles and parts
    of titles of many pages. `days` are the ISO days that occur on many pages outside of their own heads, as in lists of
    links. `blocks` are CSS selectors of elements with only shared lines. `canonical` are canonical links that pages of
    different titles share. `kinds` are kinds of pages by the patterns of their URLs. `version` is a hash of all that.
    """

    pages: int
    lines: frozenset[str] = frozenset()
    counters: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    blocks: tuple[str, ...] = ()
    canonical: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=dict, hash=False)
    version: str = field(default="")

    def is_shared(self, line: str) -> bool:
        """Returns whether a line occurs on many pages of the site, unchanged or except for its numbers."""
        key = line_key(line)
        return key in self.lines or without_numbers(key) in self.counters

    def is_site_title(self, title: str) -> bool:
        """Returns whether a string is the title or heading of many pages, and so not of an article."""
        key = line_key(title)
        return key in self.titles or key in self.lines


_FULL_DAY = re.compile(r"\d[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d")


def line_key(line: str) -> str:
    """Returns a line as profiles compare it: cleaned, in lower case, without the marks around it."""
    return clean(line).casefold().strip(" .:;,-–—|»«›‹>*•[]()")


def without_numbers(key: str) -> str:
    """Returns a line's key with every number replaced by "0"; empty for a line that is not a counter: a bare day, a
    sentence."""
    masked = re.sub(r"\d[\d.,]*", "0", key)
    counts = masked != key and len(masked) <= LONGEST_COUNTER and sum(map(str.isalpha, masked)) >= 4
    return masked if counts else ""


def learn_profile(pages: Iterable[Page], decided: Iterable[tuple[str, str]] = ()) -> SiteProfile | None:
    """Returns the profile of the site that the pages are of; None where they are too few.

    `decided` are URLs of the site with the kinds that their pages turned out to be. The order of pages and URLs does
    not matter; a page that occurs twice (same body) counts once.
    """
    bodies = {page.sha256: page for page in pages}
    return profile_of([page_facts(bodies[digest]) for digest in sorted(bodies)], decided)


def profile_of(facts: Iterable[PageFacts], decided: Iterable[tuple[str, str]] = ()) -> SiteProfile | None:
    """Returns the profile of the site with pages of these facts; None where they are too few."""
    seen = [one for one in facts if one.lines]
    if len(seen) < FEWEST_PAGES:
        return None
    least = max(FEWEST_SHARING, SHARED_BY * len(seen))
    titles = _shared((facts.titles for facts in seen), least)
    linked = frozenset(title for facts in seen for title in facts.linked)
    own_titles = linked | frozenset(title for facts in seen for title in facts.titles) - titles
    shared = _shared((facts.furniture for facts in seen), least) - own_titles
    lines = frozenset(line for line in shared if not _is_labelled_stamp(line))
    # Days that an article has of its own, which may also be in lists of other articles.
    own_days = {day for facts in seen for day in _days(filter(_FULL_DAY.search, facts.lines - lines))}
    masked = ({without_numbers(line) for line in facts.furniture - facts.dated} - {""} for facts in seen)
    counters = _shared(masked, least) - {without_numbers(line) for line in (*lines, *own_titles)}
    profile = SiteProfile(
        len(seen),
        lines,
        frozenset(counters),
        titles,
        _shared((_days(facts.lines & lines) for facts in seen), least) - own_days,
        _shared_blocks(seen, lines, frozenset(counters), least),
        _shared_canonicals(seen),
        learn_kinds(decided),
    )
    return _versioned(profile)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The data of one page: the keys of its lines, its titles, its canonical link, and the lines of its blocks.

    `furniture` are the lines outside of the element with most of its running text; inside it are an article's own
    lines, as its byline and source, which may be the same for many articles. `dated` are those of them with another day
    than that of the fetch: stamps, where a clock has the day of the fetch. `linked` are texts of links that are long
    enough for the title of another article, which may be in a list on every page and still is that article's own.
    """

    lines: frozenset[str]
    furniture: frozenset[str]
    dated: frozenset[str]
    linked: frozenset[str]
    titles: frozenset[str]
    own_title: str
    canonical: str
    blocks: Mapping[str, frozenset[str]]


def page_facts(page: Page) -> PageFacts:
    """Returns the facts of a page from which a profile is learned."""
    root = tree(decode(page.body, declared_encoding(page.headers, page.body)))
    heads = (found for css in _HEADS for found in select(root, css))
    titles = [clean(str(found) if isinstance(found, str) else _text(found)) for found in heads]
    parts = {line_key(part) for title in titles for part in (title, *_TITLE_PARTS.split(title))}
    canonical = next((str(link) for link in select(root, "link[rel=canonical]::attr(href)")), "")
    own = line_key(next((title for title in map(clean, _head_title(root))), ""))
    blocks = dict(_blocks(root))
    lines = _keys(lines_of(root))
    furniture = lines - _keys(lines_of(body)) if (body := _main(root)) is not None else lines
    texts = (text for anchor in root.iter("a") for text in (_text(anchor), *map(str, anchor.itertext())))
    linked = _keys(text for text in map(clean, texts) if len(text.split()) >= TITLE_WORDS)
    dated = frozenset(line for line in furniture if _FULL_DAY.search(line) and _days((line,)) - {page.fetched_at[:10]})
    return PageFacts(lines, furniture, dated, linked, frozenset(parts - {""}), own, canonical, blocks)


def _main(root: etree._Element) -> etree._Element | None:
    """The element around the one whose paragraphs have most running text; None on a page without running text."""
    prose: dict[etree._Element, int] = {}
    for paragraph in root.iter("p", "div", "td", "span"):
        length = sum(len(part.strip()) for part in (paragraph.text or "", *(child.tail or "" for child in paragraph)))
        parent = paragraph.getparent()
        if length >= PROSE_LINE and parent is not None:
            prose[parent] = prose.get(parent, 0) + length
    best = max(prose, key=lambda element: prose[element], default=None)
    around = best.getparent() if best is not None else None
    return around if around is not None and around.tag not in ("body", "html") else best


def _head_title(root: etree._Element) -> Iterator[str]:
    return (_text(found) for found in select(root, "title") if not isinstance(found, str))


def _text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


def _keys(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(line_key(line) for line in lines if len(line) <= LONGEST_LINE) - {""}


def _blocks(root: etree._Element) -> Iterator[tuple[str, frozenset[str]]]:
    """The elements of a page with a class or an id, as selectors, with the keys of their lines."""
    found: dict[str, set[str]] = {}
    within = _keys_within(root)
    for element in root.iter("div", "ul", "ol", "table", "section", "aside", "nav", "header", "footer", "td"):
        selector = _selector(element)
        if selector:
            found.setdefault(selector, set()).update(within[element])
    return ((selector, frozenset(keys)) for selector, keys in found.items() if keys)


def _keys_within(root: etree._Element) -> dict[etree._Element, frozenset[str]]:
    """The keys of the lines in each element, those of scripts apart; each piece of text is read once, the elements
    from the last to the first, so that those within an element come before it."""
    within: dict[etree._Element, frozenset[str]] = {}
    for element in reversed(list(root.iter(etree.Element))):
        silent = element.tag in ("script", "style")
        pieces = () if silent else (element.text, *(child.tail for child in element))
        own = _keys(line for line in map(clean, filter(None, pieces)) if line)
        within[element] = own.union(*(within[child] for child in element if child in within))
    return within


def _selector(element: etree._Element) -> str:
    name = element.get("id", "")
    if _NAME.fullmatch(name) and not re.search(r"\d{3}", name):
        return f"#{name}"
    classes = [one for one in element.get("class", "").split() if _NAME.fullmatch(one)]
    return f"{element.tag}." + ".".join(sorted(set(classes))) if classes else ""


def _shared(sets: Iterable[Iterable[str]], least: float) -> frozenset[str]:
    counts = Counter(value for values in sets for value in set(values))
    return frozenset(value for value, count in counts.items() if count >= least)


def _days(lines: Iterable[str]) -> frozenset[str]:
    stamps = (read_stamp(line) for line in lines if re.search(r"\d{4}", line))
    return frozenset(stamp.day for stamp in stamps if stamp)


def _is_labelled_stamp(line: str) -> bool:
    """Whether a line is a time with the label of a stamp: an article's, though many were put up at the same time."""
    label = vocabulary().stamp_labels.match(line)
    is_labelled = label is not None and line[label.end() :].lstrip()[:1] == ":"
    return is_labelled and bool(_FULL_DAY.search(line)) and read_stamp(line) is not None


def _shared_blocks(
    seen: Iterable[PageFacts], lines: frozenset[str], counters: frozenset[str], least: float
) -> tuple[str, ...]:
    """The selectors of elements with the site's own lines, and hardly anything else, on all pages that have them."""
    good: Counter[str] = Counter()
    bad: set[str] = set()
    for facts in seen:
        for selector, keys in facts.blocks.items():
            shared = sum(key in lines or without_numbers(key) in counters for key in keys)
            if shared >= BLOCK_SHARED * len(keys):
                good[selector] += 1
            else:
                bad.add(selector)
    return tuple(sorted(name for name, count in good.items() if count >= least and name not in bad))


def _shared_canonicals(seen: Iterable[PageFacts]) -> frozenset[str]:
    titles: dict[str, set[str]] = {}
    for facts in seen:
        if facts.canonical:
            titles.setdefault(facts.canonical, set()).add(facts.own_title)
    return frozenset(link for link, of in titles.items() if len(of) > 1)


def profile_json(profile: SiteProfile) -> str:
    """Returns a profile as JSON, the same text for the same profile."""
    values = {entry.name: getattr(profile, entry.name) for entry in fields(profile)}
    plain = {name: sorted(value) if isinstance(value, frozenset) else value for name, value in values.items()}
    return json.dumps({"rules": RULES, **plain}, ensure_ascii=False, sort_keys=True)


def profile_from(data: str | None) -> SiteProfile | None:
    """Returns the profile that `profile_json` wrote; None for None, and for a profile of other rules."""
    values: dict[str, Any] = json.loads(data) if data else {}
    if values.pop("rules", None) != RULES:
        return None
    sets = ("lines", "counters", "titles", "days", "canonical")
    lists = {name: frozenset(values[name]) for name in sets} | {"blocks": tuple(values["blocks"])}
    return SiteProfile(**values | lists)


def _versioned(profile: SiteProfile) -> SiteProfile:
    digest = hashlib.sha256(profile_json(profile).encode()).hexdigest()[:12]
    return SiteProfile(
        **{entry.name: getattr(profile, entry.name) for entry in fields(profile)} | {"version": f"{RULES}-{digest}"}
    )
