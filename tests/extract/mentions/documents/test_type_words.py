"""Where a type of document is named, in full or short."""

from __future__ import annotations

import pytest

from extract.mentions.documents.type_words import find_type_words, type_named, type_names
from extract.text.document import read_document
from scraper.article import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ban hành Nghị quyết số 05", [("Nghị quyết", "Nghị quyết", False)]),
        ("theo NQ số 05 và QĐ 12", [("NQ", "Nghị quyết", True), ("QĐ", "Quyết định", True)]),
        ("thực hiện nghị   quyết", [("nghị quyết", "Nghị quyết", False)]),
        ("Thông tư liên tịch số 1", [("Thông tư liên tịch", "Thông tư liên tịch", False)]),
        ("NQ và QĐ", []),  # short, but no number follows
        ("nghị trường quyết liệt", []),
    ],
)
def test_type_words(text: str, found: list[tuple[str, str, bool]]) -> None:
    document = read_document(Article(id="a", paragraphs=(text,)))
    words = find_type_words(document)
    assert [(document.quote(word.span), word.type.name, word.short) for word in words] == found


@pytest.mark.parametrize(("text", "capital"), [("Dự có Kế hoạch số 5", True), ("Kế hoạch số 5", False)])
def test_a_capital_says_something_inside_a_sentence_only(text: str, capital: bool) -> None:
    (word,) = find_type_words(read_document(Article(id="a", paragraphs=(text,))))
    assert word.capitalised is capital


def test_a_type_by_its_name_or_short() -> None:
    assert type_named("nq").name == type_named("nghị quyết").name == "Nghị quyết"
    assert "Nghị quyết" in type_names()
    with pytest.raises(KeyError):
        type_named("nghị trường")
