"""Roles that a line above a list gives to its persons, with headings of columns and bodies between."""

from __future__ import annotations

import pytest

from extract.mentions.officials.list_headings import goes_on_after, list_heading
from extract.text.document import read_document
from extract.text.tokens import read_tokens
from scraper.article import Article
from tests.extract.mentions.people import roles

COME = "Dự hội nghị có các đại biểu:"
EVENT = "Sáng 14/5/2024, UBND huyện tổ chức hội nghị."
PERSONS = ("1, Vi Bá Tây, Chủ tịch UBND xã Vân Nham", "2, Chu Văn Đông, Trưởng Công an xã", "Hội nghị bàn về sản xuất.")


@pytest.mark.parametrize(
    "between",
    [
        (),
        ("STT, Họ và tên, Chức vụ",),
        ("TT, Đại biểu, Vị trí, Nơi làm việc",),
        ("STT, Họ và tên, Công tác", "Chức vụ, Đơn vị"),
        ("STT, Họ và tên, Chức vụ", "I. UBND xã Vân Nham"),
        ("Về phía xã Vân Nham",),
    ],
)
def test_persons_below_labels_have_the_roles_of_the_line_above(between: tuple[str, ...]) -> None:
    assert roles(EVENT, COME, *between, *PERSONS) == {"Vi Bá Tây": ["attend"], "Chu Văn Đông": ["attend"]}


def test_a_body_between_two_persons_of_a_list_is_passed_over() -> None:
    found = roles(EVENT, COME, PERSONS[0], "II. Công an huyện", *PERSONS[1:])
    assert found == {"Vi Bá Tây": ["attend"], "Chu Văn Đông": ["attend"]}


@pytest.mark.parametrize(
    "between", ["Hội nghị diễn ra trong một ngày.", "Sau đó các đại biểu phát biểu về nhiều nội dung khác nhau của xã"]
)
def test_a_sentence_ends_what_the_line_above_says(between: str) -> None:
    assert roles(EVENT, COME, between, *PERSONS)["Vi Bá Tây"] == ["other"]


def test_the_sentences_between() -> None:
    tokens = read_tokens(read_document(Article(id="a", paragraphs=(COME, "Họ tên, Chức vụ, Đơn vị", "Vi Bá Tây"))))
    last = len(tokens) - 1
    assert list_heading(tokens, last) == {"attend"}
    assert goes_on_after(tokens, last, tokens.sentence[0]) and not goes_on_after(tokens, last, -3)
