"""Names of bodies for comparison and for output: abbreviations and other names are replaced by the canonical one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern

_WORD = re.compile(r"[^\W_]+")
# A sign between two groups of letters, which may be an abbreviation.
_APART = re.compile(r"(?<=(?P<before>[^\W\d_]))\s*(?P<sign>[-&,])\s*(?=(?P<after>[^\W\d_]{2}|[^\W\d_]\b))")
_SHORT = 2  # letters of an abbreviation valid in capitals only: "TƯ" is the centre, "tư" a syllable of "Tư pháp"


@lru_cache(maxsize=1 << 15)
def body_key(body: str) -> str:
    """The key of a body's name for comparison: its folded words, with abbreviations written out."""
    return " ".join(_WORD.findall(fold(written_out(body))))


@lru_cache(maxsize=1 << 15)
def written_out(body: str) -> str:
    """A body's name with its abbreviations written out, then replaced by the canonical name of the lexicon."""
    return _replaced(_replaced(_APART.sub(_together, body), "abbreviated"), "bodies")


def _together(match: re.Match[str]) -> str:
    """Capitals with a sign between them without the blanks around it: "GD & ĐT" is "GD&ĐT"."""
    return match["sign"] if match["before"].isupper() and match["after"].isupper() else match.group()


def _replaced(text: str, section: str) -> str:
    """The text with every other name of the lexicon's section replaced by the canonical one, in any case except for the
    shortest."""
    names = _names(section)
    folded, done, pieces = fold(text), 0, []
    for match in _NAMES_IN[section].finditer(folded):
        if match.end() - match.start() <= _SHORT and not text[match.start() : match.end()].isupper():
            continue
        pieces += [text[done : match.start()], names[_compared(match.group())]]
        done = match.end()
    return "".join([*pieces, text[done:]])


def _names_of(section: str) -> WordPattern:
    """Every name of a section of the lexicon, with its other spellings."""
    return WordPattern("linking", r"(?<!\w){names}(?!\w)", names=lambda: _names(section))


_NAMES_IN = {section: _names_of(section) for section in ("abbreviated", "bodies")}


@cache
def _names(section: str) -> dict[str, str]:
    """The canonical name by each folded name of a section of the lexicon."""
    bodies: dict[str, list[str]] = load("linking")[section]
    return {_compared(other): name for name, others in bodies.items() for other in (name, *others)}


def _compared(name: str) -> str:
    return re.sub(r"\s+", " ", fold(name))
