"""What is assembled from the mentions of an article: its events, and the extraction as a whole.

All types are frozen. The vocabularies are those of data/gold/ANNOTATION.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from extract.model import (
    AttendanceValue,
    CitationValue,
    DateBasis,
    DateValue,
    Mention,
    OfficialValue,
    PartOfDay,
    Rejection,
    Span,
)
from scraper.article import Article, Place

Mode = Literal["in_person", "online", "hybrid"]
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


@dataclass(frozen=True, slots=True)
class Assessment:
    """The probability that a cell, or a row, is right, and the points of the features for and against it."""

    confidence: float
    weighed: tuple[tuple[str, float], ...] = field(default=(), repr=False)


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
    weighed: tuple[tuple[str, float], ...] = field(default=(), repr=False)
    votes: tuple[tuple[str, float], ...] = field(default=(), repr=False)
    type_rule: str | None = None
    assessed: Mapping[str, Assessment] = field(default_factory=dict, repr=False)


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
