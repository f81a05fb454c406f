"""The day of issue printed before the type word."""

from __future__ import annotations

import pytest

from extract.mentions.documents.issue_days import announced, issue_day
from extract.text.document import read_document
from scraper.article import Article


@pytest.mark.parametrize(
    ("text", "day", "issuer"),
    [
        ("Ngày 6/2, UBND tỉnh ban hành Kế hoạch số 5.", "2024-02-06", "UBND tỉnh"),
        ("Ngày 6/2/2023, HĐND huyện đã ban hành Kế hoạch số 5.", "2023-02-06", "HĐND huyện"),
        ("Ngày 6/2 và ngày 8/2, UBND tỉnh ban hành Kế hoạch số 5.", None, None),
        ("Ngày 6/2, UBND tỉnh họp về Kế hoạch số 5.", None, None),
        ("Kế hoạch số 5.", None, None),
    ],
)
def test_day_and_issuer_before_the_type_word(text: str, day: str | None, issuer: str | None) -> None:
    document = read_document(Article(id="a", paragraphs=(text,), published_at="2024-02-10"))
    found, body = announced(document, text.index("Kế hoạch"))
    assert (found and issue_day(document, found)) == day
    assert (body and document.quote(body)) == issuer


def test_a_day_without_a_year_is_placed_by_a_full_day_of_the_text() -> None:
    text = "Ngày 6/2, UBND tỉnh ban hành Kế hoạch số 5. Hội nghị họp ngày 12/3/2021."
    document = read_document(Article(id="a", paragraphs=(text,)))
    found, _ = announced(document, text.index("Kế hoạch"))
    assert found is not None and issue_day(document, found) == "2021-02-06"
