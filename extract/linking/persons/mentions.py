"""Comparison of mentions of officials across articles, and the confidence that two are of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import product

from extract.linking.comparison.names import is_rare_in_province, is_rare_name, name_key
from extract.linking.comparison.posts import CanonicalPost, committee_key, same_office, same_post, within
from extract.text.lexicon import load

_CAREER_DAYS = 60  # heads of two bodies within so many days, neither of which ended, are two people

_LONG_NAME = 4  # minimum syllables of a name that hardly two people in leading posts have


@dataclass(frozen=True, slots=True)
class OfficialRecord:
    """A named official of one article. `day` is that of the event, else of the publication; `place` the province where
    the event was."""

    official_id: str
    article_id: str
    name: str
    day: str
    place: str = ""
    posts: frozenset[CanonicalPost] = frozenset()


@dataclass(frozen=True, slots=True)
class Profile:
    """Mentions of one name with the same posts, by which persons of one name are distinguished.

    `distinctive` are the posts that distinguish a person from a namesake, without memberships; `placed` says whether
    any of them is of one known body, `common` whether many people have the name, `rare` whether it is long, `unique`
    whether hardly two officials have it, `local` whether hardly two of one province have.
    """

    distinctive: tuple[CanonicalPost, ...]
    place: str
    mentions: tuple[OfficialRecord, ...]
    articles: frozenset[str]
    first: str
    last: str
    placed: bool
    common: bool
    rare: bool
    unique: bool
    local: bool


def profile_of(found: Iterable[OfficialRecord]) -> Profile:
    """The profile of mentions with the same posts."""
    mentions = tuple(sorted(found, key=mention_order))
    days = sorted(mention.day for mention in mentions if mention.day)
    distinctive = tuple(sorted(distinctive_posts(mentions[0]), key=CanonicalPost.order))
    return Profile(
        distinctive=distinctive,
        place=mentions[0].place,
        mentions=mentions,
        articles=frozenset(mention.article_id for mention in mentions),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        placed=any(post.placed for post in distinctive),
        common=_is_common(name_key(mentions[0].name)),
        rare=len(name_key(mentions[0].name).split()) >= _LONG_NAME,
        unique=is_rare_name(name_key(mentions[0].name)),
        local=is_rare_in_province(name_key(mentions[0].name)),
    )


def distinctive_posts(mention: OfficialRecord) -> list[CanonicalPost]:
    """The posts by which a mention is compared: those of one known body if it has any; no memberships."""
    distinctive = [post for post in mention.posts if not post.membership]
    return [post for post in distinctive if post.placed] or distinctive


def mention_order(mention: OfficialRecord) -> tuple[str, str]:
    """The order of a person's mentions: by their days, those without one last, then by their ids."""
    return mention.day or "9999", mention.official_id


@lru_cache(maxsize=1 << 13)
def _is_common(name: str) -> bool:
    """Whether a name is of the commonest form: a family name, Văn or Thị, a given name; or of two syllables."""
    syllables = name.split()
    return len(syllables) < 3 or (len(syllables) == 3 and syllables[1] in load("linking")["names"]["middle"])


@dataclass(frozen=True, slots=True)
class Identity:
    """The confidence that two profiles are of one person, and the reason."""

    score: float
    reasons: tuple[str, ...]


def identity(one: Profile, other: Profile) -> Identity | None:
    """The evidence that two profiles of one name are of one person; None without any."""
    return next((found for rule in _RULES if (found := rule(one, other))), None)


def contradictory(one: Profile, other: Profile) -> bool:
    """Whether two profiles cannot be of one person: one article names both, or at one time they hold posts that one
    person cannot combine."""
    if not one.articles.isdisjoint(other.articles):
        return True
    if not at_one_time(one, other):
        return False
    held, others = _leading(one), _leading(other)
    return bool(held and others) and not any(_compatible(a, b) for a, b in product(held, others))


def _leading(profile: Profile) -> list[CanonicalPost]:
    """The current leading posts of a unit, which a person can hold in one place only."""
    current = (post for post in profile.distinctive if not post.former and not post.central)
    return [post for post in current if post.unit or post.province]


def _compatible(one: CanonicalPost, other: CanonicalPost) -> bool:
    """Whether one person can hold both posts at once: of one unit, or of a unit and what is above it."""
    if differ(one.province, other.province):
        return False
    return one.level != other.level or not differ(one.unit, other.unit)


def differ(one: str, other: str) -> bool:
    """Whether both are known and not equal."""
    return bool(one) and bool(other) and one != other


def at_one_time(one: Profile, other: Profile) -> bool:
    """Whether two profiles were seen within so few days that a change of post between them is unlikely."""
    if not (one.first and other.first):
        return False
    return _days(one.last, other.first) <= _CAREER_DAYS and _days(other.last, one.first) <= _CAREER_DAYS


def _days(last: str, first: str) -> int:
    """The number of days between the last day of one and the first of the other; negative where they overlap."""
    return (date.fromisoformat(first) - date.fromisoformat(last)).days


def _by_post(one: Profile, other: Profile) -> Identity | None:
    """Evidence of one post of one unit, in any wording."""
    for a, b in product(one.distinctive, other.distinctive):
        if same_post(a, b):
            exact = a.body_key == b.body_key and a.unit == b.unit
            return Identity(0.99 if exact else 0.96, ("same_name", "same_post"))
    return None


def _by_office(one: Profile, other: Profile) -> Identity | None:
    """Evidence of another post of the same body of the same unit: a deputy becomes the head."""
    for a, b in product(one.distinctive, other.distinctive):
        if a.body_key and same_office(a, b):
            return Identity(0.94, ("same_name", "same_office"))
    return None


def _by_nation(one: Profile, other: Profile) -> Identity | None:
    """Evidence of two posts of the nation's leaders: a deputy prime minister becomes prime minister."""
    if any(a.national and b.national for a, b in product(one.distinctive, other.distinctive)):
        return Identity(0.92, ("same_name", "same_office"))
    return None


def _by_unit(one: Profile, other: Profile) -> Identity | None:
    """Evidence of posts of one unit: chairman of the council in one article, secretary of the Party in another. In a
    province, where there are many namesakes, both must be in its leadership, or the name must not be of the
    commonest form and the posts alike."""
    for a, b in product(one.distinctive, other.distinctive):
        if a.unit and a.level == b.level and a.unit == b.unit and not differ(a.province, b.province):
            if a.level != "province" or leads(a) and leads(b) or not one.common and _of_one_circle(one, a, b):
                return Identity(0.9 if leads(a) and leads(b) else 0.86, ("same_name", "same_unit"))
    return None


def _by_province(one: Profile, other: Profile) -> Identity | None:
    """Evidence of a career between a district and its province, in the leadership of both or in one field ("Công an"),
    with a name that hardly two officials of a province have."""
    if not (one.local and other.local):
        return None
    for a, b in product(one.distinctive, other.distinctive):
        if a.province and a.province == b.province and {a.level, b.level} == {"province", "district"}:
            if leads(a) and leads(b) or within(a.body_key, b.body_key):
                return Identity(0.82, ("same_name", "same_province"))
    return None


def _of_one_circle(one: Profile, a: CanonicalPost, b: CanonicalPost) -> bool:
    """Whether hardly two of a name hold two posts of a province: one of its leadership, or two of one head; or any two
    by a name that hardly two officials have."""
    return one.unique or leads(a) or leads(b) or (a.head_key == b.head_key and not _two_departments(a, b))


def _two_departments(a: CanonicalPost, b: CanonicalPost) -> bool:
    department = load("linking")["issuers"]["department"][0]
    return all(post.body_key.startswith(f"{department} ") for post in (a, b)) and not within(a.body_key, b.body_key)


def _by_name(one: Profile, other: Profile) -> Identity | None:
    """Evidence of a name that hardly two officials have, with posts of any two known bodies: one career. From one
    province to another only leaders go."""
    if not (one.unique and other.unique) or _of_two_provinces(one, other):
        return None
    return Identity(0.8, ("same_name", "rare_name"))


def _of_two_provinces(one: Profile, other: Profile) -> bool:
    """Whether the posts of two profiles are of units in two provinces, and not both in the leadership of those."""
    pairs = list(product(one.distinctive, other.distinctive))
    if any(a.central or b.central or not a.province or not b.province for a, b in pairs):
        return False
    if any(a.head_key == b.head_key and within(a.body_key, b.body_key) and not leads(a) for a, b in pairs):
        return False  # one post, and the place of one event is not that of its body
    leading = any(leads(a) and leads(b) and a.level == b.level == "province" for a, b in pairs)
    return bool(pairs) and not leading and all(a.province != b.province for a, b in pairs)


def leads(post: CanonicalPost) -> bool:
    """Whether a post is of the bodies that lead a unit: Party committee, people's council and committee, the Front."""
    return any(name in post.body_key for name in _leading_bodies())


_RULES: tuple[Callable[[Profile, Profile], Identity | None], ...] = (
    _by_post,
    _by_office,
    _by_nation,
    _by_unit,
    _by_province,
    _by_name,
)


@cache
def _leading_bodies() -> tuple[str, ...]:
    return (*load("linking")["posts"]["leading"], committee_key())
