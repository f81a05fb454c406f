"""The columns of the tables that are not those of a kind of mention: articles, events and rejections."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from extract.declaration.columns import ARTICLE_ID, EVIDENCE, Column
from extract.mentions import KINDS
from extract.model import Comparator, DateBasis, PartOfDay
from extract.results import EventType, Mode, Status
from extract.text.lexicon import load


def district_tiers() -> tuple[str, ...]:
    """The tiers of districts, as they are written in the tables."""
    return tuple(load("places")["tiers"]["printed"]["district"])


def commune_tiers() -> tuple[str, ...]:
    """The tiers of communes, as they are written in the tables."""
    return tuple(load("places")["tiers"]["printed"]["commune"])


ARTICLES = (
    replace(ARTICLE_ID, shown=True),
    Column(
        "site_id", "string", "The site of the registry that published it.", "muonglay-dienbien", facet=True, shown=True
    ),
    Column(
        "url",
        "string",
        "Canonical address of the article.",
        "https://huulung.langson.gov.vn/node/4711",
        shown=True,
        width=40,
    ),
    Column(
        "title", "string", "Headline as printed.", "@title", searched=True, shown=True, width=48
    ),
    Column(
        "lead",
        "string",
        "Opening summary (sapo), where the page sets it apart.",
        "@lead",
        width=48,
    ),
    Column("author", "string", "Byline as printed.", "@author"),
    Column("source", "string", "Where the page says the article comes from.", "@source"),
    Column("section", "string", "Section of the site.", "@section"),
    Column("published_at", "timestamp", "Publication day or time, ISO 8601.", "2021-02-24T10:33:48+07:00", shown=True),
    Column(
        "published_precision",
        "string",
        "What the page really told of it.",
        "second",
        False,
        ("second", "minute", "hour", "day"),
    ),
    Column(
        "text",
        "string",
        "Canonical text: title, lead, body, captions; one block a line; NFC.",
        "@text",
        searched=True,
        width=80,
    ),
    Column("text_sha256", "string", "SHA-256 of text in UTF-8.", "9f86d081884c…", required=True),
    Column("platform", "string", "Content-management family that the page was read as.", "nukeviet4", facet=True),
    Column("fetched_at", "timestamp", "When the page was fetched, UTC.", "2026-11-21T02:14:09+00:00"),
    Column("page_sha256", "string", "SHA-256 of the bytes that the server sent.", "60303ae22b99…"),
    Column("warc_file", "string", "Archive file that holds those bytes.", "huulung-langson-00000.warc.gz"),
    Column("warc_offset", "integer", "Offset of the record in it.", "73912"),
    Column("duplicate_of", "string", "Article of which this is a near-identical repost.", "a77c…"),
    Column(
        "attachments",
        "list",
        "Addresses of the files that the article offers.",
        "https://huulung.langson.gov.vn/kh-54.pdf",
    ),
    Column(
        "topics",
        "list",
        "Words and names that mark the article, the most telling first; only where they are asked for with `--topics`.",
        "@topics",
    ),
)

EVENTS = (
    Column("event_id", "string", "The event; stable over runs.", "e91c…", True, shown=True),
    ARTICLE_ID,
    Column("is_main", "boolean", "Whether the article is mainly about it.", "true", True, fact=True, shown=True),
    Column(
        "type", "string", "Kind of event.", "training", True, get_args(EventType), fact=True, facet=True, shown=True
    ),
    Column(
        "name",
        "string",
        "The event as the article names it.",
        "@name",
        fact=True,
        searched=True,
        shown=True,
        width=36,
    ),
    Column(
        "status",
        "string",
        "Held, announced or cancelled at publication.",
        "held",
        True,
        get_args(Status),
        fact=True,
        facet=True,
        shown=True,
    ),
    Column("start_date", "partial_date", "First day.", "2021-02-23", fact=True, shown=True),
    Column("end_date", "partial_date", "Last day; equals start_date for one day.", "2021-02-24", fact=True, shown=True),
    Column("date_precision", "string", "Grain of the dates.", "day", fact=True),
    Column(
        "date_basis",
        "string",
        "Whether the date is printed in full, its year inferred, or taken from the publication.",
        "year_inferred",
        False,
        get_args(DateBasis),
        fact=True,
        shown=True,
    ),
    Column(
        "part_of_day",
        "string",
        "Part of the (first) day.",
        "afternoon",
        False,
        get_args(PartOfDay),
        fact=True,
        facet=True,
        shown=True,
    ),
    Column(
        "mode",
        "string",
        "In a hall, online, or a hall with remote venues.",
        "in_person",
        False,
        get_args(Mode),
        fact=True,
        facet=True,
        shown=True,
    ),
    Column("organizers", "list", "Bodies that held it.", "@organizers", fact=True, shown=True),
    Column("venue", "string", "Hall, house or square as printed.", "@venue", fact=True, shown=True),
    Column("province", "string", "Bare name as called on that day.", "@province", fact=True, facet=True, shown=True),
    Column("province_code", "string", "Code of the General Statistics Office.", "11", fact=True),
    Column("district", "string", "Bare name as called on that day.", "@district", fact=True, facet=True, shown=True),
    Column("district_code", "string", "Code of the General Statistics Office.", "095", fact=True, shown=True),
    Column("commune", "string", "Bare name as called on that day.", "@commune", fact=True, shown=True),
    Column("commune_code", "string", "Code of the General Statistics Office.", "06433", fact=True),
    Column("attendees", "integer", "How many attended in all.", "40", fact=True, shown=True),
    Column("attendees_max", "integer", "Upper end, where a range is printed.", "50", fact=True, shown=True),
    Column(
        "attendees_cmp",
        "string",
        "How the count is qualified.",
        "gt",
        False,
        get_args(Comparator),
        fact=True,
        shown=True,
    ),
    Column("attendees_unit", "string", "The counted noun as printed.", "@attendees_unit", fact=True, shown=True),
    Column("n_officials", "integer", "Named officials of this event.", "2"),
    Column("n_documents", "integer", "Documents cited for it.", "4"),
    Column("url", "string", "Address of the article.", "https://huulung.langson.gov.vn/node/4711", width=40),
    Column("title", "string", "Headline of the article.", "@title", searched=True, width=48),
    Column("published_at", "timestamp", "Publication of the article.", "2024-05-15T08:45:00+07:00"),
    Column(
        "confidence", "number", "Probability that there was an event of this type on these days.", "0.93", shown=True
    ),
    *EVIDENCE,
    Column(
        "district_tier",
        "string",
        "Kind of the district on that day.",
        "@district_tier",
        False,
        district_tiers,
        facet=True,
    ),
    Column(
        "commune_tier",
        "string",
        "Kind of the commune on that day, where known.",
        "@commune_tier",
        False,
        commune_tiers,
    ),
    Column(
        "province_code_2025",
        "string",
        "The province that holds the place since 2025-07-01.",
        "11",
        facet=True,
        shown=True,
    ),
    Column("commune_code_2025", "string", "The one commune that holds it since then; empty for several.", "03364"),
    Column(
        "commune_codes_2025",
        "list",
        "All communes that hold the commune since then, or the district where no commune is named; empty if refused.",
        "03364; 03370",
    ),
    Column(
        "country",
        "string",
        "Country in which it was held, where that is not Vietnam; province, district and commune are then empty.",
        "@country",
        fact=True,
        facet=True,
    ),
    Column(
        "site_id",
        "string",
        "The site of the registry that published the article.",
        "muonglay-dienbien",
        facet=True,
    ),
    Column(
        "start_time",
        "string",
        "Time of day at which it began as HH:MM, where one is printed with its day.",
        "08:00",
    ),
    Column(
        "start_day",
        "date",
        "The day of start_date; the first of its month or year where that is all.",
        "2021-02-23",
    ),
    Column("end_day", "date", "The day of end_date; the last of its month or year where that is all.", "2021-02-24"),
    Column("type_confidence", "number", "Probability that the type is right, 0 to 1.", "0.91"),
    Column("dates_confidence", "number", "Probability that first and last day are right; empty without them.", "0.95"),
    Column(
        "place_confidence",
        "number",
        "Probability that province, district and commune are right; empty without any.",
        "0.88",
    ),
    Column("attendees_confidence", "number", "Probability that attendees is right; empty without it.", "0.83"),
)

REJECTIONS = (
    ARTICLE_ID,
    Column("kind", "string", "What it was taken for.", "date", True, tuple(kind.name for kind in KINDS), facet=True),
    Column("reason", "string", "Why it was refused, in a word.", "fraction", True, facet=True),
    *EVIDENCE,
)
