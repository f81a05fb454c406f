"""`sukien explain`: every row with its rule and words, and what spoke for an event."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sukien import app

SAMPLE = Path(__file__).resolve().parent.parent.parent / "data" / "gold" / "sample_articles.jsonl"


def test_rows_are_told_with_their_rules_and_the_features_of_the_event() -> None:
    told = CliRunner().invoke(app, ["explain", str(SAMPLE), "--id", "demo-nukeviet-01"])
    assert told.exit_code == 0
    assert "events: is_main=True, type=training" in told.output
    assert "+2.0 named_as_held" in told.output and "in all, which is a confidence of" in told.output
    assert "officials: name=Nông Thế Quyến" in told.output and "rule after, characters" in told.output


@pytest.mark.parametrize("article", ["demo-nukeviet-99"])
def test_an_article_that_is_not_there_is_named(article: str) -> None:
    told = CliRunner().invoke(app, ["explain", str(SAMPLE), "--id", article])
    assert told.exit_code == 1 and article in told.output
