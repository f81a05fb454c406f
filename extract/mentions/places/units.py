"""Names of administrative units as printed: a tier word with a name, a committee named by its unit, a bare name.

Names are not resolved here: one may be that of units in several provinces, and "thành phố" may be of two levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from extract.gazetteer.records import Level
from extract.gazetteer.spelling import name_key
from extract.gazetteer.units import former_units, misprinted_district, province_names
from extract.mentions.places.unit_names import read_name, syllable_ends
from extract.model import Span
from extract.text.document import Document
from extract.text.lexicon import any_of, load
from extract.text.normalize import fold
from extract.text.overlaps import is_free
from extract.text.patterns import WordPattern
from extract.text.word_starts import first_word, matches_at, starts_of

_LONGEST_UNKNOWN = 2  # longer capitalised runs after "UBND huyện" are persons


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit's name in the text. `span` includes the tier word; `name` is bare; `tier` is the word of the unit or of
    its list, spelled out."""

    span: Span
    level: Level
    name: str
    rule: str
    known: bool = True
    tier: str = ""


def find_named(document: Document) -> list[NamedUnit]:
    """The names of units in reading order, none overlapping another; names with tier words come before bare ones."""
    tiered = list(_tiered(document))
    kept = _apart([*(named for named in tiered if named.known), *_bodied(document)])
    kept += _apart(_bare(document), kept)
    kept += _apart((named for named in tiered if not named.known), kept)
    return sorted(kept, key=lambda named: named.span)


def _tiered(document: Document) -> Iterator[NamedUnit]:
    """Names after "tỉnh", "huyện", "TX", "H." and the like, and the further names of a list: "xã Nậm Ban, Pa Tần"."""
    for match in _TIER.find_in(document.folded):
        levels = _levels(match.group("tier").rstrip("."))
        if match["short"] and not document.text[match.start()].isupper():
            continue
        named = _read_tiered(document, match.start(), _name_start(document, match), levels, bool(match["short"]))
        plural = bool(_PLURAL.search(document.folded, max(0, match.start() - 12), match.start()))
        while named:
            yield named if named.rule == "above" else replace(named, tier=_spelled_out(match.group("tier")))
            named = _next_in_list(document, named, plural)


def _name_start(document: Document, tier: re.Match[str]) -> int:
    """The start of the name after a tier: after the "như" of a list, but with the "Như" of Như Thanh."""
    capitalised = tier["listing"] and document.text[tier.start("listing")].isupper()
    return tier.start("listing") if capitalised else tier.end()


def _read_tiered(document: Document, start: int, at: int, levels: tuple[Level, ...], short: bool) -> NamedUnit | None:
    if document.text[at].isdigit() and not _NUMBERED.match(document.folded, start):
        return None
    known = read_name(document, at, levels) or read_name(document, at, levels, misprinted=True)
    if known:
        end, name, level = known
        return NamedUnit(Span(start, end), level, name, "tier")
    ends = [end for end in syllable_ends(document.text, at) if not re.search("[-–]", document.text[at:end])]
    level = levels[-1]
    if misprint := _read_misprint(document, at, levels):
        return NamedUnit(Span(start, misprint[0]), "district", misprint[1], "tier")
    if _LISTING.search(document.folded, start, at):
        return None  # "các xã, thị trấn gồm: Phó Chủ tịch …" lists people
    if short or level == "province" or not 0 < len(ends) <= _LONGEST_UNKNOWN or document.text[at].isdigit():
        return None
    if document.folded[at : ends[-1]] in load("places")["context"]["no_names"]:
        return None
    return NamedUnit(Span(start, ends[-1]), level, document.text[at : ends[-1]], "tier_unknown", known=False)


def _read_misprint(document: Document, at: int, levels: tuple[Level, ...]) -> tuple[int, str] | None:
    """The end of a district's name with other marks than its own ("huyện Sa Thày"), and the name that is meant."""
    ends = list(syllable_ends(document.text, at)) if "district" in levels else []
    meant = misprinted_district(document.text[at : ends[-1]]) if ends else None
    return (ends[-1], meant) if meant else None


def _next_in_list(document: Document, named: NamedUnit, plural: bool) -> NamedUnit | None:
    """The next known name of the same level after a comma or "và"; after one commune and a comma, its district."""
    joint = _LIST_JOINT.match(document.folded, named.span.end)
    if joint is None or named.level == "province":
        return None
    province = read_name(document, joint.end(), ("province",))
    if province and not (plural and _are_neighbours(named, province[1])):
        return None
    levels: tuple[Level, ...] = ("district",) if named.level == "commune" and joint.group() == ", " else ()
    above = None if plural else read_name(document, joint.end(), levels)
    if above and not _is_commune_beside(named, above[1]):
        return NamedUnit(Span(joint.end(), above[0]), "district", above[1], "above")
    following = read_name(document, joint.end(), (named.level,))
    if following is None or document.text[joint.end()].isdigit() and named.level != "commune":
        return None
    return NamedUnit(Span(joint.end(), following[0]), named.level, following[1], "list")


def _are_neighbours(named: NamedUnit, name: str) -> bool:
    """Whether a province's name is also that of a unit of the same level in one province with the unit named: the
    district Hòa Bình in "các huyện Hồng Dân, Hòa Bình"."""
    provinces = [{unit.province for unit in former_units().named(named.level, one)} for one in (named.name, name)]
    return bool(provinces[0] & provinces[1])


def _is_commune_beside(commune: NamedUnit, name: str) -> bool:
    """Whether a district's name is that of another commune beside the one named, and the district has no such commune:
    Tân Bình in "xã Quảng Lâm, Tân Bình"."""
    places = [unit.place for unit in former_units().named("commune", commune.name)]
    beside = {unit.place.district for unit in former_units().named("commune", name)} - {None}
    districts = {place.district for place in places}
    return bool(beside & districts) and name_key(name) not in {name_key(district) for district in districts if district}


def _bodied(document: Document) -> Iterator[NamedUnit]:
    """Names in the names of committees: "Huyện ủy Na Hang", "Thành ủy Lai Châu"."""
    for match in _BODY.find_in(document.folded):
        levels = _levels(match.lastgroup or "")
        if named := read_name(document, match.end(), levels):
            yield NamedUnit(Span(match.end(), named[0]), named[2], named[1], "body")
        elif misprint := _read_misprint(document, match.end(), levels):
            yield NamedUnit(Span(match.end(), misprint[0]), "district", misprint[1], "body")


def _bare(document: Document) -> Iterator[NamedUnit]:
    """Bare names: provinces anywhere, districts and communes at the head of a line or after words of place."""
    starts = starts_of(document.folded, _first_of_provinces())
    for match in matches_at(_province_pattern().match, document.folded, starts):
        if match.group() not in _persons() and _stands_alone(document, match.start(), match.end()):
            yield NamedUnit(Span(*match.span()), "province", document.quote(Span(*match.span())), "bare")
    for located in _LOCATED.find_in(document.folded):
        named = _read_capitalised(document, located.end(), ("district",))
        if named and not _further_name_at(document.text, named[0]):
            yield NamedUnit(Span(located.end(), named[0]), named[2], named[1], "located")
    for block in document.blocks:
        head = _LINE_HEAD.match(document.folded, block.span.start, block.span.end)
        assert head is not None
        headline = head.end() < document.blocks[0].span.end
        named = _read_capitalised(document, head.end(), ("district", "commune") if headline else ("district",))
        if named and _DATELINE_END.match(document.text, named[0]):
            yield NamedUnit(Span(head.end(), named[0]), named[2], named[1], "dateline")


def _read_capitalised(document: Document, at: int, levels: tuple[Level, ...]) -> tuple[int, str, Level] | None:
    """The longest name of a unit at `at`, as of `read_name`, if it begins with a capital letter."""
    return read_name(document, at, levels) if document.text[at : at + 1].isupper() else None


def _further_name_at(text: str, end: int) -> bool:
    """Whether a name that ends there is not complete: another capitalised word follows."""
    return text[end + 1 : end + 2].isupper() and re.match(r"\s?[^\W\d_]", text[end : end + 2]) is not None


def _stands_alone(document: Document, start: int, end: int) -> bool:
    """Whether a bare province name is not part of a person's, a street's or a longer name."""
    capitalised = all(word[0].isupper() for word in re.findall(r"\w+", document.text[start:end]))
    return capitalised and not _goes_on(document.text, end) and not _belongs_to_name(document, start)


def _goes_on(text: str, end: int) -> bool:
    """Whether a capitalised word follows; an abbreviation may."""
    word = re.match(r" ([^\W\d_]\w*)", text[end : end + 20])
    return word is not None and word[1][0].isupper() and not word[1].isupper()


def _belongs_to_name(document: Document, start: int) -> bool:
    """Whether the word before shows that it is the end of a person's name or a street's; bodies may precede names."""
    before = re.search(r"(\w+) $", document.text[max(0, start - 20) : start])
    if before and before[1][0].isupper() and not before[1].isupper():
        return not _BEFORE.search(document.folded, max(0, start - 30), start)
    return bool(_NAMED_AFTER.search(document.folded, max(0, start - 20), start))


def _apart(found: Iterable[NamedUnit], taken: Iterable[NamedUnit] = ()) -> list[NamedUnit]:
    """Those that overlap neither each other nor what is taken; the longer of two that begin together."""
    ordered = sorted(found, key=lambda named: (named.span.start, -named.span.end))
    kept: list[NamedUnit] = []
    spans = sorted(named.span for named in taken)
    for named in ordered:
        if kept and kept[-1].span.end > named.span.start:
            continue
        if is_free(named.span, spans):
            kept.append(named)
    return kept


def _spelled_out(tier: str) -> str:
    """The tier word in full: "huyện" for "H."."""
    return _full_tiers().get(tier.rstrip("."), tier)


@cache
def _full_tiers() -> dict[str, str]:
    return {fold(short): word for short, word in load("places")["tiers"]["full"].items()}


_PLURAL = WordPattern("places", r"(?<!\w){tiers.plural}\s$")


@cache
def _levels(tier: str) -> tuple[Level, ...]:
    """The levels that a tier word may mean, in the order in which they are tried."""
    if tier == "city" or tier in load("places")["tiers"]["city"]:
        return ("district", "province")
    if tier in ("province", "district"):
        return ("province",) if tier == "province" else ("district",)
    tiers = load("places")["tiers"]
    if tier in tiers["province"]:
        return ("province",)
    if tier in tiers["district"]:
        return ("district",)
    initials: dict[str, Level] = {fold(letter): level for letter, level in tiers["initials"].items()}
    return (initials.get(tier, "commune"),)


def _tier_words(short: bool) -> list[str]:
    """The tier words of all levels that are written out, or the short ones."""
    tiers = load("places")["tiers"]
    every = [*tiers["province"], *tiers["city"], *tiers["district"], *tiers["commune"]]
    return [word for word in every if (word in tiers["full"]) == short]


# A tier word before a name; short ones count in capitals only.
_TIER = WordPattern(
    "places",
    r"""
    (?<![\w/]) {tiers.refused_after:unless_apart}
    (?P<tier>
        {long}(?=[ :])
    |
        (?P<short>{short}(?=[ .])|{tiers.initials}(?=\.)) \.?
    )
    (?:\s(?P<listing>{tiers.listing}))? :?[ ]?(?:(?<=\.)\n)? (?=[^\W_])
    """,
    begins="long+short+tiers.initials",
    long=lambda: _tier_words(short=False),
    short=lambda: _tier_words(short=True),
)
_LISTING = WordPattern("places", r"(?<!\w){tiers.listing}:?\s?$")
# Tiers whose units have numbers for names.
_NUMBERED = WordPattern("places", r"{tiers.numbered+tiers.numbered_short}")
_BODY = WordPattern(
    "places",
    r"(?<!\w)(?:(?P<province>{bodies.province})|(?P<city>{bodies.city})|(?P<district>{bodies.district}))\s+(?=\w)",
    begins="bodies.province+bodies.city+bodies.district",
)


@cache
def _province_pattern() -> re.Pattern[str]:
    """The names of provinces, with blanks or none around their dashes: no list of a lexicon is written so."""
    spelled = re.sub(r"(?:\\s\+)?\\?[-–](?:\\s\+)?", r"\\s?[-–]\\s?", any_of(province_names()))
    return re.compile(rf"(?<![\w-]){spelled}(?!\w)")


@cache
def _first_of_provinces() -> frozenset[str]:
    return frozenset(first_word(fold(name)) for name in province_names())


# A word of place before a bare name.
_LOCATED = WordPattern("places", r"(?<!\w){context.located}\s+(?=\w)", begins="context.located")
# The head of a line, with a bullet or bracket before the name; and what follows the name there.
_LINE_HEAD = re.compile(r"[ •*(–-]*")
_DATELINE_END = re.compile(r"\)?\s?[:–-]\s")
# Words that a unit's name may follow though they are capitalised: bodies, tiers, directions.
_BEFORE = WordPattern("places", r"(?<!\w){context.before_names}\s$")


@cache
def _persons() -> frozenset[str]:
    return frozenset(fold(name) for name in load("places")["tiers"]["persons"])


_NAMED_AFTER = WordPattern("places", r"(?<!\w){context.named_after}\s$")
_LIST_JOINT = WordPattern("places", r"(?:,(?: {grammar/and})?| {grammar/and+grammar/with}) (?=[^\W_])")
