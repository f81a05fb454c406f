"""Single fields of an article, each found by selectors in the tree of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from lxml import etree

from scraper.article import Attachment
from scraper.filetypes import attachment_type
from scraper.pages.blocks import clean
from scraper.pages.dates import Stamp, read_stamp
from scraper.pages.selecting import elements, select, text_of, texts
from scraper.pages.urls import join
from scraper.pages.vocabulary import vocabulary


CARD_LEVELS = 4  # of the tree that the parts of a card are apart at most
CARD_TITLE = 7  # minimum words of the title in a card


def first_read(root: etree._Element, selectors: Iterable[str], read: Callable[[str], str | None]) -> str | None:
    """The first value that can be read from what the selectors find."""
    return next((value for value in map(read, texts(root, selectors)) if value), None)


def stamps_of(root: etree._Element, selectors: Iterable[str], fetched_at: str) -> Iterator[Stamp]:
    """The stamps that the selectors find outside of the cards of other articles, in the order of the selectors."""
    return (stamp for stamp, _ in _placed_stamps(root, selectors, fetched_at))


def hidden_stamps(root: etree._Element, selectors: Iterable[str], fetched_at: str) -> Iterator[Stamp]:
    """Those of the stamps that the selectors find in itemprop elements that nobody sees, as the head has them."""
    placed = _placed_stamps(root, selectors, fetched_at)
    return (stamp for stamp, place in placed if place.tag == "meta" and place.get("itemprop"))


def _placed_stamps(
    root: etree._Element, selectors: Iterable[str], fetched_at: str
) -> Iterator[tuple[Stamp, etree._Element]]:
    for css in selectors:
        path, _, attribute = css.partition("::attr(")
        for place in elements(root, (path,)):
            text = place.get(attribute.rstrip(")"), "") if attribute else text_of(place)
            stamp = read_stamp(clean(text), fetched_at)
            if stamp is not None and not is_in_card(place):
                yield stamp, place


def is_in_card(element: etree._Element) -> bool:
    """Whether an element is in the card of another article in a list: beside a link under a title, without an h1."""
    for around in islice(element.iterancestors(), CARD_LEVELS):
        if around.tag in ("body", "main", "form") or around.find(".//h1") is not None:
            return False
        own = {element, *element.iter("a"), *element.iterancestors("a")}
        if any(len(text_of(anchor).split()) >= CARD_TITLE for anchor in around.iter("a") if anchor not in own):
            return True
    return False


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
