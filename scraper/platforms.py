"""The families of content management systems, as data: platforms/*.toml, one file a family.

A platform defines how its pages are recognised, the kinds of its URLs, how listings are paged, which parameters of a
URL are significant, and the selectors of the parts of an article. Selectors are CSS (`::attr(name)` included), tried in
order; patterns are regular expressions, searched in path and query.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from scraper.filetypes import attachment_type, is_media
from scraper.sections import is_numbered_section, is_section_path

UrlKind = Literal["article", "listing", "feed", "sitemap", "print", "attachment", "other"]
MarkKind = Literal["generator", "url", "html", "header", "cookie"]
GENERIC = "generic"
REMEMBERED = 4096  # size of the cache of kinds of URLs
SHORTEST_LITERAL = 4  # characters of a string that a text is searched for before a pattern is tried
_GROUP = r"\((?:[^()\[\]]|\[[^\]]*\]|\([^()]*\))*\)"
_INDEFINITE = re.compile(
    rf"(?:{_GROUP}|\[[^\]]*\]|\\[a-zA-Z]|\\?.(?=[*?{{]))(?:[*+?]|\{{[^}}]*\}})?|[.^$]|(?<!\\)[*+?]"
)
_RUNS = re.compile("\0+")
AMP_PATH = re.compile(r"(?i)(?<=[^/])/amp/?$|(?<=\w)\.amp(?=\.html?$|$)")  # the form of an article for telephones
AMP_FOLDER = re.compile(r"(?i)^/amp(?=/[^/])|(?<=\w)/amp(?=/[^/]+/?$)")
AMP_QUERY = re.compile(r"(?i)(?:^|(?<=&)|&)(?:amp(?:=[^&]*)?|output(?:type)?=amp)(?=&|$)")
_NUMBERED = re.compile(r"\d{4}")  # a path with the number of an article, or with a year


class PlatformError(ValueError):
    """A platform file that cannot be used; the message names file and key."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RecognitionMark(_Part):
    """A sign by which a platform is recognised: where it is searched, its pattern, its weight, and a description."""

    kind: MarkKind
    pattern: str
    weight: int
    reason: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern, which ignores case."""
        return re.compile(self.pattern, re.I)

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """Strings in lower case of which a text must have one for the pattern to match; empty where it needs none."""
        return required_literals(self.pattern)


class Listing(_Part):
    """A listing: one item of it, the link and the date within the item, and the link to the next page."""

    item: tuple[str, ...] = ()
    link: tuple[str, ...] = ("a[href]",)
    date: tuple[str, ...] = ()
    next: tuple[str, ...] = ()


class PrintVersion(_Part):
    """A second URL of an article (print, save, a page number): a pattern on the path, its replacement."""

    pattern: str
    replace: str


class Canonical(_Part):
    """Which URLs are of the same article.

    `drop` names the parameters that are removed from an article's URL; only those of `keep`, where it is given,
    distinguish articles, though the server may need others. `pages` number the pages of a long article. `twins` are
    second paths; `unnamed` are parts of a path that distinguish no articles, though the server may need them;
    `caseless` says that the server ignores the case of paths. `link` says that the head's canonical link can be
    trusted.
    """

    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    twins: tuple[PrintVersion, ...] = ()
    unnamed: tuple[str, ...] = ()
    caseless: bool = False
    link: bool = False

    @cached_property
    def kept_names(self) -> frozenset[str]:
        """`keep` in lower case."""
        return frozenset(name.lower() for name in self.keep)

    @cached_property
    def dropped_names(self) -> frozenset[str]:
        """`drop` in lower case."""
        return frozenset(name.lower() for name in self.drop)

    @cached_property
    def page_names(self) -> frozenset[str]:
        """`pages` in lower case."""
        return frozenset(name.lower() for name in self.pages)


class Selectors(_Part):
    """The selectors of the parts of an article.

    `ignored` is cut before anything is read, also in the head; `related` before the fields are read; `noise` before the
    text is.
    """

    ignored: tuple[str, ...] = ()

    title: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    stamp: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    noise: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()

    def overridden(self, other: Selectors) -> Selectors:
        """These selectors, with every field that the other sets tried first."""
        return Selectors(**{name: getattr(other, name) + getattr(self, name) for name in type(self).model_fields})


class Platform(_Part):
    """A family of content management systems; `urls` has patterns of each kind of URL, in the order of trial."""

    id: str
    name: str
    base: str | None = None
    marks: tuple[RecognitionMark, ...] = ()
    urls: dict[UrlKind, tuple[str, ...]] = {}
    listing: Listing = Listing()
    canonical: Canonical = Canonical()
    selectors: Selectors = Selectors()

    def classify(self, url: str) -> UrlKind:
        """The kind of a URL on this platform; "other" where no rule matches."""
        kind = self._classified.get(url)
        if kind is None:
            if len(self._classified) >= REMEMBERED:
                self._classified.clear()
            kind = self._classified[url] = self._kind_of(url)
        return kind

    def _kind_of(self, url: str) -> UrlKind:
        if attachment_type(url):
            return "attachment"
        if is_media(url):
            return "other"
        path, query = unquote(urlsplit(url).path), urlsplit(url).query
        plain = AMP_FOLDER.sub("", AMP_PATH.sub("", path), count=1), AMP_QUERY.sub("", query)
        if plain != (path, query) and self._kind_at(*plain) == "article":
            return "article"
        return self._kind_at(path, query)

    def _kind_at(self, path: str, query: str) -> UrlKind:
        kind = self._matched(path, query)
        if kind in (None, "article") and not query and not _NUMBERED.search(path) and is_section_path(path):
            return "listing"
        if kind == "listing" and self._pages_an_article(path, query):
            return "article"
        return kind or "other"

    def _matched(self, path: str, query: str) -> UrlKind | None:
        target = path + (f"?{query}" if query else "")
        return next((kind for kind, pattern in self._patterns if pattern.search(target)), None)

    def _pages_an_article(self, path: str, query: str) -> bool:
        """Whether a query only numbers the pages of the article at a path."""
        names = {name.lower() for name, _ in parse_qsl(query, keep_blank_values=True)}
        own = bool(names) and names <= self.canonical.page_names and bool(_NUMBERED.search(path))
        return own and self._matched(path, "") == "article" and not is_numbered_section(path)

    @cached_property
    def _classified(self) -> dict[str, UrlKind]:
        """A cache of kinds of URLs, since the kind of each link of a page is looked up several times."""
        return {}

    @cached_property
    def canonical_urls(self) -> dict[str, str]:
        """A cache of canonical URLs, since that of a page, and of each of its links, is looked up several times."""
        return {}

    @cached_property
    def _patterns(self) -> tuple[tuple[UrlKind, re.Pattern[str]], ...]:
        return tuple((kind, re.compile("|".join(patterns), re.I)) for kind, patterns in self.urls.items())

    def excludes(self, url: str) -> bool:
        """Whether a rule excludes a URL, as neither an article nor a way to one: a form, a static page."""
        own = unquote(urlsplit(url)._replace(scheme="", netloc="", fragment="").geturl())
        return self.classify(url) == "other" and any(re.search(rule, own, re.I) for rule in self.urls.get("other", ()))

    def article_path(self, path: str) -> str:
        """The path of the article of a secondary path (print, save, page n)."""
        for twin in self.canonical.twins:
            path = re.sub(twin.pattern, twin.replace, path)
        return path

    def named_path(self, path: str) -> str:
        """The path of an article without the parts that distinguish no articles."""
        for part in self.canonical.unnamed:
            path = re.sub(part, "", path)
        return path


@cache
def load_platforms() -> dict[str, Platform]:
    """All platforms by id. Raises PlatformError naming file and key."""
    folder = files("scraper") / "platforms"
    sources = {item.name: item for item in folder.iterdir() if item.name.endswith(".toml")}
    platforms = (parse_platform(name, sources[name].read_text(encoding="utf-8")) for name in sorted(sources))
    return {platform.id: platform for platform in platforms}


def parse_platform(file: str, text: str) -> Platform:
    """A platform from the text of its file; the file's name is for messages, and must be the platform's id."""
    try:
        platform = Platform.model_validate(tomllib.loads(text))
        _compile(platform)
    except (tomllib.TOMLDecodeError, re.error) as error:
        raise PlatformError(f"{file}: {error}") from error
    except ValidationError as error:
        raise PlatformError(f"{file}: {validation_message(error)}") from error
    if file != f"{platform.id}.toml":
        raise PlatformError(f"{file}: id: is {platform.id!r}, unlike the file's name")
    return platform


def required_literals(pattern: str) -> tuple[str, ...]:
    """The longest plain run of each alternative of a pattern, in lower case; empty where one has none of 4 letters."""
    longest = []
    for alternative in _alternatives(pattern):
        runs = _RUNS.split(_INDEFINITE.sub("\0", alternative))
        longest.append(max((run.replace("\\", "") for run in runs), key=len, default="").lower())
    return tuple(longest) if all(len(run) >= SHORTEST_LITERAL for run in longest) else ()


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern outside of its groups and classes."""
    found, depth, start = [], 0, 0
    for place, letter in enumerate(pattern):
        if place and pattern[place - 1] == "\\":
            continue
        depth += (letter in "([") - (letter in ")]")
        if letter == "|" and depth == 0:
            found.append(pattern[start:place])
            start = place + 1
    return [*found, pattern[start:]]


def validation_message(error: ValidationError) -> str:
    """The message of a validation error, key by key."""
    return "; ".join(f"{'.'.join(map(str, item['loc'])) or 'file'}: {item['msg']}" for item in error.errors())


def _compile(platform: Platform) -> None:
    patterns: Iterable[str] = (*(twin.pattern for twin in platform.canonical.twins), *platform.canonical.unnamed)
    for pattern in patterns:
        re.compile(pattern)
    for mark in platform.marks:
        _ = mark.regex
    platform.classify("")
