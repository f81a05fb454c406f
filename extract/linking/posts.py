"""Posts as they are compared across articles: head, body and unit in one spelling, with the unit that is meant.

These stand in the place of the columns head_canonical, body_canonical and unit_code where a table has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from extract.gazetteer.units import province_names
from extract.text.lexicon import any_of, load
from extract.linking.bodies import body_key, written_out
from extract.text.normalize import fold

_WORD = re.compile(r"[^\W_]+")
_TIER = re.compile(r"^(?:tỉnh|thành phố|tp\.?|huyện|thị xã|tx\.?|quận|q\.|xã|phường|p\.|thị trấn|tt\.?|thôn)\s*")
_COMMITTEE = re.compile(r"(?P<body>(?:tỉnh|thành|huyện|thị|quận|đảng) (?:ủy|đoàn))\s+(?P<unit>[^\W\d]\w*(?: \w+){,2})$")
_PLACES = ("province", "district", "commune")


@dataclass(frozen=True, slots=True)
class CanonicalPost:
    """A post in one spelling.

    `head` and `body` are as written into tables, `head_key` and `body_key` as compared. `unit` is the folded bare name
    of the unit, empty for a body of the nation; `province` the province of that unit. `former` is true of a post that
    somebody no longer holds, `membership` of one that many hold at once.
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

    @property
    def leads(self) -> bool:
        """Whether there is one holder at a time: the head of a body of a known unit or of the nation."""
        return not self.membership and not self.head_key.startswith("phó") and bool(self.body_key or self.central)

    @property
    def central(self) -> bool:
        """Whether it is a post of the nation."""
        return self.level == "central"

    def at(self) -> tuple[str, str, str]:
        """Body and unit: what two posts of one office have in common."""
        return self.body_key, self.unit, self.province


def canonical_post(position: Mapping[str, Any], place: Mapping[str, Any]) -> CanonicalPost | None:
    """The post of a row of `positions`; null for a rank. `place` is the row of the event, for a post whose unit is not
    printed: "Chủ tịch UBND huyện" is of the district where the event was."""
    if not position["head"] or not (position["body"] or position["level"]):
        return None
    head, body, unit = _parts(position["head"], position["body"] or "", fold(position["unit"] or ""))
    level = position["level"] or ""
    province = fold(place.get("province") or "")
    named = bare_unit(unit)
    if level == "central":
        named = province = ""
    elif not named and level in _PLACES:
        named = fold(place.get(level) or "")
    if level == "province" and named:
        province = named
    return CanonicalPost(
        head=head,
        body=written_out(body),
        head_key=_head_key(head),
        body_key=body_key(body),
        unit=named,
        province=province,
        level=level,
        former=_is_former(position["position"] or ""),
        membership=is_membership(head),
    )


def same_post(one: CanonicalPost, other: CanonicalPost) -> bool:
    """Whether two are one post, or one is the other in fewer words, of one unit."""
    if one.membership or other.membership or one.head_key != other.head_key:
        return False
    return same_office(one, other)


def same_office(one: CanonicalPost, other: CanonicalPost) -> bool:
    """Whether two posts are of one body of one unit, whatever the heads."""
    if one.central != other.central and one.level and other.level:
        return False
    if not one.body_key and not other.body_key and one.head_key not in _complete():
        return False
    return same_unit(one, other) and _within_either(one.body_key, other.body_key)


def same_unit(one: CanonicalPost, other: CanonicalPost) -> bool:
    """Whether two posts are of one unit; of units that are not known both, whether of one province."""
    if one.central and other.central:
        return True
    if one.unit and other.unit:
        return one.unit == other.unit and (one.province == other.province or not one.province or not other.province)
    return bool(one.province) and one.province == other.province and one.level == other.level


def is_membership(head: str) -> bool:
    """Whether a post is one of many equal ones: a member, a deputy of an assembly, a specialist."""
    return bool(_membership_pattern().match(fold(head)))


@lru_cache(maxsize=1 << 14)
def bare_unit(unit: str) -> str:
    """The folded name of a unit without its tier: "bình sơn" of "huyện bình sơn", nothing of "huyện" alone."""
    bare = unit
    while (shorter := _TIER.sub("", bare)) != bare:
        bare = shorter
    return {"hcm": "hồ chí minh", "hochiminh": "hồ chí minh"}.get(bare.strip(" ."), bare.strip(" .,"))


@lru_cache(maxsize=1 << 15)
def _parts(head: str, body: str, unit: str) -> tuple[str, str, str]:
    """Head, body and folded unit, with "Thường trực" at the head and the name of a place out of the body."""
    body = re.sub(r"^[\s,.:–-]+|^của\s+", "", body)
    if match := re.match(r"(?i)thường trực\s+", body):
        body, head = body[match.end() :], f"{head} Thường trực" if not fold(head).endswith("thường trực") else head
    folded = " ".join(fold(body).split())
    if not unit and (committee := _COMMITTEE.search(folded)):
        return head, body.strip()[: committee.end("body")], committee["unit"]
    if not unit and (place := _province_pattern().search(folded)):
        return head, " ".join(body.split())[: place.start()].rstrip(), place["unit"]
    return head, body, unit


@lru_cache(maxsize=1 << 13)
def _head_key(head: str) -> str:
    """A head as it is compared: abbreviations written out, without "Thường trực", the country or the state's name."""
    folded = " ".join(_WORD.findall(fold(head)))
    folded = re.sub(r"^(?:nguyên|cựu|cố|quyền|tân) ", "", folded)
    folded = re.sub(r"(?<!\w)(?:thường trực|tt)$", "", folded).strip()
    return _heads().get(folded, folded)


def _within_either(one: str, other: str) -> bool:
    """Whether the words of one stand in the other in their order; a body that is not told is within none."""
    if one == other:
        return True
    shorter, longer = sorted((one.split(), other.split()), key=len)
    rest = iter(longer)
    return bool(shorter) and all(word in rest for word in shorter)


def _is_former(position: str) -> bool:
    return bool(_former_pattern().match(fold(position)))


@cache
def _complete() -> frozenset[str]:
    """Heads that name their body themselves ("Thủ tướng", "Tổng Bí thư")."""
    return frozenset(_head_key(head) for head in load("posts")["heads"]["complete"])


@cache
def _former_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of(load('linking')['posts']['former']['words'])}\s")


@cache
def _membership_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:nguyên )?{any_of(load('linking')['posts']['membership'])}(?!\w)")


@cache
def _province_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s(?P<unit>{any_of(province_names())})$")


@cache
def _heads() -> dict[str, str]:
    """The compared form of a head by each way to write it."""
    return {
        " ".join(_WORD.findall(fold(other))): " ".join(_WORD.findall(fold(name)))
        for name, others in load("linking")["posts"]["heads"].items()
        for other in (name, *others)
    }
