"""The types of what finders find: spans, mentions, rejections, and the value of each kind of mention.

All of them are frozen. Every item found keeps the span of the canonical text that says so and the name of the rule that
found it. Partial dates are ISO prefixes: "2024", "2024-05" and "2024-05-14" are a year, a month and a day. The
vocabularies are those of data/gold/ANNOTATION.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from scraper.article import Place

Comparator = Literal["eq", "gt", "lt", "approx", "ge", "le"]
Scope = Literal["event", "group", "series"]
PartOfDay = Literal["morning", "noon", "afternoon", "evening"]
DateKind = Literal["event", "document", "published", "as_of", "term", "scheduled", "commemorated", "other"]
DateBasis = Literal["explicit", "year_inferred", "published"]
Role = Literal["chair", "attend", "speak", "report", "award", "lead", "sign", "other"]
LevelBasis = Literal["words", "person", "article", "site"]


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

    `weighed` has the points of the features that the confidence is computed from. `places` are the offsets of all
    mentions.
    """

    name: str
    honorific: str | None = None
    positions: tuple[Position, ...] = ()
    roles: tuple[Role, ...] = ()
    participant: bool = True
    organization: str | None = None
    level: str | None = None
    confidence: float = 1.0
    weighed: tuple[tuple[str, float], ...] = field(default=(), repr=False)
    places: tuple[int, ...] = field(default=(), repr=False)


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
    weighed: tuple[tuple[str, float], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """An administrative unit or a venue named in the text. `venue` is the printed name of a hall, house or square."""

    place: Place
    venue: str | None = None
