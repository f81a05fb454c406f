"""`sukien explain`: every row with its rule and words, and the features of an event."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sukien import app

SAMPLE = Path(__file__).resolve().parent.parent.parent / "data" / "gold" / "sample_articles.jsonl"


@pytest.mark.parametrize(
    "line",
    [
        "events: is_main=True, type=training",
        "    +2.0 named_as_held",
        " in all, of 2.4 needed",
        "    events/head.training.words: lớp tập huấn",
        "    type=training",
        "rule votes: training",
        "type_confidence, log odds (0.",
        "    start_date=2021-03-15, end_date=2021-03-16",
        "date: event 2021-03-15",
        "    venue=nhà văn hóa, province=Tuyên Quang, district=Na Hang",
        "    attendees=70, attendees_cmp=gt, attendees_unit=đại biểu",
        "+2.5 taught_at_opening",
        "officials: name=Nông Thế Quyến",
        "rule after, characters",
        "    +1.1 family",
        "attendance: count=70",
        " in all, of 2.5 needed",
    ],
)
def test_every_cell_has_its_rule_its_points_and_the_entries_of_the_lexicons(line: str) -> None:
    told = CliRunner().invoke(app, ["explain", str(SAMPLE), "--id", "demo-nukeviet-01"])
    assert told.exit_code == 0
    assert line in told.output


@pytest.mark.parametrize("article", ["demo-nukeviet-99"])
def test_an_article_that_is_not_there_is_named(article: str) -> None:
    told = CliRunner().invoke(app, ["explain", str(SAMPLE), "--id", article])
    assert told.exit_code == 1 and article in told.output
