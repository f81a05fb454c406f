"""The writer and the source of an article, from all places that name them: a signature, selectors, the byline under the
title, the head.

How a line names them is in `scraper.pages.bylines`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from scraper.pages.blocks import clean
from scraper.pages.bylines import Byline, read_author, read_label
from scraper.pages.dates import Stamp
from scraper.pages.fields import is_in_card
from scraper.pages.metadata import Metadata
from scraper.pages.names import is_name
from scraper.pages.page_block import PageBlock
from scraper.pages.published import stamp_in
from scraper.pages.selecting import elements, select, text_of
from scraper.pages.slugs import plain_words
from scraper.pages.text import ArticleText
from scraper.pages.title import Title, title_key
from scraper.pages.vocabulary import vocabulary
from scraper.platforms import Selectors
from scraper.sites import Site

MOST_WRITERS = 3  # in elements beside each other
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s*$", re.I)
_COUNT = re.compile(r"\s\d{1,4}\s*$")  # of comments, behind the byline


def selected_author(root: etree._Element, selectors: Selectors, bodies: tuple[etree._Element, ...]) -> str | None:
    """The writer that the selectors find, outside of the body first, since the body may name speakers of quotations."""
    found = tuple(one for one in dict.fromkeys(elements(root, selectors.author)) if not is_in_card(one))
    inside = {one for body in bodies for one in body.iter()}
    ordered = [one for one in found if one not in inside] + [one for one in reversed(found) if one in inside]
    names = {one: name for one in ordered if (name := read_author(clean(text_of(one))))}
    first = next(iter(names), None)
    return None if first is None else _with_others(first, names)


def _with_others(first: etree._Element, names: Mapping[etree._Element, str]) -> str:
    """The name in an element, and the names of other persons in elements of the same kind beside it."""
    around = set(islice(first.iterancestors(), 2))
    alike = [one for one in names if (one.tag, one.get("class")) == (first.tag, first.get("class"))]
    beside = [names[one] for one in alike if around & set(islice(one.iterancestors(), 2))]
    persons = list(dict.fromkeys(name for name in beside if is_name(name)))
    return ", ".join(persons) if names[first] in persons[:1] and len(persons) <= MOST_WRITERS else names[first]


def agreed_byline(signed: Byline, selected: Byline, under: Byline) -> Byline:
    """The byline of a signature under the text, of the selectors, or under the title, in this order for the writer and
    with that of the selectors first for the source; where the same name is twice, the one with more marks."""
    writer = Byline(signed.author)
    if signed.author and under.author and plain_words(signed.author) == plain_words(under.author):
        writer = Byline(max(signed.author, under.author, key=lambda name: sum(letter > "\x7f" for letter in name)))
    return writer.or_else(selected).or_else(signed).or_else(under)


def byline_under_title(blocks: Sequence[PageBlock], title: Title, text: ArticleText) -> Byline:
    """The writer named between the title and the text: beside the stamp, or alone."""
    if title.place is None or title.place > text.start:
        return Byline()
    between = [block for block in blocks[title.place + 1 : text.start + 1] if len(block.text) <= 120]
    beside, alone = Byline(), Byline()
    for block in between:
        stamp = stamp_in(block.text, None)
        line = block.text if stamp is None else _beside(block.text, stamp)
        if (labelled := read_label(line)) is not None:
            beside = beside.or_else(labelled)
        elif is_name(line) and title_key(line) != title_key(title.text) and not _is_around(blocks, block, line):
            byline = Byline(author=read_author(line))
            if stamp:
                beside = beside.or_else(byline)
            else:
                alone = alone.or_else(byline)
    return beside.or_else(alone)


def _is_around(blocks: Sequence[PageBlock], block: PageBlock, line: str) -> bool:
    """Whether a line stands in a menu or the like, or names what does: a section."""
    key = title_key(line)
    return any(one is block or title_key(one.text) == key for one in blocks if one.style.around is not None)


def head_author(head: Metadata, root: etree._Element, site: Site) -> str | None:
    """The writer that the head names, unless that is the site or an account of its system."""
    name = head.author
    if not name or vocabulary().offices.fullmatch(" ".join(plain_words(name))):
        return None
    site_names = {title_key(str(name)) for name in select(root, "meta[property='og:site_name']::attr(content)")}
    own = str(urlsplit(site.url).netloc).removeprefix("www.")
    key = title_key(name)
    sourced = vocabulary().source.match(name)
    name = sourced["name"] if sourced else name
    is_site = key in site_names or "." in name or key.replace(" ", "") in own or key == title_key(site.name)
    return None if is_site else name


def _beside(text: str, stamp: Stamp) -> str:
    """The text beside a stamp without its labels, the day of the week before it and a count behind it."""
    before, behind = _WEEKDAY.sub(" ", text[: stamp.span[0]]), _COUNT.sub(" ", text[stamp.span[1] :])
    return vocabulary().stamp_labels.sub(" ", f"{before} {behind}").strip(" -–—|,;:/()")
