"""Whether an event was held, is planned, or was cancelled; and the new day of a postponed one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from extract.events.detection import DateMention
from extract.events.triggers import EventTrigger
from extract.model import Span
from extract.results import Status
from extract.text.document import Document
from extract.text.patterns import WordPattern, whole_words

_pattern = partial(whole_words, "events", "status")

_NEAR = 60  # characters after the word in which the cancelled event is named
_OPENING = 8  # sentences in which the new day is told
_NAME = 120  # characters of the rest of an event's name, its day and its place


def event_status(
    document: Document, triggers: Sequence[EventTrigger], sentence: Span, start: str | None, moved: bool
) -> Status:
    """The status of the event that `sentence` reports, which begins on `start`; `moved` where it has a new day."""
    spans = (document.sentences[0], sentence)
    if moved:
        return "scheduled"
    keys = ("cancelled", "moved")
    if any(_called_off(document, triggers, span, keys) or _is_off(document, triggers, span) for span in spans):
        return "cancelled"
    published = document.article.published_at
    if start and published and len(start) == 10 and start != published[:10]:
        return "scheduled" if start > published[:10] else "held"
    ahead = _pattern("scheduled").search(document.folded, sentence.start, sentence.end)
    ahead = ahead or _WILL_BE.search(document.folded, sentence.start, sentence.end)
    if start and published and start == published[:10]:
        named = next((one.span.start for one in triggers if sentence.contains(one.span)), sentence.end)
        ahead = ahead or _WILL.search(document.folded, sentence.start, named)
    return "scheduled" if ahead and not _is_known(document, triggers, Span(sentence.start, ahead.start())) else "held"


def _is_known(document: Document, triggers: Sequence[EventTrigger], before: Span) -> bool:
    """Whether the words take up an event at which is told what will be: "Tại buổi tiếp xúc, … sẽ diễn ra"."""
    known = [one for one in triggers if one.standing == "anaphor" and before.contains(one.span)]
    return any(_KNOWN.search(document.folded, before.start, one.span.start) for one in known)


def new_day(
    document: Document, triggers: Sequence[EventTrigger], sentence: Span, dates: Sequence[DateMention]
) -> DateMention | None:
    """The day to which the event of `sentence` was postponed: "dời hội thi từ ngày 10/8 sang ngày 17/8"."""
    named_after = _called_off(document, triggers, sentence, ("moved",))
    verbs = [*named_after, *_moved_after_name(document, triggers, sentence)]
    days = (_day_after(document, verb.end(), sentence, dates) for verb in verbs)
    return next(filter(None, days), None) or _told_later(document, triggers, sentence, dates)


def _day_after(
    document: Document, start: int, sentence: Span, dates: Sequence[DateMention]
) -> DateMention | None:
    """The first day in the sentence after `start` that is told as the new one."""
    later = (day for day in dates if sentence.contains(day.span) and day.span.start >= start)
    return next((day for day in later if _NEW_DAY.search(document.folded, start, day.span.start)), None)


def _told_later(
    document: Document, triggers: Sequence[EventTrigger], sentence: Span, dates: Sequence[DateMention]
) -> DateMention | None:
    """The new day of an event that the title or the sentence puts off, told in another opening sentence: "nên được
    chuyển sang thứ hai, ngày 17/10"."""
    put_off = (_called_off(document, triggers, span, ("moved",)) for span in (document.sentences[0], sentence))
    if not any(put_off):
        return None
    shifts = ((opening, verb) for opening in document.sentences[:_OPENING] for verb in _shifted(document, opening))
    return next(filter(None, (_day_after(document, verb.start(), opening, dates) for opening, verb in shifts)), None)


def _shifted(document: Document, sentence: Span) -> Iterator[re.Match[str]]:
    return _SHIFTED.finditer(document.folded, sentence.start, sentence.end)


def _called_off(
    document: Document, triggers: Sequence[EventTrigger], sentence: Span, keys: Sequence[str]
) -> list[re.Match[str]]:
    """The words of a sentence that cancel or postpone the event named right after them."""
    return [verb for key in keys for verb in _verbs(document, sentence, key) if _names_event(document, triggers, verb)]


def _moved_after_name(
    document: Document, triggers: Sequence[EventTrigger], sentence: Span
) -> Iterator[re.Match[str]]:
    """The words that postpone an event named before them: "Hội thi dự kiến ngày 10/8 lùi sang ngày 17/8"."""
    for verb in _verbs(document, sentence, "moved"):
        named = any(sentence.contains(one.span) and 0 <= verb.start() - one.span.end <= _NAME for one in triggers)
        if named and _TO_A_DAY.match(document.folded, verb.end()):
            yield verb


def _is_off(document: Document, triggers: Sequence[EventTrigger], sentence: Span) -> bool:
    """Whether an event named in a sentence was cancelled by it: "Giải đua … bị hủy vì mưa lớn"."""
    passive = _pattern("passive").search(document.folded, sentence.start, sentence.end)
    return bool(passive) and any(
        sentence.contains(one.span) and one.span.end <= passive.start() and passive.start() - one.span.end <= _NAME
        for one in triggers
        if passive
    )


def _verbs(document: Document, sentence: Span, key: str) -> Iterator[re.Match[str]]:
    for verb in _pattern(key).finditer(document.folded, sentence.start, sentence.end):
        if not _NO_STATUS.search(document.folded, sentence.start, verb.start()):
            yield verb


def _names_event(document: Document, triggers: Sequence[EventTrigger], verb: re.Match[str]) -> bool:
    """Whether an event is named within or right after the words."""
    near = Span(verb.start(), verb.end() + _NEAR)
    named = any(near.overlaps(trigger.span) for trigger in triggers)
    return named or bool(_pattern("called_off").search(document.folded, verb.start(), near.end))


_KNOWN = WordPattern("events", r"(?<!\w){status.known}\s(?:{phrase.counters}\s)?$")
_WILL_BE = WordPattern(
    "events", r"(?<!\w){status.will}\s(?:{grammar/is_done}\s)?(?:{organizer.adverbs}\s)+{holding.begun}(?!\w)"
)
# What will be done later on the day of the report: "Tối nay, UBND quận sẽ mở cửa phố đi bộ".
_WILL = WordPattern("events", r"(?<!\w){status.will}\s")
_NO_STATUS = WordPattern("events", r"(?<!\w){status.no_status}\s$")
_TO_A_DAY = WordPattern("events", r"\s(?:[^\s.;,]+\s)?{status.new_day}\s(?:[^\s.;,]+\s){0,2}\d")
_NEW_DAY = WordPattern(
    "events", r"(?<!\w){status.new_day}\s(?:{dates/weekdays}(?:,\s|\s))?(?:{dates/day.lead}\s)?$"
)
_SHIFTED = WordPattern("events", r"(?<!\w){status.shifted}\s(?={status.new_day}(?!\w))")
