"""Conditions of the signs that people who are counted attended the event: what the words around a count say of them."""

from __future__ import annotations

from functools import partial

from extract.mentions.attendance import patterns
from extract.mentions.attendance.context import CountContext
from extract.text.lexicon import load
from extract.text.patterns import ends_with, starts_with, whole_words

pattern = partial(whole_words, "attendance")
starts = partial(starts_with, "attendance")
ends = partial(ends_with, "attendance")

_ELECTED = 220  # characters before the number of those elected in which the election may be named
_TAUGHT = 280  # characters before its participants in which a course may be named
_HANDED = 100  # characters before the recipients in which the handing over may be named
_ABSENT = 8  # characters before a word of attending in which it may be negated
_NEXT = 40  # characters after a count in which several occasions may be named
_JOINED = 160  # maximum characters between a count and one that continues it


def are_recruits(context: CountContext) -> bool:
    """Whether the count is the number of a unit's recruits, this year or in this levy."""
    enlist = ends("context", "has").search(context.left) and patterns.RECRUITS.match(context.right)
    return bool(enlist and (context.before is None or pattern("against", "levies").search(context.told)))


def is_of_another_year(context: CountContext) -> bool:
    """Whether the count is of every year, or of a year long before that of publication."""
    if pattern("against", "yearly").search(context.right[:_NEXT]):
        return True
    if pattern("against", "earlier_years").search(context.left):
        return True
    first = patterns.YEAR_OF_FIRST.search(context.left)
    if first and first["year"] < (context.year or context.printed_year):
        return True
    if not context.year:
        return False
    year, coming = int(context.year), patterns.YEAR_OF_COMING.match(context.right)
    occasion = patterns.YEAR_OF_OCCASION.search(context.left)
    return bool((coming and int(coming["year"]) < year) or (occasion and int(occasion["year"]) < year - 1))


def is_of_year_or_unit(context: CountContext) -> bool:
    """Whether a year, a term or a whole unit begins the clause; contestants of the whole unit who take part are of the
    event: "toàn huyện có trên 800 vận động viên tham gia"."""
    if patterns.IN_YEAR.search(context.told):
        return True
    return not _takes_part(context) and patterns.WHOLE_UNIT.search(context.told) is not None


def sums_up_period(context: CountContext) -> bool:
    """Whether the sentence sums up a period, or a whole unit other than of contestants who take part."""
    summed = (match.group() for match in patterns.PERIODS.finditer(context.sentence))
    whole = tuple(f"{word} " for word in load("attendance")["context"]["whole"])
    return any(not words.startswith(whole) or not _takes_part(context) for words in summed)


def _takes_part(context: CountContext) -> bool:
    """Whether those counted are called by their part in a gathering, and the words after them say that they came."""
    return context.count.guests and context.came is not None


def is_of_votes(context: CountContext) -> bool:
    """Whether the upper part of a fraction is of votes; that of "06/06 đại biểu tham dự, đạt 100%" is of attendees."""
    if ends("against", "voted_by").search(context.left):
        return True
    came = starts("attend", "after").match(context.right)
    if came and not starts("against", "voted").match(context.right, came.end()):
        return False
    return bool(pattern("against", "voted").search(f"{context.left} {context.right}"))


def closes_attendee_list(context: CountContext) -> bool:
    """Whether the sentence is a list of attendees, and the count is in the list."""
    own = not context.left.strip() or patterns.JOINED.search(_without_representatives(context.left))
    return bool(own and (patterns.ATTENDEE_LIST.match(context.told) or patterns.PRESENCE.search(context.told)))


def _without_representatives(left: str) -> str:
    represented = patterns.REPRESENTATIVES.search(left)
    return left[: represented.start()] if represented else left


def is_taught(context: CountContext) -> bool:
    """Whether something was held for those counted ("tập huấn cho 40 hội viên"), or taught to them ("phổ biến luật đến
    110 cán bộ"); False where something is handed to them."""
    if patterns.HANDED.search(context.told[-_HANDED:]):
        return False
    if ends("context", "held_for").search(context.left):
        return bool(pattern("occasions", "taught").search(context.told[-_TAUGHT:]))
    told_to = context.opening and ends("context", "told_to").search(context.left)
    return bool(told_to and pattern("occasions", "told").search(context.left))


def is_subject_of_coming(context: CountContext) -> bool:
    """Whether a count of guests begins the sentence, or follows a word of the list "facing"."""
    return context.count.guests and (not context.told or bool(ends("attend", "facing").search(context.left)))


def _is_enrolled(context: CountContext) -> bool:
    """Whether the members of bodies are counted: "194 hợp tác xã với trên 900 thành viên"."""
    enrolled = context.unit in load("attendance")["against"]["enrolled"]
    return enrolled and bool(patterns.BODIES.search(context.left))


def is_of_each_hall(context: CountContext) -> bool:
    """Whether the count is that of each hall: "mỗi điểm cầu 50 người", "50 người mỗi điểm cầu"."""
    before = ends("joined", "each_hall").search(context.left)
    return bool(before or starts("joined", "each_hall").match(context.right))


def is_linked(context: CountContext) -> bool:
    """Whether guests are counted together with something else: "12 xã với 19 thí sinh"."""
    guests = context.count.guests and not starts("context", "times").match(context.unit)
    return guests and bool(ends("context", "beside").search(context.left))


def are_chosen(context: CountContext) -> bool:
    """Whether they are the members of a committee, or those elected to it."""
    if context.unit.split(",")[0] not in load("attendance")["against"]["members"]:
        return False
    if context.came and not is_negated(context) and pattern("context", "meets").search(context.left):
        return False
    return bool(patterns.COMMITTEE.search(context.left) or patterns.ELECTED.search(context.told[-_ELECTED:]))


def are_of_school_class(context: CountContext) -> bool:
    """Whether they are the pupils of a class at school."""
    pupils = context.unit in load("attendance")["against"]["pupils"]
    return pupils and bool(patterns.SCHOOL_CLASS.search(context.left))


def are_represented(context: CountContext) -> bool:
    """Whether the count is of those for whom others speak."""
    return bool(ends("against", "represented").search(context.left)) and not _speaks_for_household(context)


def goes_on(context: CountContext) -> bool:
    """Whether the count goes on from one of people who came, not far before."""
    previous = context.previous
    near = previous is not None and previous.span.end >= context.count.span.start - _JOINED
    return near and bool(patterns.JOINED.search(context.left))


def goes_on_from_represented(context: CountContext) -> bool:
    """Whether the count goes on from one of people for whom others speak."""
    return context.after_represented and bool(patterns.JOINED.search(context.left))


def is_negated(context: CountContext) -> bool:
    """Whether the word of attending after it is negated."""
    came = context.came
    return came is not None and bool(pattern("against", "absent").search(context.right[: came.start()][-_ABSENT:]))


def says_who(context: CountContext) -> bool:
    """Whether the words after it say only what they are."""
    return context.came is None and bool(pattern("attend", "who").search(context.right))


def has_status(context: CountContext) -> bool:
    """Whether the words after it say what happened to them; of those whom officials met it is only their trouble:
    "đối thoại với gần 70 hộ dân bị ảnh hưởng"."""
    happened = patterns.STATUS.match(context.right) is not None
    return happened and not is_negated(context) and not were_met(context)


def have_spoken(context: CountContext) -> bool:
    """Whether they spoke: "75 cử tri tham gia phát biểu"."""
    came, spoke = context.came, pattern("against", "spoke").search(context.right)
    return spoke is not None and not is_negated(context) and (came is None or spoke.start() <= came.end() + 1)


def is_described(context: CountContext) -> bool:
    """Whether the words after it say how they are, and those before it do not say that they came."""
    listed = context.before in ("attend_before", "attendee_list", "listed_in_parts", "occasion", "taught_at_opening")
    return not listed and context.came is None and bool(starts("against", "described").match(context.right))


def is_tally(context: CountContext) -> bool:
    """Whether, further down or over a period, the words sum up over several occasions."""
    summed = not context.opening or patterns.PERIODS.search(context.sentence)
    if not summed:
        return False
    if patterns.MANY_TIMES.search(context.left):
        return True
    return bool(patterns.TALLY.search(context.left)) or _is_enrolled(context) or _is_result(context)


def _is_result(context: CountContext) -> bool:
    """Whether they came to occasions summed up by the sentence before: "144 cuộc. Kết quả có 5.458 lượt"."""
    result = patterns.RESULT.search(context.sentence)
    return bool(result) and bool(patterns.OCCASIONS.search(context.sentence_before))


def is_elsewhere(context: CountContext) -> bool:
    """Whether the sentence, behind the opening ones or a count of those who came, tells of an earlier occasion, of one
    elsewhere, or of one to come; of the last the sentence before may tell too."""
    later = not context.opening or context.previous is not None
    if later and patterns.ELSEWHERE.search(context.sentence):
        return True
    told = (context.sentence, context.sentence_before)
    return not context.opening and any(patterns.TO_COME.search(sentence) for sentence in told)


def were_met(context: CountContext) -> bool:
    """Whether officials met those counted, where the article begins: "tiếp xúc hơn 100 cử tri"."""
    return context.opening and bool(ends("attend", "met").search(context.left))


def were_given(context: CountContext) -> bool:
    """Whether something was given to them, before any word of attending: not in "43 học viên tham gia lớp được cấp giấy
    chứng nhận"."""
    given, came = patterns.GIVEN.match(context.right), context.came
    return given is not None and not is_negated(context) and not (came and came.start() < given.start("given"))


def has_unit(context: CountContext) -> bool:
    """Whether a unit has so many; not a hall."""
    has = patterns.UNIT_HAS.search(context.left) or patterns.AREA_HAS.search(context.left)
    return bool(has and not pattern("joined", "halls").search(context.left))


def _speaks_for_household(context: CountContext) -> bool:
    """Whether one of each attended: "cho đại diện 30 hộ dân", "có đại diện 15 gia đình"; not after "đại diện cho"."""
    household = context.unit in load("attendance")["nouns"]["households"]
    held_for = ends("context", "held_for_representatives").search(context.left)
    return bool(held_for or household and patterns.REPRESENTATIVES.search(context.left))
