"""The page of the report as a file: what is in it, in one file or beside it, and what scripts it allows."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from extract.mentions import KINDS
from extract.report.page import Look, write_page
from extract.report.scripts import bundled
from extract.tables.checks import NotTables
from extract.tables.writer import read_rows
from tests.tables import ROOT, WriteTables

EVIDENCE = {"event_id": "e1", "article_id": "a1", "span_start": 0, "span_end": 3, "quote": "Họp", "rule": "opening"}
PLACE = {"province": "Lai Châu", "district": "Sìn Hồ", "commune": "Nà Mẫu"}
SQUARE = [[[103.0, 22.0], [103.2, 22.0], [103.2, 22.2], [103.0, 22.0]]]


@pytest.fixture()
def tables(write_tables: WriteTables) -> Path:
    """The tables of one article with an event."""
    article = {"article_id": "a1", "title": "Xã họp", "text": "Họp ở xã Nà Mẫu"}
    return write_tables({"articles": [article], "events": [{**EVIDENCE, **PLACE, "type": "meeting"}]})


def island(page: Path, name: str) -> Any:
    """The JSON in a script element of a page."""
    found = re.search(rf'<script[^>]*id="{name}"[^>]*>(.*?)</script>', page.read_text(encoding="utf-8"), re.S)
    assert found, name
    return json.loads(found[1])


def test_one_file_holds_everything(tables: Path, tmp_path: Path) -> None:
    (tables / "datacard.json").write_text('{"counts": {"articles": 1}}', encoding="utf-8")
    page = write_page(tables, tmp_path / "out" / "report.html", Look(title="Tin <b>xã</b>"))
    assert page == tmp_path / "out" / "report.html" and [file.name for file in page.parent.iterdir()] == [page.name]
    shown = island(page, "summary")
    assert shown["title"] == "Tin <b>xã</b>" and shown["card"] == {"counts": {"articles": 1}}
    (event,) = shown["events"]["rows"]
    cells = dict(zip(shown["events"]["fields"], event))
    assert (cells["event_id"], cells["type"], cells["province"], cells["article"]) == ("e1", "meeting", "Lai Châu", 0)
    assert shown["articles"]["rows"][0][shown["articles"]["fields"].index("title")] == "Xã họp"
    assert "meeting" in shown["vocabularies"]["type"] and "Họp ở xã Nà Mẫu" in page.read_text(encoding="utf-8")


def test_a_large_one_is_a_folder_with_the_texts_beside_the_page(tables: Path, tmp_path: Path) -> None:
    done: list[int] = []
    page = write_page(tables, tmp_path / "report.html", Look(single_file=1000), done.append)
    assert page == tmp_path / "report" / "index.html" and not (tmp_path / "report.html").exists() and done == [1]
    assert "Họp ở xã Nà Mẫu" not in page.read_text(encoding="utf-8")
    assert "Họp ở xã Nà Mẫu" in (page.parent / "texts" / "0.js").read_text(encoding="utf-8")


def test_only_its_own_script_may_run(tables: Path, tmp_path: Path) -> None:
    page = write_page(tables, tmp_path / "report.html").read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy"\s+content="([^"]*)"', page)
    digest = base64.b64encode(hashlib.sha256(bundled().encode()).digest()).decode()
    assert policy and f"'sha256-{digest}'" in policy[1].replace("&#39;", "'") and "unsafe-inline" not in (
        re.findall(r"script-src[^;]*", policy[1])[0]
    )


def test_every_kind_of_mention_has_its_ground(tables: Path, tmp_path: Path) -> None:
    page = write_page(tables, tmp_path / "report.html").read_text(encoding="utf-8")
    marks = [table.highlight for kind in KINDS for table in kind.tables if table.highlight]
    assert marks
    for mark in marks:
        assert f"mark.k-{mark.name}{{background:{mark.light}}}" in page
        assert page.count(f"mark.k-{mark.name}{{background:{mark.dark}}}") == 2  # chosen, and preferred by the system


def test_the_key_of_the_stored_marks_is_that_of_the_events(
    tables: Path, write_tables: WriteTables, tmp_path: Path
) -> None:
    first, again = (island(write_page(tables, tmp_path / "a.html"), "summary")["id"] for _ in range(2))
    articles = [{"article_id": "a1", "text": "Họp"}]
    other = write_tables({"articles": articles, "events": [{**EVIDENCE, "event_id": "e2"}]})
    assert first == again != island(write_page(other, tmp_path / "b.html"), "summary")["id"]


def test_boundaries_of_the_users_own_are_drawn(tables: Path, tmp_path: Path) -> None:
    geometry = {"type": "Polygon", "coordinates": SQUARE}
    feature = {"type": "Feature", "properties": {"name": "Nà Mẫu"}, "geometry": geometry}
    (tmp_path / "own.json").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    page = write_page(tables, tmp_path / "report.html", Look(boundaries=tmp_path / "own.json"))
    assert "Nà Mẫu" in json.dumps(island(page, "shapes")["own"], ensure_ascii=False)
    assert "own" not in island(write_page(tables, tmp_path / "plain.html"), "shapes")


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotTables):
        write_page(tmp_path, tmp_path / "report.html")
    assert not (tmp_path / "report.html").exists()


def test_the_sample_is_in_it_as_the_tables_have_it(sample_tables: Path, tmp_path: Path) -> None:
    shown = island(write_page(sample_tables, tmp_path / "report.html"), "summary")
    assert len(shown["events"]["rows"]) == len(list(read_rows(sample_tables, "events", ["event_id"])))


def test_both_languages_have_the_same_words() -> None:
    words = json.loads((ROOT / "extract" / "report" / "words.json").read_text(encoding="utf-8"))
    assert words["vi"] and set(words["vi"]) == set(words["en"])
