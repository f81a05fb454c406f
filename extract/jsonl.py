"""Articles from JSON Lines. A bad line is reported with its number and reason, counted, and skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError

from extract.cleaning import clean_article
from scraper.article import Article, Place
from scraper.boundary.json_lines import DamagedFile, json_object, numbered_lines, open_lines
from scraper.boundary.values import clean_text, iso_time, printed_precision, web_url

PlaceOf = Callable[[str | None, str | None], Place]


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be read as an article: its place, and the reason, which says what to correct."""

    path: Path | str
    number: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.number}: {self.reason}"


def _time(value: str) -> str:
    """The value unchanged, to keep its precision; "" where it is a day that means "no date"."""
    return value if iso_time(value) else ""


def _address(value: str) -> str | None:
    return web_url(value) if value.strip() else None


def _clean(value: object) -> object:
    """A string, or a list with its strings, cleaned; pydantic rejects a lone surrogate."""
    if isinstance(value, list):
        return [_clean(entry) for entry in value]
    return clean_text(value) if isinstance(value, str) else value


Time = Annotated[str, AfterValidator(_time)]
Address = Annotated[str, AfterValidator(_address)]


class ArticleLine(BaseModel):
    """One line: `id` and `text` (or the `paragraphs` that a crawl writes) are required, the rest is optional."""

    model_config = ConfigDict(extra="ignore")

    id: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    text: str | None = None
    title: str | None = None
    lead: str | None = None
    paragraphs: tuple[str, ...] | None = None
    captions: tuple[str, ...] = ()
    url: Address | None = None
    published: Time | None = None
    published_at: Time | None = None
    published_precision: str | None = None
    site_id: str | None = None
    author: str | None = None
    source: str | None = None
    section: str | None = None

    def article(self, place: Place) -> Article:
        """The article that the line holds, published by a body of `place`. Raises ValueError without any text."""
        paragraphs = self.paragraphs if self.text is None else tuple(self.text.split("\n"))
        if paragraphs is None:
            raise ValueError("text: Field required")
        published = self.published or self.published_at or None
        precision = self.published_precision or (printed_precision(published) if published else None)
        article = Article(
            id=self.id,
            url=self.url,
            site_id=self.site_id,
            title=self.title or "",
            lead=self.lead or "",
            paragraphs=paragraphs,
            captions=self.captions,
            published_at=published,
            published_precision=precision,
            author=self.author,
            source=self.source,
            section=self.section,
            place=place,
        )
        return clean_article(article)


@dataclass(slots=True)
class ArticleFile:
    """The articles of a JSON Lines file in order, with the bad lines among them; packed as gzip or not.

    `place_of` gives the unit of a site and a URL. Iterating raises OSError where the file cannot be opened.
    """

    path: Path
    place_of: PlaceOf
    _numbers: dict[str, int] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Article | BadLine]:
        self._numbers.clear()
        number = 0
        with open_lines(self.path) as stream:
            try:
                for number, line in numbered_lines(stream):
                    yield self._read(number, line)
            except DamagedFile as damage:
                yield BadLine(self.path, number + 1, str(damage))

    def place_in_file(self, article: Article) -> str:
        """The position of an article: the file and the number of its line."""
        return f"{self.path}:{self._numbers[article.id]}"

    def _read(self, number: int, line: bytes | None) -> Article | BadLine:
        try:
            article = parse_line(line, self.place_of)
        except ValueError as error:
            return BadLine(self.path, number, str(error))
        first = self._numbers.get(article.id)
        if first is not None:
            return BadLine(self.path, number, f"id {article.id!r} was already given on line {first}")
        self._numbers[article.id] = number
        return article


def read_articles(path: Path, place_of: PlaceOf) -> Iterator[Article | BadLine]:
    """The articles of a JSON Lines file in order, with the bad lines among them."""
    return iter(ArticleFile(path, place_of))


def parse_line(line: bytes | None, place_of: PlaceOf) -> Article:
    """The article of one line. Raises ValueError with a reason that a person can act on, and the id if there is one."""
    data = {name: _clean(value) for name, value in json_object(line).items()}
    try:
        parsed = ArticleLine.model_validate(data)
        return parsed.article(place_of(parsed.site_id, parsed.url))
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        raise ValueError("; ".join(faults) + _named(data)) from None
    except ValueError as error:
        raise ValueError(f"{error}{_named(data)}") from None


def _named(data: Mapping[str, object]) -> str:
    """The id in a line as it stands behind the reason why the line is refused."""
    own_id = data.get("id")
    return f" (id {own_id!r})" if isinstance(own_id, str) and own_id else ""
