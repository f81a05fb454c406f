"""Cleaning of articles: strings are cleaned, invalid times and URLs are dropped."""

from __future__ import annotations

import pytest

from extract.cleaning import clean_article
from scraper.article import Article


def test_strings_are_cleaned() -> None:
    dirty = Article(id=" a\x001 ", title="Tin\n mới ", lead="Một\x07", paragraphs=("Hai\r\nba",), author=" A B\n")
    clean = clean_article(dirty)
    assert (clean.id, clean.title, clean.author) == ("a1", "Tin mới", "A B")
    assert "\x07" not in clean.lead and "\r" not in clean.paragraphs[0]
    assert clean.source is None


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12T01:30:00Z", "2024-03-12T08:30:00+07:00"),
        ("2024-02-30", None),
        ("hôm qua", None),
        (None, None),
    ],
)
def test_a_publication_that_no_calendar_has_is_left_out_with_its_precision(
    published: str | None, told: str | None
) -> None:
    clean = clean_article(Article(id="a", published_at=published, published_precision="minute"))
    assert clean.published_at == told
    assert clean.published_precision == ("minute" if told else None)


@pytest.mark.parametrize(
    ("url", "told"),
    [("https://xa.example/tin", "https://xa.example/tin"), ("javascript:alert(1)", None), ("xa.example", None)],
)
def test_an_address_that_leads_nowhere_is_left_out(url: str, told: str | None) -> None:
    assert clean_article(Article(id="a", url=url)).url == told


def test_a_fetch_is_told_in_utc() -> None:
    clean = clean_article(Article(id="a", fetched_at="2024-03-12T08:30:00+07:00"))
    assert clean.fetched_at == "2024-03-12T01:30:00Z"
