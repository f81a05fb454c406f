"""Articles from JSON Lines. A bad line is named with its number and reason, counted, and skipped; the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from scraper.article import Article, Place

PlaceOf = Callable[[str | None, str | None], Place]


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be read as an article: where, and why in words that say what to mend."""

    path: Path
    number: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.number}: {self.reason}"


def _iso(value: str) -> str:
    """The value, if it is an ISO day or time. Raises ValueError otherwise."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(
            f"{value!r} is not an ISO day or time such as 2021-02-24 or 2021-02-24T10:33:48+07:00"
        ) from None
    return value


Iso = Annotated[str, AfterValidator(_iso)]


class ArticleLine(BaseModel):
    """One line: `id` and `text` (or the `paragraphs` that a crawl writes) are required, the rest is optional."""

    model_config = ConfigDict(extra="ignore")

    id: Annotated[str, Field(min_length=1)]
    text: str | None = None
    title: str | None = None
    lead: str | None = None
    paragraphs: tuple[str, ...] | None = None
    captions: tuple[str, ...] = ()
    url: str | None = None
    published: Iso | None = None
    published_at: Iso | None = None
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
        published = self.published or self.published_at
        precision = self.published_precision or (None if published is None else _precision(published))
        return Article(
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


def read_articles(path: Path, place_of: PlaceOf) -> Iterator[Article | BadLine]:
    """The articles of a JSON Lines file in order, with the bad lines among them. Raises OSError if it cannot be
    opened."""
    first_seen: dict[str, int] = {}
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _read_line(path, number, line, first_seen, place_of)


def _read_line(
    path: Path, number: int, line: bytes, first_seen: dict[str, int], place_of: PlaceOf
) -> Article | BadLine:
    try:
        article = parse_line(line, place_of)
    except ValueError as error:
        return BadLine(path, number, str(error))
    if article.id in first_seen:
        return BadLine(path, number, f"id {article.id!r} was already given on line {first_seen[article.id]}")
    first_seen[article.id] = number
    return article


def parse_line(line: bytes, place_of: PlaceOf) -> Article:
    """The article of one line. Raises ValueError with a reason that a person can act on."""
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: {error.reason} at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    if not isinstance(data, dict):
        raise ValueError(f"a JSON object is expected, not {type(data).__name__}")
    try:
        parsed = ArticleLine.model_validate(data)
    except ValidationError as error:
        raise ValueError(
            "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        ) from None
    return parsed.article(place_of(parsed.site_id, parsed.url))


def _precision(published: str) -> str:
    """What an ISO value tells: its length does, a day being ten characters and a minute sixteen."""
    if len(published) <= 10:
        return "day"
    return "second" if published[16:17] == ":" else "minute"
