"""Mentions of officials as they are compared across articles, and how likely two are of one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from extract.linking.names import name_key
from extract.linking.posts import CanonicalPost, same_office, same_post

_CAREER_DAYS = 90  # two leading posts seen within so many days are of two people, unless one of them ended


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A named official of one article, with what the articles of other sites may say alike."""

    official_id: str
    article_id: str
    name: str
    day: str
    province: str = ""
    posts: tuple[CanonicalPost, ...] = ()

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return name_key(self.name)

    @property
    def telling(self) -> tuple[CanonicalPost, ...]:
        """The posts that tell a person from a namesake: none of membership."""
        return tuple(post for post in self.posts if not post.membership)


@dataclass(frozen=True, slots=True)
class Identity:
    """How sure it is that two mentions are of one person, and why."""

    score: float
    reasons: tuple[str, ...]


def identity(one: PersonMention, other: PersonMention) -> Identity | None:
    """What says that two mentions of one name are of one person; null where nothing does or something rules it out."""
    if one.article_id == other.article_id or contradictory(one, other):
        return None
    return next((found for rule in _RULES if (found := rule(one, other))), None)


def contradictory(one: PersonMention, other: PersonMention) -> bool:
    """Whether two mentions cannot be of one person: at one time each leads a body that the other does not know of."""
    if not one.day or not other.day or _days_apart(one.day, other.day) > _CAREER_DAYS:
        return False
    held = tuple(post for post in one.telling if _local_lead(post))
    others = tuple(post for post in other.telling if _local_lead(post))
    if not held or not others:
        return False
    return not any(_compatible(a, b) for a, b in product(one.telling, other.telling))


def _local_lead(post: CanonicalPost) -> bool:
    return not post.former and not post.central and bool(post.unit or post.province)


def _compatible(one: CanonicalPost, other: CanonicalPost) -> bool:
    """Whether one person can hold both posts at once: of one unit, or of the nation, or one of a time gone by."""
    if one.former or other.former or one.central or other.central:
        return True
    if one.province and other.province and one.province != other.province:
        return False
    return not (one.unit and other.unit) or one.unit == other.unit or one.level != other.level


def _by_post(one: PersonMention, other: PersonMention) -> Identity | None:
    for a, b in product(one.telling, other.telling):
        if same_post(a, b):
            return Identity(0.99 if a.body_key == b.body_key and a.unit == b.unit else 0.96, ("same_name", "same_post"))
    return None


def _by_office(one: PersonMention, other: PersonMention) -> Identity | None:
    """Another post of the same body of the same unit: its deputy that became its head."""
    for a, b in product(one.telling, other.telling):
        if same_office(a, b) and (a.unit or a.body_key) and a.body_key:
            return Identity(0.92, ("same_name", "same_office"))
    return None


def _by_unit(one: PersonMention, other: PersonMention) -> Identity | None:
    """Posts of one unit: a leader is chairman of the council in one article, secretary of the Party in another."""
    for a, b in product(one.telling, other.telling):
        if a.unit and a.unit == b.unit and a.province == b.province and a.level == b.level:
            return Identity(0.85, ("same_name", "same_unit"))
    return None


_RULES = (_by_post, _by_office, _by_unit)


def by_name(mentions: Iterable[PersonMention]) -> Iterator[list[PersonMention]]:
    """The mentions of each name, in the order of names, each list in the order of ids."""
    names: dict[str, list[PersonMention]] = {}
    for mention in mentions:
        names.setdefault(mention.key, []).append(mention)
    return (sorted(names[name], key=lambda mention: mention.official_id) for name in sorted(names))


def _days_apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(other[:10]) - date.fromisoformat(one[:10])).days)
