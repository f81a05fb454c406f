"""The declaration of named persons as a kind of mention: the tables of persons and posts, and their use in events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from extract.declaration.columns import ARTICLE_ID, EVENT_ID, EVIDENCE, LEVELS, Column
from extract.declaration.kinds import Gold, GoldField, Kind, Mentions, belongs_by_sentence
from extract.declaration.tables import Cell, Highlight, Row, Table, evidence
from extract.mentions.officials.find import find_officials
from extract.mentions.officials.presence import without_participants
from extract.mentions.officials.rules import RULES
from extract.model import Findings, LevelBasis, Mention, OfficialValue
from extract.results import Event, Extraction
from extract.text.normalize import fold
from scraper.article import stable_id

COLUMNS = (
    Column("official_id", "string", "The person in this article; stable over runs.", "o5d1…", True),
    EVENT_ID,
    ARTICLE_ID,
    Column("name", "string", "Name as printed.", "@name_2", True, fact=True, searched=True, width=36, shown=True),
    Column("honorific", "string", "Honorific as printed.", "@honorific", fact=True),
    Column(
        "positions",
        "list",
        "Posts and ranks as printed, in their fullest form.",
        "@positions",
        fact=True,
        searched=True,
        width=48,
        shown=True,
    ),
    Column("roles", "list", "What the person did.", "attend; speak", fact=True, facet=True, shown=True),
    Column("participant", "boolean", "False for one who is only mentioned.", "true", fact=True, facet=True, shown=True),
    Column("organization", "string", "Body of the first post.", "@organization", fact=True),
    Column("level", "string", "Highest level of the posts.", "district", False, LEVELS, fact=True, facet=True),
    Column("confidence", "number", "Probability that the name and all positions are right.", "0.97", shown=True),
    *EVIDENCE,
    Column(
        "site_id",
        "string",
        "The site of the registry that published the article.",
        "muonglay-dienbien",
        facet=True,
    ),
    Column("published_at", "timestamp", "Publication of the article.", "2024-05-15T08:45:00+07:00"),
    Column("start_date", "partial_date", "First day of the event, empty if the person belongs to none.", "2021-02-23"),
    Column("province", "string", "The event's province.", "@province", facet=True),
    Column("district", "string", "The event's district.", "@district"),
    Column("commune", "string", "The event's commune.", "@commune"),
)

POSITION_COLUMNS = (
    Column("official_id", "string", "The person.", "o5d1…", True),
    ARTICLE_ID,
    Column("name", "string", "Name as printed.", "@name_2", fact=True, width=36, shown=True),
    Column("position", "string", "The post as printed.", "@position", True, fact=True, shown=True),
    Column("head", "string", "Office with its modifiers.", "@head_2", fact=True, facet=True, shown=True),
    Column(
        "body", "string", "Whole name of its body, without the place.", "@body_2", fact=True, facet=True, shown=True,
    ),
    Column("unit", "string", "Tier and name of the body's unit as printed.", "@unit_3", fact=True, shown=True),
    Column("level", "string", "Level of the body.", "district", False, LEVELS, fact=True, facet=True, shown=True),
    *EVIDENCE,
    Column(
        "head_canonical",
        "string",
        "The head in one spelling, abbreviations written out.",
        "@head_canonical",
        fact=True,
    ),
    Column(
        "body_canonical",
        "string",
        "The body in one spelling, abbreviations written out; also that of a contracted head (BTHU).",
        "@body_canonical",
        fact=True,
        facet=True,
    ),
    Column("unit_code", "string", "Code of the unit (General Statistics Office), where one fits.", "095", fact=True),
    Column(
        "level_basis",
        "string",
        "Where the level is known from: the post's own words, the person's other posts, the article, or the site.",
        "words",
        False,
        get_args(LevelBasis),
        fact=True,
    ),
)


def official_id(article_id: str, name: str) -> str:
    """The id of a person within an article; one spelling for both tone placements and any case."""
    return stable_id("o", article_id, fold(name))


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
            **evidence(found.text, mention.span, mention.rule),
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
            **evidence(found.text, position.span, position.rule or mention.rule),
            "head_canonical": position.head_canonical,
            "body_canonical": position.body_canonical,
            "unit_code": position.unit_code,
            "level_basis": position.level_basis,
        }


def _without_event(mentions: Mentions) -> Findings:
    """The persons of an article that reports no event, none of whom took part in one."""
    return Findings(without_participants(mentions))


OFFICIALS = Kind(
    "official",
    find_officials,
    (
        Table(
            "officials",
            "One row a named person with a post, a rank or a role in the article.",
            COLUMNS,
            _official_rows,
            ("official_id",),
            (("article_id", "articles"), ("event_id", "events")),
            Highlight("official", "#cdeed2", "#1c4a2b"),
        ),
        Table(
            "positions",
            "One row a post of a person.",
            POSITION_COLUMNS,
            _position_rows,
            (),
            (("article_id", "articles"), ("official_id", "officials")),
            Highlight("position", "#e4f5d8", "#2e4620"),
        ),
    ),
    belongs_by_sentence,
    _without_event,
    Gold(
        (
            GoldField("name", "name", blank=""),
            GoldField("positions", "positions", "list", []),
            GoldField("roles", "roles", "list", []),
            GoldField("participant", "participant", "flag", True),
        )
    ),
    explained_by=("posts/heads", "posts/ranks", "roles/verbs", "names/honorifics"),
    rules=RULES,
)
