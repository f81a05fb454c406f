"""From an article to tables: a pure function of its input; no network, no clock.

>>> from extract import extract
>>> extract(article).main_event
"""

from __future__ import annotations

from scraper.article import Article

from extract.events import assemble
from extract.mentions import FINDERS
from extract.model import Extraction
from extract.text import read_document

__all__ = ["extract"]


def extract(article: Article) -> Extraction:
    """Everything that the article says of events, dates, officials, counts and documents, with its evidence."""
    document = read_document(article)
    return assemble(document, [finder(document) for finder in FINDERS])
