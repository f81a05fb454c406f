"""The lists of a table by the roles of its columns, and the cells of a row's evidence."""

from __future__ import annotations

import re

import pytest

from extract.declaration.columns import EVIDENCE, Column
from extract.declaration.tables import Highlight, Table, evidence
from extract.mentions import KINDS
from extract.model import Span
from extract.results import Extraction
from scraper.article import Article

TABLE = Table(
    "things",
    "One row a thing.",
    (
        Column("name", "string", "Its name.", fact=True, searched=True),
        Column("kind", "string", "Its kind.", facet=True, shown=True),
        *EVIDENCE,
    ),
)
MARKS = [table.highlight for kind in KINDS for table in kind.tables if table.highlight]


def test_columns_by_their_roles() -> None:
    assert (TABLE.facts, TABLE.facets, TABLE.searched, TABLE.shown) == (("name",), ("kind",), ("name",), ("kind",))


def test_evidence_quotes_the_text() -> None:
    cells = evidence("Xã họp.", Span(3, 6), "r")
    assert cells == {"span_start": 3, "span_end": 6, "quote": "họp", "rule": "r"}
    assert list(cells) == [column.name for column in EVIDENCE]


def test_a_table_that_is_made_of_other_tables_has_no_rows_of_an_article() -> None:
    assert list(TABLE.rows(Extraction(Article(id="a"), ""))) == []


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(part, 16) / 255 for part in re.findall("..", color[1:])]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.name)
def test_text_can_be_read_on_its_mark(mark: Highlight) -> None:
    assert (luminance(mark.light) + 0.05) / 0.05 > 7
    assert 1.05 / (luminance(mark.dark) + 0.05) > 7
