"""What a page has: its tags, its attributes and their values, read once, so that selectors can be looked up in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from functools import cached_property, lru_cache
from itertools import chain
from typing import cast

from lxml import etree

CLASSES = "."  # stands for the classes of elements, each by itself, where the name of an attribute may stand
_BLANKS = re.compile(r"[ \t\r\n]+")  # of XPath
_Holders = list[tuple[int, etree._Element]]  # elements with their places in document order


class PageIndex:
    """The tags of a tree, and its attributes by name and value. Elements that are removed from the tree later stay."""

    def __init__(self, root: etree._Element) -> None:
        self._tags: set[str] = set()
        holders: defaultdict[str, defaultdict[str, _Holders]] = defaultdict(lambda: defaultdict(list))
        for place, element in enumerate(root.iter(etree.Element)):
            self._tags.add(element.tag)
            for name, value in cast(list[tuple[str, str]], element.items()):
                holders[name][value].append((place, element))
        self._holders: dict[str, dict[str, _Holders]] = {name: dict(values) for name, values in holders.items()}

    @cached_property
    def names(self) -> frozenset[str]:
        """The classes and ids as they are, tags after "<", attributes after "["; and the empty name."""
        tags, attributes = (f"<{tag}" for tag in self._tags), (f"[{name}" for name in self._holders)
        return frozenset(("", *self._classes, *self._holders.get("id", ()), *tags, *attributes))

    def values(self, attribute: str) -> Collection[str]:
        """The values of an attribute, or all classes."""
        return (self._classes if attribute == CLASSES else self._holders.get(attribute, {})).keys()

    def holders(self, attribute: str, value: str) -> list[etree._Element]:
        """The elements with this value of an attribute, or with this class, in document order."""
        if attribute != CLASSES:
            return [element for _, element in self._holders.get(attribute, {}).get(value, ())]
        return [element for _, element in sorted(chain.from_iterable(self._classes.get(value, ())))]

    @cached_property
    def _classes(self) -> dict[str, list[_Holders]]:
        """The classes, each with the elements of every value of the attribute that has it."""
        classes: dict[str, list[_Holders]] = {}
        for value, holders in self._holders.get("class", {}).items():
            for name in set(_BLANKS.split(value)):
                classes.setdefault(name, []).append(holders)
        return classes


@lru_cache(maxsize=4)
def index_of(root: etree._Element) -> PageIndex:
    """The index of a tree, made once; elements are removed from a page's tree but never added to it."""
    return PageIndex(root)
