"""Cells by row and column, also those that span several."""

from __future__ import annotations

import pytest

from scraper.pages.grids import MOST_COLUMNS, grid_of, text_of
from scraper.pages.selecting import tree


def texts(*rows: str) -> list[list[str]]:
    root = tree(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    return [[cell.text if cell.own else f"({cell.text})" for cell in row] for row in grid_of(root.iter("tr"))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("<td>a<td>b", "<td>c"), [["a", "b"], ["c"]]),
        (("<td rowspan=2>a<td>b", "<td>c"), [["a", "b"], ["(a)", "c"]]),
        (("<td>a<td rowspan='3'>b", "<td>c", "<td>d"), [["a", "b"], ["c", "(b)"], ["d", "(b)"]]),
        (("<td colspan=2>a<td>b", "<td>c<td>d<td>e"), [["a", "(a)", "b"], ["c", "d", "e"]]),
        (("<td rowspan=2 colspan=2>a<td>b", "<td>c"), [["a", "(a)", "b"], ["(a)", "(a)", "c"]]),
        (("<td rowspan=0>a<td>b", "<td>c", "<td>d"), [["a", "b"], ["(a)", "c"], ["(a)", "d"]]),
        (("<td rowspan='hai' colspan='-1'>a<td>b",), [["a", "b"]]),
    ],
)
def test_a_cell_stands_in_each_row_and_column_that_it_spans(rows: tuple[str, ...], expected: list[list[str]]) -> None:
    assert texts(*rows) == expected


def test_the_columns_of_a_hostile_table_are_bounded() -> None:
    found = texts("<td colspan=9999999 rowspan=65534>a", *["<td>b"] * 3)
    assert [len(row) for row in found] == [MOST_COLUMNS] * 4


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("a<br>b", ("a", "b")),
        ("<b>a<br></b>b <!-- c -->d", ("a", "b d")),
        ("<p>a</p> b <div>c<script>x</script></div>", ("a", "b", "c")),
        (" \n ", ()),
    ],
)
def test_the_lines_of_a_cell(cell: str, lines: tuple[str, ...]) -> None:
    (row,) = grid_of(tree(f"<table><tr><td>{cell}</td></tr></table>").iter("tr"))
    assert row[0].lines == lines


def test_the_text_of_an_element_is_on_one_line() -> None:
    assert text_of(tree("<p>a <b>b</b>\n c</p>")) == "a b c"
