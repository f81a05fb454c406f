"""The texts of the report: no text of an article can end its script, and evidence is stored compactly."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.report.texts import ARTICLES_A_CHUNK, chunks, island, write_apart
from extract.tables.grouped import rows_by_article


@pytest.mark.parametrize("text", ["</script><script>x", "<!--", "a\u2028b\u2029", "&lt;", "\ud800"])
def test_no_tag_begins_in_an_island(text: str) -> None:
    written = island({"text": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"text": text}


def test_a_time_is_written_and_nothing_unheard_of() -> None:
    assert island(datetime(2024, 3, 12, tzinfo=UTC)) == '"2024-03-12T00:00:00+00:00"'
    with pytest.raises(TypeError, match="set in a table"):
        island({1})


def test_every_article_with_its_evidence(sample_tables: Path) -> None:
    rows = dict(rows_by_article(sample_tables))
    parts = [json.loads(chunk) for chunk in chunks(rows.items())]
    assert [len(part) for part in parts] == [len(rows)] and len(rows) <= ARTICLES_A_CHUNK
    for article, of_article in zip(parts[0], rows.values()):
        counted = sum(len(of_article[name]) for name in of_article if name != "articles")
        assert len(article["evidence"]) == counted and article["draft"]["id"]
        for item in article["evidence"]:
            assert item["rule"] and item["span"][0] < item["span"][1] <= len(article["text"])
    kinds = {item["kind"] for article in parts[0] for item in article["evidence"]}
    assert kinds == {"event", "official", "position", "attendance", "document", "date", "rejected"}


def test_chunks_are_scripts_and_stale_ones_go(tmp_path: Path) -> None:
    (tmp_path / "7.js").write_text("stale")
    (tmp_path / "part").write_text("[1]")
    write_apart(tmp_path, [tmp_path / "part"])
    assert {file.name for file in tmp_path.glob("*.js")} == {"0.js"}
    assert (tmp_path / "0.js").read_text() == "sukienTexts(0,[1]);\n"
