"""The kind of mention that is a sum of money: its table, and what is made of it."""

from __future__ import annotations

from collections.abc import Iterator

from extract.declaration.columns import ARTICLE_ID, EVENT_ID, EVIDENCE, Column
from extract.declaration.kinds import Kind, belongs_by_sentence
from extract.declaration.rules import Rule
from extract.declaration.tables import Highlight, Row, Table, evidence
from extract.mentions.amounts.find import KIND, find_amounts
from extract.results import Extraction

COLUMNS = (
    EVENT_ID,
    ARTICLE_ID,
    Column("dong", "integer", "The sum in đồng.", "120000000", True, fact=True, facet=True, shown=True),
    *EVIDENCE,
)

RULES = (
    Rule(
        "sum", "A number stands before a unit of money.", "amount", ("Trị giá 120 triệu đồng.",), ("Có 120 đại biểu.",)
    ),
    Rule("price", "It is the price of one piece.", "refused", ("Giá 5 triệu đồng/m2.",), ("Trị giá 5 triệu đồng.",)),
)


def _rows(found: Extraction) -> Iterator[Row]:
    for mention in found.of_kind(KIND):
        yield {
            "event_id": found.event_of(mention),
            "article_id": found.article.id,
            "dong": mention.value.dong,
            **evidence(found.text, mention.span, mention.rule),
        }


AMOUNTS = Kind(
    KIND,
    find_amounts,
    (
        Table(
            "amounts",
            "One row a sum of money.",
            COLUMNS,
            _rows,
            (),
            (("article_id", "articles"), ("event_id", "events")),
            Highlight(KIND, "#d5f0ef", "#17484a"),
        ),
    ),
    belongs_by_sentence,
    rules=RULES,
)
