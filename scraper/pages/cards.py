"""Cards of other articles between the lines of a text: a linked title, with its lead and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from scraper.pages.blocks import clean
from scraper.pages.grids import text_of
from scraper.pages.page_block import PageBlock
from scraper.pages.vocabulary import vocabulary

CARD, CARD_TITLE = 4, 20  # maximum lines of the card of another article within a text, minimum characters of its title
GLUED = 30  # minimum characters of a linked title with its lead in the same line
_CARD_NAMES = re.compile(r"(?i)relat|lien-?quan|news|tin-|story|card|sapo|other|more|read-also|xem-them")


def without_cards(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The lines without the cards of other articles between them: a linked title with its lead and nothing else.

    The link of an advertisement goes with the line that calls it one.
    """
    cut: set[int] = set()
    for place, block in enumerate(blocks):
        if vocabulary().advertising.fullmatch(block.text):
            cut |= {place, place - 1} if place and blocks[place - 1].is_link else {place}
        if block.is_link and not block.is_sentence and len(block.text) > CARD_TITLE and block.element is not None:
            cut |= _card(blocks, place)
        elif place and block.linked >= GLUED and _opens_with_title(block):
            cut |= {one for one in _card(blocks, place) if one == place}
    return [block for place, block in enumerate(blocks) if place not in cut]


def _opens_with_title(block: PageBlock) -> bool:
    """Whether a line is a linked title and, in the same line, the lead of its article."""
    anchor = None if block.element is None else next(block.element.iter("a"), None)
    linked = "" if anchor is None else clean(text_of(anchor))
    behind = block.text[len(linked) :].strip()
    return len(linked) >= GLUED and block.text.startswith(linked) and behind[:1].isupper()


def _card(blocks: Sequence[PageBlock], place: int) -> set[int]:
    """The places of the lines of the card that a linked title opens: the largest named element that begins with it."""
    element = blocks[place].element
    card: set[int] = set()
    for around in () if element is None else (element, *element.iterancestors()):
        own = set(around.iter())
        near = range(max(0, place - CARD), min(len(blocks), place + CARD + 1))
        places = {one for one in near if blocks[one].element in own}
        if min(places) < place or len(places) > CARD or any(blocks[one].is_row for one in places):
            break
        named = _CARD_NAMES.search(" ".join((around.get("class", ""), around.get("type", ""))))
        if named or around.tag != "a" and _is_linked_twice(around):
            card = places
    return card


def _is_linked_twice(around: etree._Element) -> bool:
    """Whether an element has a linked picture, and the same link with text: a card of another article."""
    links = [(anchor.get("href", "#"), next(anchor.iter("img"), None) is not None) for anchor in around.iter("a")]
    pictured = {href for href, picture in links if picture and not href.startswith("#")}
    return any(href in pictured for href, picture in links if not picture)
