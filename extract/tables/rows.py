"""The tables: the rows of an extraction, column by column as schema.py declares them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from extract.gazetteer.since_reform import present_place
from extract.model import Event, Extraction, Mention, OfficialValue, Rejection, Span
from extract.tables import schema
from extract.tables.days import first_day, last_day
from extract.tables.schema import Column
from extract.text.normalize import fold
from scraper.article import stable_id

__all__ = ["TABLES", "Cell", "Column", "Row", "Table", "official_id", "rows_of", "table_named"]

DAY = 10  # characters of an ISO day
Cell = str | int | float | bool | None | tuple[str, ...]
Row = Mapping[str, Cell]


def _no_rows(found: Extraction) -> Iterator[Row]:
    """The rows of a table that is not made from single articles but from other tables."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, its keys, and how its rows are made from one extraction."""

    name: str
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Extraction], Iterator[Row]] = _no_rows
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[tuple[str, str], ...] = (("article_id", "articles"),)

    @property
    def facts(self) -> tuple[str, ...]:
        """The columns whose values are compared between two versions of the rules."""
        return tuple(column.name for column in self.columns if column.fact)

    @property
    def facets(self) -> tuple[str, ...]:
        """The columns to filter by."""
        return tuple(column.name for column in self.columns if column.facet)

    @property
    def searched(self) -> tuple[str, ...]:
        """The columns whose words are in the full-text index."""
        return tuple(column.name for column in self.columns if column.searched)

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns that the report shows."""
        return tuple(column.name for column in self.columns if column.shown)


def official_id(article_id: str, name: str) -> str:
    """The id of a person within an article; one spelling for both tone placements and any case."""
    return stable_id("o", article_id, fold(name))


def _evidence(text: str, span: Span, rule: str) -> dict[str, Cell]:
    return {"span_start": span.start, "span_end": span.end, "quote": text[span.start : span.end], "rule": rule}


def _article_rows(found: Extraction) -> Iterator[Row]:
    article = found.article
    yield {
        "article_id": article.id,
        "site_id": article.site_id,
        "url": article.url,
        "title": article.title,
        "lead": article.lead,
        "author": article.author,
        "source": article.source,
        "section": article.section,
        "published_at": article.published_at,
        "published_precision": article.published_precision,
        "text": found.text,
        "text_sha256": hashlib.sha256(found.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "platform": article.platform,
        "fetched_at": article.fetched_at,
        "page_sha256": article.page_sha256,
        "warc_file": article.warc_file,
        "warc_offset": article.warc_offset,
        "duplicate_of": article.duplicate_of,
        "attachments": tuple(attachment.url for attachment in article.attachments),
        "topics": found.topics,
    }


def _event_rows(found: Extraction) -> Iterator[Row]:
    return (_event_row(found, event) for event in found.events)


def _event_row(found: Extraction, event: Event) -> Row:
    place, article = event.place, found.article
    return {
        "event_id": event.id,
        "article_id": article.id,
        "is_main": event.is_main,
        "type": event.type,
        "name": event.name,
        "status": event.status,
        "start_date": event.start_date,
        "end_date": event.end_date,
        "date_precision": event.date_precision,
        "date_basis": event.date_basis,
        "part_of_day": event.part_of_day,
        "mode": event.mode,
        "organizers": event.organizers,
        "venue": event.venue,
        "province": place.province,
        "province_code": place.province_code,
        "district": place.district,
        "district_code": place.district_code,
        "commune": place.commune,
        "commune_code": place.commune_code,
        **_headcount(found, event),
        "n_officials": sum(found.event_of(mention) == event.id for mention in found.officials),
        "n_documents": sum(found.event_of(mention) == event.id for mention in found.citations),
        "url": article.url,
        "title": article.title,
        "published_at": article.published_at,
        "confidence": event.confidence,
        **_evidence(found.text, event.span, event.rule),
        **_present_place(event, article.published_at),
        "country": event.country,
        "site_id": article.site_id,
        "start_time": _start_time(found, event),
        "start_day": first_day(event.start_date),
        "end_day": last_day(event.end_date),
    }


def _start_time(found: Extraction, event: Event) -> str | None:
    """The time of day printed with the event's first day."""
    own = (mention.value for mention in found.dates if found.event_of(mention) == event.id)
    return next((day.clock for day in own if day.clock and day.kind == "event" and day.start == event.start_date), None)


def _present_place(event: Event, published_at: str | None) -> dict[str, Cell]:
    """The event's place in the units of since the reform, as it was on the event's day."""
    day = event.start_date if event.start_date and len(event.start_date) == DAY else (published_at or "")[:DAY]
    present = present_place(event.place, day or None)
    return {
        "district_tier": present.district_tier,
        "commune_tier": present.commune_tier,
        "province_code_2025": present.province,
        "commune_code_2025": present.commune,
        "commune_codes_2025": present.communes,
    }


def _headcount(found: Extraction, event: Event) -> dict[str, Cell]:
    """The count of all who attended: the largest of scope "event", printed before derived, a range by its lower end."""
    own = [
        mention.value
        for mention in found.attendance
        if found.event_of(mention) == event.id and mention.value.scope == "event"
    ]
    best = max(own, key=lambda value: (not value.derived, value.count), default=None)
    if best is None:
        return dict.fromkeys(("attendees", "attendees_max", "attendees_cmp", "attendees_unit"))
    return {
        "attendees": best.count,
        "attendees_max": best.count_max,
        "attendees_cmp": best.cmp,
        "attendees_unit": best.unit,
    }


def _official_rows(found: Extraction) -> Iterator[Row]:
    events: dict[str | None, Event] = {event.id: event for event in found.events}
    for mention in found.officials:
        person = mention.value
        yield {
            "official_id": official_id(found.article.id, person.name),
            "event_id": found.event_of(mention),
            "article_id": found.article.id,
            "name": person.name,
            "honorific": person.honorific,
            "positions": tuple(position.text for position in person.positions),
            "roles": person.roles,
            "participant": person.participant,
            "organization": person.organization,
            "level": person.level,
            "confidence": person.confidence,
            **_evidence(found.text, mention.span, mention.rule),
            "site_id": found.article.site_id,
            "published_at": found.article.published_at,
            **_day_and_place(events.get(found.event_of(mention))),
        }


def _day_and_place(event: Event | None) -> dict[str, Cell]:
    """The first day and the place of an event, for the rows of those who took part."""
    if event is None:
        return dict.fromkeys(("start_date", "province", "district", "commune"))
    place = event.place
    return {
        "start_date": event.start_date,
        "province": place.province,
        "district": place.district,
        "commune": place.commune,
    }


def _position_rows(found: Extraction) -> Iterator[Row]:
    return (row for mention in found.officials for row in _positions_of(found, mention))


def _positions_of(found: Extraction, mention: Mention[OfficialValue]) -> Iterator[Row]:
    for position in mention.value.positions:
        yield {
            "official_id": official_id(found.article.id, mention.value.name),
            "article_id": found.article.id,
            "name": mention.value.name,
            "position": position.text,
            "head": position.head,
            "body": position.body,
            "unit": position.unit,
            "level": position.level,
            **_evidence(found.text, position.span, position.rule or mention.rule),
            "head_canonical": position.head_canonical,
            "body_canonical": position.body_canonical,
            "unit_code": position.unit_code,
            "level_basis": position.level_basis,
        }


def _attendance_rows(found: Extraction) -> Iterator[Row]:
    for mention in found.attendance:
        value = mention.value
        yield {
            "event_id": found.event_of(mention),
            "article_id": found.article.id,
            "count": value.count,
            "count_max": value.count_max,
            "cmp": value.cmp,
            "unit": value.unit,
            "scope": value.scope,
            "derived": value.derived,
            **_evidence(found.text, mention.span, mention.rule),
        }


def _document_rows(found: Extraction) -> Iterator[Row]:
    for mention in found.citations:
        value = mention.value
        yield {
            "citation_id": stable_id("c", found.article.id, fold(value.type), value.number, value.symbol or ""),
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
            **_evidence(found.text, mention.span, mention.rule),
            "issued_day": first_day(value.issued_date) if len(value.issued_date or "") == DAY else None,
        }


def _date_rows(found: Extraction) -> Iterator[Row]:
    for mention in found.dates:
        value = mention.value
        yield {
            "article_id": found.article.id,
            "event_id": found.event_of(mention),
            "kind": value.kind,
            "start_date": value.start or None,
            "end_date": value.end or None,
            "precision": value.precision,
            "part_of_day": value.part_of_day,
            "basis": value.basis,
            **_evidence(found.text, mention.span, mention.rule),
            "clock": value.clock,
            "start_day": first_day(value.start),
            "end_day": last_day(value.end),
        }


def _rejection_rows(found: Extraction) -> Iterator[Row]:
    return (_rejection_row(found, rejection) for rejection in found.rejections)


def _rejection_row(found: Extraction, rejection: Rejection) -> Row:
    return {
        "article_id": found.article.id,
        "kind": rejection.kind,
        "reason": rejection.reason,
        **_evidence(found.text, rejection.span, rejection.rule),
    }


TABLES = (
    Table(
        "articles",
        "One row an article, with the text that all evidence is counted in.",
        schema.ARTICLES,
        _article_rows,
        ("article_id",),
        (),
    ),
    Table(
        "events",
        "One row an event that an article reports; is_main marks the one the article is about.",
        schema.EVENTS,
        _event_rows,
        ("event_id",),
    ),
    Table(
        "officials",
        "One row a named person with a post, a rank or a role in the article.",
        schema.OFFICIALS,
        _official_rows,
        ("official_id",),
        (("article_id", "articles"), ("event_id", "events")),
    ),
    Table(
        "positions",
        "One row a post of a person.",
        schema.POSITIONS,
        _position_rows,
        (),
        (("article_id", "articles"), ("official_id", "officials")),
    ),
    Table(
        "attendance",
        "One row a count of people who took part.",
        schema.ATTENDANCE,
        _attendance_rows,
        (),
        (("article_id", "articles"), ("event_id", "events")),
    ),
    Table(
        "documents",
        "One row a document cited by number.",
        schema.DOCUMENTS,
        _document_rows,
        ("citation_id",),
        (("article_id", "articles"), ("event_id", "events")),
    ),
    Table(
        "dates",
        "One row a date in the text, with what it is the date of.",
        schema.DATES,
        _date_rows,
        (),
        (("article_id", "articles"), ("event_id", "events")),
    ),
    Table("rejections", "What a rule saw and refused, and why.", schema.REJECTIONS, _rejection_rows),
)


def rows_of(found: Extraction) -> dict[str, list[Row]]:
    """All rows of one extraction, by table name."""
    return {table.name: list(table.rows(found)) for table in TABLES}


def table_named(name: str) -> Table:
    """The table of that name. Raises KeyError where there is none."""
    for table in TABLES:
        if table.name == name:
            return table
    raise KeyError(name)
