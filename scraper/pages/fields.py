"""Single fields of an article, each found by selectors in the tree of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from scraper.article import Attachment
from scraper.filetypes import attachment_type
from scraper.pages.blocks import clean
from scraper.pages.dates import Stamp, read_stamp
from scraper.pages.selecting import elements, select, text_of, texts
from scraper.pages.urls import join
from scraper.pages.vocabulary import vocabulary


def first_read(root: etree._Element, selectors: Iterable[str], read: Callable[[str], str | None]) -> str | None:
    """The first value that can be read from what the selectors find."""
    return next((value for value in map(read, texts(root, selectors)) if value), None)


def stamps_of(root: etree._Element, selectors: Iterable[str], fetched_at: str) -> Iterator[Stamp]:
    """The stamps that the selectors find, in the order of the selectors."""
    read = (read_stamp(text, fetched_at) for text in texts(root, selectors))
    return (stamp for stamp in read if stamp is not None)


def read_section(text: str) -> str | None:
    """The section named by the end of a breadcrumb; None for the home page."""
    return None if vocabulary().home.fullmatch(text) else text


def attachments_of(root: etree._Element, selectors: Iterable[str], base: str) -> tuple[Attachment, ...]:
    """The files that an article offers, each once."""
    found: dict[str, Attachment] = {}
    for link in elements(root, selectors):
        for anchor in link.iter("a"):
            url = join(base, anchor.get("href", ""))
            kind = attachment_type(url) if url else None
            if url and kind:
                found.setdefault(url, Attachment(url, kind, clean(text_of(anchor))))
    return tuple(found.values())


def base_of(root: etree._Element, url: str) -> str:
    """The base URL of relative links of a page."""
    base = next((str(found) for found in select(root, "base::attr(href)")), "")
    return join(url, base) or url
