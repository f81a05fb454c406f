"""The vocabulary of personal names, from lexicons/names.toml and lexicons/namesakes.toml."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from extract.text import lexicon
from extract.text.normalize import fold
from extract.text.phrases import PhraseMatcher, split_phrase


@cache
def families() -> frozenset[str]:
    """Family names of all peoples, folded."""
    return frozenset(fold(name) for people in ("kinh", "north", "south") for name in _names("family", people))


@cache
def weak_families() -> frozenset[str]:
    """Family names with which other phrases begin as often."""
    return frozenset(fold(name) for name in _names("family", "weak"))


@cache
def strong_families() -> frozenset[str]:
    """Family names with which other phrases hardly ever begin."""
    return families() - weak_families()


@cache
def highland() -> frozenset[str]:
    """Family names and name openers of the centre, the highlands and the south."""
    return frozenset(fold(name) for name in _names("family", "south"))


@cache
def particles() -> frozenset[str]:
    """Syllables that are often misprinted in lower case inside a name."""
    return frozenset(_names("particles", "lower"))


@cache
def unions() -> frozenset[str]:
    """Surnames that are also the word for a union after its tier ("xã Đoàn")."""
    return frozenset(_names("particles", "unions"))


@cache
def union_tiers() -> PhraseMatcher:
    """Tiers of such a union, printed with a capital ("T.Ư Đoàn", "Tỉnh Đoàn")."""
    return PhraseMatcher({"tier": _names("particles", "union_tiers")})


@cache
def middle() -> frozenset[str]:
    """Syllables with which hardly any name ends: another one follows."""
    return frozenset(_names("particles", "middle"))


@cache
def verbs_after() -> PhraseMatcher:
    """Words in lower case that may follow a name: those at which a post ends, and the verbs of roles."""
    roles = lexicon.load("roles")["verbs"]
    stops = [word for word in lexicon.load("posts")["tail"]["stops"] if " " in word or len(word) > 1]
    return PhraseMatcher({"verb": [verb for verbs in roles.values() for verb in verbs], "stop": stops})


@cache
def communes() -> frozenset[str]:
    """Last words of the tiers of communes."""
    return frozenset(_names("particles", "communes"))


@cache
def committees() -> frozenset[str]:
    """Last words of bodies that are named by their unit alone."""
    return frozenset(_names("particles", "committees"))


@cache
def inner() -> frozenset[str]:
    """Family names that often occur inside a name."""
    return frozenset(_names("particles", "inner"))


@cache
def not_names() -> frozenset[str]:
    """First words after an honorific that are not a name."""
    return frozenset(fold(word) for word in _names("particles", "not_names"))


@cache
def countries() -> PhraseMatcher:
    """Countries that end the names of bodies."""
    return PhraseMatcher({"country": _names("particles", "countries")})


@cache
def historical() -> frozenset[tuple[str, ...]]:
    """Persons of history, as syllables."""
    return frozenset(split_phrase(name) for name in _names("historical", "names"))


@cache
def namesakes(tier: str) -> frozenset[tuple[str, ...]]:
    """Units whose names begin like a person's: "upper" for provinces and districts, "lower" for communes."""
    return frozenset(split_phrase(name) for name in lexicon.load("namesakes")[tier])


@cache
def refusals() -> frozenset[str]:
    """Reasons for which a name is rejected."""
    return frozenset(_section("refused"))


@cache
def abroad(name: str) -> PhraseMatcher:
    """The phrases of one list of names.toml's [abroad]; "countries" are those of other lexicons, with cities and
    seats."""
    if name != "countries":
        return PhraseMatcher({name: _names("abroad", name)})
    nations = lexicon.load("places")["abroad"]["countries"]
    cities = (city for named in nations.values() for city in named)
    countries = lexicon.load("post_parts")["unit"]["countries"]
    return PhraseMatcher({name: [*countries, *nations, *cities, *_names("abroad", "seats")]})


@cache
def syllable() -> re.Pattern[str]:
    """A Vietnamese syllable in small letters without its tone: a rhyme, and consonants before and behind it."""
    parts = lexicon.load("names")["syllable"]
    initials, rhymes, finals = ("|".join(parts[name]) for name in ("initials", "rhymes", "finals"))
    return re.compile(f"(?:{initials})?(?:{rhymes})(?:{finals})?")


@cache
def heads_abroad() -> PhraseMatcher:
    """The offices of names.toml's [abroad] with their list: offices of state, or leaders of any body."""
    return PhraseMatcher({name: _names("abroad", name) for name in ("offices", "leaders")})


@cache
def abroad_words(name: str) -> frozenset[str]:
    """The folded words of one list of names.toml's [abroad]: particles of names, short names of countries."""
    return frozenset(map(fold, _names("abroad", name)))


@cache
def honorifics() -> PhraseMatcher:
    """Words of address, labelled official, common, degree, plural or persons."""
    return PhraseMatcher(_addresses())


@cache
def contexts() -> PhraseMatcher:
    """Phrases before a capitalised run that decide what it is: an honorific, a unit's tier, a reason of
    rejection.
    """
    units = lexicon.load("posts")["tail"]["units"]
    plain = {"none": _names("harmless", "words"), "body": _names("bodies", "words")}
    return PhraseMatcher({**_section("refused"), "unit": units, **plain, **_addresses()})


@cache
def glued_openers() -> PhraseMatcher:
    """First words of sentences that pages join to the name before, labelled sure or ambiguous."""
    return PhraseMatcher(_section("openers"))


def _addresses() -> dict[str, list[str]]:
    tokens = _section("honorifics")
    kinds = {kind: tokens[kind] for kind in ("official", "common", "plural", "persons")}
    return {**kinds, "degree": tokens["degrees"]}


def _section(name: str) -> dict[str, Any]:
    section: dict[str, Any] = lexicon.load("names")[name]
    return section


def _names(section: str, name: str) -> list[str]:
    names: list[str] = _section(section)[name]
    return names
