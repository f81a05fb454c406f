"""Drafts of events, and the state of an article's assembly: the values that stages extend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.declaration.kinds import Mentions
from extract.events.dates import EventDates
from extract.events.detection import DateMention, DetectedEvent
from extract.events.triggers import EventTrigger
from extract.events.types import TypeDecision
from extract.model import Mention, OfficialValue, PlaceValue, Rejection
from extract.results import Assessment, EventType
from extract.text.document import Document
from scraper.article import Place


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as far as it has been read: the sentence that reports it, then its type, its days, and the rest.

    `moved`: its days are those to which it was postponed. `assessed`: the confidences of its row ("event") and cells.
    """

    detection: DetectedEvent
    is_main: bool
    decided: TypeDecision = TypeDecision("other", {})
    when: EventDates = EventDates()
    moved: bool = False
    place: Place = Place()
    venue: str | None = None
    country: str | None = None
    organizers: tuple[str, ...] = ()
    assessed: Mapping[str, Assessment] = field(default_factory=dict)

    @property
    def type(self) -> EventType:
        """Its type."""
        return self.decided.type


@dataclass(frozen=True, slots=True)
class Assembly:
    """An article while its events are read: the mentions by kind, the event triggers, and the events, the main one
    first."""

    document: Document
    mentions: Mapping[str, Mentions]
    rejections: tuple[Rejection, ...]
    triggers: Sequence[EventTrigger] = ()
    events: tuple[EventDraft, ...] = ()

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates, in reading order."""
        return self.mentions["date"]

    @property
    def places(self) -> tuple[Mention[PlaceValue], ...]:
        """Units and venues, in reading order."""
        return self.mentions["place"]

    @property
    def officials(self) -> tuple[Mention[OfficialValue], ...]:
        """The named persons, in reading order."""
        return self.mentions["official"]
