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
from extract.gazetteer.records import Level, Record
from extract.gazetteer.units import TWO_TIERS_SINCE, Unit, bare_name, ever, unit_of, units_on
from extract.text.document import Document
from extract.text.lexicon import load
from scraper.article import Place
from scraper.boundary.values import unmarked

_SHORTEST_SLUG = 5  # letters; shorter names are found in too many other words


def home_of(document: Document) -> Place:
    """The unit of the site that published the article; its parts are None where neither registry nor host tells."""
    return _home(_bare(document.article.place), document.article.url, day_of(document))


def day_of(document: Document) -> str | None:
    """The day of publication, else the first day that the text prints with its year: it decides which units existed."""
    published = document.article.published_at
    return published[:10] if published else document.first_full_day


@lru_cache(maxsize=4096)
def _home(known: Place, url: str | None, day: str | None) -> Place:
    labels = _labels(url)
    home = known if known.province else _province(labels) or known
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
        units = [unit for label in labels for unit in _named(level, label, home.province, day)]
        if len(units) == 1 and (home.province or level == "district"):
            return replace(units[0].place, level=home.level)
    return home


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
    return any(label.startswith(tuple(load("places")["hosts"]["press"])) for label in host.split("."))


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
    return next((units[0].place for label in labels if len(units := _called("province", label)) == 1), None)


def _nested(labels: list[str]) -> Place | None:
    """The commune of a host that also names its district, however short their names: "nammau.babe.gov.vn"."""
    communes = (unit.place for label in labels for unit in _called("commune", label))
    within = [place for place in communes if slug(place.district or "") in labels]
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
def _slugs(level: Level, present: bool) -> dict[str, list[tuple[Record, str]]]:
    """Records by their names as hosts write them; the few that are asked for become units."""
    slugs: dict[str, list[tuple[Record, str]]] = defaultdict(list)
    for record, day in ever(level, two_tiers=present):
        slugs[slug(record.name)].append((record, day))
    return slugs
