"""What a page has: its tags, its attributes and their values, read once, so that selectors can be looked up in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import cast

from lxml import etree

CLASSES = "."  # stands for the classes of elements, each by itself, where the name of an attribute may stand
_BLANKS = re.compile(r"[ \t\r\n]+")  # of XPath


def class_names(value: str) -> list[str]:
    """The classes in the value of an attribute "class"."""
    return _BLANKS.split(value)


class PageIndex:
    """The tags of a tree, and its attributes by name and value. Elements that are removed from the tree later stay."""

    def __init__(self, root: etree._Element) -> None:
        self._elements = list(root.iter(etree.Element))
        holders: defaultdict[tuple[str, str], list[etree._Element]] = defaultdict(list)
        for element in self._elements:
            for pair in cast(list[tuple[str, str]], element.items()):
                holders[pair].append(element)
        self._holders = dict(holders)

    @cached_property
    def names(self) -> frozenset[str]:
        """The classes and ids as they are, tags after "<", attributes after "["; and the empty name."""
        tags = (f"<{tag}" for tag in {element.tag for element in self._elements})
        attributes = (f"[{name}" for name in self._values)
        return frozenset(("", *self._classes, *self._values.get("id", ()), *tags, *attributes))

    def values(self, attribute: str) -> Collection[str]:
        """The values of an attribute, or all classes."""
        return self._classes.keys() if attribute == CLASSES else self._values.get(attribute, ())

    def holders(self, attribute: str, value: str) -> Sequence[etree._Element]:
        """The elements with this value of an attribute, or with this class, in document order."""
        if attribute != CLASSES:
            return self._holders.get((attribute, value), ())
        found = [self._holders["class", whole] for whole in self._classes.get(value, ())]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found), key=self._places.__getitem__)

    @cached_property
    def _values(self) -> dict[str, set[str]]:
        """The values of each attribute."""
        values: dict[str, set[str]] = {}
        for name, value in self._holders:
            values.setdefault(name, set()).add(value)
        return values

    @cached_property
    def _classes(self) -> dict[str, list[str]]:
        """The classes, each with the values of the attribute that have it."""
        classes: dict[str, list[str]] = {}
        for value in self._values.get("class", ()):
            for name in set(class_names(value)):
                classes.setdefault(name, []).append(value)
        return classes

    @cached_property
    def _places(self) -> dict[etree._Element, int]:
        """The place of each element in document order."""
        return {element: place for place, element in enumerate(self._elements)}


@lru_cache(maxsize=4)
def index_of(root: etree._Element) -> PageIndex:
    """The index of a tree, made once; elements are removed from a page's tree but never added to it."""
    return PageIndex(root)
