"""The council whose session a report tells of: the National Assembly, its standing committee, or that of a unit.

A council holds one session at a time, so two reports of sessions of one council on one day are of one event.
"""

from __future__ import annotations

from functools import cache

from extract.gazetteer.units import is_unit
from extract.linking.comparison.posts import bare_unit
from extract.text.lexicon import load
from extract.text.patterns import WordPattern, whole_words

_SESSION = whole_words("linking", "events", "councils", "session")
_STANDING = whole_words("linking", "events", "councils", "standing")
_ASSEMBLY = WordPattern(
    "linking", r"(?<!\w)(?P<before>{events.councils.no_assembly}\s+)?{events.councils.assembly}(?!\w)"
)
_LOCAL = WordPattern(
    "linking", r"(?<!\w){events.councils.local}(?!\w)(?:\s+(?P<tier>{events.councils.tiers})(?!\w)\.?)?\s*"
)
_LONGEST = 4  # words of a unit's name


def council_of(type_: str, name: str, folded: str, places: tuple[str, str, str]) -> str:
    """The key of the council whose session an event is; empty where it is none, or the council is not clear.

    `name` and `folded` are the folded name and all the words of a report, `places` its folded province, district and
    commune.
    """
    if type_ != "council_session" and not _SESSION.search(name):
        return ""
    if match := _LOCAL.search(folded):
        return _of_unit(match["tier"] or "", folded[match.end() :], places)
    if not _SESSION.search(folded):
        return ""
    if _STANDING.search(folded):
        return "standing"
    return "assembly" if any(not match["before"] for match in _ASSEMBLY.finditer(folded)) else ""


def _of_unit(tier: str, rest: str, places: tuple[str, str, str]) -> str:
    """The council of the unit that is named next, else of the unit of that tier, in which the event was."""
    levels = dict(zip(("province", "district", "commune"), places))
    named = next((level for level, place in levels.items() if place and _begins(rest, place)), "")
    level = named or ("" if _names_unit(rest) else _levels().get(tier, ""))
    if not level and not tier and not _names_unit(rest) and not places[1]:
        level = "province"
    if not level or not places[0] or not levels[level]:
        return ""
    return " / ".join(filter(None, (level, places[0], levels[level] if level != "province" else "")))


def _begins(rest: str, place: str) -> bool:
    return any(bare_unit(name) == place for name in _names(rest))


def _names_unit(rest: str) -> bool:
    """Whether another unit is named next."""
    return any(is_unit(name) for name in _names(rest))


def _names(rest: str) -> list[str]:
    """The first words of a text, as many as a unit's name may have."""
    words = [word.strip(".,;:()") for word in rest.split()[:_LONGEST]]
    return [" ".join(words[:at]) for at in range(1, len(words) + 1)]


@cache
def _levels() -> dict[str, str]:
    """The level of a tier word that one level only has."""
    levels: dict[str, str] = load("linking")["events"]["councils"]["levels"]
    return levels
