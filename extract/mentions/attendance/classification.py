"""Whether the people counted attended the event: weighted signs in the words around a count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from extract.mentions.attendance import patterns
from extract.mentions.attendance.context import CountContext, read_context
from extract.mentions.attendance.counts import Count
from extract.text.document import Document
from extract.text.lexicon import load
from extract.text.patterns import ends_with, starts_with, whole_words
from extract.weights import Features, Points, points_of, weights

_pattern = partial(whole_words, "attendance")
_starts_with = partial(starts_with, "attendance")
_ends_with = partial(ends_with, "attendance")

_ELECTED = 220  # characters before the number of those elected in which the election may be named
_TAUGHT = 280  # characters before its participants in which a course may be named
_HANDED = 100  # characters before the recipients in which the handing over may be named
_FEW = 5  # smaller counts are of the people just named
_ABSENT = 8  # characters before a word of attending in which it may be negated
_NEXT = 40  # characters after a count in which several occasions may be named
_JOINED = 160  # maximum characters between a count and one that continues it

# The name in the evidence of a sign that has several names in weights.toml.
_NAMES = {
    "fraction_of_votes": "fraction",
    "period": "statistics",
    "in_year": "statistics",
    "aim": "statistics",
    "tally": "statistics",
    "unit_has": "statistics",
    "several": "statistics",
    "another_year": "statistics",
    "school_class": "statistics",
    "one_of": "fraction",
    "recruits": "status",
    "taught_after": "taught",
    "described": "status",
    "taught_at_opening": "taught",
    "numbered": "scale",
    "listed_in_parts": "attendee_list",
    "guests_as_subject": "subject",
}


@dataclass(frozen=True, slots=True)
class JudgedCount:
    """A count with the signs found in the words around it; `noun` where the counted noun is not people."""

    count: Count
    features: Features
    noun: str | None = None

    @property
    def weighed(self) -> Points:
        """The points of each sign."""
        return points_of(self.features, weights().attendance.signs)

    @property
    def points(self) -> float:
        """The sum of the points; positive for people who attended."""
        return sum(points for _, points in self.weighed)

    @property
    def came(self) -> bool:
        """Whether these people took part."""
        return not self.noun and self.points >= weights().attendance.needed

    @property
    def rule(self) -> str:
        """The sign with the most points for attendance."""
        if self.noun:
            return "noun"
        best = max(self.weighed, key=lambda sign: sign[1], default=("count", 0.0))
        return _NAMES.get(best[0], best[0]) if best[1] > 0 else "count"

    @property
    def reason(self) -> str:
        """The sign with the most points against attendance."""
        worst = min(self.weighed, key=lambda sign: sign[1], default=("context", 0.0))
        return self.noun or (_NAMES.get(worst[0], worst[0]) if worst[1] < 0 else "context")


def judge_count(
    document: Document, count: Count, before: JudgedCount | None, last: JudgedCount | None = None
) -> JudgedCount:
    """The count with the signs in the words around it; `before` is the last count of people who attended, `last` the
    last of all."""
    if count.refused:
        return JudgedCount(count, {}, count.refused)
    context = read_context(document, count)
    signs = list(_signs(context))
    if patterns.JOINED.search(context.left):
        if before and before.count.span.end >= count.span.start - _JOINED:
            signs.append("joined")
        if last and last.reason == "represented" and document.sentence_at(last.count.span.start).contains(count.span):
            signs.append("represented")
    return JudgedCount(count, dict.fromkeys(signs, 1.0))


def _signs(context: CountContext) -> Iterator[str]:
    """The signs for a count and against it, by their names in weights.toml."""
    yield from _signs_of_count(context)
    before = next((sign for sign, holds in _SIGNS_BEFORE if holds(context)), None)
    if before:
        yield before
    if _ends_with("joined", "totals").search(context.left):
        yield "total"
    yield from _objections(context)
    yield from _signs_after(context.right)
    if _are_recruits(context, before):
        yield "recruits"
    if context.opening and _starts_with("attend", "taught").match(context.right):
        yield "taught_after"
    listed = before in ("attend_before", "attendee_list", "listed_in_parts", "occasion")
    if not listed and _starts_with("against", "described").match(context.right):
        yield "described"
    yield from _signs_of_statistics(context)


def _are_recruits(context: CountContext, before: str | None) -> bool:
    """Whether the count is the number of a unit's recruits, this year or in this levy."""
    enlist = _ends_with("context", "has").search(context.left) and patterns.RECRUITS.match(context.right)
    return bool(enlist and (before is None or _pattern("against", "levies").search(context.told)))


def _signs_of_count(context: CountContext) -> Iterator[str]:
    """The signs of the number and its noun alone."""
    if context.count.guests:
        yield "guests"
    if context.count.number.value < _FEW:
        yield "few"
    if context.count.of_all:
        yield "fraction_of_votes" if _voted(context) else "fraction"


def _signs_of_statistics(context: CountContext) -> Iterator[str]:
    """Whether the count is of a period or of many occasions, not of a day."""
    if patterns.IN_YEAR.search(context.told):
        yield "in_year"
    elif patterns.PERIODS.search(context.sentence):
        yield "period"
    if _pattern("against", "aims").search(context.told):
        yield "aim"
    if _pattern("against", "exams").search(context.sentence):
        yield "exam"
    if not context.opening and (patterns.TALLY.search(context.left) or _is_enrolled(context)):
        yield "tally"
    if patterns.UNIT_HAS.search(context.left) and not _pattern("joined", "halls").search(context.left):
        yield "unit_has"
    if _pattern("against", "several").search(context.right[:_NEXT]):
        yield "several"
    if _is_of_another_year(context):
        yield "another_year"


def _is_of_another_year(context: CountContext) -> bool:
    """Whether the count is of every year, or of a year long before that of publication."""
    if _pattern("against", "yearly").search(context.right[:_NEXT]):
        return True
    if _pattern("against", "earlier_years").search(context.left):
        return True
    if not context.year:
        return False
    year, coming = int(context.year), patterns.YEAR_OF_COMING.match(context.right)
    occasion = patterns.YEAR_OF_OCCASION.search(context.left)
    return bool((coming and int(coming["year"]) < year) or (occasion and int(occasion["year"]) < year - 1))


def _voted(context: CountContext) -> bool:
    """Whether the upper part of a fraction is of votes; that of "06/06 đại biểu tham dự, đạt 100%" is of attendees."""
    came = _starts_with("attend", "after").match(context.right)
    if came and not _starts_with("against", "voted").match(context.right, came.end()):
        return False
    return bool(_pattern("against", "voted").search(f"{context.left} {context.right}"))


def _closes_attendee_list(context: CountContext) -> bool:
    """Whether the sentence is a list of attendees, and the count is in the list."""
    own = not context.left.strip() or patterns.JOINED.search(_without_representatives(context.left))
    return bool(own and (patterns.ATTENDEE_LIST.match(context.told) or patterns.PRESENCE.search(context.told)))


def _without_representatives(left: str) -> str:
    represented = patterns.REPRESENTATIVES.search(left)
    return left[: represented.start()] if represented else left


def _is_taught(context: CountContext) -> bool:
    """Whether something was held for those counted ("tập huấn cho 40 hội viên"), or taught to them ("phổ biến luật đến
    110 cán bộ"); False where something is handed to them."""
    if _pattern("against", "handed").search(context.told[-_HANDED:]):
        return False
    if _ends_with("context", "held_for").search(context.left):
        return bool(_pattern("occasions", "taught").search(context.told[-_TAUGHT:]))
    told_to = context.opening and _ends_with("context", "told_to").search(context.left)
    return bool(told_to and _pattern("occasions", "told").search(context.left))


def _is_subject_of_coming(context: CountContext) -> bool:
    """Whether a count of guests begins the sentence, or follows a word of the list "facing"."""
    return context.count.guests and (not context.told or bool(_ends_with("attend", "facing").search(context.left)))


def _is_enrolled(context: CountContext) -> bool:
    """Whether the members of bodies are counted: "194 hợp tác xã với trên 900 thành viên"."""
    enrolled = context.unit in load("attendance")["against"]["enrolled"]
    return enrolled and bool(patterns.BODIES.search(context.left))


def _is_of_each_hall(context: CountContext) -> bool:
    """Whether the count is that of each hall: "mỗi điểm cầu 50 người", "50 người mỗi điểm cầu"."""
    before = _ends_with("joined", "each_hall").search(context.left)
    return bool(before or _starts_with("joined", "each_hall").match(context.right))


def _is_linked(context: CountContext) -> bool:
    """Whether guests are counted together with something else: "12 xã với 19 thí sinh"."""
    guests = context.count.guests and not _starts_with("context", "times").match(context.unit)
    return guests and bool(_ends_with("context", "beside").search(context.left))


def _objections(context: CountContext) -> Iterator[str]:
    """The signs before a count of people who were chosen, helped, honoured or only represented."""
    left = context.left
    members = load("attendance")["against"]["members"]
    chosen = patterns.COMMITTEE.search(left) or patterns.ELECTED.search(context.told[-_ELECTED:])
    if context.unit in members and chosen:
        yield "committee"
    elif _ends_with("against", "one_of").search(left):
        yield "one_of"
    elif context.unit in load("attendance")["against"]["pupils"] and patterns.SCHOOL_CLASS.search(left):
        yield "school_class"
    elif _ends_with("against", "represented").search(left) and not _speaks_for_household(context):
        yield "represented"
    elif patterns.RECIPIENTS.search(left):
        yield "recipients"


def _signs_after(right: str) -> Iterator[str]:
    came = patterns.COMING.search(right)
    if came and _pattern("against", "absent").search(right[: came.start()][-_ABSENT:]):
        yield "absent"
        return
    spoke = _pattern("against", "spoke").search(right)
    if came:
        yield "attend_after"
    elif _pattern("attend", "who").search(right):
        yield "who"
    if patterns.STATUS.match(right):
        yield "status"
    if _starts_with("against", "elected").match(right):
        yield "elected"
    if spoke and (came is None or spoke.start() <= came.end() + 1):  # "75 cử tri tham gia phát biểu"
        yield "spoke"


def _speaks_for_household(context: CountContext) -> bool:
    """Whether one of each attended: "cho đại diện 30 hộ dân", "có đại diện 15 gia đình"; not after "đại diện cho"."""
    household = context.unit in load("attendance")["nouns"]["households"]
    held_for = _ends_with("context", "held_for_representatives").search(context.left)
    return bool(held_for or household and patterns.REPRESENTATIVES.search(context.left))


# The signs in the words before a count, the most certain first; the first that holds is used.
_SIGNS_BEFORE: tuple[tuple[str, Callable[[CountContext], object]], ...] = (
    ("attend_before", lambda context: patterns.ATTENDING.search(context.left)),
    ("attendee_list", _closes_attendee_list),
    ("occasion", lambda context: patterns.OCCASION.search(context.left)),
    ("taught_at_opening", lambda context: context.opening and _is_taught(context)),
    ("taught", _is_taught),
    ("subject", lambda context: patterns.SUBJECT.search(context.told)),
    ("scale", lambda context: _ends_with("occasions", "scale").search(context.left)),
    ("numbered", lambda context: patterns.NUMBERED.search(context.left)),
    ("each_hall", _is_of_each_hall),
    # "Hơn 200 đồng chí bao gồm …" at the head of a sentence
    ("listed_in_parts", lambda context: not context.told and _starts_with("joined", "parts").match(context.right)),
    ("guests_as_subject", _is_subject_of_coming),
    ("linked", _is_linked),
)
