"""Assembly of an article's events from its mentions, in stages.

The stages find event triggers, decide whether the article reports an event at all, choose the sentence that reports
it, and read type, days, place and organizers from that sentence and its surroundings. Other dated sentences with a
trigger of their own are further events. Every stage takes the assembly and returns it with more fields filled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extract.events.abroad import country_of
from extract.events.build import build_event
from extract.events.confidence import assess_attendees, assess_dates, assess_event, assess_place, assess_type
from extract.events.dates import EventDates, event_days
from extract.events.detection import DateMention, detect_event
from extract.events.drafts import Assembly, EventDraft
from extract.events.further import MainEvent, detect_further_events
from extract.events.location import resolve_place, resolve_venue
from extract.events.national import are_national
from extract.events.organizers import find_organizers
from extract.events.participants import counts_of_other_days, without_those_of_other_days
from extract.events.status import new_day
from extract.events.triggers import find_triggers
from extract.events.types import event_type, type_of_further
from extract.gazetteer.publisher import speaks_for_press
from extract.mentions import KINDS
from extract.model import Findings, Rejection, Span
from extract.results import Event, Extraction
from extract.text.document import Document
from scraper.article import Place


def assemble(document: Document, findings: Sequence[Findings]) -> Extraction:
    """The extraction of a document from the results of the finders."""
    assembly = _sorted_by_kind(document, findings)
    for stage in STAGES:
        assembly = stage(assembly)
    events = tuple(build_event(document, assembly.triggers, draft) for draft in assembly.events)
    return _with_owners(assembly, events) if events else _without_event(assembly)


def _sorted_by_kind(document: Document, findings: Sequence[Findings]) -> Assembly:
    """The mentions of all finders by kind, in reading order, and the rejections."""
    mentions = {
        kind.name: tuple(one for found in findings for one in found.mentions if one.kind == kind.name)
        for kind in KINDS
    }
    return Assembly(document, mentions, tuple(refused for found in findings for refused in found.rejections))


def _with_triggers(assembly: Assembly) -> Assembly:
    return replace(assembly, triggers=find_triggers(assembly.document))


def _with_main_event(assembly: Assembly) -> Assembly:
    """Adds the draft of the main event with the sentence that reports it; none where the article reports no event."""
    found = detect_event(assembly.document, assembly.triggers, assembly.dates, assembly.officials)
    return replace(assembly, events=(EventDraft(found, is_main=True),)) if found else assembly


def _with_types(assembly: Assembly) -> Assembly:
    return replace(assembly, events=tuple(_typed(assembly, draft) for draft in assembly.events))


def _with_days(assembly: Assembly) -> Assembly:
    return replace(assembly, events=tuple(_dated(assembly, draft) for draft in assembly.events))


def _with_participants(assembly: Assembly) -> Assembly:
    """The officials and counts: those of whom only other days are told have no part in the event."""
    if not assembly.events:
        return assembly
    document, main = assembly.document, assembly.events[0]
    officials = without_those_of_other_days(document, assembly.officials, assembly.dates, main.when)
    counts = assembly.mentions["attendance"]
    refused = counts_of_other_days(document, counts, assembly.dates, main.when, main.detection.sentence)
    spans = {one.span for one in refused}
    left = tuple(count for count in counts if count.span not in spans)
    return replace(
        assembly,
        mentions={**assembly.mentions, "official": officials, "attendance": left},
        rejections=(*assembly.rejections, *refused),
    )


def _with_further_events(assembly: Assembly) -> Assembly:
    """Adds the other events of the article, each with its type and days; of two with one type and day the first."""
    further = [_dated(assembly, _typed(assembly, draft)) for draft in _further(assembly)]
    distinct = {(draft.type, draft.when.start): draft for draft in reversed(further)}
    return replace(assembly, events=(*assembly.events, *reversed(distinct.values())))


def _with_places(assembly: Assembly) -> Assembly:
    """Adds the place of the main event; further events have none."""
    return replace(
        assembly, events=tuple(_placed(assembly, draft) if draft.is_main else draft for draft in assembly.events)
    )


def _with_organizers(assembly: Assembly) -> Assembly:
    return replace(assembly, events=tuple(_organized(assembly, draft) for draft in assembly.events))


def _with_confidence(assembly: Assembly) -> Assembly:
    return replace(assembly, events=tuple(_assessed(assembly, draft) for draft in assembly.events))


STAGES: tuple[Callable[[Assembly], Assembly], ...] = (
    _with_triggers,
    _with_main_event,
    _with_types,
    _with_days,
    _with_participants,
    _with_further_events,
    _with_organizers,
    _with_places,
    _with_confidence,
)


def _typed(assembly: Assembly, draft: EventDraft) -> EventDraft:
    if draft.is_main:
        return replace(draft, decided=event_type(assembly.document, assembly.triggers, draft.detection))
    return replace(draft, decided=type_of_further(assembly.document, assembly.triggers, draft.detection))


def _dated(assembly: Assembly, draft: EventDraft) -> EventDraft:
    """The days of the event: those to which it was postponed, else those of its sentence, widened by other mentions."""
    document, detection = assembly.document, draft.detection
    moved = new_day(document, assembly.triggers, detection.sentence, assembly.dates)
    if draft.is_main and not moved:
        return replace(draft, when=event_days(document, detection, assembly.dates, draft.type, assembly.triggers))
    return replace(draft, when=EventDates.of(moved or detection.date), moved=moved is not None)


def _further(assembly: Assembly) -> Iterator[EventDraft]:
    for main in assembly.events:
        main_event = MainEvent(main.detection, main.type, main.when.start, main.when.end, main.when.part_of_day)
        for found in detect_further_events(assembly.document, assembly.triggers, assembly.dates, main_event):
            yield EventDraft(found, is_main=False)


def _placed(assembly: Assembly, draft: EventDraft) -> EventDraft:
    document, places, sentence = assembly.document, assembly.places, draft.detection.sentence
    country = country_of(document, sentence)
    elsewhere = speaks_for_press(document.article.url) and are_national(draft.organizers)
    site = Place() if elsewhere else None
    place = Place() if country else resolve_place(document, places, sentence, draft.when.start, site)
    opens = draft.type == "ceremony"
    venue = resolve_venue(document, places, sentence, opens, _told_again(assembly, draft))
    return replace(draft, place=place, venue=venue, country=country)


def _told_again(assembly: Assembly, draft: EventDraft) -> list[Span]:
    """The sentences besides the report that tell the day of the event again: "Kỳ họp diễn ra vào chiều 11/10"."""
    start, report = draft.when.start, draft.detection.sentence
    again = (day.span for day in assembly.dates if start and day.value.start == start and day.value.precision == "day")
    return [assembly.document.sentence_at(span.start) for span in again if not report.contains(span)]


def _organized(assembly: Assembly, draft: EventDraft) -> EventDraft:
    triggers = assembly.triggers if draft.is_main else ()
    sentence = draft.detection.sentence
    return replace(draft, organizers=find_organizers(assembly.document, sentence, draft.type, triggers))


def _assessed(assembly: Assembly, draft: EventDraft) -> EventDraft:
    """The event with the confidences of its row, type, days and place."""
    document, detection = assembly.document, draft.detection
    cells = {
        "type": assess_type(document, draft.decided, detection),
        "dates": assess_dates(document, detection, draft.when, assembly.dates),
        "place": assess_place(document, assembly.places, detection.sentence, draft.place),
    }
    assessed = {name: assessment for name, assessment in cells.items() if assessment}
    return replace(draft, assessed={"event": assess_event(document, detection, assessed), **assessed})


def _with_owners(assembly: Assembly, events: tuple[Event, ...]) -> Extraction:
    """The extraction of an article that reports events: every mention with the event that it belongs to."""
    mentions = {**assembly.mentions, "date": tuple(_as_event_day(day, events[0]) for day in assembly.dates)}
    owners: dict[tuple[str, Span], str] = {}
    for kind in KINDS:
        for mention in mentions[kind.name]:
            if owner := kind.owner(assembly.document, mention, events):
                owners[mention.kind, mention.span] = owner
    document = assembly.document
    found = Extraction(document.article, document.text, events, mentions, _in_order(assembly.rejections), owners)
    return replace(found, events=tuple(_with_attendees_assessed(found, event) for event in events))


def _with_attendees_assessed(found: Extraction, event: Event) -> Event:
    sure = assess_attendees(found.total_of(event), len(found.counts_of(event)))
    return replace(event, assessed={**event.assessed, "attendees": sure}) if sure else event


def _as_event_day(day: DateMention, main: Event) -> DateMention:
    """The dates with that of the main event classified as an event's, even if its context is not enough for that."""
    told_there = main.span.contains(day.span) and day.value.start == main.start_date
    return replace(day, value=replace(day.value, kind="event")) if told_there and day.value.kind == "other" else day


def _without_event(assembly: Assembly) -> Extraction:
    """The extraction of an article that reports no event, with what is kept of each kind of mention."""
    left = {kind.name: kind.without_event(assembly.mentions[kind.name]) for kind in KINDS}
    mentions = {name: found.mentions for name, found in left.items()}
    refused = [rejection for found in left.values() for rejection in found.rejections]
    document = assembly.document
    rejections = _in_order((*assembly.rejections, *refused))
    return Extraction(document.article, document.text, (), mentions, rejections)


def _in_order(rejections: Sequence[Rejection]) -> tuple[Rejection, ...]:
    return tuple(sorted(rejections, key=lambda rejection: (rejection.span, rejection.kind)))
