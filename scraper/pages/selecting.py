"""CSS selectors on lxml trees: each is compiled once, however many platforms are read in turn.

Each page is searched with hundreds of selectors, of which only a few can match, so a selector with a class, an id, a
tag or an attribute that the page does not have is not evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import cast

from bs4 import BeautifulSoup
from lxml import etree
from parsel.csstranslator import HTMLTranslator
from parsel.selector import create_root_node

from scraper.pages.blocks import clean

FoundLink = etree._Element | str
_ARGUMENT = re.compile(r"\([^()]*\)")  # of :not(…), ::attr(…)
_ATTRIBUTE = re.compile(r"\[\s*([\w-]+)\s*(!?)[^\]]*\]")
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
    """What a selector finds, in document order: elements, or strings where it ends in `::text` or `::attr(name)`."""
    names = _names(root.getroottree().getroot())
    if not any(needed <= names for needed in _needed(css)):
        return []
    return cast(list[FoundLink], _compiled(css)(root))


@lru_cache(maxsize=4)
def _names(root: etree._Element) -> frozenset[str]:
    """The classes, ids, tags and attributes of a tree, as `_needed` writes them; cached since elements are removed from
    it but never get new ones."""
    names = {name for value in cast(list[str], _mention_of()(root)) for name in value.split()}
    for element in root.iter(etree.Element):
        names.add(f"<{element.tag!s}")
        names.update(f"[{name!s}" for name in element.keys())
    return frozenset(names)


@cache
def _mention_of() -> etree.XPath:
    return etree.XPath("//@class | //@id")


@cache
def _needed(css: str) -> tuple[frozenset[str], ...]:
    """For each alternative of a selector, what a page must have for it to find anything: classes and ids, attributes
    after "[", tags after "<"."""
    positive = _ATTRIBUTE.sub(lambda found: "" if found[2] else f"[{found[1].lower()}", _ARGUMENT.sub("", css))
    return tuple(
        frozenset(name or attribute or f"<{tag.lower()}" for name, attribute, tag in _NAME.findall(alternative))
        for alternative in positive.split(",")
    )


def elements(root: etree._Element, selectors: Iterable[str]) -> Iterator[etree._Element]:
    """The elements that the selectors find, selector by selector."""
    return (found for css in selectors for found in select(root, css) if not isinstance(found, str))


def texts(root: etree._Element, selectors: Iterable[str]) -> Iterator[str]:
    """The text of everything that the selectors find, cleaned, selector by selector; empty texts are left out."""
    for css in selectors:
        for found in select(root, css):
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
