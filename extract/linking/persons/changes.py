"""Changes of posts in articles: where somebody is given a post or leaves one, by the words around it."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from extract.gazetteer.units import province_names
from extract.text.normalize import fold
from extract.text.patterns import WordPattern, whole_words

PostChange = Literal["gained", "lost", "left", "once", "kept"]
Said = Literal["gained", "lost", "once", "held"]
_SAID: tuple[Said, ...] = ("gained", "lost", "once", "held")
_BEFORE = 260  # characters before a post in which words of appointment or dismissal are searched
_PASSAGE = 800  # characters before a post in which the province that it is of is searched
_NEAR = 12  # maximum characters between these words and the post
_LONG_AGO = 120  # minimum days between a change of post and an article that tells of it as of the past
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?!\d)")


def change_at(text: str, start: int, told: date | None = None) -> PostChange | None:
    """The change of a post by the words right before it: somebody got it ("giữ chức"), left it ("miễn nhiệm") or had it
    at some earlier time ("từng giữ chức", also as a later one of a list; "Tháng 6/1997 được bổ nhiệm làm").

    Of two matches that end together the longer is used: "thôi giữ chức" is an end, "tiếp tục giữ chức" neither. A
    continued post ("tiếp tục được bầu làm") is not a beginning, nor is one that is only planned ("giới thiệu để bầu
    làm"). What somebody was "trước khi được bầu giữ chức" another post has ended, and what he is beside it ("Hiện ông
    còn là") is kept. `told` is the day of publication: what is told of a day long before it was at an earlier time.
    """
    printed = re.split(r"[.!?]\s|\n", text[max(0, start - _BEFORE) : start])[-1]
    before, after = fold(printed), fold(_clause(text, start))
    end, latest = _last_said(printed, before)
    if latest in ("gained", "lost") and (_long_ago(before, told) or _long_ago(after, told) or _in_month(after, told)):
        return "once"
    if (dead := _DEAD.search(before)) and not dead["no"]:
        return "once"
    if _LEFT.search(before) and latest != "once":
        return "left"
    if end >= len(before) - _NEAR:
        if latest == "gained" and _WRONGLY.search(fold(_sentence(text, start))):
            return "once"
        return _of_now(latest, before, after, told)
    if _BEFORE_THAT.search(before):
        return "once"
    if _KEPT.match(before):
        return "kept"
    if _GIVEN_AS.search(before):
        return _of_now("gained", before, after, told)
    return "once" if _ONCE_IN.match(before) or _in_list_of_former(before) else None


def _long_ago(words: str, told: date | None) -> bool:
    """Whether a text prints a day far from the one on which it was published."""
    days = [match.groups() for match in _DAY.finditer(words)]
    if not days or told is None:
        return False
    try:
        return _is_far(date(*map(int, reversed(days[-1]))), told)
    except ValueError:
        return False  # no day of the calendar


def _in_month(after: str, told: date | None) -> bool:
    """Whether a change is told of a month that is not that of the publication: "làm chủ tịch từ tháng 3/2016"."""
    match = _MONTH.search(after)
    if match is None or not 1 <= int(match["month"]) <= 12:
        return False
    return told is None or _is_far(date(int(match["year"]), int(match["month"]), 28), told)


def _in_year(before: str, told: date | None) -> bool:
    """Whether a change is told of a year before that of the publication: "Được biết, năm 2011, ông được bầu làm"."""
    years = [int(match["year"]) for match in _YEAR.finditer(before)]
    return bool(years) and (told is None or years[-1] < told.year)


def _is_far(day: date, told: date) -> bool:
    return abs((told - day).days) > _LONG_AGO


def _last_said(printed: str, before: str) -> tuple[int, Said]:
    """What the last words before a post say of it, and where they end."""
    found: list[tuple[int, int, Said]] = [
        (match.end(), -match.start(), kind)
        for kind in _SAID
        for match in whole_words("linking", "posts", kind, "words").finditer(before)
        if (match.start() == 0 or printed[match.start()].islower()) and not _COMPOUND.search(before[: match.start()])
    ]
    end, _, latest = max(found, default=(0, 0, "held"))
    return end, latest


def _of_now(change: Said, before: str, after: str, told: date | None) -> PostChange | None:
    """The change that is said, unless it was earlier, goes on or is only planned."""
    if change in ("gained", "lost"):
        if _is_earlier(before) or _LASTED.search(after) or (change == "gained" and _UNTIL.search(after)):
            return "once"
        if change == "gained" and (_REVIEWED.search(before) or _in_year(before, told)):
            return "once"
        if change == "gained" and _AGAIN.search(_of_last_person(before)):
            return None
        if _PLANNED.search(_SETTLED.compiled.sub(" ", before)):
            return None
    return None if change == "held" else change


def _is_earlier(before: str) -> bool:
    """Whether what is told was at an earlier time: "Năm 2006, ông được bầu làm", "Ông A sinh năm 1971, được cử làm"."""
    return bool(_EARLIER.search(before) or _ONCE_IN.match(before) or _BORN.match(before))


def _of_last_person(before: str) -> str:
    """The text before a post from the last person on: "ông A tiếp tục làm bí thư, ông B được bầu làm" is of B."""
    persons = list(_PERSON.finditer(before))
    return before[persons[-1].start() :] if persons else before


def _clause(text: str, start: int) -> str:
    """The text from a post to the end of its clause."""
    return re.split(r"[,;.!?\n]", text[start : start + _BEFORE], maxsplit=1)[0]


def _sentence(text: str, start: int) -> str:
    """The text from a post to the end of its sentence."""
    return re.split(r"[.!?]\s|\n", text[start : start + _BEFORE], maxsplit=1)[0]


def _in_list_of_former(before: str) -> bool:
    """Whether a post is a later one of a list of those once held: "từng giữ các chức vụ A, B"."""
    ends = [match.end() for match in whole_words("linking", "posts", "once", "words").finditer(before)]
    return bool(ends) and not _NOW.search(before, ends[-1])


def is_abroad(title: str) -> bool:
    """Whether an article is about another country by its title: its leaders have no posts here."""
    folded = fold(title)
    return bool(_ABROAD.search(folded)) and not _HERE.search(folded)


def is_review(title: str) -> bool:
    """Whether an article is about posts that were wrongly given, by its title: what it tells of them is past."""
    return bool(_REVIEW.search(fold(title)))


def is_elsewhere(text: str, start: int, province: str | None) -> bool:
    """Whether the last body of a province that is named before a post is of another one: in news of several
    provinces, "Phó Bí thư Tỉnh ủy" is of that one."""
    named = list(_OF_PROVINCE.finditer(fold(text[max(0, start - _PASSAGE) : start])))
    return bool(named and province) and named[-1]["province"] != fold(province or "")


def points_back(text: str, printed: str) -> bool:
    """Whether a post at the start of a text is told of a body or unit by pointing back to it: "Bí thư tỉnh này"."""
    return bool(_POINTING.search(fold(printed)) or _POINTING_NEXT.match(fold(text[len(printed) : len(printed) + 12])))


# A month or year without a day: at the start of a sentence of a life, or before a change that was earlier.
_ONCE_IN = WordPattern(
    "linking",
    r"{posts.earlier.since}?(?:{posts.earlier.month}\s+\d{1,2}\s?[/-]\s?|{posts.earlier.year}\s+)\d{4}\b",
)
_EARLIER = WordPattern(
    "linking",
    r"""
    {posts.earlier.month} \s+ \d{1,2} \s? [/-] \s? \d{4}\b
    | (?<!\w) {posts.earlier.before} (?!\w)
    | (?<!\w) (?: \d+ | {posts.earlier.some} ) \s {posts.earlier.long_spans} \s {posts.earlier.ago} (?!\w)
    """,
)
_BORN = WordPattern(
    "linking",
    r"""
    [^,;(]{0,45} \s {posts.earlier.born} \s
    | (?: {posts.earlier.then} | (?: \d+ | {posts.earlier.some} ) \s {posts.earlier.spans} \s {posts.earlier.later} )
      (?!\w)
    """,
)
_MONTH = WordPattern(
    "linking", r"(?<!\w){posts.earlier.month}\s+(?P<month>\d{1,2})\s?[/-]\s?(?P<year>(?:19|20)\d\d)\b"
)
_YEAR = WordPattern("linking", r"(?<!\w){posts.earlier.year}\s(?P<year>(?:19|20)\d\d),")
_REVIEWED = whole_words("linking", "posts", "reviewed", "words")
_WRONGLY = whole_words("linking", "posts", "reviewed", "behind")
_REVIEW = whole_words("linking", "posts", "reviewed", "titles")
# "nguyên" is no former holder in "tài nguyên".
_COMPOUND = WordPattern("linking", r"(?<!\w){posts.earlier.compounds}\s$")
_LASTED = WordPattern(
    "linking",
    r"""
    (?<!\w)
    (?: \d+ \s {posts.earlier.year}
      | {posts.earlier.lasted}
      | (?: \d+ | {posts.earlier.some} ) \s {posts.earlier.spans} \s {posts.earlier.ago} )
    (?!\w)
    """,
)
# "giữ chức A trước khi về B": of a new post this tells that it was an earlier one.
_UNTIL = whole_words("linking", "posts", "earlier", "until")
# What somebody was before the post just given: it has ended.
_LEFT = WordPattern(
    "linking",
    r"(?<!\w){posts.earlier.until}\s[^.;]*{posts.gained.words}(?!\w)[^.;]*,[^,.;]*\s{posts.earlier.was}\s*$",
)
# "Trước khi về quận, ông là phó giám đốc": an earlier post, and one that somebody has beside another.
_BEFORE_THAT = WordPattern("linking", r"(?<!\w){posts.earlier.until}\s[^.;]*,[^,.;]*\s{posts.earlier.was}\s*$")
_KEPT = WordPattern("linking", r"\s*{posts.kept.now},?\s(?:[^,.;]{2,40}\s)?{posts.kept.is}\s*$")
# "bầu ông Lò Văn Tấn làm", and the name of somebody who is dead right before the post.
_GIVEN_AS = WordPattern("linking", r"(?<!\w){posts.gained.verbs}\s[^.;]*\s{posts.gained.as}\s*$")
_DEAD = WordPattern(
    "linking", r"(?P<no>(?<!\w){posts.earlier.no_dead}\s)?(?<!\w){posts.earlier.dead}\s[^,;.]{2,40}[,(–-]\s*$"
)
_PERSON = WordPattern("linking", r"(?:^|[,;:]|(?<!\w){grammar/and})\s*(?:{names.several}\s+)?{names.before}\s")
_SETTLED = whole_words("linking", "posts", "planned", "settled")
_PLANNED = whole_words("linking", "posts", "planned", "words")
_NOW = whole_words("linking", "posts", "earlier", "now")
_AGAIN = whole_words("linking", "posts", "again", "words")
_OF_PROVINCE = WordPattern(
    "linking",
    r"(?<!\w){posts.of_province}\s(?:{posts.unit_tiers}\s)?(?P<province>{provinces})(?!\w)",
    provinces=lambda: province_names(),
)
_POINTING = WordPattern("linking", r"\s{posts.pointing}$")
_POINTING_NEXT = WordPattern("linking", r"\s{posts.pointing}(?!\w)")
_ABROAD = whole_words("linking", "posts", "abroad", "countries")
_HERE = whole_words("linking", "posts", "abroad", "here")
