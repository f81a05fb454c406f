"""The registry of sites: their publishing bodies, and how they are crawled; sites/*.toml, one file a province.

A host is not an administrative unit: districts were abolished and provinces merged on 2025-07-01 (Resolution
202/2025/QH15), hosts moved. A site keeps the names of its unit at the time of its operation.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scraper.article import Place
from scraper.boundary.values import unmarked
from scraper.platforms import GENERIC, Selectors, load_platforms, validation_message
from scraper.provinces import Province, load_provinces

Level = Literal["central", "province", "department", "district", "commune"]
Status = Literal["live", "frozen", "redirected", "dead", "unknown"]


class RegistryError(ValueError):
    """A registry file that cannot be used; the message names file, site and key."""


class UnknownSite(LookupError):
    """An id of no site; the message names similar ones."""


class Expectations(BaseModel):
    """The minimum result of a site's crawl: articles, and the share of articles that have each field (0 to 1)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    articles: int = Field(default=1, ge=0)
    title: float = Field(default=1.0, ge=0, le=1)
    paragraphs: float = Field(default=0.9, ge=0, le=1)
    published_at: float = Field(default=0.9, ge=0, le=1)


class Site(BaseModel):
    """A news site of one body.

    URLs are absolute. `url` is the front page; where it has a path ("http://host/xa-mau/"), the site is only what is
    under it, since several bodies may share a host. `listings` list its news. A site without `url` is one whose
    articles are known but whose URL is not: it gives them their place.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str
    url: str | None = Field(default=None, pattern=r"^https?://")
    level: Level | None = None
    province: str | None = None
    province_code: str | None = None
    province_2025: str | None = None
    province_2025_code: str | None = None
    district: str | None = None
    district_code: str | None = None
    commune: str | None = None
    commune_code: str | None = None
    platform: str = GENERIC
    status: Status = "unknown"
    since: date | None = None
    valid_until: date | None = None
    successor: str | None = None
    successor_host: str | None = None
    seen: str | None = None
    evidence: str | None = None
    listings: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    delay: float | None = Field(default=None, ge=0)
    encoding: str | None = None
    selectors: Selectors = Selectors()
    promises: Expectations = Expectations()

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The hosts of this site, each with its port unless that is the default, without "www."."""
        own = (host_of(url) for url in (*self.entry_points, self.url) if url)
        return frozenset([*own, *(ascii_host(alias.lower()).removeprefix("www.") for alias in self.aliases)])

    @property
    def entry_points(self) -> tuple[str, ...]:
        """The URLs at which a crawl begins: listings or, where none is known, the front page; feeds and sitemaps.

        A feed has only the newest articles, so it never replaces the listings.
        """
        front = (self.url,) if self.url else ()
        return (*(self.listings or front), *self.feeds, *self.sitemaps)

    @property
    def place(self) -> Place:
        """The unit whose body publishes here."""
        return Place(**{name: getattr(self, name) for name in Place.__slots__})

    def owns(self, url: str) -> bool:
        """Whether a URL is on this site."""
        return host_of(url) in self.hosts and urlsplit(url).path.lower().startswith(self.scope.rstrip("/"))

    @cached_property
    def scope(self) -> str:
        """The path prefix of all the site's URLs, lower case: "/" unless it shares its host."""
        return urlsplit(self.url or "").path.rpartition("/")[0].lower() + "/"


@dataclass(frozen=True)
class Registry:
    """All known sites, by id."""

    sites: dict[str, Site]

    def get(self, site_id: str) -> Site:
        """The site of this id. Raises UnknownSite, which names the nearest ids."""
        if site_id in self.sites:
            return self.sites[site_id]
        near = difflib.get_close_matches(site_id, self.sites, n=3, cutoff=0.5)
        hint = f"; near: {', '.join(near)}" if near else "; `sukien sites list` names them all"
        raise UnknownSite(f"no site has the id {site_id!r}{hint}")

    def of_province(self, name: str) -> tuple[Site, ...]:
        """The sites of a province by its former or present name, with or without marks ("dien bien")."""
        wanted = plain(name)
        former = (one for one in load_provinces() if wanted in (plain(one.name), plain(one.name_2025)))
        names = {name for one in former for name in ((one.name, one.code), *_present(one, wanted))}
        return tuple(site for site in self.sites.values() if (site.province, site.province_code) in names)

    def place_for(self, site_id: str | None, url: str | None) -> Place:
        """The unit of a site id or a URL; for an unknown host, the province whose portal it is under."""
        if site_id and site_id in self.sites:
            return self.sites[site_id].place
        site = self.site_at(url) if url else None
        if site:
            return site.place
        host = host_of(url) if url else ""
        province = next((one for one in load_provinces() if one.has_host(host)), None)
        return _province_place(province, host) if province else Place()

    def site_at(self, url: str) -> Site | None:
        """The site of a URL: of those that share a host the most specific, then the present one."""
        owners = [site for site in self._by_host.get(host_of(url), ()) if site.owns(url)]
        return max(owners, key=lambda site: (len(site.scope), site.valid_until is None), default=None)

    def successor_host(self, site: Site) -> str | None:
        """The present host of a site that moved; None where it did not, or it is unknown."""
        successor = self.sites.get(site.successor or "")
        return host_of(successor.url) if successor and successor.url else site.successor_host

    @cached_property
    def _by_host(self) -> dict[str, list[Site]]:
        found: dict[str, list[Site]] = {}
        for site in self.sites.values():
            for host in site.hosts:
                found.setdefault(host, []).append(site)
        return found


def load_registry(extra: Path | None = None) -> Registry:
    """The sites of the package and of the user's own file or folder. Raises RegistryError naming file, site and key."""
    own = tuple(_read_all(_sources(extra))) if extra else ()
    return Registry(_unique([*_packaged(), *own]))


def parse_sites(file: str, text: str) -> tuple[Site, ...]:
    """The sites of one registry file's text; the file's name is for messages."""
    try:
        content: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RegistryError(f"{file}: {error}") from error
    strange = sorted(set(content) - {"site"})
    if strange:
        raise RegistryError(f"{file}: {', '.join(strange)}: unknown key; sites are [[site]] tables")
    return tuple(_site(file, number, entry) for number, entry in enumerate(content.get("site", []), start=1))


def read_sites(path: Path) -> tuple[Site, ...]:
    """The sites of a file, or of a folder of files, that is not in the package. Raises RegistryError."""
    return tuple(_read_all(_sources(path)))


def host_of(url: str) -> str:
    """The host of a URL, lower case, without "www." and the default port; empty for what is not a URL."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    host = ascii_host(parts.hostname or "").removeprefix("www.")
    return f"{host}:{port}" if port and port not in (80, 443) else host


def ascii_host(host: str) -> str:
    """A host name in its ASCII form (IDNA), lower case, without percent-encoding and the dot of the root; unchanged
    where it has none."""
    if "%" in host and ":" not in host:  # no zone of an IPv6 address
        host = unquote(host).lower()
    host = host.removesuffix(".")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def plain(name: str) -> str:
    """A name without marks, case and tier, for comparing user input ("tỉnh Điện Biên", "dien bien")."""
    letters = "".join(letter if letter.isalnum() else " " for letter in unmarked(name))
    words = " ".join(letters.split())
    for tier in ("tinh ", "thanh pho ", "tp "):
        words = words.removeprefix(tier)
    return words


@cache
def _packaged() -> tuple[Site, ...]:
    folder = files("scraper") / "sites"
    sources = {item.name: item for item in folder.iterdir() if item.name.endswith(".toml")}
    return tuple(_read_all((name, sources[name].read_text(encoding="utf-8")) for name in sorted(sources)))


def _sources(extra: Path) -> Iterator[tuple[str, str]]:
    paths = sorted(extra.glob("*.toml")) if extra.is_dir() else [extra]
    for path in paths:
        try:
            yield str(path), path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise RegistryError(f"{path}: cannot be read: {error}") from error


def _read_all(sources: Iterable[tuple[str, str]]) -> Iterator[Site]:
    for file, text in sources:
        yield from parse_sites(file, text)


def _site(file: str, number: int, entry: dict[str, Any]) -> Site:
    label = entry.get("id", f"number {number}") if isinstance(entry, dict) else f"number {number}"
    try:
        site = Site.model_validate(entry)
    except ValidationError as error:
        raise RegistryError(f"{file}: site {label}: {validation_message(error)}") from error
    if site.platform not in load_platforms():
        known = ", ".join(load_platforms())
        raise RegistryError(f"{file}: site {label}: platform: {site.platform!r} is none of {known}")
    return site


def _unique(sites: Iterable[Site]) -> dict[str, Site]:
    found: dict[str, Site] = {}
    for site in sites:
        if site.id in found:
            raise RegistryError(f"site {site.id}: id: used twice ({found[site.id].url} and {site.url})")
        found[site.id] = site
    return found


def _present(province: Province, wanted: str) -> tuple[tuple[str, str], ...]:
    """Name and code of a former province's successor since 2025-07-01, if `wanted` is its name; else empty."""
    return ((province.name_2025, province.code_2025),) if plain(province.name_2025) == wanted else ()


def _province_place(province: Province, host: str) -> Place:
    level = "province" if host in province.hosts else None
    return Place(province=province.name, province_code=province.code, level=level)
