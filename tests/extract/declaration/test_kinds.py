"""The event that a mention belongs to, and the declarations of every kind."""

from __future__ import annotations

import pytest

from extract.declaration.kinds import Kind, belongs_by_sentence, belongs_to_none, unchanged
from extract.mentions import KINDS
from extract.model import Mention, Span
from extract.results import Event
from extract.text.document import Document, read_document
from scraper.article import Article

TEXT = "UBND xã mở hội nghị. Ngày 5/4 xã tổ chức bầu cử. Dự có bà An."


def document() -> Document:
    return read_document(Article(id="a", paragraphs=(TEXT,)))


def event(name: str, sentence: int) -> Event:
    return Event(name, name == "main", "meeting", name, "held", document().sentences[sentence], "r", 1.0)


@pytest.mark.parametrize(
    ("words", "owner"), [("UBND xã", "main"), ("bầu cử", "further"), ("bà An", "main"), ("Ngày 5/4", "further")]
)
def test_a_mention_belongs_to_the_further_event_of_its_sentence_else_to_the_main_one(words: str, owner: str) -> None:
    at = TEXT.index(words)
    mention: Mention[object] = Mention("official", Span(at, at + len(words)), words, None, "r")
    events = (event("main", 0), event("further", 1))
    assert belongs_by_sentence(document(), mention, events) == owner
    assert belongs_by_sentence(document(), mention, events[:1]) == "main"
    assert belongs_to_none(document(), mention, events) is None


def test_mentions_stand_where_nothing_is_said_of_articles_without_an_event() -> None:
    mentions: tuple[Mention[object], ...] = (Mention("place", Span(0, 2), "xã", None, "r"),)
    assert unchanged(mentions).mentions == mentions and not unchanged(mentions).rejections


def test_names_and_tables_of_kinds_are_their_own() -> None:
    names = [kind.name for kind in KINDS]
    tables = [table for kind in KINDS for table in kind.tables]
    marks = [table.highlight.name for table in tables if table.highlight]
    for told in (names, [table.name for table in tables], marks):
        assert len(told) == len(set(told))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.gold], ids=lambda kind: kind.name)
def test_gold_is_drafted_from_columns_that_are_there(kind: Kind) -> None:
    assert kind.gold is not None
    columns = {column.name: column for column in kind.tables[0].columns}
    for field in kind.gold.fields:
        assert (columns[field.column].type == "list") == (field.entry == "list")
        assert (columns[field.column].type == "boolean") == (field.entry == "flag")
        assert (columns[field.column].type == "integer") == (field.entry == "number")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_the_report_marks_it_also_tells(kind: Kind) -> None:
    for table in kind.tables:
        assert bool(table.highlight) == bool(table.shown)
