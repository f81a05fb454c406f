"""The words around a count: its clause, its sentence, and its place in the article."""

from __future__ import annotations

import pytest

from tests.extract.mentions.attendance.counting import context, contexts


def test_a_count_stands_between_the_words_of_its_clause() -> None:
    found = context("Bản có điện. Họp bản; dự có 45 đại biểu của các bản; xã có chợ. Trời đẹp.")
    assert (found.left, found.unit) == ("dự có ", "đại biểu")
    assert found.right == " của các bản"
    assert found.told == "họp bản; dự có "
    assert found.sentence_before.strip() == "bản có điện."
    assert found.sentence.endswith("xã có chợ.")


def test_the_first_sentence_has_none_before_it() -> None:
    assert context("Dự có 45 đại biểu.").sentence_before == ""


@pytest.mark.parametrize(("lines", "opening"), [(0, True), (4, True), (5, False), (9, False)])
def test_the_first_five_sentences_open_the_article(lines: int, opening: bool) -> None:
    assert context("Trời đẹp.\n" * lines + "Dự có 45 đại biểu.").opening is opening


@pytest.mark.parametrize(
    ("text", "published", "years"),
    [
        ("Năm 2023, dự có 45 đại biểu.", "2024-05-15", ("2024", "2023")),
        ("Từ năm 2021 đến 2023, dự có 45 đại biểu.", None, ("", "2023")),
        ("Dự có 45 đại biểu.", None, ("", "")),
        ("Số 12023 có 45 đại biểu.", None, ("", "")),
    ],
)
def test_the_year_of_publication_and_the_last_one_that_is_printed(
    text: str, published: str | None, years: tuple[str, str]
) -> None:
    found = context(text, published)
    assert (found.year, found.printed_year) == years


def test_the_word_of_attending_after_a_count() -> None:
    coming = context("Có 45 đại biểu của các bản tham dự.").came
    assert coming and coming.group() == "tham dự"
    assert context("Có 45 đại biểu của các bản.").came is None


def test_a_count_knows_the_one_before_it() -> None:
    first, second = contexts("Dự có 45 đại biểu và 60 nông dân.")
    assert first.previous is None and second.previous == first.count
