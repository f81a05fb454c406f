"""Counts of people who took part: of all the people counted in an article, those whom the context says to have come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import groupby

from extract.mentions.attendance.classification import JudgedCount, judge_count
from extract.mentions.attendance.counts import Count, read_counts
from extract.model import AttendanceValue, Comparator, Findings, Mention, Rejection, Scope, Span
from extract.text.document import Document
from extract.text.lexicon import any_of, load, whole_words

_pattern = partial(whole_words, "attendance", "joined")

_LEFT = 40  # characters before a count that may call it a part of another
_AROUND = 120  # characters on either side that may say it is a total over several sessions


def find_attendance(document: Document) -> Findings:
    """Counts of people who took part in what the article reports, and counts of others that were refused."""
    judged = list(_judge_all(document))
    mentions: list[Mention[AttendanceValue]] = []
    for sentence, counts in _by_sentence(document, _once_each(one for one in judged if one.came)):
        parts = [_mention(document, sentence, counts, index) for index in range(len(counts))]
        mentions += [*parts, *_total(document, parts)]
    refused = sorted(_refused(document, judged), key=lambda refused: refused.span)
    return Findings(tuple(sorted(mentions, key=lambda mention: mention.span)), tuple(refused))


def _by_sentence(document: Document, judged: Iterable[JudgedCount]) -> Iterator[tuple[Span, list[JudgedCount]]]:
    """The counts of each sentence that has any, both in reading order."""
    for sentence, counts in groupby(judged, key=lambda one: document.sentence_at(one.count.span.start)):
        yield sentence, list(counts)


def _refused(document: Document, judged: Iterable[JudgedCount]) -> Iterator[Rejection]:
    for one in judged:
        if not one.came:
            span = one.count.span
            yield Rejection("attendance", span, document.quote(span), one.rule, one.reason)


def _judge_all(document: Document) -> Iterator[JudgedCount]:
    before: JudgedCount | None = None
    for count in read_counts(document.folded):
        judged = judge_count(document, count, before)
        before = judged if judged.came else before
        yield judged


def _once_each(judged: Iterable[JudgedCount]) -> list[JudgedCount]:
    """One count for each number: repeated, it is kept where it has its comparator, else where it is said first."""
    kept: dict[int, JudgedCount] = {}
    for one in judged:
        known = kept.get(one.count.number.value)
        if known is None or (known.count.cmp == "eq" != one.count.cmp):
            kept[one.count.number.value] = one
    return sorted(kept.values(), key=lambda one: one.count.span)


def _mention(document: Document, sentence: Span, counts: list[JudgedCount], index: int) -> Mention[AttendanceValue]:
    judged = counts[index]
    count = judged.count
    scope = _scope(document, sentence, counts, index)
    value = AttendanceValue(count.number.value, count.cmp, document.quote(count.unit), scope, count.number.upper)
    return Mention("attendance", count.span, document.quote(count.span), value, judged.rule)


def _scope(document: Document, sentence: Span, counts: list[JudgedCount], index: int) -> Scope:
    """Whether the count is of all, of a part that stands beside other parts, or of several sessions together."""
    count = counts[index].count
    around = Span(max(sentence.start, count.span.start - _AROUND), min(sentence.end, count.span.end + _AROUND))
    if _pattern("series").search(document.folded, around.start, around.end):
        return "series"
    holds_next = index + 1 == len(counts) or _holds(document, count, counts[index + 1].count)
    if index or not holds_next or _stands_beside(document, sentence, count):
        return "group"
    return "event"


def _stands_beside(document: Document, sentence: Span, count: Count) -> bool:
    """Whether the count is of some of those who came: beside others, of performers, or of one hall."""
    left = document.folded[max(sentence.start, count.span.start - _LEFT) : count.span.start].rstrip()
    unit = document.folded[count.unit.start : count.unit.end]
    halls = _pattern("halls").search(document.folded, count.span.end, min(sentence.end, count.span.end + _LEFT))
    return bool(halls or _pattern("performers").match(unit) or _beside_pattern().search(left))


def _holds(document: Document, count: Count, later: Count) -> bool:
    """Whether the later count is a part of this one."""
    return bool(_pattern("parts").search(document.folded, count.span.end, max(count.span.end, later.span.start)))


def _total(document: Document, parts: list[Mention[AttendanceValue]]) -> Iterator[Mention[AttendanceValue]]:
    """The sum of the parts that one sentence lists, where it prints no total."""
    if len(parts) < 2 or any(part.value.scope != "group" or part.value.count_max for part in parts):
        return
    span = Span(parts[0].span.start, parts[-1].span.end)
    cmp = _joint_comparator({part.value.cmp for part in parts})
    count = sum(part.value.count for part in parts)
    value = replace(parts[0].value, count=count, cmp=cmp, scope="event", derived=True)
    yield Mention("attendance", span, document.quote(span), value, "sum_of_parts")


def _joint_comparator(comparators: set[Comparator]) -> Comparator:
    """The comparator of a sum: that of its bounded parts, or "approx" where they differ."""
    bounded = comparators - {"eq"}
    if len(bounded) > 1:
        return "approx"
    return bounded.pop() if bounded else "eq"


@cache
def _beside_pattern() -> re.Pattern[str]:
    """What joins a count to those named before it, right before the count."""
    words = load("attendance")["joined"]
    return re.compile(rf"(?:[,;]|(?<!\w){any_of([*words['beside'], *words['parts']])})$")
