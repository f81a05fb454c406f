"""The partitions of an input: together they are the whole file, for any size, and bad lines keep their numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.jsonl import BadLine
from extract.partitioned.partitions import UnknownInput, kind_of, partitions_of, read_lines, read_parquet_rows
from scraper.article import Article, Place


def nowhere(site_id: str | None, url: str | None) -> Place:
    return Place()


@pytest.fixture()
def lines(tmp_path: Path) -> Path:
    """Seven lines: the third is broken, the fifth is empty, the last has no line end."""
    texts = [
        json.dumps({"id": f"a{number}", "text": f"Bài số {number}."}, ensure_ascii=False) for number in range(1, 8)
    ]
    texts[2], texts[4] = '{"id": ', ""
    file = tmp_path / "bài.jsonl"
    file.write_text("\n".join(texts), encoding="utf-8")
    return file


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_partitions_of_any_size_are_the_whole_file(lines: Path, size: int) -> None:
    found = [one for piece in partitions_of([str(lines)], size) for one in read_lines(piece, nowhere)]
    assert [one.id for one in found if isinstance(one, Article)] == ["a1", "a2", "a4", "a6", "a7"]
    assert [(one.number, str(one.path)) for one in found if isinstance(one, BadLine)] == [(3, str(lines))]


def test_row_groups_are_partitions_and_rows_are_lines(tmp_path: Path) -> None:
    file = tmp_path / "articles.parquet"
    table = pa.table(
        {"id": [f"a{n}" for n in range(5)], "text": ["Trời rét."] * 4 + [None], "published": ["2024-03-12"] * 5}
    )
    pq.write_table(table, file, row_group_size=2)
    pieces = partitions_of([str(file)])
    found = [one for piece in pieces for one in read_parquet_rows(piece, nowhere)]
    assert len(pieces) == 3 and [one.id for one in found if isinstance(one, Article)] == ["a0", "a1", "a2", "a3"]
    assert [one.number for one in found if isinstance(one, BadLine)] == [5]


def test_partitions_are_numbered_over_all_files(lines: Path, tmp_path: Path) -> None:
    warc = str(tmp_path / "crawl-00000.warc.gz")
    pieces = partitions_of([str(lines), warc], 4)
    assert [(one.name, one.kind) for one in pieces] == [
        ("part-000000", "jsonl"),
        ("part-000001", "jsonl"),
        ("part-000002", "warc"),
    ]


@pytest.mark.parametrize("name", ["articles.csv", "articles", "s3://bucket/articles.xml"])
def test_a_file_of_no_known_kind_is_refused_by_name(name: str) -> None:
    with pytest.raises(UnknownInput, match=name):
        kind_of(name)
