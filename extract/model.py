"""The types that flow through the extraction: spans, mentions, and what is assembled from them.

All of them are frozen. Every item found keeps the span of the canonical text that says so and the name of the rule that
found it. Partial dates are ISO prefixes: "2024", "2024-05" and "2024-05-14" are a year, a month and a day. The
vocabularies are those of data/gold/ANNOTATION.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from scraper.article import Article, Place

Comparator = Literal["eq", "gt", "lt", "approx", "ge", "le"]
Scope = Literal["event", "group", "series"]
PartOfDay = Literal["morning", "noon", "afternoon", "evening"]
DateKind = Literal["event", "document", "published", "as_of", "term", "scheduled", "commemorated", "other"]
DateBasis = Literal["explicit", "year_inferred", "published"]
Role = Literal["chair", "attend", "speak", "report", "award", "lead", "sign", "other"]
Mode = Literal["in_person", "online", "hybrid"]
LevelBasis = Literal["words", "person", "article", "site"]
Status = Literal["held", "scheduled", "cancelled"]
EventType = Literal[
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
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters of the canonical text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other is wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Mention(Generic[Value]):
    """Something found in the text: its span, its words as printed, its value, and the rule that found it.

    `kind` is the name of one of extract.mentions.KINDS.
    """

    kind: str
    span: Span
    text: str
    value: Value
    rule: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """What a rule found and rejected, with the reason in one word ("fraction", "phone", "anniversary", "byline", …)."""

    kind: str
    span: Span
    text: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What one finder found in a document, in reading order."""

    mentions: tuple[Mention[object], ...] = ()
    rejections: tuple[Rejection, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The probability that a cell, or a row, is right, and the points of the features for and against it."""

    confidence: float
    weighed: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class DateValue:
    """A day or a span of days. `start` and `end` are ISO prefixes of the same precision, equal for a single date.

    `precision`: day, month, quarter, half, year, or vague ("vừa qua"). `clock` is "HH:MM" where a time is printed with
    it. `start` and `end` are empty for a vague date, and for one whose year is unknown.
    """

    start: str
    end: str
    precision: str
    kind: DateKind = "other"
    basis: DateBasis = "explicit"
    part_of_day: PartOfDay | None = None
    clock: str | None = None
    lunar: bool = False


@dataclass(frozen=True, slots=True)
class CitationValue:
    """A document cited by its number.

    `type` is the type word as printed, spelled out; `number` as printed; `symbol` the whole number-and-code without
    spaces, None where only a number is printed; `year` the year in the symbol or of the issue date; `key` identifies
    the document (type, number, year or term, issuer), None where the evidence does not suffice; `provision` is like
    "khoản 2 Điều 5".
    """

    type: str
    number: str
    symbol: str | None = None
    year: str | None = None
    key: str | None = None
    issuer: str | None = None
    issued_date: str | None = None
    subject: str | None = None
    provision: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One post of a person as printed, divided into its head, the body it belongs to and that body's unit.

    `level`: central, province, district, commune, or None where it is unknown or the body has none; `level_basis` is
    where it is known from. `head_canonical` and `body_canonical` are one spelling for grouping; `unit_code` is the
    unit's in the gazetteer. `rank`: a grade of the army or the police, which has no body and no level.
    """

    text: str
    span: Span
    head: str | None = None
    body: str | None = None
    unit: str | None = None
    level: str | None = None
    rule: str = ""
    head_canonical: str | None = None
    body_canonical: str | None = None
    unit_code: str | None = None
    level_basis: LevelBasis | None = None
    rank: bool = False


@dataclass(frozen=True, slots=True)
class OfficialValue:
    """One named person with everything the article says of the person's posts and roles, over all mentions.

    `weighed` has the points of the features that the confidence is computed from.
    """

    name: str
    honorific: str | None = None
    positions: tuple[Position, ...] = ()
    roles: tuple[Role, ...] = ()
    participant: bool = True
    organization: str | None = None
    level: str | None = None
    confidence: float = 1.0
    weighed: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class AttendanceValue:
    """A count of people who took part: `count` with its comparator, `count_max` for a range, the counted noun as
    printed.

    `derived` marks a total that the rules added up and the text does not print. `weighed` has the points of the
    features for and against their having come.
    """

    count: int
    cmp: Comparator
    unit: str
    scope: Scope = "event"
    count_max: int | None = None
    derived: bool = False
    weighed: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """An administrative unit or a venue named in the text. `venue` is the printed name of a hall, house or square."""

    place: Place
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A gathering, or an act of officials in person, at a time and a place.

    `country` where it was held abroad; `weighed` the points of each feature for the event or against it; `votes` those
    of each type that an occasion supports, `type_rule` the rule that overruled them. `assessed` has the confidence of
    the row ("event"), and of its type, days, place and number of attendees where it has them.
    """

    id: str
    is_main: bool
    type: EventType
    name: str
    status: Status
    span: Span
    rule: str
    confidence: float
    start_date: str | None = None
    end_date: str | None = None
    date_precision: str | None = None
    date_basis: DateBasis | None = None
    part_of_day: PartOfDay | None = None
    mode: Mode = "in_person"
    organizers: tuple[str, ...] = ()
    venue: str | None = None
    place: Place = field(default_factory=Place)
    country: str | None = None
    weighed: tuple[tuple[str, float], ...] = ()
    votes: tuple[tuple[str, float], ...] = ()
    type_rule: str | None = None
    assessed: Mapping[str, Assessment] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article: the events, and the accepted mentions, by kind and in reading order.

    `owners` gives the id of the event that a mention belongs to, by the mention's kind and span; a mention that is
    not in it belongs to none (a commemorated day, a later event that is only announced). `topics` are found on
    request only.
    """

    article: Article
    text: str
    events: tuple[Event, ...] = ()
    mentions: Mapping[str, tuple[Mention[Any], ...]] = field(default_factory=dict)
    rejections: tuple[Rejection, ...] = ()
    owners: Mapping[tuple[str, Span], str] = field(default_factory=dict)
    topics: tuple[str, ...] = ()

    def of_kind(self, kind: str) -> tuple[Mention[Any], ...]:
        """The mentions of a kind, by its name; none of a kind that was not looked for."""
        return self.mentions.get(kind, ())

    @property
    def officials(self) -> tuple[Mention[OfficialValue], ...]:
        """The named persons."""
        return self.of_kind("official")

    @property
    def attendance(self) -> tuple[Mention[AttendanceValue], ...]:
        """The counts of people."""
        return self.of_kind("attendance")

    @property
    def citations(self) -> tuple[Mention[CitationValue], ...]:
        """The cited documents."""
        return self.of_kind("document")

    @property
    def dates(self) -> tuple[Mention[DateValue], ...]:
        """The dates of every kind."""
        return self.of_kind("date")

    @property
    def main_event(self) -> Event | None:
        """The one event that the article is mainly about, or None for an article that reports none."""
        return next((event for event in self.events if event.is_main), None)

    def event_of(self, mention: Mention[object]) -> str | None:
        """The id of the event that the mention belongs to, if any."""
        return self.owners.get((mention.kind, mention.span))

    def counts_of(self, event: Event) -> tuple[AttendanceValue, ...]:
        """The counts of people who took part in the event."""
        return tuple(mention.value for mention in self.attendance if self.event_of(mention) == event.id)

    def total_of(self, event: Event) -> AttendanceValue | None:
        """The count of all who took part in the event: the largest of scope "event", printed before derived."""
        whole = (value for value in self.counts_of(event) if value.scope == "event")
        return max(whole, key=lambda value: (not value.derived, value.count), default=None)
