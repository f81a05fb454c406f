"""Finding counts of people who took part: of all counts of people in an article, those that the context supports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.mentions.attendance.counts import read_counts
from extract.mentions.attendance.judgement import JudgedCount, judge_count
from extract.mentions.attendance.scope import with_scopes
from extract.model import AttendanceValue, Findings, Mention, Rejection
from extract.text.document import Document
from extract.text.normalize import fold


_NAME = 12  # characters before the last word of a name


def find_attendance(document: Document) -> Findings:
    """Counts of people who took part in what the article reports, and rejected counts of others."""
    judged = list(judge_counts(document))
    kept = [_with_comparator(document, one, judged) for one in _once_each(one for one in judged if one.came)]
    mentions = [_mention(document, one) for one in kept]
    refused = sorted(_refused(document, judged), key=lambda refused: refused.span)
    return Findings(tuple(with_scopes(document, mentions)), tuple(refused))


def _refused(document: Document, judged: Iterable[JudgedCount]) -> Iterator[Rejection]:
    for one in judged:
        if not one.came:
            span = one.count.span
            yield Rejection("attendance", span, document.quote(span), one.rule, one.reason)


def judge_counts(document: Document) -> Iterator[JudgedCount]:
    """Every count of people, and of some other things, with the signs that they came."""
    before: JudgedCount | None = None
    last: JudgedCount | None = None
    for count in read_counts(document.folded):
        if count.number.in_words and _ends_name(document, count.number.span.start):
            continue
        last = judge_count(document, count, before, last)
        before = last if last.came else before
        yield last


def _ends_name(document: Document, place: int) -> bool:
    """Whether a numeral is the last word of a name before a post: "ông Lò Út Mười Bí thư Huyện ủy"."""
    before = document.text[max(0, place - _NAME) : place].split()
    return document.text[place].isupper() and bool(before) and before[-1][0].isupper()


def _once_each(judged: Iterable[JudgedCount]) -> list[JudgedCount]:
    """One count for each number: of repeated ones that with a comparator, else the one with the most points."""
    kept: dict[int, JudgedCount] = {}
    for one in judged:
        known = kept.get(one.count.number.value)
        if known is None or _sureness(one) > _sureness(known):
            kept[one.count.number.value] = one
    return sorted(kept.values(), key=lambda one: one.count.span)


def _with_comparator(document: Document, one: JudgedCount, everyone: Sequence[JudgedCount]) -> JudgedCount:
    """A bare count with the comparator that the article prints with it elsewhere ("Gần 200 người dân …" above a
    picture)."""
    if one.count.cmp != "eq":
        return one
    number, unit = one.count.number.value, document.quote(one.count.unit)
    alike = (other.count for other in everyone if other.count.number.value == number and other.count.cmp != "eq")
    compared = next((count for count in alike if fold(document.quote(count.unit)) == fold(unit)), None)
    return replace(one, count=compared) if compared else one


def _sureness(judged: JudgedCount) -> tuple[bool, float]:
    return judged.count.cmp != "eq", judged.points


def _mention(document: Document, judged: JudgedCount) -> Mention[AttendanceValue]:
    count = judged.count
    value = AttendanceValue(
        count.number.value,
        count.cmp,
        document.quote(count.unit),
        count_max=count.number.upper,
        weighed=judged.weighed,
    )
    return Mention("attendance", count.span, document.quote(count.span), value, judged.rule)
