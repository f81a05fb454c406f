"""The demo's content: invented articles, and the themes in which sites of each platform show them (data/sample).

A theme is a folder of Jinja2 templates with look.toml, which gives the URLs of articles, listings, print versions, feed
and sitemap, the precision of timestamps, and the fields shown.
"""

from __future__ import annotations

import html
import html.entities
import sysconfig
import tomllib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from scraper.boundary.values import unmarked

VIETNAM = timezone(timedelta(hours=7))
RELATED = 4  # articles in a related block


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """One invented article; `published` is a day or a time, `url` and `print` its URLs on the site that shows it."""

    id: str
    number: int
    slug: str
    title: str
    lead: str
    body: tuple[str, ...]
    captions: tuple[str, ...]
    published: datetime | date
    author: str
    source: str
    section: str
    url: str = ""
    print: str = ""

    @property
    def moment(self) -> datetime:
        """When it was published; a day counts from its midnight in Việt Nam."""
        if isinstance(self.published, datetime):
            return self.published
        return datetime(self.published.year, self.published.month, self.published.day, tzinfo=VIETNAM)


@dataclass(frozen=True, slots=True)
class Theme:
    """How a platform shows a site; URLs are patterns with {slug}, {number}, {page}, {offset} and {before}."""

    platform: str
    article: str
    listing: str
    page: str
    precision: str
    shows: tuple[str, ...]
    print: str = ""
    feed: str = ""
    sitemap: str = ""
    suffix: str = ""
    first: int = 1

    def with_urls(self, article: SampleArticle) -> SampleArticle:
        """The article with its URLs in this theme."""
        names = {"slug": article.slug, "number": article.number}
        return replace(article, url=self.article.format(**names), print=self.print.format(**names))


def sample_folder() -> Path:
    """The folder of the demo's content: data/sample of the checkout, else beside the installed package."""
    checkout = Path(__file__).resolve().parent.parent.parent / "data" / "sample"
    return checkout if checkout.is_dir() else Path(sysconfig.get_path("data")) / "share" / "sukien" / "sample"


def load_theme(platform: str) -> Theme:
    """The theme of a platform."""
    content = tomllib.loads((sample_folder() / "looks" / platform / "look.toml").read_text(encoding="utf-8"))
    return Theme(platform=platform, **{**content, "shows": tuple(content["shows"])})


def load_articles(folder: str) -> list[SampleArticle]:
    """The articles of data/sample/articles/<folder>, newest first."""
    paths = sorted((sample_folder() / "articles" / folder).glob("*.toml"))
    articles = [_article(tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths]
    return sorted(articles, key=lambda article: article.moment, reverse=True)


def render(template: str, **context: Any) -> str:
    """A page of a theme; `template` is "<platform>/<kind>"."""
    return _environment().get_template(template).render(**context)


def others(articles: Sequence[SampleArticle], article: SampleArticle) -> list[SampleArticle]:
    """The articles in the related block beside an article."""
    return [other for other in articles if other.id != article.id][:RELATED]


def _article(content: dict[str, Any]) -> SampleArticle:
    number = 100_000 + zlib.crc32(content["id"].encode()) % 900_000
    fields: dict[str, Any] = {**content, "body": tuple(content["body"]), "captions": tuple(content["captions"])}
    return SampleArticle(number=number, slug=_slug(content["title"]), **fields)


def _slug(title: str) -> str:
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in unmarked(title))
    return "-".join(letters.split()[:14])


@cache
def words() -> dict[str, Any]:
    """The texts of demo sites outside of articles: words.toml."""
    return tomllib.loads((files("scraper.demo") / "words.toml").read_text(encoding="utf-8"))


@cache
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(sample_folder() / "looks"), autoescape=True)
    environment.filters["stamp"] = stamp
    environment.filters["entities"] = entities
    return environment


def stamp(moment: datetime | date, form: str, utc: bool = False) -> str:
    """A moment as a page prints it: strftime's codes, %A a Vietnamese weekday, %P AM or PM, a day at its midnight."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=VIETNAM)
    moment = moment.astimezone(timezone.utc if utc else VIETNAM)
    form = form.replace("%A", words()["weekdays"][moment.weekday()]).replace("%P", "AM" if moment.hour < 12 else "PM")
    return moment.strftime(form)


def entities(text: str) -> Markup:
    """Text as older editors save it: the Latin-1 letters as entities (h&igrave;nh), all others unchanged."""
    escaped = html.escape(text, quote=False)
    return Markup("".join(_entity(letter) for letter in escaped))


def _entity(letter: str) -> str:
    name = html.entities.codepoint2name.get(ord(letter), "") if 0xA0 <= ord(letter) <= 0xFF else ""
    return f"&{name};" if name else letter


def pages_of(articles: Iterable[SampleArticle], size: int) -> list[list[SampleArticle]]:
    """The articles in pages of a listing."""
    found = list(articles)
    return [found[start : start + size] for start in range(0, len(found), size)] or [[]]
