"""Which events an article reports, and which mentions belong to which.

The story: find the words that name occasions, weigh whether the article reports one at all, take the sentence that
reports it as the frame, and read type, days, place, organisers and mode from that frame and what stands around it.
Other dated sentences that hold an occasion of their own are further events. The room is large because every column of
an event is told by rules of its own, a module each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.events.abroad import country_of
from extract.events.build import build_event
from extract.events.detection import DateMention, detect_event
from extract.events.further import MainEvent, detect_further_events
from extract.events.location import resolve_place, resolve_venue
from extract.events.triggers import find_triggers
from extract.mentions.officials import without_participants
from extract.model import (
    AttendanceValue,
    CitationValue,
    Event,
    Extraction,
    Findings,
    Mention,
    MentionKind,
    OfficialValue,
    PlaceValue,
    Rejection,
    Span,
)
from extract.text.document import Document
from scraper.article import Place


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the finders saw in a document, by kind, in reading order."""

    dates: tuple[DateMention, ...]
    places: tuple[Mention[PlaceValue], ...]
    officials: tuple[Mention[OfficialValue], ...]
    counts: tuple[Mention[AttendanceValue], ...]
    citations: tuple[Mention[CitationValue], ...]

    @classmethod
    def of(cls, findings: Sequence[Findings]) -> _Seen:
        """The mentions of all finders, sorted into kinds."""
        kinds: tuple[MentionKind, ...] = ("date", "place", "official", "attendance", "document")
        return cls(*(_of_kind(findings, kind) for kind in kinds))


def assemble(document: Document, findings: Sequence[Findings]) -> Extraction:
    """The extraction of a document from what the finders saw."""
    seen = _Seen.of(findings)
    events = _events(document, seen)
    main = events[0] if events else None
    found = Extraction(
        article=document.article,
        text=document.text,
        events=events,
        officials=seen.officials if main else without_participants(seen.officials),
        attendance=seen.counts if main else (),
        citations=seen.citations,
        dates=tuple(_as_event_day(day, main) for day in seen.dates) if main else seen.dates,
        rejections=_rejections(findings, () if main else seen.counts),
    )
    return replace(found, owners=_owners(document, found)) if main else found


def _events(document: Document, seen: _Seen) -> tuple[Event, ...]:
    """The main event and the further ones; none where the article reports no event."""
    triggers = find_triggers(document)
    detection = detect_event(document, triggers, seen.dates, seen.officials)
    if detection is None:
        return ()
    main = build_event(document, triggers, detection, seen.dates, Place(), main=True)
    country = country_of(document, detection.sentence)
    main = replace(
        main,
        place=Place() if country else resolve_place(document, seen.places, detection.sentence, main.start_date),
        venue=resolve_venue(document, seen.places, detection.sentence),
        country=country,
    )
    told = MainEvent(detection, main.type, main.start_date, main.end_date)
    further = [
        build_event(document, triggers, other, seen.dates, Place(), main=False)
        for other in detect_further_events(document, triggers, seen.dates, told)
    ]
    distinct = {event.id: event for event in reversed(further)}
    return (main, *reversed(distinct.values()))


def _as_event_day(day: DateMention, main: Event) -> DateMention:
    """The main event's date is said to be an event's, though the words before it do not say so."""
    in_frame = main.span.contains(day.span) and day.value.start == main.start_date
    return replace(day, value=replace(day.value, kind="event")) if in_frame and day.value.kind == "other" else day


def _owners(document: Document, found: Extraction) -> dict[tuple[MentionKind, Span], str]:
    """To which event each mention belongs.

    People, counts and citations belong to the further event whose sentence holds them, else to the main one; days to
    the main event while it lasts, else to the further event that begins on them.
    """
    main, *further = found.events
    of_sentence = {event.span: event.id for event in further}
    owners = {
        (mention.kind, mention.span): of_sentence.get(document.sentence_at(mention.span.start), main.id)
        for mention in (*found.officials, *found.attendance, *found.citations)
    }
    of_day = {event.start_date: event.id for event in reversed(further)}
    for day in found.dates:
        if day.value.kind in ("event", "scheduled"):
            owner = main.id if _is_day_of(main, day) else of_day.get(day.value.start)
            owners |= {(day.kind, day.span): owner} if owner else {}
    return owners


def _is_day_of(event: Event, day: DateMention) -> bool:
    return bool(event.start_date and event.end_date and event.start_date <= day.value.start <= event.end_date)


def _rejections(findings: Sequence[Findings], counts: Sequence[Mention[Any]]) -> tuple[Rejection, ...]:
    """What the finders refused, and the counts of an article that reports no event to be counted at."""
    refused = [rejection for found in findings for rejection in found.rejections]
    refused += [Rejection("attendance", count.span, count.text, count.rule, "no_event") for count in counts]
    return tuple(sorted(refused, key=lambda rejection: (rejection.span, rejection.kind)))


def _of_kind(findings: Sequence[Findings], kind: MentionKind) -> tuple[Mention[Any], ...]:
    return tuple(mention for found in findings for mention in found.mentions if mention.kind == kind)
