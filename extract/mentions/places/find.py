"""Finding of administrative units and venues, and the unit that each name means, by its context and the site's unit.

A name that units of several provinces share is resolved by the unit printed with it ("xã Tân Lập, huyện Bắc Sơn"),
by the site's own unit, by the provinces that the article names; else it stays a bare name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.gazetteer.publisher import day_of, home_of
from extract.gazetteer.records import Level
from extract.gazetteer.spelling import name_key
from extract.gazetteer.units import (
    State,
    Unit,
    is_municipality,
    province_name_on,
    units_before_reform,
    units_on,
)
from extract.mentions.places.units import NamedUnit, find_named
from extract.mentions.places.venues import find_opened, find_venues
from extract.model import Findings, Mention, PlaceValue, Span
from extract.text.document import Document
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern
from scraper.article import Place

_RANKS: dict[Level, int] = {"province": 0, "district": 1, "commune": 2}
_BRACKET = 4  # characters between a venue and its unit: "Nhà văn hóa (phường Tân Phong)"
_TOGETHER = 2  # communes of one district, when their names could also be of others
_Test = Callable[[Unit], bool]


@dataclass(frozen=True, slots=True)
class _Context:
    """The context that decides between units of one name: the site's unit, the keys of the provinces and districts
    named, and the province and district that can contain most of the communes named.
    """

    day: str | None
    site: Place
    provinces: frozenset[str]
    districts: frozenset[str]
    common: tuple[str, str] | None

    def tests(self) -> list[_Test]:
        """The grounds for preferring a unit, the best first."""
        site_district, site_province = _key(self.site.district), _key(self.site.province)
        return [
            lambda unit: site_district is not None and _key(unit.place.district) == site_district,
            lambda unit: site_province is not None and _key(unit.place.province) == site_province,
            lambda unit: _key(unit.place.province) in self.provinces,
            lambda unit: unit.level == "commune" and _key(unit.place.district) in self.districts,
            lambda unit: unit.level == "commune" and (unit.province, unit.place.district) == self.common,
        ]


def find_places(document: Document) -> Findings:
    """The units and venues that the article names."""
    named = find_named(document)
    parents = _shared_parents(named, _parents(document, named))
    context = _context(document, named)
    units = [
        Mention("place", name.span, document.quote(name.span), PlaceValue(_place(name, above, context)), name.rule)
        for name, above in zip(named, parents)
    ]
    venues = (_venue(document, span, units, "venue") for span in find_venues(document))
    opened = (_venue(document, span, units, "opened") for span in find_opened(document))
    mentions: list[Mention[object]] = [*units, *venues, *opened]
    return Findings(tuple(sorted(mentions, key=lambda mention: mention.span)))


def _parents(document: Document, named: Sequence[NamedUnit]) -> list[Mapping[Level, str]]:
    """For each name, the higher units right after it: "xã Tân Lập, huyện Bắc Sơn, tỉnh Lạng Sơn"."""
    parents: list[Mapping[Level, str]] = [{} for _ in named]
    for index in range(len(named) - 2, -1, -1):
        here, following = named[index], named[index + 1]
        between = document.folded[here.span.end : following.span.start]
        if _RANKS[following.level] < _RANKS[here.level] and _ABOVE.fullmatch(between):
            parents[index] = {**parents[index + 1], following.level: following.name}
        elif following.rule == "list" and following.level == here.level:
            parents[index] = parents[index + 1]
    return parents


def _shared_parents(named: Sequence[NamedUnit], parents: Sequence[Mapping[Level, str]]) -> list[Mapping[Level, str]]:
    """The parents of each name; those printed with it once apply in the whole article."""
    printed: dict[tuple[Level, str], Mapping[Level, str]] = {}
    for name, above in zip(named, parents):
        if above and len(above) > len(printed.get((name.level, name_key(name.name)), {})):
            printed[name.level, name_key(name.name)] = above
    return [above or printed.get((name.level, name_key(name.name)), {}) for name, above in zip(named, parents)]


def _context(document: Document, named: Iterable[NamedUnit]) -> _Context:
    """The provinces named, those of districts that no other province has, and the districts named."""
    known = [name for name in named if name.known]
    provinces = {name_key(name.name) for name in known if name.level == "province"}
    districts = {name_key(name.name) for name in known if name.level == "district"}
    day = day_of(document)
    for district in districts:
        if len(units := units_before_reform(day).named("district", district)) == 1:
            provinces.add(name_key(units[0].province))
    communes = {name_key(name.name) for name in known if name.level == "commune"}
    common = _common_district(communes, home_of(document), units_before_reform(day))
    if common:
        provinces.add(name_key(common[0]))
    return _Context(day, home_of(document), frozenset(provinces), frozenset(districts), common)


def _common_district(communes: Iterable[str], site: Place, state: State) -> tuple[str, str] | None:
    """The district that can contain most of the communes named, at least two and more than any other district."""
    holders = Counter(
        (unit.province, unit.place.district or "")
        for commune in communes
        for unit in {unit.place.district: unit for unit in state.named("commune", commune)}.values()
        if site.province in (None, unit.province)
    )
    ranked = holders.most_common(2)
    if not ranked or ranked[0][1] < _TOGETHER or ranked[0][1] == ranked[-1][1] and len(ranked) > 1:
        return None
    return ranked[0][0]


def _place(name: NamedUnit, parents: Mapping[Level, str], context: _Context) -> Place:
    """The place of a name, with the units above it where they are certain."""
    above = [_lies_in(level, parent) for level, parent in parents.items()]
    units = _narrowed(_candidates(name, context), above)
    if parents and not any(all(test(unit) for test in above) for unit in units):
        units = ()
    units = _narrowed(units, [*context.tests(), lambda unit: fold(unit.tier) == name.tier])
    if not parents and len(units) == 1 and _far_off(units[0], context):
        units = ()
    if len(units) == 1:
        return _dated(units[0].place, context.day)
    return _unresolved(name, parents, units, context)


def _candidates(name: NamedUnit, context: _Context) -> tuple[Unit, ...]:
    """The units of that name on the day of the article; where there were none, those of another time."""
    level: Level = "province" if is_municipality(name.level, name.name, context.day) else name.level
    return units_on(context.day).named(level, name.name)


def _lies_in(level: Level, name: str) -> _Test:
    key = name_key(name)
    return lambda unit: _key(getattr(unit.place, level)) == key


def _narrowed(units: tuple[Unit, ...], tests: Iterable[_Test]) -> tuple[Unit, ...]:
    """The units that pass each test in turn; a test that none passes is left out."""
    for test in tests:
        if len(units) < 2:
            return units
        units = tuple(unit for unit in units if test(unit)) or units
    return units


def _far_off(unit: Unit, context: _Context) -> bool:
    """Whether a commune is in a province that neither the site nor the article names, so that a namesake is meant."""
    spoken_of = context.provinces | {key for key in [_key(context.site.province)] if key}
    return unit.level == "commune" and bool(spoken_of) and _key(unit.province) not in spoken_of


def _unresolved(name: NamedUnit, parents: Mapping[Level, str], units: Sequence[Unit], context: _Context) -> Place:
    """The bare name with the units above it that are printed, and the province where all namesakes share it."""
    if name.level == "province":
        return Place(province=name.name)
    shared = {unit.province for unit in units} if not parents else set()
    province = parents.get("province") or (shared.pop() if len(shared) == 1 else None)
    district = name.name if name.level == "district" else parents.get("district")
    commune = name.name if name.level == "commune" else None
    if district and not province:
        owners = _narrowed(_candidates(NamedUnit(name.span, "district", district, ""), context), context.tests())
        if len(owners) == 1:
            return replace(_dated(owners[0].place, context.day), commune=commune)
    return _dated(Place(province=province, district=district, commune=commune), context.day)


def _dated(place: Place, day: str | None) -> Place:
    province = province_name_on(place.province, day) if place.province else place.province
    return place if province == place.province else replace(place, province=province)


def _venue(document: Document, span: Span, units: Sequence[Mention[PlaceValue]], rule: str) -> Mention[PlaceValue]:
    """A venue with the unit that its own name or the bracket after it names."""
    first = bisect_right(units, span.start, key=lambda mention: mention.span.end)
    unit = units[first] if first < len(units) and units[first].span.start < span.end + _BRACKET else None
    landmark = _landmarks().get(fold(document.quote(span)))
    place = unit.value.place if unit else Place(province=landmark)
    return Mention("place", span, document.quote(span), PlaceValue(place, document.quote(span)), rule)


@cache
def _landmarks() -> dict[str, str]:
    """The province of each landmark building, by its folded name."""
    return {fold(name): province for name, province in load("places")["landmarks"].items()}


def _key(name: str | None) -> str | None:
    return name_key(name) if name else None


# Between a unit and the one that contains it.
_ABOVE = WordPattern("places", r"\s?[,(–-]?\s{0,2}(?:{grammar/belonging}\s)?")
