"""Comparison of names of units: one key for all the spellings in which a name is printed.

Tone placement, dashes, kinds of apostrophe, and i or y at the end of a syllable are ignored. Names from the languages
of the highlands are spelled in many ways ("K'Bang", "KBang"; "Lắk", "Lăk"; "Kon Plông", "Kon Plong"): they are compared
without any mark or blank. Other spellings and abbreviations come from the lexicon places.toml.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern
from scraper.boundary.values import unmarked

_NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """The key by which a name is compared."""
    normalised = _normalised(name)
    normalised = _spellings().get(normalised, normalised)
    return _bare_letters(normalised) if _HIGHLAND.search(normalised) else normalised


def _normalised(name: str) -> str:
    """A name folded: one kind of apostrophe, blanks for dashes, i for y after a consonant, no tier before a number,
    unless that is Roman ("Hải Châu I")."""
    folded = _BEFORE_NUMBER.compiled.sub("", fold(name))
    folded = re.sub(r"[’‘`´ʼ]", "'", folded)
    folded = re.sub(r"[\s–—-]+", " ", folded)
    folded = re.sub(r"(?:^|(?<= ))(?:i{1,3}|iv|v)$", lambda numeral: _NUMERALS[numeral.group()], folded)
    folded = _FINAL_Y.compiled.sub(lambda y: y.group().translate(i_for_y()), folded)
    return _DAK.compiled.sub(load("places")["highland_syllables"]["dak_key"], folded)


@cache
def i_for_y() -> dict[int, int]:
    """A translation of y with any tone to i with the same one."""
    letters = load("letters")
    return str.maketrans(letters["y"], letters["i"])


def _bare_letters(name: str) -> str:
    """The letters of a name of the highlands alone; c for k at the end of a syllable ("Krông Păk", "Krông Pắc")."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"(?<=[a-z])k(?!\w)", "c", unmarked(name)))


_BEFORE_NUMBER = WordPattern("places", r"^(?:{tiers.numbered} (?=\d))?0*(?=\d)")
_FINAL_Y = WordPattern("places", r"(?<=[hklmstv])[{letters/y:letters}](?!\w)|(?<=qu)[{letters/y:letters}](?!\w)")
_DAK = WordPattern("places", r"\b{highland_syllables.dak}(?!\w)")
# What only names from the highlands have: a syllable of the lexicon, an apostrophe, letters or clusters that Vietnamese
# syllables do not have.
_HIGHLAND = WordPattern(
    "places",
    r"""
    '
    | (?<!\w){highland_syllables.words}(?!\w)
    | [wfjz]
    | k(?!\w)
    | (?<!\w)(?:{highland_syllables.clusters}|{highland_syllables.glued}[^\W\d_aeiou])
    """,
)


@cache
def _spellings() -> dict[str, str]:
    """Other spellings to the key of the name that the data has."""
    spellings = load("places")["spellings"]
    pairs = (pair for level in spellings.values() for pair in level.items())
    return {_normalised(other): _normalised(name) for other, name in pairs}
