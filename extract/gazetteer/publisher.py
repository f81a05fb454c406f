"""The unit of an article's publisher: from the registry, else from the labels of its host.

"dinhhoa.thainguyen.gov.vn" is of huyện Định Hóa in Thái Nguyên; "haihau.vn" of the only Hải Hậu in the country.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from urllib.parse import urlsplit

from extract.gazetteer.history import province_since_reform
from extract.gazetteer.records import Level, UnitRecord
from extract.gazetteer.units import TWO_TIERS_SINCE, Unit, bare_name, ever, province_name_on, unit_of, units_on
from extract.text.document import Document
from extract.text.lexicon import load
from scraper.article import Place
from scraper.boundary.values import unmarked

_SHORTEST_BODY = 3  # letters before a province's name
_SHORTEST_SLUG = 5  # letters; shorter names are found in too many other words


def home_of(document: Document) -> Place:
    """The unit of the site that published the article; its parts are None where neither registry nor host tells."""
    return _home(document.article.place, document.article.url, day_of(document))


def day_of(document: Document) -> str | None:
    """The day of publication, else the first day that the text prints with its year: it decides which units existed."""
    published = document.article.published_at
    return published[:10] if published else document.first_full_day


@lru_cache(maxsize=4096)
def _home(registered: Place, url: str | None, day: str | None) -> Place:
    known = _bare(registered)
    labels = _labels(url)
    home = known if known.province else _province(labels) or _province_of_body(url) or known
    if home.province:
        home = replace(home, province=province_name_on(home.province, day))
    reformed = bool(day and day >= TWO_TIERS_SINCE)
    if day and reformed:
        home = _since_reform(home, day)
    if home.district or home.commune:
        return home
    if home.province and (numbered := _numbered(url, home, reformed)):
        return numbered
    if home.province is None and not reformed and (nested := _nested(labels)):
        return replace(nested, level=home.level)
    lower: tuple[Level, ...] = ("commune",) if reformed else ("district", "commune")
    for level in lower:
        named = {unit.code: (label, unit) for label in labels for unit in _named(level, label, home.province, day)}
        if len(named) == 1 and (home.province or level == "district"):
            (label, unit), = named.values()
            return replace(_commune_in(labels, label, unit.place, day) or unit.place, level=home.level)
    if home.province and not reformed and (joined := _joined(labels, home.province)):
        return replace(joined, level=home.level)
    return _merged(labels, home, reformed) or home


def _commune_in(labels: list[str], own: str, district: Place, day: str | None) -> Place | None:
    """The commune of a district that another label of its host names: "hongthai.bacbinh.binhthuan.gov.vn"."""
    if district.commune or not district.district:
        return None
    others = (label for label in labels if label != own)
    communes = [unit.place for label in others for unit in _named("commune", label, district.province, day)]
    within = {place.commune: place for place in communes if place.district == district.district}
    return next(iter(within.values())) if len(within) == 1 else None


def _joined(labels: list[str], province: str) -> Place | None:
    """The commune of a label that runs its name and its district's together: "mythanhgiongtrom.bentre.gov.vn"."""
    found = {
        (unit.place.commune, unit.place.district): unit.place
        for label in labels
        for cut in range(2, len(label) - 1)
        for unit in _called("commune", label[:cut])
        if unit.place.province == province and slug(unit.place.district or "") == label[cut:]
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _merged(labels: list[str], home: Place, reformed: bool) -> Place | None:
    """The former district that a host names below a province with which its own one was merged, where no day is known
    or one before the reform: "mucangchai" of Yên Bái below "laocai"."""
    if home.province is None or reformed:
        return None
    named = [unit.place for label in labels for unit in _named("district", label, None, None) if unit.place.province]
    heir = province_since_reform(named[0].province or "", TWO_TIERS_SINCE) if len(named) == 1 else None
    return replace(named[0], level=home.level) if heir and heir.name == home.province else None


def _numbered(url: str | None, home: Place, reformed: bool) -> Place | None:
    """The unit of a host that is called by a number: "quan7.hochiminhcity.gov.vn", "phuong5.quan11…"."""
    names: dict[Level, str] = {}
    for label in (urlsplit(url).hostname or "").split(".") if url else ():
        for level, words in load("places")["hosts"]["numbered"].items():
            number = label.removeprefix(next((word for word in words if label.startswith(word)), " "))
            if number != label and number.isdigit():
                names[level] = number.lstrip("0")
    found = replace(home, district=None if reformed else names.get("district"), commune=names.get("commune"))
    return found if found.district else None


def speaks_for_press(url: str | None) -> bool:
    """Whether a host is that of a newspaper or broadcaster, which reports of more than its own province."""
    host = (urlsplit(url).hostname or "") if url else ""
    begins, ends = (tuple(load("places")["hosts"][key]) for key in ("press", "press_ends"))
    return any(label.startswith(begins) or label.endswith(ends) for label in host.split("."))


def _bare(home: Place) -> Place:
    """The unit of a site from the registry, by its bare name: "5", not "Quận 5"."""
    names = {level: bare_name(name) for level in ("district", "commune") if (name := getattr(home, level))}
    return replace(home, **names)


def _since_reform(home: Place, day: str) -> Place:
    """The unit of a site as it is on a day since districts were abolished and provinces merged."""
    home = replace(home, district=None, district_code=None)
    if home.province is None or units_on(day).standing("province", home.province):
        return home
    province = province_since_reform(home.province, day)
    return replace(home, province=province.name, province_code=province.code) if province else home


def slug(name: str) -> str:
    """A name as hosts write it: Latin letters and digits only ("dinhhoa")."""
    return re.sub(r"[^a-z0-9]", "", unmarked(name))


def _labels(url: str | None) -> list[str]:
    """The labels of a host without its public suffix, the most specific first, each without the name of a body in
    front."""
    host = (urlsplit(url).hostname or "") if url else ""
    labels = [slug(label) for label in host.split(".") if label not in load("places")["hosts"]["endings"]]
    return list(dict.fromkeys(form for label in labels for form in _forms(label)))


def _forms(label: str) -> Iterator[str]:
    """A label, and what is left of it without the word for a body or for a page that it begins or ends with."""
    yield label
    words = load("places")["hosts"]
    bare = [label.removeprefix(prefix) for prefix in words["prefixes"]]
    bare += [label.removesuffix(suffix) for suffix in words["suffixes"]]
    yield from (form for form in bare if _SHORTEST_SLUG <= len(form) < len(label))


def _province(labels: list[str]) -> Place | None:
    found = (_called("province", label) for label in labels)
    return next((units[0].place for units in found if len({unit.place.province for unit in units}) == 1), None)


def _province_of_body(url: str | None) -> Place | None:
    """The province that ends the name of an authority's host: "truongchinhtrithainguyen.gov.vn"."""
    host = (urlsplit(url).hostname or "") if url else ""
    if not host.endswith(tuple(f".{ending}" for ending in load("places")["hosts"]["authorities"])):
        return None
    provinces = _slugs("province", False)
    for label in map(slug, host.split(".")):
        ends = [name for name in provinces if len(name) >= _SHORTEST_SLUG and label[_SHORTEST_BODY:].endswith(name)]
        if ends and not _called("district", label) and not _called("commune", label):
            return unit_of(*provinces[max(ends, key=len)][0]).place
    return None


def _nested(labels: list[str]) -> Place | None:
    """The commune of a host that also names its district, however short their names: "nammau.babe.gov.vn"."""
    communes = (unit.place for label in labels for unit in _called("commune", label))
    within = [
        place
        for place in communes
        if (district := slug(place.district or "")) in labels and district != slug(place.commune or "")
    ]
    return within[0] if len(within) == 1 else None


def _named(level: Level, label: str, province: str | None, day: str | None) -> list[Unit]:
    if label in _slugs("province", False) or (len(label) < _SHORTEST_SLUG and province is None):
        return []
    units = _called(level, label, present=bool(day and day >= TWO_TIERS_SINCE))
    return [unit for unit in units if province is None or unit.place.province == province]


def _called(level: Level, label: str, present: bool = False) -> tuple[Unit, ...]:
    """The units of a level, before the reform or since it, whose names are written so in a host."""
    return tuple(unit_of(record, day) for record, day in _slugs(level, present).get(label, ()))


@cache
def _slugs(level: Level, present: bool) -> dict[str, list[tuple[UnitRecord, str]]]:
    """Records by their names as hosts write them; the few that are asked for become units."""
    slugs: dict[str, list[tuple[UnitRecord, str]]] = defaultdict(list)
    for record, day in ever(level, two_tiers=present):
        slugs[slug(record.name)].append((record, day))
    for spelling, name in load("places")["spellings"]["province"].items() if level == "province" else ():
        slugs.setdefault(slug(spelling), slugs.get(slug(name), []))
    return slugs
