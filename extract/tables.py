"""The tables: every column declared once, and the rows of an extraction.

The names and meanings are a contract with everyone who loads the files; columns are only ever added to the right.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from scraper.article import stable_id

from extract.model import Event, Extraction, Mention, OfficialValue, Rejection, Span
from extract.text import fold

ColumnType = Literal["string", "integer", "number", "boolean", "partial_date", "timestamp", "list"]
Cell = str | int | float | bool | None | tuple[str, ...]
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type, what a cell means, and whether a cell may be empty.

    `partial_date` is an ISO prefix ("2024", "2024-05", "2024-05-14"); `timestamp` an ISO day or time; `list` several
    strings.
    `vocabulary` lists the only values allowed.
    """

    name: str
    type: ColumnType
    description: str
    example: str = ""
    required: bool = False
    vocabulary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, its keys, and how its rows are made from one extraction."""

    name: str
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Extraction], Iterator[Row]]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[tuple[str, str], ...] = (("article_id", "articles"),)


EVENT_TYPES = (
    "conference",
    "meeting",
    "council_session",
    "congress",
    "training",
    "voter_meeting",
    "dialogue",
    "inspection",
    "visit",
    "ceremony",
    "campaign",
    "competition",
    "festival",
    "drill",
    "election",
    "other",
)
LEVELS = ("central", "province", "district", "commune")
PARTS_OF_DAY = ("morning", "noon", "afternoon", "evening")
COMPARATORS = ("eq", "gt", "lt", "approx", "ge", "le")
KINDS = ("date", "document", "official", "attendance", "place")

ARTICLE_ID = Column(
    "article_id", "string", "The article; stable over runs: a hash of site and canonical address.", "a3f2…", True
)
EVENT_ID = Column("event_id", "string", "The event that this belongs to, empty if to none.", "e91c…")
EVIDENCE = (
    Column("span_start", "integer", "First character of the evidence in articles.text, counted from 0.", "118", True),
    Column("span_end", "integer", "Character after the last of the evidence.", "156", True),
    Column("quote", "string", "The evidence: articles.text[span_start:span_end].", "Sáng ngày 12/3", True),
    Column("rule", "string", "Name of the rule that found it.", "day_in_frame", True),
)


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


ARTICLES = Table(
    "articles",
    "One row an article, with the text that all evidence is counted in.",
    (
        ARTICLE_ID,
        Column("site_id", "string", "The site of the registry that published it.", "muonglay-dienbien"),
        Column("url", "string", "Canonical address of the article."),
        Column("title", "string", "Headline as printed."),
        Column("lead", "string", "Opening summary (sapo), where the page sets it apart."),
        Column("author", "string", "Byline as printed.", "Lường Thương"),
        Column("source", "string", "Where the page says the article comes from."),
        Column("section", "string", "Section of the site."),
        Column("published_at", "timestamp", "Publication day or time, ISO 8601.", "2021-02-24T10:33:48+07:00"),
        Column(
            "published_precision",
            "string",
            "What the page really told of it.",
            "second",
            False,
            ("second", "minute", "hour", "day"),
        ),
        Column("text", "string", "Canonical text: title, lead, body, captions; one block a line; NFC."),
        Column("text_sha256", "string", "SHA-256 of text in UTF-8.", required=True),
        Column("platform", "string", "Content-management family that the page was read as.", "nukeviet4"),
        Column("fetched_at", "timestamp", "When the page was fetched, UTC."),
        Column("page_sha256", "string", "SHA-256 of the bytes that the server sent."),
        Column("warc_file", "string", "Archive file that holds those bytes."),
        Column("warc_offset", "integer", "Offset of the record in it."),
        Column("duplicate_of", "string", "Article of which this is a near-identical repost."),
        Column("attachments", "list", "Addresses of the files that the article offers."),
    ),
    _article_rows,
    ("article_id",),
    (),
)

EVENTS = Table(
    "events",
    "One row an event that an article reports; is_main marks the one the article is about.",
    (
        Column("event_id", "string", "The event; stable over runs.", "e91c…", True),
        ARTICLE_ID,
        Column("is_main", "boolean", "Whether the article is mainly about it.", "true", True),
        Column("type", "string", "Kind of event.", "training", True, EVENT_TYPES),
        Column("name", "string", "The event as the article names it.", "Hội nghị tập huấn công tác Mặt trận"),
        Column(
            "status",
            "string",
            "Held, announced or cancelled at publication.",
            "held",
            True,
            ("held", "scheduled", "cancelled"),
        ),
        Column("start_date", "partial_date", "First day.", "2021-02-23"),
        Column("end_date", "partial_date", "Last day; equals start_date for one day.", "2021-02-24"),
        Column("date_precision", "string", "Grain of the dates.", "day"),
        Column(
            "date_basis",
            "string",
            "Whether the date is printed in full, its year inferred, or taken from the publication.",
            "year_inferred",
            False,
            ("explicit", "year_inferred", "published"),
        ),
        Column("part_of_day", "string", "Part of the (first) day.", "afternoon", False, PARTS_OF_DAY),
        Column(
            "mode",
            "string",
            "In a hall, online, or a hall with remote venues.",
            "in_person",
            False,
            ("in_person", "online", "hybrid"),
        ),
        Column("organizers", "list", "Bodies that held it.", "UBND huyện"),
        Column("venue", "string", "Hall, house or square as printed.", "Hội trường UBND huyện"),
        Column("province", "string", "Bare name as called on that day.", "Điện Biên"),
        Column("province_code", "string", "Code of the General Statistics Office.", "11"),
        Column("district", "string", "Bare name as called on that day.", "Mường Lay"),
        Column("district_code", "string", "Code of the General Statistics Office.", "095"),
        Column("commune", "string", "Bare name as called on that day."),
        Column("commune_code", "string", "Code of the General Statistics Office."),
        Column("attendees", "integer", "How many attended in all.", "40"),
        Column("attendees_max", "integer", "Upper end, where a range is printed."),
        Column("attendees_cmp", "string", "How the count is qualified.", "gt", False, COMPARATORS),
        Column("attendees_unit", "string", "The counted noun as printed.", "đại biểu"),
        Column("n_officials", "integer", "Named officials of this event.", "2"),
        Column("n_documents", "integer", "Documents cited for it.", "4"),
        Column("url", "string", "Address of the article."),
        Column("title", "string", "Headline of the article."),
        Column("published_at", "timestamp", "Publication of the article."),
        Column("confidence", "number", "Probability that the row is right, 0 to 1.", "0.93"),
        *EVIDENCE,
    ),
    _event_rows,
    ("event_id",),
)

OFFICIALS = Table(
    "officials",
    "One row a named person with a post, a rank or a role in the article.",
    (
        Column("official_id", "string", "The person in this article; stable over runs.", "o5d1…", True),
        EVENT_ID,
        ARTICLE_ID,
        Column("name", "string", "Name as printed.", "Vũ Duy Luân", True),
        Column("honorific", "string", "Honorific as printed.", "đồng chí"),
        Column(
            "positions",
            "list",
            "Posts and ranks as printed, in their fullest form.",
            "Phó Bí thư Thường trực Thị uỷ; Chủ tịch HĐND thị xã",
        ),
        Column("roles", "list", "What the person did.", "attend; speak"),
        Column("participant", "boolean", "False for one who is only mentioned.", "true"),
        Column("organization", "string", "Body of the first post."),
        Column("level", "string", "Highest level of the posts.", "district", False, LEVELS),
        Column("confidence", "number", "Probability that the row is right, 0 to 1.", "0.97"),
        *EVIDENCE,
    ),
    _official_rows,
    ("official_id",),
    (("article_id", "articles"), ("event_id", "events")),
)

POSITIONS = Table(
    "positions",
    "One row a post of a person.",
    (
        Column("official_id", "string", "The person.", required=True),
        ARTICLE_ID,
        Column("name", "string", "Name as printed."),
        Column("position", "string", "The post as printed.", "Chủ tịch HĐND thị xã", True),
        Column("head", "string", "Head word of the post.", "Chủ tịch"),
        Column("body", "string", "Body that it belongs to.", "HĐND"),
        Column("unit", "string", "Unit of the body as printed.", "thị xã"),
        Column("level", "string", "Level of the body.", "district", False, LEVELS),
        *EVIDENCE,
    ),
    _position_rows,
    (),
    (("article_id", "articles"), ("official_id", "officials")),
)

ATTENDANCE = Table(
    "attendance",
    "One row a count of people who took part.",
    (
        EVENT_ID,
        ARTICLE_ID,
        Column("count", "integer", "How many; the lower end of a range.", "40", True),
        Column("count_max", "integer", "Upper end of a range."),
        Column(
            "cmp",
            "string",
            "eq; gt (hơn, trên); lt (gần, dưới); approx (khoảng); ge (ít nhất); le (tối đa).",
            "gt",
            True,
            COMPARATORS,
        ),
        Column("unit", "string", "The counted noun as printed.", "đại biểu"),
        Column(
            "scope",
            "string",
            "All who attended, a stated part, or a total over several sessions.",
            "event",
            True,
            ("event", "group", "series"),
        ),
        Column("derived", "boolean", "True for a sum that the text does not print.", "false"),
        *EVIDENCE,
    ),
    _attendance_rows,
    (),
    (("article_id", "articles"), ("event_id", "events")),
)

DOCUMENTS = Table(
    "documents",
    "One row a document cited by number.",
    (
        Column("citation_id", "string", "The citation; stable over runs.", required=True),
        ARTICLE_ID,
        EVENT_ID,
        Column("type", "string", "Type word, spelled out.", "Thông tư", True),
        Column("number", "string", "Number as printed.", "01", True),
        Column("year", "string", "Year of the number or of issue.", "2021"),
        Column("symbol", "string", "Whole number-and-code without spaces.", "01/2021/TT-BNV"),
        Column("key", "string", "What identifies the document: type, number, year or term, issuer."),
        Column("issuer", "string", "Who issued it, as printed or from the code.", "Bộ Nội vụ"),
        Column("issued_date", "partial_date", "Its own date.", "2021-01-11"),
        Column("subject", "string", "What it is about, as printed."),
        Column("provision", "string", "Point, clause and article cited.", "khoản 2 Điều 5"),
        *EVIDENCE,
    ),
    _document_rows,
    ("citation_id",),
    (("article_id", "articles"), ("event_id", "events")),
)

DATES = Table(
    "dates",
    "One row a date in the text, with what it is the date of.",
    (
        ARTICLE_ID,
        EVENT_ID,
        Column(
            "kind",
            "string",
            "What it is the date of.",
            "event",
            True,
            ("event", "document", "published", "as_of", "term", "scheduled", "commemorated", "other"),
        ),
        Column("start_date", "partial_date", "First day.", "2021-02-23"),
        Column("end_date", "partial_date", "Last day.", "2021-02-24"),
        Column("precision", "string", "Grain: day, month, quarter, half, year or vague.", "day", True),
        Column("part_of_day", "string", "Part of the day.", "", False, PARTS_OF_DAY),
        Column(
            "basis",
            "string",
            "Printed in full, year inferred, or from the publication.",
            "explicit",
            True,
            ("explicit", "year_inferred", "published"),
        ),
        *EVIDENCE,
        Column("clock", "string", "Time of day as HH:MM.", "08:00"),
    ),
    _date_rows,
    (),
    (("article_id", "articles"), ("event_id", "events")),
)

REJECTIONS = Table(
    "rejections",
    "What a rule saw and refused, and why.",
    (
        ARTICLE_ID,
        Column("kind", "string", "What it was taken for.", "date", True, KINDS),
        Column("reason", "string", "Why it was refused, in a word.", "fraction", True),
        *EVIDENCE,
    ),
    _rejection_rows,
)

TABLES = (ARTICLES, EVENTS, OFFICIALS, POSITIONS, ATTENDANCE, DOCUMENTS, DATES, REJECTIONS)


def rows_of(found: Extraction) -> dict[str, list[Row]]:
    """All rows of one extraction, by table name."""
    return {table.name: list(table.rows(found)) for table in TABLES}
