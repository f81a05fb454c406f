"""Whether the people counted came to the event: the words around a count speak for it or against it, by points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from extract.mentions.attendance.counts import Count
from extract.text.document import Document
from extract.text.lexicon import any_of, load
from extract.text.patterns import whole_words

_pattern = partial(whole_words, "attendance")

NEEDED = 2.5  # points from which a count is one of people who came

_LEFT, _RIGHT = 110, 90  # characters of the clause that are weighed before and after a count
_ELECTED = 220  # how far before the number of those elected the election may be told
_LIST = 900  # how far a list of those who came may reach
_OPENING = 5  # sentences, the title's among them, in which "cho N người" tells of the event itself
_FEW = 5  # counts below this are of the people just named
_ABSENT = 8  # characters before a word of coming in which it may be denied
_NEXT = 40  # characters after a count in which several occasions may be named
_JOINED = 160  # how far a count that goes on from another may stand from it


@dataclass(frozen=True, slots=True)
class JudgedCount:
    """A count with its points, the sign that spoke most for it, and the one that spoke most against it."""

    count: Count
    points: float
    rule: str
    reason: str

    @property
    def came(self) -> bool:
        """Whether these people took part."""
        return self.points >= NEEDED


@dataclass(frozen=True, slots=True)
class CountContext:
    """A count among its words, folded: its clause before and after it, its sentence up to it, and the sentence."""

    count: Count
    unit: str
    left: str
    right: str
    told: str
    sentence: str
    opening: bool


def judge_count(document: Document, count: Count, before: JudgedCount | None) -> JudgedCount:
    """Weigh the words around a count; `before` is the last one of people who came."""
    if count.refused:
        return JudgedCount(count, 0.0, "noun", count.refused)
    context = _context(document, count)
    signs = list(_signs(context))
    if before and before.count.span.end >= count.span.start - _JOINED and _joined_pattern().search(context.left):
        signs.append(("joined", 2.5))
    best = max(signs, key=lambda sign: sign[1], default=("count", 0.0))[0]
    worst = min(signs, key=lambda sign: sign[1], default=("context", 0.0))
    return JudgedCount(count, sum(weight for _, weight in signs), best, worst[0] if worst[1] < 0 else "context")


def _context(document: Document, count: Count) -> CountContext:
    folded, span = document.folded, count.span
    sentence = document.sentence_at(span.start)
    end = max(span.end, sentence.end)
    return CountContext(
        count,
        folded[count.unit.start : count.unit.end],
        re.split(r";\s|(?<!có):\s", folded[max(sentence.start, span.start - _LEFT) : span.start])[-1],
        re.split(r"[;.]\s", folded[span.end : min(end, span.end + _RIGHT)])[0],
        folded[max(sentence.start, span.start - _LIST) : span.start],
        folded[sentence.start : min(end, sentence.start + 2 * _LIST)],
        sentence.start <= document.sentences[min(_OPENING, len(document.sentences)) - 1].start,
    )


def _signs(context: CountContext) -> Iterator[tuple[str, float]]:
    """What speaks for a count (above 0) and against it (below 0), by name."""
    yield from _signs_of_count(context)
    before = _sign_before(context)
    yield before
    if _ends_with("joined", "totals").search(context.left):
        yield "total", 1.0
    yield from _objections(context)
    yield from _signs_after(context.right)
    listed = before[0] in ("attend_before", "attendee_list")
    if not listed and _starts_with("against", "described").match(context.right):
        yield "status", -3.0
    yield from _signs_of_statistics(context)


def _signs_of_count(context: CountContext) -> Iterator[tuple[str, float]]:
    """What the number and its noun say by themselves."""
    if context.count.guests:
        yield "guests", 1.5
    if context.count.number.value < _FEW:
        yield "few", -3.0
    if context.count.of_all:
        yield "fraction", -6.0 if _voted(context) else -0.5


def _signs_of_statistics(context: CountContext) -> Iterator[tuple[str, float]]:
    """Whether the count is of a period or of many occasions, not of a day."""
    if _periods_pattern().search(context.sentence) or _in_year_pattern().search(context.told):
        yield "statistics", -2.0
    if _pattern("against", "aims").search(context.told):
        yield "statistics", -5.0
    if _pattern("against", "exams").search(context.sentence):
        yield "exam", -3.0
    if not context.opening and (_tally_pattern().search(context.left) or _is_enrolled(context)):
        yield "statistics", -5.0
    if _unit_has_pattern().search(context.left) and not _pattern("joined", "halls").search(context.left):
        yield "statistics", -3.0
    if _pattern("against", "several").search(context.right[:_NEXT]):
        yield "statistics", -3.0


def _voted(context: CountContext) -> bool:
    """Whether the upper part of a fraction is of votes; "06/06 đại biểu tham dự, đạt 100%" is of those who came."""
    came = _starts_with("attend", "after").match(context.right)
    if came and not _starts_with("against", "voted").match(context.right, came.end()):
        return False
    return bool(_pattern("against", "voted").search(f"{context.left} {context.right}"))


def _sign_before(context: CountContext) -> tuple[str, float]:
    """The surest sign in the words before the count."""
    return next(((sign, weight) for sign, weight, holds in _SIGNS_BEFORE if holds(context)), ("count", 0.0))


def _closes_attendee_list(context: CountContext) -> bool:
    """Whether the sentence lists who came, and the count is one of the list."""
    own = not context.left.strip() or _joined_pattern().search(context.left.removesuffix("đại diện "))
    return bool(own and _list_pattern().match(context.told))


def _is_taught(context: CountContext) -> bool:
    """Whether something was held for those counted: "tập huấn cho 40 hội viên"."""
    held_for = re.search(r"(?<!\w)cho (?:đại diện )?$", context.left)
    return bool(held_for and _pattern("occasions", "taught").search(context.told))


def _is_subject_of_coming(context: CountContext) -> bool:
    """Whether guests begin the sentence, or something is said before them."""
    return context.count.guests and (not context.told or bool(_ends_with("attend", "facing").search(context.left)))


def _is_enrolled(context: CountContext) -> bool:
    """Whether the members of bodies are counted: "194 hợp tác xã với trên 900 thành viên"."""
    return context.unit in load("attendance")["against"]["enrolled"] and bool(_bodies_pattern().search(context.left))


def _is_of_each_hall(context: CountContext) -> bool:
    """Whether so many came to each hall: "mỗi điểm cầu 50 người", "50 người mỗi điểm cầu"."""
    before = _ends_with("joined", "each_hall").search(context.left)
    return bool(before or _starts_with("joined", "each_hall").match(context.right))


def _is_linked(context: CountContext) -> bool:
    """Whether guests are told beside something else: "12 xã với 19 thí sinh"."""
    guests = context.count.guests and not context.unit.startswith("lượt")
    return guests and bool(re.search(r"(?<!\w)với\s*$", context.left))


def _objections(context: CountContext) -> Iterator[tuple[str, float]]:
    """What stands before a count of people who were chosen, helped, honoured or only represented."""
    left = context.left
    members = load("attendance")["against"]["members"]
    chosen = _committee_pattern().search(left) or _elected_pattern().search(context.told[-_ELECTED:])
    if context.unit in members and chosen:
        yield "committee", -5.0
    elif _ends_with("against", "represented").search(left) and not _speaks_for_household(context):
        yield "represented", -6.0
    elif _against_pattern().search(left):
        yield "recipients", -3.0


def _signs_after(right: str) -> Iterator[tuple[str, float]]:
    came = _coming_pattern().search(right)
    if came and _pattern("against", "absent").search(right[: came.start()][-_ABSENT:]):
        yield "absent", -3.0
        return
    spoke = _pattern("against", "spoke").search(right)
    if came:
        yield "attend_after", 2.5
    elif _pattern("attend", "who").search(right):
        yield "who", 1.0
    if _status_pattern().match(right):
        yield "status", -3.0
    if _starts_with("against", "elected").match(right):
        yield "elected", -1.5
    if spoke and (came is None or spoke.start() <= came.end() + 1):  # "75 cử tri tham gia phát biểu"
        yield "spoke", -2.0


def _speaks_for_household(context: CountContext) -> bool:
    """Whether one of each came: "cho đại diện 30 hộ dân", "dự có đại diện 15 gia đình"; not so after "đại diện cho"."""
    household = context.unit in load("attendance")["nouns"]["households"]
    return context.left.endswith("cho đại diện ") or (household and context.left.endswith("đại diện "))


@cache
def _ends_with(section: str, key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(load('attendance')[section][key])}\s*$")


@cache
def _starts_with(section: str, key: str) -> re.Pattern[str]:
    return re.compile(rf"\s*{any_of(load('attendance')[section][key])}(?!\w)")


@cache
def _status_pattern() -> re.Pattern[str]:
    """What happened to these people, right after them; "được chia thành 2 lớp" is of the event itself."""
    words = load("attendance")["against"]
    return re.compile(rf"\s*{any_of(words['after'])}(?!\w)(?!\s+{any_of(words['after_but'])})")


@cache
def _attending_pattern() -> re.Pattern[str]:
    words = load("attendance")["attend"]
    return re.compile(rf"(?<!\w){any_of(words['before'])}(?!\w)(?!\s+{any_of(words['not_events'])}(?!\w))[^.]{{0,75}}$")


@cache
def _list_pattern() -> re.Pattern[str]:
    """A sentence that begins by telling who came."""
    heads = any_of(load("attendance")["attend"]["lists"])
    return re.compile(rf"(?:[^.,;]{{0,20}},\s)?[^.,;]{{0,40}}(?<!\w){heads}(?!\w)")


@cache
def _coming_pattern() -> re.Pattern[str]:
    words = load("attendance")["attend"]
    return re.compile(rf"(?<!\w){any_of(words['after'])}(?!\w)(?!\s+{any_of(words['not_events'])}(?!\w))")


@cache
def _occasion_pattern() -> re.Pattern[str]:
    words = load("attendance")["occasions"]
    teams = r"(?:\s+\d+(?:\s+[^\W\d]+){1,3}(?:\s+và|,)(?:\s+với)?)?"  # "với 14 đội và 168 vận động viên"
    linked = rf"[^.;]{{0,140}}(?<!\w)(?<!đối ){any_of(words['links'])}{teams}"
    return re.compile(rf"(?<!\w){any_of(words['nouns'])}(?!\w)(?!\s+{any_of(words['others'])}(?!\w))(?:{linked})?\s*$")


@cache
def _tally_pattern() -> re.Pattern[str]:
    """At how many places or how often something was done, which sums up: "tại 33 điểm với 1.940 cử tri"."""
    done = r"(?:được|tại|mở|tổ chức|thực hiện)(?: được)?"
    what = r"(?:lượt|cuộc|buổi|đợt|lớp|hội nghị|điểm(?! cầu)|xã|thôn|bản|trường)"
    return re.compile(rf"(?<!\w){done}\s+\d[\d.]*\s+{what}(?!\w)[^.;]{{0,80}}$")


@cache
def _periods_pattern() -> re.Pattern[str]:
    """A period that is summed up; "lớn nhất từ trước đến nay" compares, and sums up nothing."""
    return re.compile(rf"(?<!\w)(?<!từ trước ){any_of(load('attendance')['against']['periods'])}(?!\w)")


@cache
def _bodies_pattern() -> re.Pattern[str]:
    """So many bodies with their members: "có 194 hợp tác xã với"."""
    bodies = any_of(load("attendance")["against"]["enrolled_in"])
    return re.compile(rf"(?<!\w)\d[\d.]*\s+{bodies}(?!\w)[^.;,]{{0,60}}(?<!\w)với\s*$")


@cache
def _unit_has_pattern() -> re.Pattern[str]:
    """A unit that has so many: ", tỉnh Lạng Sơn có 900 thí sinh"."""
    unit = any_of([*load("places")["tiers"]["own"], "tỉnh", "thành phố", "xã"])
    return re.compile(rf"(?:^|[,:(]\s)(?:toàn\s)?{unit}(?:\s[^\s,.;]+){{1,4}}?\s(?:đã\s)?có\s*$")


@cache
def _numbered_pattern() -> re.Pattern[str]:
    """What tells the number of those who come, up to the number: "số lượng đại biểu năm nay dự kiến vào"."""
    return re.compile(rf"(?<!\w){any_of(load('attendance')['occasions']['numbered'])}(?!\w)[^.;,]{{0,50}}$")


@cache
def _in_year_pattern() -> re.Pattern[str]:
    """A year, or the whole unit, that opens a clause: what follows was counted over it."""
    year = r"(?:(?:^|[:;,]\s|\(|(?<!\w)trong )năm (?:1[89]|20)\d\d(?:,| (?:đạt|đã|có|toàn)(?!\w)))"
    term = r"(?:^trong nhiệm kỳ \d{4})"
    whole = r"(?:(?:^|[:;,]\s)toàn (?:tỉnh|huyện|xã|thành phố) (?:đã|có)(?!\w))"
    return re.compile(f"{year}|{term}|{whole}")


@cache
def _subject_pattern() -> re.Pattern[str]:
    """A sentence that begins with the day or the gathering and goes on with the count: "Sáng 20/5, 200 học sinh …"."""
    words = load("attendance")["occasions"]
    gathering = rf"tại (?:buổi |cuộc |lễ )?{any_of(words['nouns'])}"
    within = r"(?:[^.;]|(?<=\d)\.(?=\d))"
    return re.compile(rf"^(?:{any_of(words['opened_by'])}|{gathering})(?!\w){within}{{0,80}}(?:,|\d)\s*$")


@cache
def _committee_pattern() -> re.Pattern[str]:
    """A body that was chosen or set up, up to the number of its members."""
    bodies = any_of(load("attendance")["against"]["committees"])
    return re.compile(rf"(?<!\w){bodies}(?!\w)[^.;]*(?:gồm|với|có|ra|bầu)\s*$")


@cache
def _elected_pattern() -> re.Pattern[str]:
    """Delegates who were chosen for something that the sentence names at length: "bầu đoàn đại biểu dự … gồm"."""
    return re.compile(r"(?<!\w)bầu(?!\w| cử)[^.;]*(?:gồm|với)\s*$")


@cache
def _against_pattern() -> re.Pattern[str]:
    words = any_of(load("attendance")["against"]["before"])
    return re.compile(rf"(?<!\w)(?<!lớp )(?<!khóa ){words}(?!\w)(?!\s+cử(?!\w))[^.;,]{{0,25}}$")


@cache
def _joined_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:,|(?<!\w){any_of(load('attendance')['joined']['words'])})\s*$")


# What the words before a count may say of it, the surest first.
_SIGNS_BEFORE: tuple[tuple[str, float, Callable[[CountContext], object]], ...] = (
    ("attend_before", 3.0, lambda context: _attending_pattern().search(context.left)),
    ("attendee_list", 3.0, _closes_attendee_list),
    ("occasion", 2.5, lambda context: _occasion_pattern().search(context.left)),
    ("taught", 2.5, lambda context: context.opening and _is_taught(context)),
    ("taught", 1.5, _is_taught),
    ("subject", 1.5, lambda context: _subject_pattern().search(context.told)),
    ("scale", 2.5, lambda context: _ends_with("occasions", "scale").search(context.left)),
    ("scale", 2.5, lambda context: _numbered_pattern().search(context.left)),
    ("each_hall", 2.5, _is_of_each_hall),
    # "Hơn 200 đồng chí bao gồm …" at the head of a sentence
    ("attendee_list", 2.5, lambda context: not context.told and _starts_with("joined", "parts").match(context.right)),
    ("subject", 1.0, _is_subject_of_coming),
    ("linked", 1.0, _is_linked),
)
