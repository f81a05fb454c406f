"""The two tasks on a partition: its survey, and its tables in a folder of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.jsonl import BadLine
from extract.partitioned.partitions import Partition
from extract.partitioned.tasks import OUTCOME, PartitionSurvey, Verdict, done_before, survey, write_partition
from extract.tables.writer import read_rows
from scraper.article import Article

PIECE = Partition(3, "jsonl", "tin.jsonl")
BAD = BadLine("tin.jsonl", 2, "not JSON")


def read(partition: Partition) -> Iterator[Article | BadLine]:
    """Two articles with a bad line between them."""
    assert partition == PIECE
    yield Article(id="a1", paragraphs=("Sáng 12/3/2024, UBND xã tổ chức hội nghị.",))
    yield BAD
    yield Article(id="a2", paragraphs=("Trời rét.",))


def nothing(partition: Partition) -> Iterator[Article | BadLine]:
    yield BAD


def test_a_survey_has_ids_and_outlines_in_order() -> None:
    assert survey(PIECE, read, None) == PartitionSurvey(("a1", "a2"))
    assert survey(PIECE, read, lambda article: len(article.paragraphs[0])).outlines == (41, 9)


def test_a_partition_is_written_with_its_outcome(tmp_path: Path) -> None:
    outcome = write_partition(PIECE, read, Verdict(), tmp_path)
    assert (outcome.counts["articles"], outcome.counts["events"], outcome.skipped) == (2, 1, (str(BAD),))
    folder = tmp_path / "part-000003"
    assert [row["article_id"] for row in read_rows(folder, "articles")] == ["a1", "a2"]
    assert json.loads((folder / OUTCOME).read_text(encoding="utf-8"))[0]["articles"] == 2
    assert done_before(PIECE, tmp_path) == outcome


def test_what_other_partitions_decided_is_followed(tmp_path: Path) -> None:
    outcome = write_partition(PIECE, read, Verdict({0: "id 'a1' was already given"}, {1: "a0"}), tmp_path)
    rows = list(read_rows(tmp_path / "part-000003", "articles"))
    assert [(row["article_id"], row["duplicate_of"]) for row in rows] == [("a2", "a0")]
    assert outcome.skipped == (str(BadLine("tin.jsonl", 1, "id 'a1' was already given")), str(BAD))


@pytest.mark.parametrize("attempts", [1, 2])
def test_a_partition_without_articles_has_empty_tables(tmp_path: Path, attempts: int) -> None:
    outcomes = [write_partition(PIECE, nothing, Verdict(), tmp_path) for _ in range(attempts)]
    assert set(outcomes[-1].counts.values()) == {0} and outcomes[-1].skipped == (str(BAD),)
    assert list(read_rows(tmp_path / "part-000003", "articles")) == []


def test_a_partition_that_was_stopped_is_not_done(tmp_path: Path) -> None:
    assert done_before(PIECE, tmp_path) is None
    (tmp_path / "part-000003").mkdir()
    assert done_before(PIECE, tmp_path) is None


def test_topics_are_found_where_they_are_wanted(tmp_path: Path) -> None:
    def schools(partition: Partition) -> Iterator[Article | BadLine]:
        text = "Học sinh và giáo viên các trường học dự lễ khai giảng năm học mới; ngành giáo dục đón học sinh lớp một."
        yield Article(id="a1", paragraphs=(text,))

    topics = []
    for wanted in (False, True):
        write_partition(PIECE, schools, Verdict(), tmp_path, topics=wanted)
        topics += [row["topics"] for row in read_rows(tmp_path / "part-000003", "articles")]
    assert not topics[0] and topics[1]
