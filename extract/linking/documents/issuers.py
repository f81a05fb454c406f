"""Issuers of documents in canonical spelling: the body that a citation means, with its unit and level."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from extract.gazetteer.spelling import name_key
from extract.gazetteer.units import is_unit, province_names
from extract.linking.comparison.bodies import body_key, written_out
from extract.linking.comparison.posts import bare_unit, committee_key
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern
from extract.text.tokens import and_word

_COMMITTEE = WordPattern("linking", r"(?P<tier>{issuers.committee_tiers}) {posts.committee}(?P<name>.*)$")
_MINISTRY = WordPattern("linking", r"(?!{issuers.no_ministry}){issuers.ministry} ")
_PARTY = WordPattern("linking", r"{issuers.party}(?!\w)")
_UNIT = WordPattern("linking", r"\s(?P<tier>{issuers.tiers})(?!\w)(?! {issuers.no_unit_before})\.?(?P<name>.*)$")
_TERM_AFTER = WordPattern("linking", r"[\s(]*{issuers.term}\s.*$")
_SIGNER = WordPattern("linking", r"{issuers.signers}\s+(?=\S+\s|{issuers.everywhere})")
# Bodies that only provinces have: departments, and those of the Party's committee of a province.
_PROVINCIAL = WordPattern(
    "linking",
    r"{issuers.department}\s|{issuers.organs}(?!\s+{issuers.of_the_committee}).*{issuers.provincial_committees}(?!\w)",
)
_OF_COMMITTEE = WordPattern("linking", r"(?<=\s){issuers.provincial_committees}(?!\w)")
_PROVINCE_AT_END = WordPattern(
    "linking",
    r"(?:\s{issuers.province_tiers}\.?)?\s(?P<name>{provinces})$|\s{issuers.province_tiers}\.?$",
    provinces=lambda: province_names(),
)
_BODY_NEAR = WordPattern(
    "linking",
    r"(?<!\w)(?P<body>{kinds})\s(?P<tier>{issuers.tiers})(?!\w)\.?\s?(?!{issuers.no_unit_before}(?!\w))",
    kinds=lambda: _spellings_of_kinds(),
)
_NAME_WORDS = 4  # maximum words of the name of a unit
_BODY_WORDS = 3  # minimum words of a department's name: "Sở" alone may be any


class Issuer(NamedTuple):
    """A body as a key for comparison, its level, and its written name."""

    key: str = ""
    level: str = ""
    written: str = ""


def issuer_of(printed: str, bodies: tuple[str, ...], place: Mapping[str, Any]) -> Issuer:
    """The body that issued a document; empty where it may be that of several units.

    `bodies` are the folded codes in the number of the document, `place` is that of the event. The central bodies of the
    Party number their documents together, so they count as one.
    """
    national = next((coded_bodies()[body] for body in bodies if body in _national()), None)
    if national:
        return Issuer(party_key() if fold(national) == party_key() else _loose(national), "central", national)
    folded = fold(printed)
    if _PARTY.match(folded):
        return Issuer(party_key(), "central", printed)
    central = _central().get(_loose(printed)) or _central().get(_loose(printed.split(",")[0]))
    if central:
        return Issuer(_loose(central), "central", central)
    if _MINISTRY.match(folded):
        return Issuer(_loose(printed), "central", written_out(printed))
    if _PROVINCIAL.match(folded):
        return _provincial(printed, place)
    return _committee(folded, bodies, place) or _local(printed or _coded(bodies), place)


def issuer_near(text: str, bodies: tuple[str, ...], province: str) -> Issuer:
    """The body that folded text names with its unit, of a kind that is in the number of a document: "UBND tỉnh Sơn La".

    Empty where two units, or one without its name, may be meant. `province` is that of the event.
    """
    kinds = {coded_bodies()[body] for body in bodies} & set(_kinds().values())
    found: set[Issuer] = set()
    for match in _BODY_NEAR.finditer(text):
        if (kind := _kinds()[match["body"]]) in kinds:
            level = load("linking")["issuers"]["tiers"][match["tier"]]
            name = _first_unit(text[match.end() :].split(), level)
            place = {"province": province}
            found.add(_of_unit(body_key(kind), kind, level, name, place) if name else Issuer())
    return found.pop() if len(found) == 1 else Issuer()


def _first_unit(words: list[str], level: str) -> str:
    """The unit that words begin with; empty where they begin with none of the level."""
    first = bare_unit(words[0].strip(" .,;:()")) if words else ""
    clause = re.split(r"[,;:.()]", " ".join(words[:_NAME_WORDS]))[0]
    name = first if first in _provinces() else _unit_named(clause) or ""
    return name if level != "province" or name in _provinces() else ""


def _committee(folded: str, bodies: tuple[str, ...], place: Mapping[str, Any]) -> Issuer | None:
    """The Party committee of a province or district; documents of its standing committee count as its own."""
    match, words = _COMMITTEE.search(folded), load("linking")["issuers"]
    level = "province" if "tu" in bodies else "district" if {"hu", "thu", "qu"} & set(bodies) else ""
    level = level or (words["committee_tiers"][match["tier"]] if match else "")
    if not level:
        return None
    printed = _unit_named(bare_unit(match["name"].strip())) if match else ""
    return _of_unit(committee_key(), words["committees"][level], level, printed or "", place)


def _local(printed: str, place: Mapping[str, Any]) -> Issuer:
    """A body of a unit: printed with its tier, or of the event's province where the event has no district.

    A department ("Sở Nội vụ") and a body of the Party's committee of a province are always provincial.
    """
    printed = _without_head(printed)
    if _PROVINCIAL.match(fold(printed)):
        return _provincial(printed, place)
    match = _UNIT.search(fold(printed))
    if match:
        body, name = printed[: match.start()], _unit_named(bare_unit(match["name"].strip()))
        level = load("linking")["issuers"]["tiers"][match["tier"]]
        if name is None:
            return Issuer()
        return _of_unit(body_key(body), written_out(body).strip(), level, name, place)
    if printed and body_key(printed) in _everywhere() and place.get("province") and not place.get("district"):
        return _of_unit(body_key(printed), written_out(printed), "province", "", place)
    return Issuer()


def _unit_named(name: str) -> str | None:
    """The unit after its tier, without a term or a person's name after it ("tỉnh Bạc Liêu Dương Thành Trung"); empty
    where there are only these, None where the unit is not known."""
    name = _TERM_AFTER.compiled.sub("", name)
    if not name or is_unit(name):
        return name
    words = name.split()
    fore = next((" ".join(words[:at]) for at in range(len(words) - 2, 0, -1) if is_unit(" ".join(words[:at]))), "")
    return fore or ("" if words[0] in _families() and len(words) > 1 else None)


def _provincial(printed: str, place: Mapping[str, Any]) -> Issuer:
    """A body that only provinces have: that of the province at the end of its name, else of the event's province."""
    written = written_out(printed).strip()
    unit = _PROVINCE_AT_END.search(fold(written))
    written = written[: unit.start()].rstrip() if unit else written
    body = _OF_COMMITTEE.compiled.sub(committee_key(), body_key(written))
    if len(body.split()) < _BODY_WORDS:
        return Issuer()
    return _of_unit(body, written, "province", bare_unit(unit["name"] or "") if unit else "", place)


def _without_head(printed: str) -> str:
    """An issuer without the head who signs for it: "Giám đốc Sở Nội vụ", "Chủ tịch UBND tỉnh"."""
    match = _SIGNER.match(fold(printed))
    return printed[match.end() :] if match else printed


def _of_unit(body: str, written: str, level: str, printed: str, place: Mapping[str, Any]) -> Issuer:
    """A body of a unit by the unit's printed name, or that of the event; empty where neither is known."""
    name = printed or fold(place.get(level) or "")
    above = fold(place.get("province") or "") if level != "province" else ""
    if not (body and name) or (level != "province" and not above):
        return Issuer()
    key = " ".join(word for word in body.split() if word != and_word())
    where = ", ".join(filter(None, (name_key(name), name_key(above) if above else "")))
    return Issuer(f"{key} {where}", level, f"{written} {name.title()}")


def _coded(bodies: tuple[str, ...]) -> str:
    return next((coded_bodies()[body] for body in bodies), "")


def _loose(name: str) -> str:
    """A body's key without "và", which is often omitted."""
    return " ".join(word for word in body_key(name).split() if word != and_word())


@cache
def party_key() -> str:
    """The key of the Party's central bodies."""
    return str(load("linking")["issuers"]["centre"])


@cache
def coded_bodies() -> dict[str, str]:
    """The names of bodies by their folded codes, national ones and those of every unit."""
    issuers = load("issuers")
    named = issuers["local"] | load("linking")["issuers"]["departments"] | issuers["national"]
    return {fold(code): name for code, name in named.items()}


@cache
def _national() -> frozenset[str]:
    return frozenset(fold(code) for code in load("issuers")["national"])


@cache
def _central() -> dict[str, str]:
    """The names of national bodies by their keys."""
    words = load("linking")["issuers"]["central"]
    named = {name: name for name in load("issuers")["national"].values()} | words
    return {_loose(other): name for other, name in named.items()}


@cache
def _everywhere() -> frozenset[str]:
    """The bodies that every province has."""
    return frozenset(body_key(load("issuers")["local"][code]) for code in load("linking")["issuers"]["everywhere"])


def _spellings_of_kinds() -> tuple[str, ...]:
    return tuple(_kinds())


@cache
def _kinds() -> dict[str, str]:
    """The bodies that every province has, by their folded codes and names."""
    named = {code: load("issuers")["local"][code] for code in load("linking")["issuers"]["everywhere"]}
    return {fold(spelling): name for code, name in named.items() for spelling in (code, name)}


@cache
def _provinces() -> frozenset[str]:
    return frozenset(map(fold, province_names()))


@cache
def _families() -> frozenset[str]:
    """The folded family names of persons."""
    families = load("names")["family"]
    return frozenset(fold(name) for group in ("kinh", "north", "south") for name in families[group])
