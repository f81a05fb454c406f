"""The home of an article, for its posts: the level of its site, the unit meant by "the city", and codes of units."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

from extract.gazetteer.publisher import day_of, home_of
from extract.gazetteer.records import Level
from extract.gazetteer.units import Unit, is_municipality, units_on
from extract.text import lexicon
from extract.text.document import Document
from extract.text.normalize import fold
from extract.text.patterns import WordPattern
from scraper.article import Place

_CODES = {"province": "province_code", "district": "district_code", "commune": "commune_code"}
_TIERED: tuple[Level, ...] = ("province", "district", "commune")


class ArticleHome:
    """The units, by an article and its site, of posts that do not name theirs."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def place(self) -> Place:
        """The unit of the site."""
        return home_of(self._document)

    @cached_property
    def day(self) -> str | None:
        """The day that decides which units existed."""
        return day_of(self._document)

    @cached_property
    def site_level(self) -> str | None:
        """The level of the site's own officials: a department is a body of its province; None for a newspaper."""
        level = self.place.level or next((one for one in reversed(_TIERED) if getattr(self.place, one)), None)
        return "province" if level == "department" else level

    @cached_property
    def rural(self) -> bool:
        """Whether the title, the lead or the first lines name a commune and no unit above, or the title begins with a
        commune."""
        opening = self._document.folded[: self._document.blocks[min(2, len(self._document.blocks) - 1)].span.end]
        tiers = [match.lastgroup for match in _TIER.finditer(opening)]
        begins = _TIER.match(opening)
        return "commune" in tiers and ("above" not in tiers or (begins is not None and begins.lastgroup == "commune"))

    def city_level(self, name: str) -> str | None:
        """The level of a city: a province if it is centrally governed. "" is the city that the article is about."""
        if name:
            if self._is_municipality(name):
                return "province"
            return "district" if units_on(self.day).named("district", name) else self._own_city
        return self._own_city

    @cached_property
    def _own_city(self) -> str | None:
        """The unit meant by "the city": that of the site, else the one that the article names most."""
        if self.place.province and self._is_municipality(self.place.province):
            return "province"
        if self.place.district:
            return "district"
        if named := list(self._cities()):
            central = sum(map(self._is_municipality, named))
            return "province" if 2 * central >= len(named) else "district"
        if any(name in self._document.folded for name in map(fold, _municipalities())):
            return "province"
        return "district" if self.place.province else None

    def _cities(self) -> Iterator[str]:
        """The names of cities after "thành phố", "TP" and "Thành ủy" in the text, as they are printed."""
        for found in _CITY.finditer(self._document.text):
            words = found["name"].split()
            names = (" ".join(words[:size]) for size in range(len(words), 0, -1))
            yield from (name for name in names if self._is_city(name))

    def _is_city(self, name: str) -> bool:
        return fold(name) in map(fold, _municipalities()) or bool(units_on(self.day).named("district", name))

    def _is_municipality(self, name: str) -> bool:
        folded = fold(name)
        central = any(folded == one or folded.startswith(f"{one} ") for one in map(fold, _municipalities()))
        return central or is_municipality("district", name, self.day)

    def level_of_name(self, name: str) -> str | None:
        """The level of the unit that bears a name without a tier: the highest, where it is known."""
        known = (level for level in _TIERED[:2] if units_on(self.day).named(level, name))
        return next(known, None)

    def unit_code(self, name: str, level: str | None, tier: str = "") -> str | None:
        """The code of a named unit of a level, where only one fits; of the site's own for "". Of two of one name that
        of the tier ("huyện") is meant."""
        if level not in _CODES:
            return None
        if not name:
            own = getattr(self.place, _CODES[level])
            return own if isinstance(own, str) else None
        bare, *above = (part.strip() for part in name.split(","))
        fitting = [unit for unit in self._named(level, bare) if self._lies_in(unit, above)]
        if len(fitting) > 1 and tier:
            fitting = [unit for unit in fitting if fold(unit.tier) == tier]
        own_unit = [unit for unit in fitting if unit.place.district == self.place.district]
        if len(fitting) != 1 and level == "commune" and self.place.district:
            fitting = own_unit
        return getattr(fitting[0].place, _CODES[level]) if len(fitting) == 1 else None

    def _named(self, level: str, name: str) -> tuple[Unit, ...]:
        name = lexicon.load("post_parts")["level"]["city_names"].get(fold(name), name)
        return next((units_on(self.day).named(one, name) for one in _TIERED if one == level), ())

    def _lies_in(self, unit: Unit, above: list[str]) -> bool:
        """Whether a unit is in those printed after it, else in the site's province, where that is known."""
        if above:
            names = {fold(one) for one in (unit.place.district, unit.place.province) if one}
            return all(any(one.endswith(name) for name in names) for one in map(fold, above))
        return unit.level == "province" or self.place.province in (None, unit.province)


@cache
def _municipalities() -> tuple[str, ...]:
    return tuple(lexicon.load("post_parts")["level"]["municipalities"])


# A city with its tier or its committee, and the capitalised name after it.
_CITY = WordPattern(
    "post_parts",
    r"\b{level.city_printed:printed}\s*(?P<name>{capital}[\w.]*(?:\s{capital}\w*){0,2})",
    capital=r"[A-Z{letters/D:letters}\u00C0-\u1EF8]",
)
# Words for communes and for the units above them, by group; what only holds one ("hợp tác xã") goes first.
_TIER = WordPattern(
    "post_parts",
    r"(?<!\w)(?:{unit.no_tiers}|(?P<above>{level.tiers.above})|(?P<commune>{level.tiers.commune}))(?!\w)",
)
