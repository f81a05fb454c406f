"""An event from the frame that reports it: name, status, days, mode, organisers, place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from extract.events.dates import EventDates, event_days
from extract.events.detection import DateMention, DetectedEvent
from extract.events.organizers import find_organizers
from extract.events.status import event_status, new_day
from extract.events.triggers import EventTrigger
from extract.events.types import event_type, revised
from extract.model import Event, EventType, Mode, Span
from extract.text.document import Document
from extract.text.patterns import whole_words
from scraper.article import Place, stable_id

_pattern = partial(whole_words, "events")
_NAME_END = re.compile(
    r"[;(]|,?\s(?:do|cho|tại|với|nhằm|vào|để|thu hút|gồm|có|diễn ra|được|đã|sẽ|trong\s(?:hai|ba|\d+)\sngày)\s"
    r"|,\s(?:đồng\s+thời|qua|trong|nhân|tham|dự|sáng|chiều|ngày)\s"
)
_LONGEST_NAME = 200


def build_event(
    document: Document,
    triggers: Sequence[EventTrigger],
    detection: DetectedEvent,
    dates: Sequence[DateMention],
    place: Place,
    main: bool,
) -> Event:
    """The event that a frame reports, held at `place`; the main event is the one that the article is about."""
    kind = event_type(document, triggers, detection) if main else _type_of_further(document, detection)
    moved = new_day(document, triggers, detection.sentence, dates)
    when = EventDates.of(moved or detection.date)
    if main and not moved:
        when = event_days(document, detection, dates, kind)
    identity = "main" if main else f"{kind} {when.start}"
    return Event(
        id=stable_id("e", document.article.id, identity),
        is_main=main,
        type=kind,
        name=_name(document, detection),
        status=event_status(document, triggers, detection.sentence, when.start, moved is not None),
        span=detection.sentence,
        rule="dated_frame" if detection.date else "undated_frame",
        confidence=round(detection.confidence, 3),
        weighed=detection.weighed,
        start_date=when.start,
        end_date=when.end,
        date_precision=when.precision,
        date_basis=when.basis,
        part_of_day=when.part_of_day,
        mode=_mode(document, detection, main),
        organizers=find_organizers(document, detection.sentence, kind, triggers if main else ()),
        place=place,
    )


def _type_of_further(document: Document, detection: DetectedEvent) -> EventType:
    """The type of an event told of in one sentence."""
    if detection.trigger is None:
        return "other"
    return revised(document, detection.trigger.type, [detection.trigger], detection.sentence)


def _name(document: Document, detection: DetectedEvent) -> str:
    """The event's name: from the occasion's first word to the end of its clause, else the first line."""
    if detection.trigger is None:
        return document.quote(document.blocks[0].span)
    start = detection.trigger.span.start
    clause_end = _NAME_END.search(document.folded, detection.trigger.span.end, detection.sentence.end)
    end = clause_end.start() if clause_end else detection.sentence.end
    if end - start > _LONGEST_NAME:
        end = document.text.rfind(" ", start, start + _LONGEST_NAME)
    return document.text[start:end].strip(" .,!?:")


def _mode(document: Document, detection: DetectedEvent, main: bool) -> Mode:
    said = [
        _words(document, span)
        for span in ((document.sentences[0], detection.sentence) if main else (detection.sentence,))
    ]
    remote = any(_pattern("mode", "remote").search(text) for text in said)
    if not remote and not (main and _pattern("mode", "venues").search(document.folded)):
        return "in_person"
    return "hybrid" if _pattern("mode", "hall").search(document.folded) else "online"


def _words(document: Document, span: Span) -> str:
    return document.folded[span.start : span.end]
