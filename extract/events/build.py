"""Construction of an event from its draft, with name, status and mode."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from extract.events.detection import DetectedEvent
from extract.events.drafts import EventDraft
from extract.events.status import event_status
from extract.events.triggers import EventTrigger
from extract.model import Span
from extract.results import Event, Mode
from extract.text.document import Document
from extract.text.patterns import WordPattern, whole_words
from scraper.article import stable_id

_pattern = partial(whole_words, "events")
_NAME_END = WordPattern(
    "events",
    r"""
    [;(]
    | ,?\s (?: {name.ends} | {grammar/within}\s(?:{name.few}|\d+)\s{dates/day.lead} ) \s
    | ,\s{name.ends_after_comma}\s
    | \s {name.before_days} \s (?={dates/day.lead}\s\d) | \s {name.is} \s
    """,
)
# A main hall that is told of with the others: "điểm cầu Tỉnh ủy kết nối đến 12 điểm cầu".
_HALLS = WordPattern(
    "events",
    r"""
    (?<!\w){mode.linked_from}\s{places/context.remote}\s(?=\w)(?!{mode.of_others})[^.;]{1,120}
    \s{mode.linked_to}\s(?:{grammar/several}\s)?(?:(?:\d+|{mode.of_others})\s)?{places/context.remote}(?!\w)
    """,
)
_LONGEST_NAME = 200


def build_event(document: Document, triggers: Sequence[EventTrigger], draft: EventDraft) -> Event:
    """The event of a draft, with name, status and mode from its sentence."""
    detection, when = draft.detection, draft.when
    identity = "main" if draft.is_main else f"{draft.type} {when.start}"
    return Event(
        id=stable_id("e", document.article.id, identity),
        is_main=draft.is_main,
        type=draft.type,
        name=_name(document, detection),
        status=event_status(document, triggers, detection.sentence, when.start, draft.moved),
        span=detection.sentence,
        rule="dated_frame" if detection.date else "undated_frame",
        confidence=draft.assessed["event"].confidence,
        weighed=detection.weighed,
        votes=tuple(sorted(draft.decided.votes.items(), key=lambda vote: -vote[1])),
        type_rule=draft.decided.rule,
        assessed=draft.assessed,
        start_date=when.start,
        end_date=when.end,
        date_precision=when.precision,
        date_basis=when.basis,
        part_of_day=when.part_of_day,
        mode=_mode(document, detection, draft.is_main),
        organizers=draft.organizers,
        place=draft.place,
        venue=draft.venue,
        country=draft.country,
    )


def _name(document: Document, detection: DetectedEvent) -> str:
    """The event's name: from the first word of the trigger to the end of its clause, else the first line."""
    if detection.trigger is None:
        return document.quote(document.blocks[0].span)
    held = _HOLDING.match(document.folded, detection.trigger.span.start)
    start = held.end() if held else detection.trigger.span.start
    clause_end = _NAME_END.search(document.folded, detection.trigger.span.end, detection.sentence.end)
    end = clause_end.start() if clause_end else detection.sentence.end
    if end - start > _LONGEST_NAME:
        end = document.text.rfind(" ", start, start + _LONGEST_NAME)
    return document.text[start:end].strip(" .,!?:")


def _mode(document: Document, detection: DetectedEvent, main: bool) -> Mode:
    texts = [
        _words(document, span)
        for span in ((document.sentences[0], detection.sentence) if main else (detection.sentence,))
    ]
    remote = any(_pattern("mode", "remote").search(text) for text in texts)
    if not remote and not (main and _pattern("mode", "venues").search(_without_pilots(document.folded))):
        return "in_person"
    told_of = _pattern("mode", "hall").search(document.folded) or _HALLS.search(document.folded)
    return "hybrid" if told_of else "online"


def _words(document: Document, span: Span) -> str:
    """The words of a sentence, without the initials of a newspaper in brackets: "(LĐ online) - Sáng 9/9"."""
    return _without_pilots(_INITIALS.sub("", document.folded[span.start : span.end]))


def _without_pilots(folded: str) -> str:
    """The text without words in which a remote hall only seems to be named: "thí điểm cầu đi bộ"."""
    return _NO_HALL.compiled.sub(" ", folded)


# Words that hold an event and are no part of its name: "tổ chức công bố quyết định", "long trọng kỷ niệm".
_HOLDING = WordPattern("events", r"(?:{organizer.adverbs}\s)?(?:{holding.hold}\s)?")
_NO_HALL = WordPattern("events", r"(?<!\w){mode.no_halls}(?!\w)")
_INITIALS = re.compile(r"^\s*\([^()]{1,30}\)")
