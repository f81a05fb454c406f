"""The names in one run of capitalised words, each with its evidence, and the runs that are refused."""

from __future__ import annotations

import pytest

from extract.mentions.names.recognition import may_open, read_run
from extract.mentions.names.runs import read_capital_runs
from extract.mentions.names.values import NameMention, RefusedName
from extract.text.tokens import Tokens
from tests.extract.texts import tokens_of


def read(text: str) -> tuple[Tokens, list[NameMention | RefusedName]]:
    """The tokens of a text and what its runs hold."""
    tokens = tokens_of(text)
    return tokens, [found for run in read_capital_runs(tokens, ()) for found in read_run(tokens, run)]


def names(text: str) -> list[tuple[str, str]]:
    """The names in a text, each with its evidence, and the refused ones, each with the reason."""
    tokens, found = read(text)
    return [
        (" ".join(tokens.folded[one.start : one.end]), one.evidence if isinstance(one, NameMention) else one.reason)
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "name", "evidence"),
    [
        ("Dự có ông Vi Văn Đại.", "vi văn đại", "family"),
        ("Hôm qua Danh Sang dự.", "danh sang", "weak"),
        ("Đồng chí Nhã Khanh dự.", "nhã khanh", "honorific"),
        ("Đồng chí Trưởng Văn Sáu dự.", "trưởng văn sáu", "honorific"),
        ("Ông Thăng nói.", "thăng", "given"),
        ("Khăm-phết Sỉ-la-vông nói.", "khăm - phết sỉ - la - vông", "foreign"),
        ("Bà H'Lơi Êban dự.", "h'lơi êban", "family"),
        ("Gặp K'Brêu Ha tại xã.", "k'brêu ha", "family"),
        ("Gặp đồng chí VI VĂN ĐẠI hôm nay.", "vi văn đại", "family"),
    ],
)
def test_what_makes_a_run_a_name(text: str, name: str, evidence: str) -> None:
    assert names(text) == [(name, evidence)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xe đi trên đường Bùi Thị Xuân.", [("bùi thị xuân", "street")]),
        ("Cử tri Vi Văn Đại hỏi.", [("vi văn đại", "voter")]),
        ("Tòa hỏi bị cáo Vi Văn Đại.", [("vi văn đại", "suspect")]),
        ("UBND phường Lê Hồng Phong họp.", [("lê hồng phong", "historical")]),
        ("Ông Lê Hồng Phong dự.", [("lê hồng phong", "historical")]),
        ("Trường Mầm non Hoa Sen Vi Văn Đại dự.", [("vi văn đại", "family")]),  # behind the school's name
        ("Giám đốc Trung tâm Vi Văn Đại dự.", [("vi văn đại", "family")]),  # who leads it
        ("UBND huyện Lâm Bình Đặng Văn Nhàn dự.", [("đặng văn nhàn", "family")]),
        ("Sở Công Thương Vi Văn Đại dự.", [("vi văn đại", "family")]),
        ("Sở Công Thương họp.", []),
        ("Hội Kiến Trúc Sư Việt Nam họp.", []),
        ("CHỦ TỊCH VI VĂN ĐẠI DỰ", []),  # a heading: only what the text has elsewhere is read in it
        ("Đồng chí Trưởng Ban nói.", []),
        ("Anh A nói.", []),
        ("Dự có ông Sonthanuthamavong.", [("sonthanuthamavong", "foreign")]),
        ("Dự họp có ông A; K'Lơi - Phó Bí thư.", [("k'lơi", "weak")]),
        ("Gặp H'Lơi tại xã.", []),
        ("Thăm Mường Chà.", []),
    ],
)
def test_what_stands_before_decides(text: str, found: list[tuple[str, str]]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ông Chu Văn Đông Phát biểu tại lễ.", "chu văn đông"),
        ("Ông Chu Văn Đông Sau khi nghe.", "chu văn đông"),
        ("Ông Chu Văn Sau nói.", "chu văn sau"),  # "Sau" is a given name here
        ("Hôm nay Chu Văn Đông UBND xã họp.", "chu văn đông"),
        ("Bà Đặng Thị Thiên Lý Hoàng Phương nói.", "đặng thị thiên lý hoàng phương"),
        ("Mời Đặng Thị Thiên Lý Hoàng Phương nói.", "đặng thị thiên lý hoàng"),  # five syllables without an honorific
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    assert [found for found, _ in names(text)] == [name]


@pytest.mark.parametrize(
    ("text", "lead", "official", "plural"),
    [
        ("Dự có đồng chí Vi Văn Đại.", "đồng chí", True, False),
        ("Dự có GS.TS Vi Văn Đại.", "gs.ts", False, False),
        ("Dự có các đồng chí Vi Văn Đại.", "các đồng chí", True, True),
        ("Dự có các ông Vi Văn Đại.", "các ông", False, True),
        ("Dự có Vi Văn Đại.", "", False, False),
    ],
)
def test_the_honorific_of_a_name(text: str, lead: str, official: bool, plural: bool) -> None:
    tokens, (name,) = read(text)
    assert isinstance(name, NameMention)
    assert (" ".join(tokens.folded[name.lead : name.start]), name.official, name.plural) == (lead, official, plural)


@pytest.mark.parametrize(
    ("word", "opens"), [("lò", True), ("ksor", True), ("h'lơi", True), ("h'", True), ("hội", False), ("k", True)]
)
def test_the_words_that_a_name_may_begin_with(word: str, opens: bool) -> None:
    assert may_open(word) is opens
