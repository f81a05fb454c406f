"""The cells of a table by row and column, with those that span several rows or columns in each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from lxml import etree

MOST_COLUMNS = 40  # of a table; further cells of a row are left out
MOST_ROWS = 500  # that one cell spans at most
DEEPEST = 20  # elements around a piece of text that are looked through for its block
_BLOCKS = frozenset(("p", "div", "li", "ul", "ol"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in one row and column, with the lines of its text; `own` says that it begins there."""

    element: etree._Element
    lines: tuple[str, ...]
    own: bool = True

    @property
    def text(self) -> str:
        """Its text on one line."""
        return " ".join(self.lines)


def text_of(element: etree._Element) -> str:
    """The text of an element on one line."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def grid_of(rows: Iterable[etree._Element]) -> list[list[Cell]]:
    """The cells of each row of a table, one for each column."""
    held: dict[int, tuple[Cell, int]] = {}
    grid = []
    for row in rows:
        cells, held = _row(row, held)
        grid.append(cells)
    return grid


def _row(
    row: etree._Element, held: dict[int, tuple[Cell, int]]
) -> tuple[list[Cell], dict[int, tuple[Cell, int]]]:
    """The cells of a row, and those that span the next rows, by column, with the number of those rows."""
    cells: list[Cell] = []
    below: dict[int, tuple[Cell, int]] = {}
    for element in (*row.iterchildren("td", "th"), None):
        while len(cells) in held:
            cell, left = held[len(cells)]
            if left > 1:
                below[len(cells)] = cell, left - 1
            cells.append(cell)
        if element is None:
            break
        lines, rows = tuple(_lines(element)), _span(element, "rowspan", MOST_ROWS)
        for number in range(min(_span(element, "colspan", MOST_COLUMNS), MOST_COLUMNS - len(cells))):
            if rows > 1:
                below[len(cells)] = Cell(element, lines, False), rows - 1
            cells.append(Cell(element, lines, number == 0))
    return cells, below


def _span(element: etree._Element, name: str, most: int) -> int:
    """The number of rows or columns that a cell spans; none given, or no number, is one, and 0 all that follow."""
    digits = (element.get(name) or "").strip()
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return min(int(digits[:4]), most) or most


def _lines(cell: etree._Element) -> Iterator[str]:
    """The lines of a cell, parted where its text breaks, without blank ones."""
    text: list[str] = []
    block = cell
    for part in cast(list[Any], _parts()(cell)):
        around = cell if isinstance(part, etree._Element) else _block_of(part, cell)
        if isinstance(part, etree._Element) or around is not block:
            yield from _line(text)
            text, block = [], around
        if isinstance(part, str):
            text.append(part)
    yield from _line(text)


@cache
def _parts() -> etree.XPath:
    return etree.XPath(".//text()[not(ancestor::script or ancestor::style or ancestor::template)] | .//br")


def _block_of(text: Any, cell: etree._Element) -> etree._Element:
    """The nearest block around a piece of text, or its cell."""
    element = text.getparent().getparent() if text.is_tail else text.getparent()
    for _ in range(DEEPEST):
        if element is cell or element is None or element.tag in _BLOCKS:
            break
        element = element.getparent()
    return cell if element is None else element


def _line(parts: list[str]) -> Iterator[str]:
    line = " ".join("".join(parts).split())
    if line:
        yield line
