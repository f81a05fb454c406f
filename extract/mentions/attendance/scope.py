"""The scope of a count: all attendees, some of them, or several sessions together.

A count is of all where it is the only number of those for whom the event is held, or the largest one without another
number beside it. Numbers of different people that are joined in one sentence are of a part each; none is a sum.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.model import AttendanceValue, Mention, Scope, Span
from extract.text.document import Document
from extract.text.normalize import fold
from extract.text.patterns import WordPattern, ends_with, starts_with, whole_words

AttendanceMention = Mention[AttendanceValue]

_AROUND = 120  # characters on either side of a count in which a total over several sessions may be named
_NEAR = 40  # characters beside a count in which its hall may be named
_REACH = 400  # maximum characters between a whole and its parts


def with_scopes(document: Document, counts: Sequence[AttendanceMention]) -> list[AttendanceMention]:
    """The counts of an article, in reading order, each with its scope."""
    scopes: list[Scope] = ["series" if _is_series(document, count) else "group" for count in counts]
    of_one_day = [index for index, scope in enumerate(scopes) if scope == "group"]
    wholes = [counts[index] for index in of_one_day if _may_be_of_all(document, counts, index)]
    total = _total(document, wholes, [counts[index] for index in of_one_day])
    if total is not None:
        scopes[counts.index(total)] = "event"
    return [replace(count, value=replace(count.value, scope=scope)) for count, scope in zip(counts, scopes)]


def _is_series(document: Document, count: AttendanceMention) -> bool:
    sentence = document.sentence_at(count.span.start)
    start, end = max(sentence.start, count.span.start - _AROUND), min(sentence.end, count.span.end + _AROUND)
    around = document.folded[start : max(start, end)]
    return bool(whole_words("attendance", "joined", "series").search(around) or _SPLIT.search(around))


def _may_be_of_all(document: Document, counts: Sequence[AttendanceMention], index: int) -> bool:
    """Whether there is no sign that the count is of a part: no whole before it, no single hall, no performers."""
    count = counts[index]
    if any(_is_part_of(document, count, whole) for whole in counts[:index]):
        return False
    if _is_each(document, count) or _is_of_one_hall(document, count) and _has_halls(document, counts):
        return False
    if _are_performers(document, count) or _perform_number(document, count):
        return False
    return not _stands_beside_crowd(document, count)


def _is_part_of(document: Document, count: AttendanceMention, whole: AttendanceMention) -> bool:
    """Whether the words between two counts make the later one a part of the earlier: "trong đó", "gồm", a bracket."""
    if count.span.start - whole.span.end > _REACH or count.value.count > whole.value.count:
        return False
    between = document.folded[whole.span.end : count.span.start]
    if between.count("(") > between.count(")") or whole_words("attendance", "joined", "among").search(between):
        return True
    same_sentence = document.sentence_at(whole.span.start).contains(count.span)
    return same_sentence and bool(whole_words("attendance", "joined", "consisting").search(between))


def _is_each(document: Document, count: AttendanceMention) -> bool:
    """Whether the count is that of each of several: "mỗi điểm cầu 50 người", "50 người mỗi điểm cầu"."""
    near = Span(max(0, count.span.start - _NEAR), min(len(document.folded), count.span.end + _NEAR))
    sentence = document.sentence_at(count.span.start)
    start, end = max(near.start, sentence.start), max(count.span.end, min(near.end, sentence.end))
    return bool(whole_words("attendance", "joined", "each").search(document.folded, start, end))


def _is_of_one_hall(document: Document, count: AttendanceMention) -> bool:
    sentence = document.sentence_at(count.span.start)
    start, end = max(sentence.start, count.span.start - 2 * _NEAR), min(sentence.end, count.span.end + _NEAR)
    return bool(whole_words("attendance", "joined", "halls").search(document.folded, start, max(start, end)))


def _has_halls(document: Document, counts: Sequence[AttendanceMention]) -> bool:
    """Whether there were several halls, with numbers of more than one of them."""
    return len(counts) > 1 and bool(whole_words("events", "mode", "remote").search(document.folded))


def _are_performers(document: Document, count: AttendanceMention) -> bool:
    """Whether those counted performed or helped, unless the title shows that the event is theirs."""
    if _is_in_title(document, count) or _names(fold(document.article.title or ""), fold(count.value.unit)):
        return False
    return bool(_PERFORMERS.fullmatch(fold(count.value.unit))) and not _volunteer(document, count)


def _volunteer(document: Document, count: AttendanceMention) -> bool:
    """Whether those counted are volunteers, and the sentence names what they came to do: "hiến máu"."""
    sentence = document.sentence_at(count.span.start)
    told = document.folded[sentence.start : count.span.start]
    asked = starts_with("attendance", "joined", "volunteers").match(fold(count.value.unit))
    return asked is not None and whole_words("attendance", "joined", "volunteering").search(told) is not None


def _names(title: str, unit: str) -> bool:
    """Whether a title names those counted without their number: "thiếu nhi" of "300 em thiếu nhi"."""
    people = re.escape(unit.removeprefix("em "))
    return re.search(rf"(?<!\w){people}(?!\w)", title) is not None


def _perform_number(document: Document, count: AttendanceMention) -> bool:
    """Whether those counted take part in what is performed at the event: "tiết mục múa với sự tham gia của"."""
    start = max(document.sentence_at(count.span.start).start, count.span.start - 2 * _NEAR)
    clause = re.split(r"[,;]\s", document.folded[start : count.span.start])[-1]
    performed = whole_words("attendance", "joined", "performances").search(clause)
    return bool(performed and whole_words("attendance", "attend", "presence").search(clause, performed.end()))


def _is_in_title(document: Document, count: AttendanceMention) -> bool:
    """Whether the title counts them, with or without a word of comparison."""
    words = fold(count.text).split()
    first = next((at for at, word in enumerate(words) if word[0].isdigit()), 0)
    counted = re.escape(" ".join(words[first:]))
    return re.search(rf"(?<![\w.,]){counted}(?!\w)", fold(document.article.title or "")) is not None


def _stands_beside_crowd(document: Document, count: AttendanceMention) -> bool:
    """Whether an uncounted crowd attended too: "cùng đông đảo nhân dân".

    None stands beside those whom the title counts. Besides delegates it is considered only where the same sentence
    names it.
    """
    unit = fold(count.value.unit)
    if starts_with("attendance", "crowd", "themselves").match(unit) or _is_in_title(document, count):
        return False
    delegates = starts_with("attendance", "nouns", "invited").match(unit)
    around = document.sentence_at(count.span.start) if delegates else Span(0, len(document.folded))
    crowds = _CROWD.finditer(document.folded, around.start, max(count.span.end, around.end))
    return any(not count.span.overlaps(Span(*crowd.span())) for crowd in crowds)


def _total(
    document: Document, wholes: Sequence[AttendanceMention], everyone: Sequence[AttendanceMention]
) -> AttendanceMention | None:
    """The count of all attendees: the only one, else the largest if there is no other in its sentence or before it.

    None where others are counted that it cannot include (more spectators than contestants).
    """
    largest = max(wholes, key=lambda count: count.value.count, default=None)
    if largest is None or any(count.value.count > largest.value.count for count in everyone):
        return None
    origins = {origin for count in wholes for origin in _origins(document, count)}
    if len(origins) > 1 and len(_origins(document, largest)) == 1:
        return None
    if len(wholes) == 1:
        return largest
    sentence = document.sentence_at(largest.span.start)
    joined = any(count is not largest and sentence.contains(count.span) for count in wholes)
    left = document.folded[sentence.start : largest.span.start]
    beside = ends_with("attendance", "joined", "beside").search(left)
    return None if joined or beside or starts_with("attendance", "joined", "opens_beside").match(left) else largest


def _origins(document: Document, count: AttendanceMention) -> set[str]:
    """Whether those counted are said to come from the country, from abroad, or from both: "đại biểu quốc tế"."""
    sentence = document.sentence_at(count.span.start)
    said = re.split(r"[;:(]|,\s\d", document.folded[count.span.end : min(sentence.end, count.span.end + _NEAR)])[0]
    return {origin for origin in ("native", "foreign") if whole_words("attendance", "joined", origin).search(said)}


_SPLIT = WordPattern("attendance", r"(?<!\w){joined.split}\s(?:[^\W\d]+\s|\d+\s){0,2}?{joined.split_into}(?!\w)")
_PERFORMERS = WordPattern("attendance", r"{joined.performers}(?:(?:,\s|\s{grammar/and}\s|\s-\s){joined.performers})*")
# An uncounted crowd that attended: "cùng đông đảo nhân dân", "hàng nghìn du khách đã có mặt".
_CROWD = WordPattern(
    "attendance",
    r"""
    (?:,|(?<!\w){crowd.before})\s(?:{crowd.presence}\s)?{crowded}
    |
    (?<!\w){crowded}[^.;:]{0,50}?(?<!\w){crowd.after}(?!\w)
    """,
    crowded=r"{crowd.many}\s(?:[^\W\d]+\s){0,3}?{crowd.people}(?!\w)",
)
