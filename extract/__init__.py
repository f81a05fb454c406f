"""From an article to tables: a pure function of its input; no network, no clock. Also reads the tables back as
DataFrames.

>>> from extract import extract, load
>>> extract(article).main_event
>>> load("tables").events
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from extract.cleaning import clean_article
from extract.events import assemble
from extract.gazetteer.units import find as find_units
from extract.gazetteer.units import unit_on
from extract.mentions import KINDS
from extract.results import Extraction
from extract.text.document import read_document
from extract.topics import topics_of
from scraper.article import Article

if TYPE_CHECKING:
    from pyarrow.dataset import Dataset

    from extract.tables.frames import Columns, Filters, Tables

__all__ = ["extract", "find_units", "load", "unit_on"]


def extract(article: Article, *, topics: bool = False) -> Extraction:
    """Everything that the article says of events, dates, officials, counts and documents, with its evidence.

    The article is cleaned first (see extract.cleaning); the result holds the clean one. With `topics` its topics are
    found too, which takes longer than all the rest (docs/speed.md). Raises TypeError for anything but an Article.
    """
    if not isinstance(article, Article):
        raise TypeError(f"extract takes an Article, not {type(article).__name__}; for a text use sukien.extract_text")
    document = read_document(clean_article(article))
    found = assemble(document, [kind.find(document) for kind in KINDS])
    return replace(found, topics=topics_of(document.article)) if topics else found


@overload
def load(
    folder: Path | str, columns: Columns | None = ..., where: Filters | None = ..., *, lazy: Literal[False] = ...
) -> Tables: ...


@overload
def load(folder: Path | str, *, lazy: Literal[True]) -> dict[str, Dataset]: ...


def load(
    folder: Path | str, columns: Columns | None = None, where: Filters | None = None, *, lazy: bool = False
) -> Tables | dict[str, Dataset]:
    """The tables in `folder` as typed pandas DataFrames (see extract.tables.frames.Tables).

    Of large folders `columns` and `where` choose what is read, by table: `load(folder, {"events": ["start_date"]},
    {"events": ds.field("province") == "Điện Biên"})`; with `lazy` nothing is read, and pyarrow datasets are returned by
    table name. Raises NotTables, saying what is missing, where `sukien extract` or `sukien demo` did not write them
    there; KeyError for an unknown table or column.
    """
    from extract.tables.frames import load_tables, open_tables  # pandas is not needed to extract

    return open_tables(folder) if lazy else load_tables(folder, columns, where)
