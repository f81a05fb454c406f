"""The tables of an extraction: those of every kind of mention, and the rows of articles, events and rejections."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from extract.declaration.tables import Cell, Row, Table, evidence
from extract.gazetteer.since_reform import present_place
from extract.mentions import KINDS
from extract.model import Rejection
from extract.results import Event, Extraction
from extract.tables import schema
from extract.text.partial_dates import DAY, first_day, last_day


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
        **evidence(found.text, event.span, event.rule),
        **_present_place(event, article.published_at),
        "country": event.country,
        "site_id": article.site_id,
        "start_time": _start_time(found, event),
        "start_day": first_day(event.start_date),
        "end_day": last_day(event.end_date),
        **{f"{cell}_confidence": _confidence(event, cell) for cell in ("type", "dates", "place", "attendees")},
    }


def _confidence(event: Event, cell: str) -> float | None:
    assessed = event.assessed.get(cell)
    return assessed.confidence if assessed else None


def _start_time(found: Extraction, event: Event) -> str | None:
    """The time of day printed with the event's first day."""
    own = (mention.value for mention in found.dates if found.event_of(mention) == event.id)
    return next((day.clock for day in own if day.clock and day.kind == "event" and day.start == event.start_date), None)


def _present_place(event: Event, published_at: str | None) -> dict[str, Cell]:
    """The event's place on its day, in the units since the reform."""
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
    """The count of all who attended; a range by its lower end."""
    best = found.total_of(event)
    if best is None:
        return dict.fromkeys(("attendees", "attendees_max", "attendees_cmp", "attendees_unit"))
    return {
        "attendees": best.count,
        "attendees_max": best.count_max,
        "attendees_cmp": best.cmp,
        "attendees_unit": best.unit,
    }


def _rejection_rows(found: Extraction) -> Iterator[Row]:
    return (_rejection_row(found, rejection) for rejection in found.rejections)


def _rejection_row(found: Extraction, rejection: Rejection) -> Row:
    return {
        "article_id": found.article.id,
        "kind": rejection.kind,
        "reason": rejection.reason,
        **evidence(found.text, rejection.span, rejection.rule),
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
    *(table for kind in KINDS for table in kind.tables),
    Table("rejections", "What a rule saw and refused, and why.", schema.REJECTIONS, _rejection_rows),
)
"""The tables that are made from single articles, in the order in which they are written and described."""


def rows_of(found: Extraction) -> dict[str, list[Row]]:
    """All rows of one extraction, by table name."""
    return {table.name: list(table.rows(found)) for table in TABLES}


def table_named(name: str) -> Table:
    """The table of that name. Raises KeyError where there is none."""
    for table in TABLES:
        if table.name == name:
            return table
    raise KeyError(name)
