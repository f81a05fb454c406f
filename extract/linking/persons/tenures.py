"""Tenures: the posts that a person held, with the days of the articles that show it, their beginnings and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from extract.linking.comparison.names import may_be_person, name_key
from extract.linking.comparison.posts import CanonicalPost, same_post
from extract.linking.persons.mentions import OfficialRecord, leads
from extract.linking.persons.people import LinkedPerson
from extract.text.normalize import fold
from extract.text.patterns import WordPattern, whole_words

PostChange = Literal["gained", "lost", "once"]
Said = Literal["gained", "lost", "once", "held"]
_SAID: tuple[Said, ...] = ("gained", "lost", "once", "held")
Row = dict[str, Any]
_BEFORE = 260  # characters before a post in which words of appointment or dismissal are searched
_NEAR = 12  # maximum characters between these words and the post
_LONG_AGO = 120  # minimum days between a change of post and an article that tells of it as of the past
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?!\d)")
_BIOGRAPHY = 5  # more posts in an article are a biography, not a change of post


@dataclass(frozen=True, slots=True)
class Holding:
    """A mention of a person with a post; `change` says whether the article reports its beginning or end."""

    mention: OfficialRecord
    post: CanonicalPost
    change: PostChange | None = None

    @property
    def present(self) -> bool:
        """Whether the mention shows the person in the post, as held or as just given."""
        return not self.post.former and self.change not in ("lost", "once")


@dataclass(slots=True)
class Tenure:
    """A post of a person with all its mentions."""

    post: CanonicalPost
    holdings: list[Holding] = field(default_factory=list)


def change_at(text: str, start: int, told: date | None = None) -> PostChange | None:
    """The change of a post by the words right before it: somebody got it ("giữ chức"), left it ("miễn nhiệm") or had it
    at some earlier time ("từng giữ chức", also as a later one of a list; "Tháng 6/1997 được bổ nhiệm làm").

    Of two matches that end together the longer is used: "thôi giữ chức" is an end, "tiếp tục giữ chức" neither. A
    continued post ("tiếp tục được bầu làm") is not a beginning, nor is one that is only planned ("giới thiệu để bầu
    làm"). What somebody was "trước khi được bầu giữ chức" another post has ended. `told`
    is the day of publication: what is told of a day long before it was at an earlier time.
    """
    printed = re.split(r"[.!?\n]\s", text[max(0, start - _BEFORE) : start])[-1]
    before = fold(printed)
    end, latest = _last_said(printed, before)
    if latest in ("gained", "lost") and told and _long_before(before, told):
        return "once"
    if (dead := _DEAD.search(before)) and not dead["no"]:
        return "once"
    if _LEFT.search(before) and latest != "once":
        return "lost"
    if end >= len(before) - _NEAR:
        return _of_now(latest, before, _clause(text, start))
    if _GIVEN_AS.search(before):
        return _of_now("gained", before, _clause(text, start))
    return "once" if _ONCE_IN.match(before) or _in_list_of_former(before) else None


def _long_before(before: str, told: date) -> bool:
    """Whether a text prints a day long before the one on which it was published."""
    days = [match.groups() for match in _DAY.finditer(before)]
    try:
        return bool(days) and (told - date(*map(int, reversed(days[-1])))).days > _LONG_AGO
    except ValueError:
        return False  # no day of the calendar


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


def _of_now(change: Said, before: str, after: str) -> PostChange | None:
    """The change that is said, unless it was earlier, goes on or is only planned."""
    if change in ("gained", "lost"):
        if _is_earlier(before) or _LASTED.search(fold(after)):
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


def _in_list_of_former(before: str) -> bool:
    """Whether a post is a later one of a list of those once held: "từng giữ các chức vụ A, B"."""
    ends = [match.end() for match in whole_words("linking", "posts", "once", "words").finditer(before)]
    return bool(ends) and not _NOW.search(before, ends[-1])


def tenures_of(person: LinkedPerson, changes: dict[str, dict[str, PostChange]]) -> list[Tenure]:
    """The posts of a person, wordings of one post merged, in the order in which they were first seen.

    `changes` are the changes of posts in articles, by official and by the post as printed.
    """
    tenures: list[Tenure] = []
    for holding in _holdings(person, changes):
        tenure = next((one for one in tenures if same_post(one.post, holding.post)), None)
        if tenure is None:
            tenures.append(Tenure(holding.post, [holding]))
        else:
            tenure.post = _fuller(tenure.post, holding.post)
            tenure.holdings.append(holding)
    return tenures


def tenure_rows(person_id: str, name: str, tenures: Sequence[Tenure], place_names: dict[str, str]) -> list[Row]:
    """The rows of a person in `tenures`. `place_names` are the names of units as printed, by the folded ones."""
    return [_row(person_id, name, tenure, tenures, place_names) for tenure in tenures]


def latest_first(tenures: Iterable[Tenure]) -> list[Tenure]:
    """Tenures by the last day on which they were seen, the latest first; those with only an end come last."""
    return sorted(tenures, key=_last_day, reverse=True)


def _last_day(tenure: Tenure) -> str:
    return max((one.mention.day for one in tenure.holdings if one.present), default="")


def title_of(tenure: Tenure) -> str:
    """The text of a post: head, body and unit."""
    post = tenure.post
    return " ".join(filter(None, (post.head, post.body, post.unit.title())))


def _holdings(person: LinkedPerson, changes: dict[str, dict[str, PostChange]]) -> Iterable[Holding]:
    for mention in person.mentions:
        changed = changes.get(mention.official_id, {})
        for post in sorted(mention.posts, key=CanonicalPost.order):
            if not post.membership and post.placed:
                yield Holding(mention, post, changed.get(post.printed))


def _fuller(one: CanonicalPost, other: CanonicalPost) -> CanonicalPost:
    """The post with the more detailed body; of equal ones the first."""
    return other if (bool(other.unit), len(other.body)) > (bool(one.unit), len(one.body)) else one


def _row(person_id: str, name: str, tenure: Tenure, all_of: Sequence[Tenure], place_names: dict[str, str]) -> Row:
    post = tenure.post
    held = [one for one in tenure.holdings if one.present and one.mention.day]
    days = sorted(one.mention.day for one in held)
    sure = may_be_person(name_key(name))
    started = min((one for one in held if one.change == "gained" and sure), key=_when, default=None)
    ended, basis = _end(tenure, all_of, days[-1] if days else "") if sure else (None, None)
    return {
        "person_id": person_id,
        "name": name,
        "head": post.head,
        "body": post.body or None,
        "unit": place_names.get(post.unit, post.unit) or None,
        "province": place_names.get(post.province, post.province) or None,
        "level": post.level or None,
        "first_seen": days[0] if days else None,
        "last_seen": days[-1] if days else None,
        "started": started.mention.day if started else None,
        "started_basis": "appointed" if started else None,
        "started_article_id": started.mention.article_id if started else None,
        "ended": ended.mention.day if ended else None,
        "ended_basis": basis,
        "ended_article_id": ended.mention.article_id if ended else None,
        "n_mentions": len({one.mention.official_id for one in tenure.holdings}),
    }


def _end(tenure: Tenure, all_of: Sequence[Tenure], last_seen: str) -> tuple[Holding | None, str | None]:
    """The mention that shows the end of a post, and the evidence: a dismissal; an article that names it together with
    one just given elsewhere; a mention as former holder after which no mention has the post."""
    lost = [one for one in tenure.holdings if one.change == "lost" and one.mention.day]
    if lost:
        return min(lost, key=_when), "dismissed"
    given = {one.mention.official_id for other in all_of if other is not tenure for one in other.holdings
             if one.change == "gained" and _elsewhere(tenure.post, other.post)}  # fmt: skip
    moved = [one for one in tenure.holdings if one.mention.official_id in given and _is_left(one, last_seen)]
    if moved:
        return min(moved, key=_when), "moved"
    former = [one for one in tenure.holdings if one.post.former and one.change != "once"]
    former = [one for one in former if one.mention.day and one.mention.day >= last_seen]
    return (min(former, key=_when), "former") if former else (None, None)


def _is_left(held: Holding, last_seen: str) -> bool:
    """Whether a post beside one just given is the previous one: it is not newly given itself, not combined with others,
    not seen again, and not a line of a biography."""
    kept = _KEPT.search(held.post.body_key)
    return not kept and held.change is None and held.mention.day >= last_seen and len(held.mention.posts) <= _BIOGRAPHY


def _elsewhere(post: CanonicalPost, given: CanonicalPost) -> bool:
    """Whether the post that is given ends the one held: another head of its body, a post of another unit or level, or
    one in the leadership of the unit after one in a department."""
    if post.specific and given.specific and post.head_key == given.head_key:
        return False  # one company in other words
    if post.unit != given.unit or post.level != given.level:
        return True
    return post.body_key == given.body_key or (leads(given) and not leads(post))


def _when(holding: Holding) -> tuple[str, str]:
    return holding.mention.day, holding.mention.official_id


# A month or year without a day: at the start of a sentence of a life, or before a change that was earlier.
_ONCE_IN = WordPattern(
    "linking",
    r"{posts.earlier.since}?(?:{posts.earlier.month}\s+\d{1,2}\s?[/-]\s?|{posts.earlier.year}\s+)\d{4}\b",
)
_EARLIER = WordPattern(
    "linking", r"{posts.earlier.month}\s+\d{1,2}\s?[/-]\s?\d{4}\b|(?<!\w){posts.earlier.before}(?!\w)"
)
_BORN = WordPattern("linking", r"[^,;(]{0,45}\s{posts.earlier.born}\s|{posts.earlier.then}(?!\w)")
# "nguyên" is no former holder in "tài nguyên".
_COMPOUND = WordPattern("linking", r"(?<!\w){posts.earlier.compounds}\s$")
_LASTED = WordPattern("linking", r"(?<!\w)(?:\d+ {posts.earlier.year}|{posts.earlier.lasted})(?!\w)")
# What somebody was before the post just given: it has ended.
_LEFT = WordPattern(
    "linking",
    r"(?<!\w){posts.earlier.until}\s[^.;]*{posts.gained.words}(?!\w)[^.;]*,[^,.;]*\s{posts.earlier.was}\s*$",
)
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
_KEPT = whole_words("linking", "posts", "kept", "bodies")
