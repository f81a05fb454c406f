"""Conditions of the rules that classify dates: what the words around a date say of it."""

from __future__ import annotations

import datetime
import re
from itertools import islice

from extract.mentions.dates import patterns
from extract.mentions.dates.context import DateContext, lasts_until, looks_ahead

_FAR = 400  # characters before a date at the end of its clause in which the verb of holding may occur
_FILLERS_AT_MOST = 2  # "Trong hai ngày …"
_OPENING = 3  # first blocks of the body, in which a date at the head of a clause begins the report
_HELD_DAYS = 200  # maximum days before publication of a day on which an event is said to have been held
_MOVED_DAYS = 1100  # the same where the text begins with the day in full
_RECENT_DAYS = 20  # maximum days before publication of a date further down that is the event's


def is_last_day(date: DateContext) -> bool:
    """Whether it is the last day of what began on the day of an event told before."""
    previous = date.previous
    if previous is None or not lasts_until(date.document, date.expression.span):
        return False
    return previous.start < date.dated.end


def follows_label(date: DateContext) -> bool:
    """Whether a label of publication is right before it."""
    return bool(patterns.PUBLISHED.search(date.left))


def has_clock_of_stamp(date: DateContext) -> bool:
    """Whether a clock time in colon form is in it or right after it, without a word for the hour."""
    printed = date.document.quote(date.expression.span)
    clock = date.expression.clock and printed.count(":") == 1  # "19:00 - 21:30" are the hours of an event
    return bool((clock or re.match(r"[\s,|-]+\d{1,2}:\d\d", date.right)) and not patterns.AT_HOUR.search(date.left))


def is_same_day_of_two_years(date: DateContext) -> bool:
    """Whether it is a range from a day to the same day of another year."""
    days = date.expression.days
    if days is None or days.form != "range":
        return False
    return (days.first.day, days.first.month) == (days.last.day, days.last.month)


def ends_commemorated_name(date: DateContext) -> bool:
    """Whether it ends the name of what is commemorated, or without a year that of a holiday."""
    days = date.expression.days
    if days is None or date.expression.part is not None:
        return False
    if _is_capitalised(date) or patterns.BOUNDS.search(date.left):
        return False
    named = patterns.COMMEMORATED.search(date.left)
    return bool(named or (days.last.year is None and patterns.FESTIVE.search(date.left)))


def follows_document(date: DateContext) -> bool:
    """Whether a number of a document, or the words of its signing, are right before it."""
    return date.expression.part is None and bool(patterns.NUMBER_BEFORE.search(date.left))


def heads_issue(date: DateContext) -> bool:
    """Whether it heads a clause that says that a document was issued."""
    issued, done = patterns.ISSUED.search(date.right), patterns.DOINGS.search(date.right)
    first = issued and (done is None or issued.start() <= done.start())
    return bool(first) and _heads_clause(date)


def follows_limit(date: DateContext) -> bool:
    """Whether it is a single day after a word for a limit: a state as of the day, a deadline, a day of taking
    effect."""
    days = date.expression.days
    single = date.expression.part is None and days is not None and days.form == "day"
    return single and bool(patterns.AS_OF.search(date.left))


def is_background(date: DateContext) -> bool:
    """Whether a word for something earlier, or for birth or death, is before it."""
    return bool(patterns.BEHIND.search(date.left[-40:]) or patterns.BORN.search(date.left))


def is_ahead(date: DateContext) -> bool:
    """Whether it lies after publication, or the words say so and publication does not contradict them."""
    published = date.anchor.day.isoformat() if date.anchor and date.anchor.published else None
    later = published is not None and date.dated.start > published
    if not later and not looks_ahead(date.document, date.expression.span):
        return False
    return not (published is not None and date.dated.end and date.dated.end < published)


def is_held_on(date: DateContext) -> bool:
    """Whether a verb of holding is right before it, or in the clause that it ends."""
    return bool(patterns.HELD.search(date.left) or _closes_clause(date)) and _is_recent(date, _HELD_DAYS)


def opens_report(date: DateContext) -> bool:
    """Whether it heads a clause of the opening that tells what was done, or a dateline there."""
    if not _heads_clause(date) or not (_reports_action(date) or _is_dateline(date)):
        return False
    return _is_in_opening(date) and (_is_recent(date, _HELD_DAYS) or _begins_text_in_full(date))


def _begins_text_in_full(date: DateContext) -> bool:
    """Whether the date, printed with its year, begins the body's first sentence, not years before publication: pages
    that were moved from another site bear the day of the move."""
    days, start = date.expression.days, date.expression.span.start
    body = next((block.span for block in date.document.blocks if block.kind != "title"), None)
    first = body is not None and date.document.sentence_at(start).start == body.start
    return first and not date.left and days is not None and days.last.year is not None and _is_recent(date, _MOVED_DAYS)


def heads_report(date: DateContext) -> bool:
    """Whether it heads a clause further down that tells what was done not long before publication."""
    return _heads_clause(date) and _reports_action(date) and _is_recent(date, _RECENT_DAYS)


def _reports_action(date: DateContext) -> bool:
    return bool(patterns.DOINGS.search(date.right))


def _is_capitalised(date: DateContext) -> bool:
    return date.document.text[date.expression.span.start].isupper()


def _closes_clause(date: DateContext) -> bool:
    """Whether the date ends a clause with what was held: "… tổ chức lễ bàn giao nhà vào sáng 16/9."; with a part of
    day "vào" may be missing."""
    ends = patterns.CLAUSE_END.match(date.right)
    by_itself = date.expression.part and not patterns.AS_OF.search(date.left)
    if not ends or not (by_itself or patterns.ON.search(date.left)):
        return False
    start = date.expression.span.start
    clause = max(date.document.sentence_at(start).start, start - _FAR)
    return bool(patterns.HOLDS.search(date.document.folded, clause, start))


def _is_dateline(date: DateContext) -> bool:
    """Whether the date begins its sentence and the place follows, or nothing where the sentence was cut off."""
    begins = len(date.left.split()) <= _FILLERS_AT_MOST
    return begins and bool(patterns.PLACE_OR_END.match(date.right))


def _heads_clause(date: DateContext) -> bool:
    """Whether the date begins its sentence, or a clause after a comma, a dateline or a bullet.

    A capital is a sign of it too, since some pages join a caption or a byline to the sentence without a mark.
    """
    return _is_capitalised(date) or bool(patterns.CLAUSE.search(date.left))


def _is_in_opening(date: DateContext) -> bool:
    """Whether the date is in the title, the lead or the first blocks of the body."""
    body = list(islice((block for block in date.document.blocks if block.kind == "body"), _OPENING))
    return not body or date.expression.span.start < body[-1].span.end


def _is_recent(date: DateContext, days: int) -> bool:
    """Whether the date is at most so many days before the anchor; True where one of them is unknown."""
    anchor, end = date.anchor, date.dated.end
    if anchor is None or not end:
        return True
    return (anchor.day - datetime.date.fromisoformat(end)).days <= days
