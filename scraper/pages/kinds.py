"""Whether a page is an article or a listing: by its URL where that is enough, otherwise by its content."""

from __future__ import annotations

from collections.abc import Callable, Collection

from lxml import etree

from scraper.boundary.values import unmarked
from scraper.pages.blocks import clean
from scraper.pages.selecting import elements, text_of
from scraper.platforms import Listing, Platform, Selectors
from scraper.sections import names_section

LISTED = 3  # items of a listing on a page without a body make it a listing
PROSE_LINE = 60  # characters from which a paragraph is running text
PROSE = 200  # characters of running text that an article has at least, where nothing else says that it is one
TITLE_WORDS = 4  # a shorter heading is rather the name of a section
LINKED = 0.5  # the maximum share of a paragraph in links


def listing_items(root: etree._Element, listing: Listing) -> list[etree._Element]:
    """Returns the items of a listing, each element once, in document order.

    An element with the page's h1 is the page's own article, and one with other items in it contains a list of them.
    """
    found = dict.fromkeys(elements(root, listing.item))
    headed = {parent for heading in root.iter("h1") for parent in heading.iterancestors()}
    frames = {parent for item in found for parent in item.iterancestors()}
    items = (item for item in found if item not in headed and item not in frames)
    return sorted(items, key=_order(root))


def is_article_page(
    root: etree._Element,
    selectors: Selectors,
    look: Platform,
    called_one: bool,
    has_stamp: Callable[[], bool],
    has_run: Callable[[], bool] = lambda: False,
    announced: bool = False,
) -> bool:
    """Returns whether a page is an article.

    `called_one` says that its URL or its head calls it one: then it is one unless it has no body and lists others.
    Otherwise it needs a stamp, and more running text than its items have. `has_run` says that there is running text
    under a title that is certain; `announced` that the text of the link to the page is its heading.
    """
    has_body = next(elements(root, selectors.body), None) is not None
    items = listing_items(root, look.listing)
    if called_one:
        return has_body or len(items) < LISTED or prose(root, items) >= PROSE or has_run()
    if items and (len(items) >= LISTED or not has_body) and prose(root, items) <= sum(map(_length, items)):
        return False
    return (has_body or prose(root, items) >= PROSE) and (announced or has_stamp())


def is_heading_of(root: etree._Element, title: str) -> bool:
    """Returns whether a page has a heading equal to the text of a link to it: a title, not the name of a section."""
    wanted = clean(title).casefold()
    if len(wanted.split()) < TITLE_WORDS or names_section(_bare(wanted).replace(" ", "-")):
        return False
    return any(clean(text_of(heading)).casefold() == wanted for heading in root.iter("h1", "h2", "h3"))


def is_short_heading_of(root: etree._Element, title: str) -> bool:
    """Returns whether a page has a heading equal to the text of a link to it, of any length but no section's name."""
    return is_headed(root, title) and not names_section(_bare(clean(title).casefold()).replace(" ", "-"))


def is_headed(root: etree._Element, title: str) -> bool:
    """Returns whether a page has a heading equal to the text of a link to it, of any length."""
    wanted = clean(title).casefold()
    return bool(wanted) and any(clean(text_of(heading)).casefold() == wanted for heading in root.iter("h1", "h2"))


def linked_headings(root: etree._Element) -> bool:
    """Returns whether a page has mostly headings with links, as a listing has, rather than running text."""
    linked = ((heading, anchor) for heading in root.iter("h2", "h3", "h4") for anchor in heading.iter("a"))
    headings = {heading for heading, anchor in linked if len(text_of(anchor).split()) >= TITLE_WORDS}
    return len(headings) >= LISTED and prose(root) < PROSE * len(headings)


def _bare(text: str) -> str:
    """Text without marks and punctuation, as in URLs."""
    return " ".join("".join(one if one.isalnum() else " " for one in unmarked(text)).split())


def prose(root: etree._Element, without: Collection[etree._Element] = ()) -> int:
    """Returns the number of characters of running text that a page has outside of some of its elements."""
    left_out = {part for element in without for part in element.iter()}
    paragraphs = (part for part in root.iter("p") if part not in left_out)
    return sum(length for length in map(_running, paragraphs) if length >= PROSE_LINE)


def _running(paragraph: etree._Element) -> int:
    """The length of a paragraph; 0 where most of it is in links."""
    length = _length(paragraph)
    linked = sum(_length(anchor) for anchor in paragraph.iter("a"))
    return length if linked <= LINKED * length else 0


def _length(element: etree._Element) -> int:
    return len(" ".join(text_of(element).split()))


def _order(root: etree._Element) -> Callable[[etree._Element], int]:
    places = {element: place for place, element in enumerate(root.iter())}
    return lambda element: places.get(element, 0)
