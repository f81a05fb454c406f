"""CSS selectors that are answered from the index of a page: its few elements with the id, the class or the value that
the selector ends in are tested one by one, where XPath would search the whole tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from operator import contains, eq

from cssselect.parser import (
    Attrib,
    Class,
    CombinedSelector,
    Element,
    FunctionalPseudoElement,
    Hash,
    Negation,
    Selector,
    Tree,
    parse,
)
from lxml import etree

from scraper.pages.page_index import CLASSES, PageIndex, class_names

_Fits = Callable[[etree._Element], bool]


class _Unindexed(ValueError):
    """The selector has a part that only XPath can answer."""


@dataclass(frozen=True, slots=True)
class IndexedSelector:
    """A selector by a value that its elements have, a test of the elements with that value, and the name of the
    attribute that it returns of them, if any."""

    attribute: str  # or CLASSES
    value: str
    fits: _Fits
    returned: str | None = None

    def found_in(self, root: etree._Element, index: PageIndex) -> Iterator[etree._Element | str]:
        """The matches in the tree below a root, in document order, without elements removed from it since."""
        for element in index.holders(self.attribute, self.value):
            if self.fits(element) and _top(element) is root:
                if self.returned is None:
                    yield element
                elif (value := element.get(self.returned)) is not None:
                    yield value


@cache
def indexed_selector(css: str) -> IndexedSelector | None:
    """A selector for the index; None for one of several alternatives, or with a part that only XPath can answer."""
    alternatives = parse(css)
    if len(alternatives) > 1:
        return None
    try:
        key, returned = _key(_last(alternatives[0].parsed_tree)), _returned(alternatives[0])
        return None if key is None else IndexedSelector(*key, _fits(alternatives[0].parsed_tree), returned)
    except _Unindexed:
        return None


def _returned(selector: Selector) -> str | None:
    """The attribute in `::attr(name)`; None where elements are asked for."""
    pseudo = selector.pseudo_element
    if pseudo is None:
        return None
    if not isinstance(pseudo, FunctionalPseudoElement) or pseudo.name != "attr" or len(pseudo.arguments) != 1:
        raise _Unindexed
    return str(pseudo.arguments[0].value)


def _last(tree: Tree) -> Tree:
    """The part of a selector behind its last combinator."""
    return tree.subselector if isinstance(tree, CombinedSelector) else tree


def _key(compound: Tree) -> tuple[str, str] | None:
    """A value that all elements of a compound selector have: an id before a class before another attribute's."""
    keys = {}
    while not isinstance(compound, Element):
        match compound:
            case Hash():
                keys[0] = ("id", compound.id)
            case Class():
                keys[1] = (CLASSES, compound.class_name)
            case Attrib(operator="="):
                keys[2] = (_name(compound), _value(compound))
        compound = getattr(compound, "selector", None) or Element()
    return keys[min(keys)] if keys else None


def _fits(tree: Tree) -> _Fits:
    """The test whether a selector finds an element. Raises _Unindexed for what only XPath can answer."""
    match tree:
        case Element(namespace=None):
            return _is_tag((tree.element or "").lower())
        case Hash():
            return _both(_fits(tree.selector), _has("id", eq, tree.id))
        case Class():
            return _both(_fits(tree.selector), _has("class", _is_among, tree.class_name))
        case Attrib(namespace=None, flag=None) if tree.operator in _OPERATORS:
            if not _value(tree) and tree.operator not in ("exists", "="):
                raise _Unindexed
            return _both(_fits(tree.selector), _has(_name(tree), _OPERATORS[tree.operator], _value(tree)))
        case Negation() if not isinstance(tree.subselector, CombinedSelector):
            own, other = _fits(tree.selector), _fits(tree.subselector)
            return lambda element: own(element) and not other(element)
        case CombinedSelector() if tree.combinator in _BEFORE:
            own, other, before = _fits(tree.subselector), _fits(tree.selector), _BEFORE[tree.combinator]
            return lambda element: own(element) and any(map(other, before(element)))
    raise _Unindexed


def _is_tag(tag: str) -> _Fits:
    return (lambda element: element.tag == tag) if tag else (lambda element: True)


def _both(one: _Fits, other: _Fits) -> _Fits:
    return lambda element: one(element) and other(element)


def _has(name: str, compare: Callable[[str, str], bool], wanted: str) -> _Fits:
    """The test whether an attribute of an element has a value that compares with the one wanted."""
    return lambda element: (value := element.get(name)) is not None and compare(value, wanted)


def _name(part: Attrib) -> str:
    return part.attrib.lower()


def _value(part: Attrib) -> str:
    return "" if part.value is None or part.value.value is None else part.value.value


def _is_among(value: str, wanted: str) -> bool:
    """Whether a value is a list of words, as that of "class", with the one wanted."""
    return wanted in value and wanted in class_names(value)


_OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "exists": lambda value, wanted: True,
    "=": eq,
    "~=": _is_among,
    "^=": str.startswith,
    "$=": str.endswith,
    "*=": contains,
}


def _siblings_before(element: etree._Element) -> Iterator[etree._Element]:
    return element.itersiblings(etree.Element, preceding=True)


# By combinator, the elements that may fit the part before it.
_BEFORE: dict[str, Callable[[etree._Element], Iterator[etree._Element]]] = {
    " ": lambda element: element.iterancestors(),
    ">": lambda element: islice(element.iterancestors(), 1),
    "~": _siblings_before,
    "+": lambda element: islice(_siblings_before(element), 1),
}


def _top(element: etree._Element) -> etree._Element:
    while (parent := element.getparent()) is not None:
        element = parent
    return element
