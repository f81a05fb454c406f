"""Names and posts on lines of their own are put together; other lines stay as they are."""

from __future__ import annotations

import pytest

from scraper.pages.blocks import read_blocks
from scraper.pages.selecting import tree

TOGETHER = "Họ và tên: Lò Văn Mẫu, Chức vụ: Chủ tịch UBND xã"
UNITS = "<tr><th>Họ tên</th><th>Chức vụ</th><th>Đơn vị</th></tr>"


def lines(html: str) -> list[str]:
    return [block.text for block in read_blocks(tree(f"<html><body><div>{html}</div></body></html>"))]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>Họ và tên: Lò Văn Mẫu</td></tr><tr><td>Chức vụ: Chủ tịch UBND xã</td></tr></table>",
        "<table><tr><td>Họ và tên:</td><td>Lò Văn Mẫu</td></tr>"
        "<tr><td>Chức vụ:</td><td>Chủ tịch UBND xã</td></tr></table>",
        "<table><tr><td>Họ và tên: Lò Văn Mẫu<br>Chức vụ: Chủ tịch UBND xã</td></tr></table>",
        "<p>Họ và tên: Lò Văn Mẫu.</p><p>Chức vụ: Chủ tịch UBND xã</p>",
    ],
)
def test_a_labelled_post_is_on_the_line_of_its_name(html: str) -> None:
    assert lines(f"{html}<p>Hết.</p>") == [TOGETHER, "Hết."]


def test_each_person_of_a_list_has_a_line() -> None:
    second = "<p>- Họ, tên: Vừ A Thử</p><p>Chức danh : Kế toán</p>"
    assert lines(f"<p>Họ tên: Lò Văn Mẫu</p><p>Chức vụ: Bí thư</p>{second}") == [
        "Họ tên: Lò Văn Mẫu, Chức vụ: Bí thư",
        "- Họ, tên: Vừ A Thử, Chức danh : Kế toán",
    ]


@pytest.mark.parametrize(
    "told",
    [
        ["Họ và tên: Lò Văn Mẫu", "Năm sinh: 1970"],
        ["Họ và tên:", "Chức vụ:"],
        ["Họ và tên:", "Email:"],
        ["Địa điểm: Nhà văn hóa", "Chức vụ: Chủ tịch"],
        ["Họ và tên: Lò Văn Mẫu", "Xã họp bàn.", "Chức vụ: Chủ tịch"],
        ["Chức vụ: Chủ tịch", "Họ và tên: Lò Văn Mẫu"],
        ["Họ và tên:"],
    ],
)
def test_other_lines_stay_apart(told: list[str]) -> None:
    assert lines("".join(f"<p>{line}</p>" for line in told)) == told


def test_a_term_that_is_a_name_has_its_post_beside_it() -> None:
    assert lines("<dl><dt>Lò Văn Mẫu</dt><dd>Chủ tịch UBND xã</dd><dt>Vừ A Thử</dt><dd>Kế toán</dd></dl>") == [
        "Lò Văn Mẫu, Chủ tịch UBND xã",
        "Vừ A Thử, Kế toán",
    ]


@pytest.mark.parametrize(
    ("term", "told"),
    [("Thời gian", "8 giờ"), ("Tác Giả", "Lò Văn Mẫu"), ("Lò Văn Mẫu", "Điện thoại: 0123"), ("Hồ sơ gồm", "Đơn xin")],
)
def test_other_terms_stay_apart(term: str, told: str) -> None:
    assert lines(f"<dl><dt>{term}</dt><dd>{told}</dd></dl>") == [term, told]


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ("<td>Lò Văn Mẫu</td><td>Chủ tịch</td><td>UBND xã Vân Nham</td>", "Lò Văn Mẫu, Chủ tịch UBND xã Vân Nham"),
        ("<td>Lò Văn Mẫu</td><td>Phó Bí thư</td><td><p>Đảng ủy xã</p></td>", "Lò Văn Mẫu, Phó Bí thư Đảng ủy xã"),
        ("<td>Lò Văn Mẫu</td><td>Chủ tịch UBND xã</td><td>Vân Nham</td>", "Lò Văn Mẫu, Chủ tịch UBND xã, Vân Nham"),
        ("<td>Lò Văn Mẫu</td><td></td><td>UBND xã</td>", "Lò Văn Mẫu, UBND xã"),
    ],
)
def test_a_column_of_bodies_continues_that_of_posts(cells: str, line: str) -> None:
    assert lines(f"<table>{UNITS}<tr>{cells}</tr></table>")[1] == line


def test_a_column_of_another_kind_is_apart() -> None:
    head = UNITS.replace("Đơn vị", "Ghi chú")
    row = "<tr><td>Lò Văn Mẫu</td><td>Chủ tịch</td><td>Chủ trì</td></tr>"
    assert lines(f"<table>{head}{row}</table>")[1] == "Lò Văn Mẫu, Chủ tịch, Chủ trì"


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("Lò Văn Mẫu<br>Kế toán", "1, Lò Văn Mẫu, Kế toán"),
        ("<b>Lò Văn Mẫu</b><br/>Kế toán", "1, Lò Văn Mẫu, Kế toán"),
        ("<p>Lò Văn Mẫu</p><p>Chủ tịch</p><p>UBND xã</p>", "1, Lò Văn Mẫu, Chủ tịch UBND xã"),
        ("Lò Văn Mẫu - Kế toán", "1, Lò Văn Mẫu - Kế toán"),
        ("Lò Văn Mẫu", "1, Lò Văn Mẫu"),
        ("Ghi chú của xã<br>Kế toán", "1, Ghi chú của xã Kế toán"),
    ],
)
def test_a_post_below_a_name_in_one_cell(cell: str, line: str) -> None:
    head = "<tr><th>STT</th><th>Họ và tên, chức vụ</th></tr>"
    assert lines(f"<table>{head}<tr><td>1</td><td>{cell}</td></tr></table>")[1] == line


def test_lines_of_a_cell_of_another_column_are_not_parted() -> None:
    head = "<tr><th>STT</th><th>Chức danh</th></tr>"
    assert lines(f"<table>{head}<tr><td>1</td><td>Chủ Tịch<br>Hội đồng</td></tr></table>")[1] == "1, Chủ Tịch Hội đồng"
