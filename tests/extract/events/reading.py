"""The main event of a short article, for the tests of what is read of it."""

from __future__ import annotations

from extract import extract
from extract.results import Event
from tests.extract.articles import article


def main_event(*paragraphs: str, title: str = "", published: str | None = "2024-05-15") -> Event | None:
    return extract(article(*paragraphs, title=title, published=published)).main_event
