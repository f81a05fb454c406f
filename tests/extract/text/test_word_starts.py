"""Where words begin, and that patterns tried only there find what they find in the whole text."""

from __future__ import annotations

from types import ModuleType

import pytest

from extract.events import triggers
from extract.jsonl import read_articles
from extract.mentions.attendance import counts
from extract.mentions.dates import expressions, periods
from extract.mentions.documents import find as documents
from extract.mentions.documents import type_words
from extract.mentions.places import units, venues
from extract.text.document import read_document
from extract.text.patterns import WordPattern, whole_words
from extract.text.word_starts import FIGURE, first_word, matches_at, starts_of
from scraper.article import Article, Place
from tests.tables import SAMPLE

MODULES = (counts, documents, expressions, periods, triggers, type_words, units, venues)


def test_a_word_is_the_letters_from_its_first_one_on() -> None:
    folded = "xã a, xã_b xã2 (xãx) 5h _xã"
    assert starts_of(folded, {"xã"}) == [0, 6, 11]
    assert starts_of(folded, {"xãx", FIGURE}) == [16, 21]
    assert starts_of(folded, {"huyện"}) == starts_of("", {"xã"}) == []


@pytest.mark.parametrize(("phrase", "word"), [("uỷ ban", "uỷ"), ("đ/c", "đ"), ("30 tháng", FIGURE), ("2a", FIGURE)])
def test_the_first_word_of_a_phrase(phrase: str, word: str) -> None:
    assert first_word(phrase) == word


def test_a_phrase_that_begins_with_a_mark_has_none() -> None:
    with pytest.raises(ValueError, match="begins with no word"):
        first_word("(số")


def test_matches_do_not_overlap() -> None:
    pattern = WordPattern("grammar", r"xã (?:xã )?\w+")
    assert [match.group() for match in matches_at(pattern.match, "xã xã a xã b", [0, 3, 8])] == ["xã xã a", "xã b"]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_nothing_is_missed_where_only_the_starts_of_words_are_tried(module: ModuleType) -> None:
    patterns = [one for one in vars(module).values() if isinstance(one, WordPattern) and one.begins]
    assert patterns
    patterns += [whole_words("events", "presence", "openings"), whole_words("events", "mode", "venues")]
    for article in read_articles(SAMPLE, lambda site_id, url: Place()):
        assert isinstance(article, Article)
        document = read_document(article)
        for pattern in patterns:
            for text in (document.folded, document.text):
                tried = [match.span() for match in pattern.find_in(document.folded, text)]
                assert tried == [match.span() for match in pattern.finditer(text)], pattern.pattern
