"""Extraction in processes: the outcomes are in input order for any number of processes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extract.limits import Limits
from extract.workers import Outcome, outcomes
from scraper.article import Article


def articles(count: int) -> Iterator[Article]:
    for number in range(count):
        text = f"Ngày {1 + number % 28}/3/2024, UBND xã tổ chức hội nghị." + " Dài." * (200 if number == 3 else 0)
        yield Article(id=f"a{number}", title="Hội nghị", paragraphs=(text,))


def read(count: int, workers: int) -> list[Outcome]:
    return list(outcomes(articles(count), workers, Limits(characters=500)))


def test_an_article_over_its_limit_has_a_reason_and_no_rows() -> None:
    found = read(5, 1)
    assert [one.article.id for one in found] == ["a0", "a1", "a2", "a3", "a4"]
    assert [bool(one.rows) for one in found] == [True, True, True, False, True]
    assert "at most 500 are read" in found[3].reason and found[0].reason == ""


def test_nothing_in_nothing_out() -> None:
    assert read(0, 1) == []


@pytest.mark.slow
def test_two_processes_say_what_one_says() -> None:
    assert read(70, 2) == read(70, 1)
