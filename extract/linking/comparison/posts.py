"""Posts for comparison across articles: head, body and unit in canonical spelling, with the unit that is meant.

They are used where a table lacks the columns head_canonical, body_canonical and unit_code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from extract.gazetteer.spelling import name_key as spelling_key
from extract.gazetteer.units import former_units, province_names
from extract.linking.comparison.bodies import body_key, written_out
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern

_WORD = re.compile(r"[^\W_]+")
_TIER = WordPattern("linking", r"^{posts.unit_tiers}\s*")
_COMMITTEE = WordPattern(
    "linking",
    r"(?P<body>{posts.committee_tiers} {posts.committee_bodies})\s+(?P<unit>[^\W\d]\w*(?: \w+){,2})$",
)
# The Party committee of a unit by its tier: one office, as the tier changes.
_COMMITTEES = WordPattern("linking", r"^{posts.committee_tiers} {posts.committee}$")
_BEFORE_BODY = WordPattern("linking", r"^[\s,.:–-]+|^{grammar/of}\s+")
_STANDING = WordPattern("linking", r"(?i:{posts.standing}\s+)")
_BEFORE_HEAD = WordPattern("linking", r"^{posts.before_head} ")
_AFTER_HEAD = WordPattern("linking", r"(?<!\w){posts.after_head}$")
_PLACES = ("province", "district", "commune")


@dataclass(frozen=True, slots=True)
class CanonicalPost:
    """A post in canonical spelling.

    `head` and `body` are as written into tables, `head_key` and `body_key` as compared. `unit` is the folded bare name
    of the unit, empty for a national body; `province` the province of that unit. `former` is true of a post that is no
    longer held, `membership` of one that many hold at once, `specific` where there is one body of that
    name: a company or an institute, not an office that every unit has. `printed` is the post as the article has it.
    """

    head: str
    body: str
    head_key: str
    body_key: str
    unit: str
    province: str
    level: str
    former: bool = False
    membership: bool = False
    specific: bool = False
    printed: str = ""

    @property
    def central(self) -> bool:
        """Whether it is a national post."""
        return self.level == "central"

    @property
    def national(self) -> bool:
        """Whether it is of the leaders of the nation, whose heads name their body, or of a minister."""
        return self.central and not self.membership and (self.head_key in _complete() or self.head_key in _ministers())

    @property
    def placed(self) -> bool:
        """Whether the post is of one known body: of a known unit, a national one, or a unique one. "Thứ trưởng" alone
        is of any ministry."""
        if self.central and not self.unit and not self.specific:
            return bool(self.body_key) or self.head_key in _complete()
        return bool(self.unit) or self.central or self.specific

    @property
    def compared(self) -> tuple[str, str, str, str, bool]:
        """The values by which posts are compared."""
        return self.head_key, self.body_key, self.unit, self.province, self.former

    def order(self) -> tuple[str, ...]:
        """The sort key of a post."""
        return self.level, self.province, self.unit, self.body_key, self.head_key, self.head, self.body


def canonical_post(position: Mapping[str, Any], place: Mapping[str, Any]) -> CanonicalPost | None:
    """The post of a row of `positions`; None for a rank. `place` is the row of the event, for a post whose unit is not
    printed: "Chủ tịch UBND huyện" is of the district where the event was."""
    if not position["head"]:
        return None
    head, body, unit = _parts(position["head"], position["body"] or "", fold(position["unit"] or ""))
    head_key, membership = _head_key(head), is_membership(head)
    if fold(body) in _places():
        body, unit = "", unit or fold(body)
    level = _level(head_key, membership, bare_unit(unit), position["level"] or "")
    if not unit and level in ("province", "district") and fold(body) in load("linking")["posts"]["of_any"]["bodies"]:
        level = ""
    unit, province = _where(bare_unit(unit), level, place)
    body = _implied_body(head_key, written_out(body), level)
    key = _core(head_key, body_key(body))
    specific = bool(key) and not _is_everywhere(key)
    return CanonicalPost(
        head=head,
        body=body,
        head_key=head_key,
        body_key=key,
        unit=unit,
        province="" if specific and not unit else province,
        level=level,
        former=is_former(position["position"] or ""),
        membership=membership,
        specific=specific,
        printed=position["position"] or "",
    )


def _level(head_key: str, membership: bool, unit: str, level: str) -> str:
    """The level of a post: national by its head, provincial if its unit is a province."""
    if head_key in _complete() and not membership:
        return "central"
    return "province" if not level and unit in _places() else level


def _where(unit: str, level: str, place: Mapping[str, Any]) -> tuple[str, str]:
    """The unit of a post, printed or that of the event, and its province, folded."""
    province = fold(place.get("province") or "")
    if level == "central":
        return "", ""
    if not unit and level in _PLACES:
        unit = fold(place.get(level) or "")
    unit = _official(unit)
    province = _renamed(province) or _province_of(unit, level)
    return (_renamed(unit), _renamed(unit)) if level == "province" and unit else (unit, province)


def _official(unit: str) -> str:
    """A unit in the spelling of the gazetteer: "đắk r'lấp" of "đăk r’lấp"."""
    return _official_names().get(spelling_key(unit), unit)


@cache
def _official_names() -> dict[str, str]:
    return {spelling_key(one.name): fold(one.name) for one in former_units().of_level("district")}


def _renamed(province: str) -> str:
    """The name by which a province is compared that has another now: "thừa thiên huế" of "huế"."""
    renamed: dict[str, str] = load("linking")["posts"]["renamed_provinces"]
    return renamed.get(province, province)


@lru_cache(maxsize=1 << 13)
def _province_of(unit: str, level: str) -> str:
    """The folded province of the only district of a name; empty where there are more, or the unit is another."""
    found = {fold(one.province) for one in former_units().standing("district", unit)} if level == "district" else set()
    return found.pop() if len(found) == 1 else ""


def same_post(one: CanonicalPost, other: CanonicalPost) -> bool:
    """Whether two are one post, or one is the other in fewer words, of one unit."""
    if one.membership or other.membership or one.head_key != other.head_key:
        return False
    return same_office(one, other)


def same_office(one: CanonicalPost, other: CanonicalPost) -> bool:
    """Whether two posts are of one body of one unit, with any heads."""
    if one.central != other.central and one.level and other.level:
        return False
    if not one.body_key and not other.body_key and one.head_key not in _complete():
        return False
    return same_unit(one, other) and within(one.body_key, other.body_key)


def same_unit(one: CanonicalPost, other: CanonicalPost) -> bool:
    """Whether two posts are of one unit; where a unit is unknown, of one province."""
    if one.central and other.central or one.specific and other.specific:
        return True
    if one.unit and other.unit:
        return one.unit == other.unit and (one.province == other.province or not one.province or not other.province)
    return bool(one.province) and one.province == other.province and one.level == other.level


@lru_cache(maxsize=1 << 15)
def _is_everywhere(body: str) -> bool:
    return bool(_EVERYWHERE.match(body))


@lru_cache(maxsize=1 << 13)
def is_membership(head: str) -> bool:
    """Whether a post is a membership: a member, a deputy of an assembly, a specialist."""
    return bool(_MEMBERSHIP.match(fold(head)))


@lru_cache(maxsize=1 << 14)
def bare_unit(unit: str) -> str:
    """The folded name of a unit without its tier: "bình sơn" of "huyện bình sơn", empty for "huyện" alone."""
    bare = unit
    while (shorter := _TIER.compiled.sub("", bare)) != bare:
        bare = shorter
    short: dict[str, str] = load("linking")["posts"]["short_units"]
    return short.get(bare.strip(" ."), bare.strip(" .,"))


@lru_cache(maxsize=1 << 15)
def _parts(head: str, body: str, unit: str) -> tuple[str, str, str]:
    """Head, body and folded unit, with "Thường trực" at the head and the name of a place out of the body."""
    body = _BEFORE_BODY.compiled.sub("", body)
    if match := _STANDING.match(body):
        written = load("linking")["posts"]["standing_written"]
        body, head = body[match.end() :], head if fold(head).endswith(fold(written)) else f"{head} {written}"
    folded = " ".join(fold(body).split())
    if not unit and (committee := _COMMITTEE.search(folded)):
        return head, body.strip()[: committee.end("body")], committee["unit"]
    if not unit and (place := _PROVINCE.search(folded)):
        return head, " ".join(body.split())[: place.start()].rstrip(), place["unit"]
    return head, body, unit


@lru_cache(maxsize=1 << 13)
def _head_key(head: str) -> str:
    """The key of a head: abbreviations written out, without "Thường trực", the country or the state's name."""
    folded = " ".join(_WORD.findall(fold(head)))
    folded = _AFTER_HEAD.compiled.sub("", _BEFORE_HEAD.compiled.sub("", folded)).strip()
    return _heads().get(folded, folded)


def within(one: str, other: str) -> bool:
    """Whether the words of one occur in the other, in any order ("Pháp luật - Chính sách" is "Chính sách và Pháp
    luật"); False for an unknown body."""
    if one == other:
        return True
    shorter, longer = sorted((Counter(one.split()), Counter(other.split())), key=Counter.total)
    return bool(shorter) and shorter <= longer


def _implied_body(head_key: str, body: str, level: str) -> str:
    """The body that a post means: none after a head that names it, the people's committee of a bare chairman of a unit,
    the Party committee of a bare secretary."""
    if head_key in _complete():
        return ""
    if not body and level in _PLACES:
        words = load("linking")["posts"]
        if head_key in words["chairmen"]:
            return str(words["implied"]["chairmen"])
        if head_key in words["secretaries"]:
            return str(words["implied"][level])
    return body


@lru_cache(maxsize=1 << 15)
def _core(head_key: str, body: str) -> str:
    """A body's key without words that are often omitted and without the one that the head has."""
    repeated = _REPEATED.match(body)
    if repeated and repeated.group().strip() in f"{head_key} ":
        body = body[repeated.end() :]
    body = _POINTING.compiled.sub("", body)
    core = " ".join(_LOOSE.compiled.sub(" ", body).split())
    return _COMMITTEES.compiled.sub(committee_key(), core or body)


@cache
def committee_key() -> str:
    """The key of a Party committee of any tier."""
    return str(load("linking")["posts"]["committee_key"])


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(name) for name in province_names())


_EVERYWHERE = WordPattern("linking", r"{posts.everywhere+posts.committee_key}(?!\w)")
_LOOSE = WordPattern("linking", r"(?<!\w){posts.loose}(?!\w)")
_REPEATED = WordPattern("linking", r"{posts.repeated}\s")
_POINTING = WordPattern("linking", r"(?:^|\s+){posts.pointing}$")


def is_former(position: str) -> bool:
    """Whether a printed position is that of a former holder."""
    return bool(_FORMER.match(fold(position)))


@cache
def _complete() -> frozenset[str]:
    """Heads that name their body themselves ("Thủ tướng", "Tổng Bí thư")."""
    return frozenset(_head_key(head) for head in load("posts")["heads"]["complete"])


@cache
def _ministers() -> frozenset[str]:
    return frozenset(load("linking")["posts"]["ministers"])


_FORMER = WordPattern("linking", r"{posts.former.words}\s")
_MEMBERSHIP = WordPattern("linking", r"(?:{posts.formerly} )?{posts.membership}(?!\w)")
_PROVINCE = WordPattern("linking", r"\s(?P<unit>{provinces})$", provinces=lambda: province_names())


@cache
def _heads() -> dict[str, str]:
    """The key of a head by each of its spellings."""
    return {
        " ".join(_WORD.findall(fold(other))): " ".join(_WORD.findall(fold(name)))
        for name, others in load("linking")["posts"]["heads"].items()
        for other in (name, *others)
    }
