"""Detection of data tables within an article (people and their posts, numbers, dates), as opposed to layout tables.

A row of a data table is one line of text, with commas between its cells, since the cells of a row belong together.
"""

from __future__ import annotations

from collections import Counter
from statistics import median

from lxml import etree

from scraper.pages.grids import grid_of, text_of
from scraper.pages.people_tables import columns_of, person_lines

FEWEST_ROWS, FEWEST_CELLS, MOST_CELLS = 2, 2, 12
LONGEST_CELL, USUAL_CELL = 200, 60  # maximum characters of a cell, and of the median one
EVEN = 0.7  # the minimum share of rows with the most frequent number of cells
WORDED = 0.5  # the minimum share of rows with a cell of words; calendars and counters have none
LINKED = 0.3  # the share of text in links, above which a table is a list of links


def data_rows(root: etree._Element) -> dict[etree._Element, str | None]:
    """Returns the rows of the data tables under an element; for a row of a table of persons, its line."""
    found: dict[etree._Element, str | None] = {}
    for table in root.iter("table"):
        rows = [row for row in table.iter("tr") if any(cell.tag in ("td", "th") for cell in row)]
        if len(rows) < FEWEST_ROWS or not _is_plain(table):
            continue
        lines = _person_lines(rows)
        if lines is not None:
            found |= zip(rows, lines)
        elif _is_data(rows):
            found |= dict.fromkeys(rows)
    return found


def _person_lines(rows: list[etree._Element]) -> list[str] | None:
    """The lines of a table of persons; None for another table."""
    grid = grid_of(rows)
    if max(map(len, grid), default=0) > MOST_CELLS:
        return None
    lengths = [len(cell.text) for row in grid for cell in row if cell.own and cell.text]
    if not lengths or max(lengths) > LONGEST_CELL or median(lengths) > USUAL_CELL:
        return None
    columns = columns_of(grid)
    return None if columns is None else list(person_lines(grid, columns))


def _is_plain(table: etree._Element) -> bool:
    """Whether a table contains no tables, pictures or forms, and few links."""
    if any(True for part in table.iter("table", "img", "input", "select", "iframe") if part is not table):
        return False
    linked = sum(len(text_of(anchor)) for anchor in table.iter("a"))
    return linked <= LINKED * len(text_of(table))


def _is_data(rows: list[etree._Element]) -> bool:
    """Whether most rows have the same number of short cells with words in them, and a heading or a third column, or
    are lists of two lines beside each other."""
    cells = [[text_of(cell) for cell in row.iterchildren("td", "th")] for row in rows]
    width, count = Counter(map(len, cells)).most_common(1)[0]
    if not FEWEST_CELLS <= width <= MOST_CELLS or count < EVEN * len(rows):
        return False
    filled = [text for row in cells for text in row if text]
    if not filled or max(map(len, filled)) > LONGEST_CELL or median(map(len, filled)) > USUAL_CELL:
        return False
    worded = sum(any(sum(part.isalpha() for part in text.split()) >= 2 for text in row) for row in cells)
    headed = rows[0].find("th") is not None or all(cell.find(".//b") is not None for cell in rows[0].iterchildren("td"))
    headed = headed or all(cell.find(".//strong") is not None for cell in rows[0].iterchildren("td"))
    listed = all(len(row) == width and all(row) and row[0][-1] != ":" for row in cells) and _are_lines(rows)
    return worded >= WORDED * len(rows) and (width > FEWEST_CELLS or headed or listed)


def _are_lines(rows: list[etree._Element]) -> bool:
    """Whether every cell holds one short line."""
    cells = [cell for row in rows for cell in row.iterchildren("td", "th")]
    return all(len(list(cell.iter("p", "div", "br", "li"))) <= 1 and len(text_of(cell)) <= USUAL_CELL for cell in cells)
