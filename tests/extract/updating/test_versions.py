"""The versions of articles and rules that rows were made from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extract.tables.checks import NotTables
from extract.updating.versions import FILE, Versions, content_hash, read_versions, rules_version, write_versions
from scraper.article import Article

ARTICLE = Article(id="a1", title="Hội nghị", paragraphs=("Sáng 12/3.",), published_at="2024-03-12")


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"fetched_at": "2024-03-13T00:00:00Z"}, True),
        ({"warc_offset": 7, "warc_file": "a.warc.gz", "page_sha256": "0"}, True),
        ({"title": "Hội nghị (cập nhật)"}, False),
        ({"published_at": "2024-03-13"}, False),
        ({"paragraphs": ("Sáng", "12/3.")}, False),
        ({"duplicate_of": "a0"}, False),
    ],
)
def test_what_changes_what_an_article_says(changed: dict[str, object], same: bool) -> None:
    assert (content_hash(replace(ARTICLE, **changed)) == content_hash(ARTICLE)) is same  # type: ignore[arg-type]


def test_versions_are_read_back(tmp_path: Path) -> None:
    versions = Versions({"a1": content_hash(ARTICLE), "a0": "x"}, rules_version())
    assert read_versions(tmp_path) is None
    write_versions(tmp_path, versions)
    assert read_versions(tmp_path) == versions


def test_damage_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"PAR1")
    with pytest.raises(NotTables, match=FILE):
        read_versions(tmp_path)
