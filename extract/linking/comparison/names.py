"""Keys of personal names for comparison: one key for all spellings of a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import inf, prod

from extract.gazetteer.spelling import i_for_y
from extract.gazetteer.units import former_units, province_names
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern

# "Mỹ" and "Mĩ", "Lý" and "Lí", "Kỳ" and "Kì" are one syllable; "quý" and "quí" too, but "Thúy" and "Thúi" are two.
_FINAL_Y = WordPattern(
    "linking",
    r"(?<=[bcd{letters/d:letters}ghklmnpqrstvx])[{letters/y:letters}](?!\w)|(?<=qu)[{letters/y:letters}](?!\w)",
)


@lru_cache(maxsize=1 << 17)
def name_key(name: str) -> str:
    """The name folded, without honorifics or a foreign guest's country, hyphens as blanks, final y as i."""
    folded = re.sub(r"[\s\-–.]+", " ", fold(name)).strip()
    folded = _BEFORE.compiled.sub("", folded) or folded
    return _FINAL_Y.compiled.sub(lambda match: match.group().translate(i_for_y()), _without_country(folded))


def is_rare_name(key: str) -> bool:
    """Whether hardly two officials have a name: fewer are expected than the lexicon says, by how frequent its syllables
    are. A name of two syllables, or with the commonest middle name, is never one."""
    few: float = load("name_shares")["few"]
    return _namesakes(key) < few


def is_rare_in_province(key: str) -> bool:
    """Whether hardly two officials of one province have a name."""
    few: float = load("name_shares")["few"]
    provinces: int = load("name_shares")["provinces"]
    return _namesakes(key) < few * provinces


@lru_cache(maxsize=1 << 15)
def _namesakes(key: str) -> float:
    """How many officials are expected to have a name; infinitely many where that tells nothing."""
    family, *middle, given = key.split() if " " in key else ("", "")
    if not middle or middle[0] in load("linking")["names"]["middle"] and len(middle) == 1:
        return inf
    placed = (("family", family), *(("middle", one) for one in middle), ("given", given))
    shares = (_shares(place).get(syllable, load("name_shares")["unlisted"][place]) for place, syllable in placed)
    officials: float = load("name_shares")["officials"]
    return officials * prod((share / 1000 for share in shares), start=1.0)


def may_be_person(key: str) -> bool:
    """Whether a name may be that of an official: one of two syllables begins with a family name that is rarely anything
    else ("Long Sơn" does not), and is neither the name of a province nor a part of a longer one of a district ("Hà
    Giang", "Ma Thuột"). A name of another language ("Pierre Trudeau") is none."""
    syllables = key.split()
    if len(syllables) == 2 and (syllables[0] not in _families() or key in _places()):
        return False
    return not is_foreign(key)


def is_foreign(key: str) -> bool:
    """Whether a name has no marks, begins with no family name of the country, and has a syllable that no word of the
    language can have."""
    syllables = key.split()
    if not key.isascii() or not syllables or syllables[0] in _all_families():
        return False
    return any(not _SYLLABLE.fullmatch(syllable) for syllable in syllables)


@cache
def _places() -> frozenset[str]:
    """The keys of provinces of two syllables, and of the last two of districts of three."""
    districts = (unit.name for unit in former_units().of_level("district"))
    longer = (" ".join(name.split()[-2:]) for name in districts if len(name.split()) > 2)
    return frozenset(map(name_key, (*province_names(), *longer)))


@cache
def _families() -> frozenset[str]:
    families = load("names")["family"]
    strong = {name for group in ("kinh", "north", "south") for name in families[group]} - set(families["weak"])
    return frozenset(map(name_key, strong))


@cache
def _all_families() -> frozenset[str]:
    """All family names but those that other languages have too."""
    families = load("names")["family"]
    shared = set(load("linking")["names"]["shared_families"])
    return frozenset(name_key(name) for group in ("kinh", "north", "south") for name in families[group]) - shared


@cache
def _shares(place: str) -> dict[str, int]:
    """How many in a thousand names have a syllable there, by its key."""
    steps: dict[str, str] = load("name_shares")[place]
    return {name_key(syllable): int(share) for share, syllables in steps.items() for syllable in syllables.split()}


def _without_country(name: str) -> str:
    """The name without the country before it ("đức angela merkel"), where no Vietnamese family name follows it."""
    match = _COUNTRY.match(name)
    if match is None or name[match.end() :].isspace() or " " not in name[match.end() :]:
        return name
    rest = name[match.end() :]
    return rest if rest.isascii() else name


# A syllable as the language writes it, without marks: initial, vowels, final.
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh?|gi|kh|ph|qu|th|tr|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?"
)
_BEFORE = WordPattern("linking", r"^(?:{names.before}\s+)+(?=\S+\s)")
_COUNTRY = WordPattern("linking", r"^{names.countries}\s+")
