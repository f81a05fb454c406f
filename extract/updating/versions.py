"""The versions of articles and of the rules that tables were made from; stored beside the tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from extract.tables.checks import damage_named
from extract.tables.datacard import tree_sha256
from scraper.article import Article

FILE = "article_versions.parquet"
# Where a page was found, when it was requested again and how it was parsed do not change the content of its article.
_OF_THE_FETCH = ("fetched_at", "page_sha256", "warc_file", "warc_offset", "profile")


def content_hash(article: Article) -> str:
    """A hash of the content of an article, on which its rows depend."""
    content = {name: value for name, value in asdict(article).items() if name not in _OF_THE_FETCH}
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def rules_version(topics: bool = False) -> str:
    """The version of the rules: of the package and its vocabulary and, with `topics`, of the library that finds
    these."""
    rules = f"{version('sukien')} {tree_sha256(files('extract') / 'lexicons')}"
    return f"{rules} topics {version('underthesea')}" if topics else rules


@dataclass(frozen=True, slots=True)
class Versions:
    """The sources of some tables: the content hash of every article by its id, and the version of the rules."""

    articles: Mapping[str, str]
    rules: str


def read_versions(folder: Path) -> Versions | None:
    """The versions of a folder of tables; None where no update has written them.

    Raises NotTables where the file is damaged.
    """
    file = folder / FILE
    if not file.is_file():
        return None
    with damage_named(file):
        table = pq.read_table(file)
        rules = (table.schema.metadata or {})[b"rules"].decode()
        return Versions(dict(zip(table["article_id"].to_pylist(), table["content"].to_pylist())), rules)


def write_versions(folder: Path, versions: Versions) -> None:
    """Write the versions into a folder of tables that is being written."""
    table = pa.table({"article_id": list(versions.articles), "content": list(versions.articles.values())})
    pq.write_table(table.replace_schema_metadata({"rules": versions.rules}), folder / FILE, compression="zstd")
