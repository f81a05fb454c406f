"""Rows of tables of persons: each is a line with the name, the post and its body, whatever the columns are."""

from __future__ import annotations

import pytest

from scraper.pages.blocks import read_blocks
from scraper.pages.grids import grid_of
from scraper.pages.people_tables import Columns, columns_of
from scraper.pages.selecting import tree

MAU = "Lò Văn Mẫu, Chủ tịch UBND xã Vân Nham"
THU = "Vừ A Thử, Bí thư Đảng ủy xã Vân Nham"


def row(*cells: str, tag: str = "td") -> str:
    return "<tr>" + "".join(one if one.startswith("<t") else f"<{tag}>{one}</{tag}>" for one in cells) + "</tr>"


def heads(*cells: str) -> str:
    return row(*cells, tag="th")


def lines(*rows: str) -> list[str]:
    html = f"<html><body><div><table>{''.join(rows)}</table></div></body></html>"
    return [block.text for block in read_blocks(tree(html))]


@pytest.mark.parametrize(
    ("names", "first", "second"),
    [
        (("Họ và tên", "Đơn vị", "Chức vụ"), "Lò Văn Mẫu|UBND xã Vân Nham|Chủ tịch", "Vừ A Thử|{}|Bí thư"),
        (("Đơn vị", "Họ và tên", "Chức vụ"), "UBND xã Vân Nham|Lò Văn Mẫu|Chủ tịch", "{}|Vừ A Thử|Bí thư"),
        (("Chức danh", "Cơ quan", "Họ tên"), "Chủ tịch|UBND xã Vân Nham|Lò Văn Mẫu", "Bí thư|{}|Vừ A Thử"),
        (("Cơ quan", "Chức vụ", "Họ tên"), "UBND xã Vân Nham|Chủ tịch|Lò Văn Mẫu", "{}|Bí thư|Vừ A Thử"),
        (("Khách mời", "Vai trò", "Nơi đến"), "Lò Văn Mẫu|Chủ tịch|UBND xã Vân Nham", "Vừ A Thử|Bí thư|{}"),
        (("Thuộc", "Ông (bà)", "Giữ chức"), "UBND xã Vân Nham|Lò Văn Mẫu|Chủ tịch", "{}|Vừ A Thử|Bí thư"),
    ],
)
def test_columns_in_any_order_and_of_any_heading(names: tuple[str, ...], first: str, second: str) -> None:
    body = [row(*line.format("Đảng ủy xã Vân Nham").split("|")) for line in (first, second)]
    assert lines(heads(*names), *body) == [", ".join(names), MAU, THU]


def test_columns_without_headings() -> None:
    first = row("1", "Ông Lò Văn Mẫu", "UBND xã Vân Nham", "Chủ tịch")
    second = row("2", "Bà Vừ Thị Thử", "Trường Mầm non", "Phó")
    assert lines(first, second) == [
        "1, Ông Lò Văn Mẫu, Chủ tịch UBND xã Vân Nham",
        "2, Bà Vừ Thị Thử, Phó Trường Mầm non",
    ]


def test_a_body_that_spans_the_rows_of_its_persons() -> None:
    rows = (
        row('<td rowspan="2">1</td>', "<td rowspan='2'>UBND xã Vân Nham</td>", "Lò Văn Mẫu", "Chủ tịch"),
        row("Vừ A Thử", "Phó Chủ tịch"),
        row("2", "Đảng ủy xã", "Giàng Thị Dợ", "Bí thư"),
    )
    assert lines(heads("STT", "Đơn vị", "Họ và tên", "Chức vụ"), *rows)[1:] == [
        f"1, {MAU}",
        "Vừ A Thử, Phó Chủ tịch UBND xã Vân Nham",
        "2, Giàng Thị Dợ, Bí thư Đảng ủy xã",
    ]


def test_a_post_or_a_name_that_spans_rows() -> None:
    posts = row("<td rowspan=2>Phó Chủ tịch</td>", "Lò Văn Mẫu", "UBND xã A"), row("Vừ A Thử", "UBND xã B")
    assert lines(heads("Chức vụ", "Họ và tên", "Đơn vị"), *posts)[1:] == [
        "Lò Văn Mẫu, Phó Chủ tịch UBND xã A",
        "Vừ A Thử, Phó Chủ tịch UBND xã B",
    ]
    held = row("<td rowspan=2>Lò Văn Mẫu</td>", "Phó Bí thư Đảng ủy"), row("Chủ tịch UBND xã")
    assert lines(heads("Họ và tên", "Chức vụ"), *held)[1:] == [
        "Lò Văn Mẫu, Phó Bí thư Đảng ủy",
        "Lò Văn Mẫu, Chủ tịch UBND xã",
    ]


@pytest.mark.parametrize(
    "group", ['<td colspan="3">I. UBND xã Vân Nham</td>', "<td></td><td>UBND xã Vân Nham</td><td></td>"]
)
def test_a_body_on_a_row_of_its_own(group: str) -> None:
    rows = row(group), row("1", "Lò Văn Mẫu", "Chủ tịch"), row("2", "Vừ A Thử", "Phó Chủ tịch")
    assert lines(heads("STT", "Họ và tên", "Chức vụ"), *rows)[2:] == [
        f"1, {MAU}",
        "2, Vừ A Thử, Phó Chủ tịch UBND xã Vân Nham",
    ]


def test_a_row_of_its_own_that_names_no_body_ends_the_body_before() -> None:
    rows = row('<td colspan="2">UBND xã Vân Nham</td>'), row("Lò Văn Mẫu", "Chủ tịch")
    guests = row('<td colspan="2">Khách mời</td>'), row("Vừ A Thử", "Bí thư")
    assert lines(heads("Họ và tên", "Chức vụ"), *rows, *guests)[2:] == [MAU, "Khách mời", "Vừ A Thử, Bí thư"]


def test_headings_of_two_rows() -> None:
    above = heads('<th rowspan="2">STT</th>', '<th rowspan="2">Họ và tên</th>', '<th colspan="2">Công tác</th>')
    body = row("1", "Lò Văn Mẫu", "Chủ tịch", "UBND xã Vân Nham"), row("2", "Vừ A Thử", "Bí thư", "Đảng ủy xã Vân Nham")
    assert lines(above, heads("Chức vụ", "Đơn vị"), *body)[2:] == [f"1, {MAU}", f"2, {THU}"]


def test_one_heading_over_the_columns_of_posts_and_bodies() -> None:
    above = heads("TT", "Họ và tên", '<th colspan="2">Chức vụ, đơn vị công tác</th>')
    body = row("1", "Lò Văn Mẫu", "Chủ tịch", "UBND xã Vân Nham"), row("2", "Vừ A Thử", "Bí thư", "Đảng ủy xã Vân Nham")
    assert lines(above, *body)[1:] == [f"1, {MAU}", f"2, {THU}"]


@pytest.mark.parametrize("above", [("Họ và đệm", "Tên"), ('<th colspan="2">Họ và tên</th>',)])
def test_a_name_in_two_columns(above: tuple[str, ...]) -> None:
    body = row("Lò Văn", "Mẫu", "Chủ tịch UBND xã"), row("Vừ A", "Thử", "Kế toán")
    assert lines(heads(*above, "Chức vụ"), *body)[1:] == ["Lò Văn Mẫu, Chủ tịch UBND xã", "Vừ A Thử, Kế toán"]


@pytest.mark.parametrize(
    ("post", "body", "line"),
    [
        ("Trưởng phòng", "Phòng Nội vụ huyện", "Trưởng phòng Nội vụ huyện"),
        ("Trưởng Công an", "Công an huyện Mẫu", "Trưởng Công an huyện Mẫu"),
        ("Chủ tịch UBND xã", "Xã Vân Nham", "Chủ tịch UBND xã Vân Nham"),
        ("Phó Chủ tịch Thường trực", "HĐND huyện", "Phó Chủ tịch Thường trực HĐND huyện"),
        ("Bí thư Đảng ủy, Chủ tịch HĐND", "Xã Vân Nham", "Bí thư Đảng ủy, Chủ tịch HĐND"),
        ("Chủ tịch<br>Hội Nông dân xã", "Xã Vân Nham", "Chủ tịch Hội Nông dân xã Vân Nham"),
        ("Phó Bí thư Đảng ủy<br>Chủ tịch UBND xã", "", "Phó Bí thư Đảng ủy, Chủ tịch UBND xã"),
    ],
)
def test_how_a_body_continues_a_post(post: str, body: str, line: str) -> None:
    told = lines(heads("Họ và tên", "Chức vụ", "Đơn vị"), row("Ksor H'Loan", post, body))[1]
    assert told.removesuffix(f", {body}") == f"Ksor H'Loan, {line}"


@pytest.mark.parametrize(
    "rows",
    [
        (heads("Thời gian", "Nội dung", "Chủ trì"), row("8h00", "Họp giao ban", "Chủ tịch UBND xã")),
        (heads("Hạng", "Vận động viên", "Đơn vị"), row("1", "Lò Văn Mẫu", "Xã Mẫu"), row("2", "Vừ A Thử", "Xã B")),
        (heads("Họ và tên", "Năm sinh"), row("Lò Văn Mẫu", "1970"), row("Vừ A Thử", "1981")),
    ],
    ids=["schedule", "sport", "birth years"],
)
def test_other_tables_are_none_of_persons(rows: tuple[str, ...]) -> None:
    assert columns_of(grid_of(tree(f"<table>{''.join(rows)}</table>").iter("tr"))) is None


def test_the_columns_are_told() -> None:
    rows = heads("TT", "Họ và tên", "Chức vụ", "Đơn vị"), row("1", "Lò Văn Mẫu", "Kế toán", "Trạm Y tế xã")
    found = columns_of(grid_of(tree(f"<table>{''.join(rows)}</table>").iter("tr")))
    assert found == Columns(names=(1,), posts=(2,), unit=3, headings=1)
