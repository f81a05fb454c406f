"""Data tables and layout tables: a row of a data table is one line."""

from __future__ import annotations

import pytest

from scraper.pages.blocks import read_blocks
from scraper.pages.selecting import tree

PEOPLE = """<table><tr><th>STT</th><th>Họ và tên</th><th>Chức vụ</th></tr>
 <tr><td>1</td><td><p>Lò Văn Mẫu</p></td><td><p>Chủ tịch</p><p>UBND xã</p></td></tr>
 <tr><td>2</td><td>Vừ A Thử</td><td></td></tr></table>"""


def lines(html: str) -> list[str]:
    return [block.text for block in read_blocks(tree(f"<html><body><div>{html}</div></body></html>"))]


def test_a_row_is_a_line_whatever_stands_in_its_cells() -> None:
    assert lines(f"Danh sách:{PEOPLE}<p>Hết.</p>") == [
        "Danh sách:",
        "STT, Họ và tên, Chức vụ",
        "1, Lò Văn Mẫu, Chủ tịch UBND xã",
        "2, Vừ A Thử",
        "Hết.",
    ]


def test_two_columns_hold_data_under_a_heading() -> None:
    row = "<tr><td>Lò Văn Mẫu</td><td>Trưởng ban</td></tr>"
    assert lines(f"<table><tr><td><b>Họ tên</b></td><td><b>Chức vụ</b></td></tr>{row}</table>")[1] == (
        "Lò Văn Mẫu, Trưởng ban"
    )


def test_two_columns_of_lines_beside_each_other_hold_data_without_a_heading() -> None:
    rows = "<tr><td>Ông Lò Văn Mẫu</td><td>Trưởng ban</td></tr><tr><td>Ông Vừ A Thử</td><td>Phó Trưởng ban</td></tr>"
    assert lines(f"<table>{rows}</table>")[:2] == ["Ông Lò Văn Mẫu, Trưởng ban", "Ông Vừ A Thử, Phó Trưởng ban"]
    apart = rows.replace("Trưởng ban", "<p>Trưởng ban</p><p>Nhiệm kỳ 2021</p>")
    assert lines(f"<table>{apart}</table>")[0] == "Ông Lò Văn Mẫu, Trưởng ban Nhiệm kỳ 2021"
    assert lines(f"<table>{rows.replace('Ông Lò', 'Họ tên:</td><td>Lò', 1)}</table>")[0] == "Họ tên:"


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>1</td><td>2</td><td>3</td></tr><tr><td>8</td><td>9</td><td>10</td></tr></table>",
        "<table><tr><td><a href=/a>Tin một của xã</a></td><td><a href=/b>Tin hai</a></td><td>|</td></tr>"
        "<tr><td><a href=/c>Tin ba của xã</a></td><td><a href=/d>Tin bốn</a></td><td>|</td></tr></table>",
        f"<table><tr><td>Trái</td><td>{'Xã họp bàn việc làm đường. ' * 12}</td><td>Phải</td></tr>"
        f"<tr><td>Trái</td><td>{'Xã họp bàn việc làm đường. ' * 12}</td><td>Phải</td></tr></table>",
        f"<table><tr><td>Trái xã</td><td>{PEOPLE}</td><td>P</td></tr><tr><td>a b</td><td>c</td><td>d</td></tr></table>",
        "<table><tr><td><img src=a.jpg></td><td>Ảnh một</td><td>Xã Mẫu họp</td></tr>"
        "<tr><td><img src=b.jpg></td><td>Ảnh hai</td><td>Xã Mẫu họp</td></tr></table>",
    ],
    ids=["calendar", "links", "page", "outer table", "pictures"],
)
def test_tables_that_set_out_a_page_stay_apart(table: str) -> None:
    first = lines(table)[0]
    assert first in ("1", "Tin một của xã", "Trái", "Trái xã", "Ảnh một")
