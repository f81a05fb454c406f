"""CSS selectors on lxml trees: each is compiled once, however many platforms are read in turn.

Each page is searched with hundreds of selectors, of which only a few can match, so a selector with a class, an id, a
tag, an attribute or a value of one that the page does not have is not evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from bs4 import BeautifulSoup
from lxml import etree
from parsel.csstranslator import HTMLTranslator
from parsel.selector import create_root_node

from scraper.pages.blocks import clean
from scraper.pages.indexed_selectors import indexed_selector
from scraper.pages.page_index import PageIndex, index_of

FoundLink = etree._Element | str
_Fits = Callable[[Collection[str]], bool]
_PSEUDO = re.compile(r"::?[\w-]+\([^()]*\)")  # :not(…), ::attr(…)
_ATTRIBUTE = re.compile(
    r"""
    \[ \s* (?P<name>[\w-]+) \s*
    (?: (?P<sign>[~|^$*]?) = \s* (?: (["'])(?P<quoted>[^"'\\]*)\3 | (?P<bare>[\w-]*) ) \s* \] | [^\]]* \] )
    """,
    re.X,
)
_NEGATED = re.compile(r"\[\s*[\w-]+\s*![^\]]*\]")
_NAME = re.compile(r"[.#](-?[A-Za-z_][\w-]*)|(\[[\w-]+)|(?:^|[\s>+~])([A-Za-z][\w-]*)")
_UNSETTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@cache
def _compiled(css: str) -> etree.XPath:
    return etree.XPath(HTMLTranslator().css_to_xpath(css))


def tree(html: str) -> etree._Element:
    """The tree of a page's text; broken markup is repaired as browsers do."""
    return create_root_node(html or "<html/>", etree.HTMLParser)


def repaired_tree(html: str) -> etree._Element:
    """The tree of a page by BeautifulSoup, for a page of which lxml reads only a part.

    lxml leaves out the content of a second <html>, and everything after a comment that ends in "--!>".
    """
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(["html", "body"]):
        element.unwrap()
    return tree(str(soup))


def length_of_text(root: etree._Element) -> int:
    """The characters of a tree's text, scripts and styles apart, blanks folded."""
    texts = root.xpath(".//text()[not(parent::script or parent::style)]")
    return sum(len(" ".join(str(text).split())) for text in cast(list[str], texts))


def select(root: etree._Element, css: str) -> list[FoundLink]:
    """The matches of a selector in document order: elements, or strings where it ends in `::text` or `::attr(name)`."""
    top = root.getroottree().getroot()
    return _matches(root, top, css) if _may_find(index_of(top), css) else []


def _matches(root: etree._Element, top: etree._Element, css: str) -> list[FoundLink]:
    """The matches of a selector in an element of the tree below `top`."""
    indexed = indexed_selector(css) if root is top else None
    return cast(list[FoundLink], _compiled(css)(root)) if indexed is None else [*indexed.found_in(top, index_of(top))]


def _may_find(index: PageIndex, css: str) -> bool:
    """Whether a tree has all that one of a selector's alternatives needs."""
    for needed in _needed(css):
        if needed.names <= index.names and all(fits(index.values(name)) for name, fits in needed.values):
            return True
    return False


def _promising(index: PageIndex, selectors: tuple[str, ...]) -> list[str]:
    """Those of the selectors that may find something in a tree, in their order."""
    present = index.names & _rarest_names(selectors)
    return [css for css in _with_names(selectors, present) if _may_find(index, css)]


@cache
def _rarest_names(selectors: tuple[str, ...]) -> frozenset[str]:
    """The names, one of each alternative of the selectors, without which it finds nothing."""
    return frozenset(_rarest(needed) for css in selectors for needed in _needed(css))


@lru_cache(maxsize=1 << 12)
def _with_names(selectors: tuple[str, ...], present: frozenset[str]) -> tuple[str, ...]:
    """Those of the selectors with an alternative whose rarest name is present; the pages of a site are mostly alike."""
    return tuple(css for css in selectors if any(_rarest(needed) in present for needed in _needed(css)))


def _rarest(needed: _Needed) -> str:
    """The name, of those that an alternative needs, that is rarest on pages; "", which all have, if it needs none."""
    return min(needed.names, key=_commonness, default="")


def _commonness(name: str) -> tuple[int, str]:
    """The order of names from classes and ids, of which a page has few, to tags, of which it has most."""
    return {"[": 1, "<": 2}.get(name[0], 0), name


@dataclass(frozen=True, slots=True)
class _Needed:
    """The requirements of an alternative, without which it finds nothing: classes and ids, attributes after "[",
    tags after "<"; and attributes whose values in the page pass a test."""

    names: frozenset[str]
    values: tuple[tuple[str, _Fits], ...]


@cache
def _needed(css: str) -> tuple[_Needed, ...]:
    """The requirements of each alternative of a selector."""
    tests: list[tuple[str, _Fits] | None] = []

    def note(found: re.Match[str]) -> str:
        name, value = found["name"].lower(), found["quoted"] or found["bare"]
        tests.append((name, _test(found["sign"], value)) if value and found["sign"] in _TESTS else None)
        return f"[{name} ={len(tests) - 1} "

    positive = _ATTRIBUTE.sub(note, _NEGATED.sub("", _PSEUDO.sub("", css)))
    return tuple(
        _Needed(
            frozenset(name or attribute or f"<{tag.lower()}" for name, attribute, tag in _NAME.findall(alternative)),
            tuple(test for place in _PLACE.findall(alternative) if (test := tests[int(place)])),
        )
        for alternative in positive.split(",")
    )


def _test(sign: str, wanted: str) -> _Fits:
    if not sign:
        return lambda values: wanted in values
    return lambda values: any(_TESTS[sign](value, wanted) for value in values)


_PLACE = re.compile(r" =(\d+) ")  # of a test in the list of them
# By the sign before "=": whether a value passes that is the same, begins or ends with the one wanted, or holds it.
_TESTS: dict[str, Callable[[str, str], bool]] = {
    "": str.__eq__,
    "^": str.startswith,
    "$": str.endswith,
    "*": str.__contains__,
}


def elements(root: etree._Element, selectors: Iterable[str]) -> Iterator[etree._Element]:
    """The elements that the selectors find, selector by selector."""
    return (found for found in _found(root, selectors) if not isinstance(found, str))


def _found(root: etree._Element, selectors: Iterable[str]) -> Iterator[FoundLink]:
    """The matches of all selectors in an element, selector by selector."""
    top = root.getroottree().getroot()
    for css in _promising(index_of(top), tuple(selectors)):
        yield from _matches(root, top, css)


def texts(root: etree._Element, selectors: Iterable[str]) -> Iterator[str]:
    """The text of everything that the selectors find, cleaned, selector by selector; empty texts are left out."""
    for found in _found(root, selectors):
        text = clean(found if isinstance(found, str) else text_of(found))
        if text:
            yield text


def first_text(root: etree._Element, selectors: Iterable[str]) -> str:
    """The first text that the selectors find; empty where there is none."""
    return next(texts(root, selectors), "")


def text_of(element: etree._Element) -> str:
    """All text in an element except that of scripts; words of neighbouring blocks are kept apart."""
    return " ".join(str(part) for part in cast(list[str], _texts()(element)))


def lines_of(element: etree._Element) -> list[str]:
    """The pieces of text in a page's body, or an element, but those of scripts, in reading order, cleaned."""
    body = element.find("body")
    element = element if body is None else body
    return [line for line in map(clean, cast(list[str], _texts()(element))) if line]


def drop(element: etree._Element) -> None:
    """Remove an element from its tree; the text after it is kept."""
    parent = element.getparent()
    if parent is None:
        return
    previous = element.getprevious()
    if element.tail and previous is not None:
        previous.tail = _settable((previous.tail or "") + element.tail)
    elif element.tail:
        parent.text = _settable((parent.text or "") + element.tail)
    parent.remove(element)


def _settable(text: str) -> str:
    """The text without the control characters that lxml reads from a page but refuses to set."""
    return _UNSETTABLE.sub("", text)


def cut(root: etree._Element, selectors: Iterable[str]) -> None:
    """Remove everything that the selectors find from the tree."""
    for element in list(elements(root, selectors)):
        drop(element)


@cache
def _texts() -> etree.XPath:
    return etree.XPath(".//text()[not(parent::script or parent::style)]")
