"""The places of links on a page: which are alike, and which are in a menu, a breadcrumb or a footer."""

from __future__ import annotations

import re

from lxml import etree

from scraper.pages.blocks import clean
from scraper.pages.selecting import text_of

LINKED = 0.6  # the minimum share of an element's text in links for it to be a menu
LARGEST_MENU = 4000  # characters of text in a menu
ENTRY_WORDS = 6  # an entry of a menu with more is the title of an article
TITLE_WORDS = 9  # the mean of a list of links, above which they are titles
_MENU = re.compile(
    r"(?:^|[\s_-])(?:\w*menu\w*|\w*nav|navbar\w*|navigation|breadcrumbs?|pathway|dropdown|sitemap)(?=$|[\s_-])"
    r"|(?:^|\s)(?:site-|page-|main-)?footer(?=$|\s)",
    re.I,
)
_FOOTER = re.compile(r"(?:^|[\s_-])footer(?=$|[\s_-])", re.I)
_STATE = frozenset("active current first last odd even open hidden show fade in".split())


class LinkPlaces:
    """The places of links on one page, as numbers: links with one number are in places of the same structure."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, str], int] = {}
        self._of: dict[etree._Element, int] = {}
        self._menus: dict[etree._Element, bool] = {}

    def of(self, element: etree._Element) -> int:
        """Returns the number of an element's place: the names of the elements around it."""
        number = self._of.get(element)
        if number is None:
            parent = element.getparent()
            key = (0 if parent is None else self.of(parent), _name(element))
            number = self._of[element] = self._numbers.setdefault(key, len(self._numbers) + 1)
        return number

    def in_menu(self, element: etree._Element) -> bool:
        """Returns whether an element is in a menu, a breadcrumb or a footer."""
        known = self._menus.get(element)
        if known is None:
            parent = element.getparent()
            known = _is_menu(element) or (parent is not None and self.in_menu(parent))
            self._menus[element] = known
        return known

    def in_footer(self, element: etree._Element) -> bool:
        """Returns whether an element is in a footer, where many themes list the latest articles."""
        return any(one.tag == "footer" or _FOOTER.search(_names(one)) for one in element.iterancestors())


def _names(element: etree._Element) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def _name(element: etree._Element) -> str:
    classes = (name for name in element.get("class", "").split() if name not in _STATE)
    return f"{element.tag}.{next((name for name in classes if not re.search(r'[0-9]', name)), '')}"


def _is_menu(element: etree._Element) -> bool:
    if element.tag in ("html", "body", "form", "a"):
        return False
    if element.tag in ("ul", "ol") and _has_submenus(element):
        return True
    named = element.tag == "nav" or element.tag == "footer" and next(element.iterancestors("article"), None) is None
    named = named or bool(_MENU.search(_names(element)))
    if not named:
        return False
    length = len(clean(text_of(element)))
    linked = sum(len(clean(text_of(anchor))) for anchor in element.iter("a"))
    return length <= LARGEST_MENU and linked >= LINKED * length


def _has_submenus(entries: etree._Element) -> bool:
    """Whether under a short link of a list stands a list of further entries, rather than of titles."""
    words: list[int] = []
    for item in entries.iterchildren("li"):
        anchor = item.find("a")
        if anchor is not None and _words(anchor) <= ENTRY_WORDS:
            words += (_words(link) for under in item.iterchildren("ul", "ol") for link in under.iter("a"))
    return bool(words) and sum(words) <= TITLE_WORDS * len(words)


def _words(element: etree._Element) -> int:
    return len(text_of(element).split())
