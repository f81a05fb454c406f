"""What is the same for every engine: which articles of the partitions count, and what a run leaves in its folder."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from extract.batch import NoArticles
from extract.jsonl import read_articles
from extract.partitioned.partitions import Partition
from extract.partitioned.runs import Reposts, decide, forget_other_input, joined
from extract.partitioned.tasks import PartitionOutcome, PartitionSurvey
from extract.tables.checks import PARTITIONS
from scraper.article import Article
from scraper.pages.near_duplicates import mark_near_duplicates, originals, outline_of
from scraper.sites import load_registry
from tests.tables import SAMPLE

PIECES = [Partition(number, "jsonl", "a.jsonl") for number in range(2)]


def test_reposts_are_found_across_partitions_as_in_one() -> None:
    articles = [one for one in read_articles(SAMPLE, load_registry().place_for) if isinstance(one, Article)]
    everything = [*articles, *(replace(one, id=f"{one.id}-again") for one in articles)]
    marked = [one.duplicate_of for one in mark_near_duplicates(everything)]
    pieces = [Partition(number, "jsonl", "a.jsonl") for number in range(0, len(everything), 10)]
    surveys = [
        PartitionSurvey(tuple(one.id for one in batch), tuple(map(outline_of, batch)))
        for batch in (everything[start : start + 10] for start in range(0, len(everything), 10))
    ]
    verdicts = decide(pieces, surveys, Reposts(outline_of, originals))
    found = [
        verdict.duplicate_of.get(place) for verdict, told in zip(verdicts, surveys) for place in range(len(told.ids))
    ]
    assert found == marked and any(marked)


def test_an_id_that_an_earlier_partition_had_is_named() -> None:
    first, second = decide(PIECES, [PartitionSurvey(("a", "b")), PartitionSurvey(("c", "a"))], None)
    assert first.repeated == {} and list(second.repeated) == [1] and "'a'" in second.repeated[1]


def test_the_outcomes_of_all_partitions_are_one(tmp_path: Path) -> None:
    first = PartitionOutcome({"articles": 2, "events": 1}, ("x",))
    outcomes = [first, PartitionOutcome({"articles": 1, "events": 3}, ())]
    assert joined(PIECES, outcomes, tmp_path) == PartitionOutcome({"articles": 3, "events": 4}, ("x",))
    written = json.loads((tmp_path / PARTITIONS).read_text(encoding="utf-8"))
    assert written["partitions"] == [piece.name for piece in PIECES] and written["counts"]["events"] == 4


def test_no_article_in_any_partition_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NoArticles):
        joined(PIECES, [PartitionOutcome({"articles": 0}, ())] * 2, tmp_path)
    assert not (tmp_path / PARTITIONS).exists()


def test_only_the_same_input_goes_on(tmp_path: Path) -> None:
    for topics, kept in ((False, False), (False, True), (True, False)):
        forget_other_input(tmp_path, PIECES, topics)
        assert (tmp_path / "part-000000").exists() is kept
        (tmp_path / "part-000000").mkdir(exist_ok=True)
