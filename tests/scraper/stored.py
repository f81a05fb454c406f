"""The pages that a crawl has stored, read by another library's walk over the records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from scraper.article import Page
from scraper.warc import WarcPosition, page_of


def iter_pages(path: Path) -> Iterator[tuple[Page, WarcPosition]]:
    """Every page in a WARC file, with its place."""
    with path.open("rb") as file:
        records = ArchiveIterator(file)
        for record in records:
            if record.rec_type == "response" and record.http_headers:
                page = page_of(record)
                yield page, WarcPosition(path.name, records.get_record_offset(), records.get_record_length())
