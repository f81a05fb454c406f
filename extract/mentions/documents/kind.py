"""The declaration of cited documents as a kind of mention: their table, and their use in events."""

from __future__ import annotations

from collections.abc import Iterator

from extract.declaration.columns import ARTICLE_ID, EVENT_ID, EVIDENCE, Column
from extract.declaration.kinds import Gold, GoldField, Kind, belongs_by_sentence
from extract.declaration.tables import Highlight, Row, Table, evidence
from extract.mentions.documents.find import find_documents
from extract.mentions.documents.rules import RULES
from extract.results import Extraction
from extract.text.normalize import fold
from extract.text.partial_dates import DAY, first_day
from scraper.article import stable_id

COLUMNS = (
    Column("citation_id", "string", "The citation; stable over runs.", "c81b…", True),
    ARTICLE_ID,
    EVENT_ID,
    Column(
        "type", "string", "Type word, spelled out.", "@type", True, fact=True, facet=True, searched=True, shown=True
    ),
    Column("number", "string", "Number as printed.", "01", True, fact=True, shown=True),
    Column("year", "string", "Year of the number or of issue.", "2021", fact=True, facet=True),
    Column(
        "symbol",
        "string",
        "Whole number-and-code without spaces.",
        "01/2021/TT-BNV",
        fact=True,
        searched=True,
        shown=True,
    ),
    Column(
        "key",
        "string",
        "What identifies the document: type, number, year or term, issuer; cb: a decision, not a rule.",
        "@key",
        fact=True,
    ),
    Column(
        "issuer",
        "string",
        "Who issued it, as printed or from the code.",
        "@issuer",
        fact=True,
        facet=True,
        searched=True,
        shown=True,
    ),
    Column("issued_date", "partial_date", "Its own date.", "2021-01-11", fact=True, shown=True),
    Column(
        "subject",
        "string",
        "What it is about, as printed.",
        "@subject",
        fact=True,
        searched=True,
        shown=True,
    ),
    Column("provision", "string", "Point, clause and article cited.", "@provision", fact=True, shown=True),
    *EVIDENCE,
    Column("issued_day", "date", "The day of issued_date, where it is a whole day.", "2021-01-11"),
)


def _document_rows(found: Extraction) -> Iterator[Row]:
    ids: set[str] = set()
    for mention in found.citations:
        value = mention.value
        named = (found.article.id, fold(value.type), value.number, value.symbol or "")
        citation_id = stable_id("c", *named)
        if citation_id in ids:  # two documents of one type and number: told apart by their days or years
            citation_id = stable_id("c", *named, value.issued_date or value.year or "")
        ids.add(citation_id)
        yield {
            "citation_id": citation_id,
            "article_id": found.article.id,
            "event_id": found.event_of(mention),
            "type": value.type,
            "number": value.number,
            "year": value.year,
            "symbol": value.symbol,
            "key": value.key,
            "issuer": value.issuer,
            "issued_date": value.issued_date,
            "subject": value.subject,
            "provision": value.provision,
            **evidence(found.text, mention.span, mention.rule),
            "issued_day": first_day(value.issued_date) if len(value.issued_date or "") == DAY else None,
        }


DOCUMENTS = Kind(
    "document",
    find_documents,
    (
        Table(
            "documents",
            "One row a document cited by number.",
            COLUMNS,
            _document_rows,
            ("citation_id",),
            (("article_id", "articles"), ("event_id", "events")),
            Highlight("document", "#ffd9c7", "#62301c"),
        ),
    ),
    belongs_by_sentence,
    gold=Gold(
        (
            GoldField("type", "type", blank=""),
            GoldField("number", "number", blank=""),
            GoldField("symbol", "symbol"),
            GoldField("date", "issued_date"),
            GoldField("issuer", "issuer"),
        )
    ),
    explained_by=("document_types/type", "issuers/national", "issuers/local"),
    rules=RULES,
)
