"""The tables that `sukien link` adds: what links several articles, made from the tables of an extraction."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

from extract.declaration.columns import ARTICLE_ID, LEVELS, Column
from extract.declaration.tables import Table
from extract.model import Comparator, PartOfDay
from extract.results import EventType, Mode, Status
from extract.tables.rows import TABLES
from extract.tables.units import UNIT_TABLES

# The ids that every run of `sukien link` gave: no table, and what an extraction leaves where it is.
LINKED_IDS = "linked_ids.parquet"

OCCURRENCE_ID = Column("occurrence_id", "string", "What happened; stable when articles are added.", "x3c0…", True)
PERSON_ID = Column("person_id", "string", "The person; stable when articles are added.", "p77a…", True)
LAW_ID = Column("law_id", "string", "The document over all citations; a hash of its key.", "l51d…", True)
SCORE = Column("score", "number", "How sure the link is, 0 to 1.", "0.96", True)
REASONS = Column("reasons", "list", "The signs that speak for the link, the strongest first.", "same_name; same_post")

OCCURRENCES = (
    OCCURRENCE_ID,
    Column("type", "string", "Kind of event, as most reports say.", "training", True, get_args(EventType), facet=True),
    Column("name", "string", "The name that tells most.", "@name", searched=True),
    Column("status", "string", "Held where any report tells of it as held.", "held", True, get_args(Status)),
    Column("start_date", "partial_date", "First day, as most reports say.", "2021-02-23", facet=True),
    Column("end_date", "partial_date", "Last day.", "2021-02-24"),
    Column("part_of_day", "string", "Part of the (first) day.", "afternoon", False, get_args(PartOfDay)),
    Column("mode", "string", "In a hall, online, or both.", "in_person", False, get_args(Mode)),
    Column("organizers", "list", "Bodies that any report names as having held it.", "@organizers"),
    Column("venue", "string", "Hall, house or square.", "@venue"),
    Column("province", "string", "Bare name as called on that day.", "@province", facet=True),
    Column("province_code", "string", "Code of the General Statistics Office.", "11"),
    Column("district", "string", "Bare name as called on that day.", "@district"),
    Column("district_code", "string", "Code of the General Statistics Office.", "095"),
    Column("commune", "string", "Bare name as called on that day.", "@commune"),
    Column("commune_code", "string", "Code of the General Statistics Office.", "06433"),
    Column("attendees", "integer", "How many attended, as most reports say.", "40"),
    Column("attendees_max", "integer", "Upper end, where a range is printed.", "50"),
    Column("attendees_cmp", "string", "How the count is qualified.", "gt", False, get_args(Comparator)),
    Column("attendees_unit", "string", "The counted noun as printed.", "@attendees_unit"),
    Column("attendees_event_id", "string", "The report that says so.", "e91c…"),
    Column("attendees_lowest", "integer", "The lowest count of any report.", "40"),
    Column("attendees_highest", "integer", "The highest count of any report.", "60"),
    Column("n_counts", "integer", "How many reports give a count.", "2", True),
    Column("n_reports", "integer", "How many rows of events report it.", "3", True),
    Column("n_articles", "integer", "How many articles report it.", "3", True),
    Column("first_event_id", "string", "The first report.", "e91c…", True),
    Column("first_article_id", "string", "The article of the first report.", "a3f2…", True),
    Column("first_published_at", "timestamp", "When the first report was published.", "2021-02-24T10:33:48+07:00"),
    Column("first_url", "string", "Address of the first report.", "https://huulung.langson.gov.vn/node/4711"),
)

OCCURRENCE_REPORTS = (
    OCCURRENCE_ID,
    Column("event_id", "string", "The event as that article reports it.", "e91c…", True),
    ARTICLE_ID,
    Column(
        "relation",
        "string",
        "same: it reports this occurrence (every event has one such row). venue: its own occurrence is a further venue"
        " of this conference. series: its own occurrence is a later session of the series that this one begins.",
        "same",
        True,
        ("same", "venue", "series"),
        facet=True,
    ),
    SCORE,
    REASONS,
)

PEOPLE = (
    PERSON_ID,
    Column("name", "string", "The spelling that most articles print.", "@name_2", True, searched=True),
    Column("spellings", "list", "Other spellings.", "@spellings"),
    Column("first_seen", "partial_date", "First day of an event or a publication that names the person.", "2021-02-23"),
    Column("last_seen", "partial_date", "Last such day.", "2023-11-02"),
    Column("provinces", "list", "Provinces where the person was seen, the most often first.", "@provinces"),
    Column("posts", "list", "Posts held, the latest first.", "@posts"),
    Column("n_mentions", "integer", "How many articles name the person.", "17", True),
)

PERSON_MENTIONS = (
    PERSON_ID,
    Column("official_id", "string", "The person in that article.", "o5d1…", True),
    ARTICLE_ID,
    SCORE,
    REASONS,
)

TENURES = (
    PERSON_ID,
    Column("name", "string", "Name of the person.", "@name_2", True),
    Column("head", "string", "The office, in one spelling.", "@head", True, facet=True),
    Column("body", "string", "The body, in one spelling.", "@body"),
    Column("unit", "string", "The unit of the body, bare name; empty for the nation.", "@unit"),
    Column("province", "string", "The province of the unit.", "@province"),
    Column("level", "string", "Level of the body.", "district", False, LEVELS),
    Column("first_seen", "partial_date", "First day on which an article shows the person in the post.", "2021-02-23"),
    Column("last_seen", "partial_date", "Last such day.", "2023-11-02"),
    Column("started", "partial_date", "Day of the appointment or election, where one is told of.", "2021-07-01"),
    Column("started_basis", "string", "What tells the start.", "appointed", False, ("appointed",)),
    Column("started_article_id", "string", "The article that tells it.", "a3f2…"),
    Column("ended", "partial_date", "Day by which the post was left.", "2023-11-20"),
    Column(
        "ended_basis",
        "string",
        "What tells the end: a dismissal, another post given in the same article, or a mention as former holder.",
        "dismissed",
        False,
        ("dismissed", "moved", "former"),
    ),
    Column("ended_article_id", "string", "The article that tells it.", "a3f2…"),
    Column("n_mentions", "integer", "How many articles show the person in the post.", "12", True),
)

LAWS = (
    LAW_ID,
    Column("key", "string", "What identifies it: type, number, year or term, series, issuer.", "", True),
    Column("type", "string", "Type word, spelled out.", "@type", True, facet=True),
    Column("number", "string", "Number without leading zeros.", "1", True),
    Column("period", "string", "Year of the number, or term of the body that counts by terms.", "2021", True),
    Column("series", "string", "The code of the number, in one spelling.", "tt-bnv"),
    Column("issuer", "string", "Who issued it, in one spelling.", "@issuer", True),
    Column("level", "string", "Level of the issuer.", "central", False, LEVELS),
    Column("symbol", "string", "The fullest symbol that any citation prints.", "01/2021/TT-BNV"),
    Column("issued_date", "partial_date", "Its own date, as most citations say.", "2021-01-11"),
    Column("subject", "string", "What it is about, as most citations say.", "@subject"),
    Column("n_citations", "integer", "How many articles cite it.", "12", True),
    Column("n_central", "integer", "How many of them report events of no province.", "1", True),
    Column("n_province", "integer", "How many report events of a province.", "5", True),
    Column("n_district", "integer", "How many report events of a district.", "4", True),
    Column("n_commune", "integer", "How many report events of a commune.", "2", True),
    Column("first_cited", "partial_date", "Day of the first article that cites it.", "2021-02-01"),
    Column("first_article_id", "string", "That article.", "a3f2…"),
)

LAW_CITATIONS = (
    LAW_ID,
    Column("citation_id", "string", "The citation.", "c81b…", True),
    ARTICLE_ID,
    SCORE,
    REASONS,
)


def _linked(name: str, description: str, columns: tuple[Column, ...], key: tuple[str, ...], *of: str) -> Table:
    """A linked table; `of` are the tables that its ids refer to, each by the id that is that table's key."""
    keys = {"occurrences": "occurrence_id", "people": "person_id", "laws": "law_id"} | {
        table.name: table.primary_key[0] for table in TABLES if table.primary_key
    }
    foreign = tuple((keys[target], target) for target in of)
    return Table(name, description, columns, primary_key=key, foreign_keys=foreign)


LINKED = (
    _linked("occurrences", "One row an event that happened, however many articles report it.", OCCURRENCES,
            ("occurrence_id",)),
    _linked("occurrence_reports", "Which reports are of which occurrence, and why.", OCCURRENCE_REPORTS, (),
            "occurrences", "events", "articles"),
    _linked("people", "One row a person over all articles.", PEOPLE, ("person_id",)),
    _linked("person_mentions", "Which officials of articles are which person, and why.", PERSON_MENTIONS, (),
            "people", "officials", "articles"),
    _linked("tenures", "One row a post that a person held, with the days that articles tell.", TENURES, (), "people"),
    _linked("laws", "One row a document over all its citations.", LAWS, ("law_id",)),
    _linked("law_citations", "Which citations mean which document, and why.", LAW_CITATIONS, (),
            "laws", "documents", "articles"),
    *UNIT_TABLES,
)  # fmt: skip


def is_linked(folder: Path) -> bool:
    """Whether the linked tables in `folder` were made of the tables beside them."""
    try:
        package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        named = {resource["name"] for resource in package["resources"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return all(table.name in named and (folder / f"{table.name}.parquet").is_file() for table in LINKED)


def tables_in(folder: Path) -> tuple[Table, ...]:
    """The tables of a folder: those of the extraction, and the linked ones where they were made from those."""
    return TABLES + LINKED if is_linked(folder) else TABLES
