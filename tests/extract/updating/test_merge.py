"""Tables updated night by night equal those of one extraction, and every event is reported once."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extract.batch import extract_to
from extract.tables.rows import TABLES
from extract.updating import merge
from extract.updating.feeds import write_news
from extract.updating.merge import UpdateOutcome, update_tables
from scraper.article import Article
from scraper.demo.samples import load_articles

NOW = datetime(2024, 6, 1, 2, 0, tzinfo=UTC)
EVERYTHING = sorted(
    (
        Article(
            id=one.id, site_id=folder, title=one.title, lead=one.lead, paragraphs=one.body, published_at="2024-05-20"
        )
        for folder in ("demo-nukeviet", "demo-drupal")
        for one in load_articles(folder)
    ),
    key=lambda article: (article.site_id or "", article.id),
)


def update(out: Path, articles: Iterable[Article], now: datetime = NOW, workers: int = 1) -> UpdateOutcome | None:
    given = list(articles)
    return update_tables(out, lambda: given, workers, finish=lambda new, news: write_news(new, news, now, out))


def assert_same_as_extracted(out: Path, articles: Iterable[Article], folder: Path) -> None:
    extract_to(folder, articles)
    for table in TABLES:
        for ending in ("csv", "parquet"):
            name = f"{table.name}.{ending}"
            assert (out / name).read_bytes() == (folder / name).read_bytes(), name


def told(outcome: UpdateOutcome | None) -> Counter[str]:
    return Counter(entry.change for entry in outcome.news.entries) if outcome else Counter()


def test_the_first_update_is_an_extraction_and_everything_is_new(tmp_path: Path) -> None:
    outcome = update(tmp_path / "out", EVERYTHING)
    assert outcome is not None and outcome.news.new_articles == len(EVERYTHING)
    assert told(outcome) == {"new": outcome.counts["events"]}
    assert_same_as_extracted(tmp_path / "out", EVERYTHING, tmp_path / "once")


def test_a_night_without_news_writes_nothing(tmp_path: Path) -> None:
    update(tmp_path / "out", EVERYTHING)
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "out").iterdir()}
    assert update(tmp_path / "out", EVERYTHING) is None
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "out").iterdir()} == before


def test_new_changed_and_gone_articles_are_told_as_such(tmp_path: Path) -> None:
    update(tmp_path / "out", EVERYTHING[:-2])
    edited = replace(EVERYTHING[0], paragraphs=(*EVERYTHING[0].paragraphs, "Dự hội nghị có 77 đại biểu."))
    now = [edited, *EVERYTHING[2:]]
    outcome = update(tmp_path / "out", now)
    assert outcome is not None
    news = outcome.news
    assert (news.new_articles, news.changed_articles, news.gone_articles) == (2, 1, 1)
    gone = [entry.event["article_id"] for entry in news.of("gone")]
    assert set(gone) <= {EVERYTHING[1].id, edited.id} and {entry.event["article_id"] for entry in news.of("new")} <= {
        one.id for one in EVERYTHING[-2:]
    }
    assert_same_as_extracted(tmp_path / "out", now, tmp_path / "once")


def test_a_page_fetched_again_unchanged_is_no_change(tmp_path: Path) -> None:
    update(tmp_path / "out", EVERYTHING)
    again = [replace(one, fetched_at="2024-06-02T00:00:00+00:00", warc_offset=7) for one in EVERYTHING]
    assert update(tmp_path / "out", again) is None


def test_newer_rules_read_everything_again_and_tell_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update(tmp_path / "out", EVERYTHING)
    monkeypatch.setattr(merge, "rules_version", lambda topics: "newer")
    outcome = update(tmp_path / "out", EVERYTHING)
    assert outcome is not None and outcome.news.reread_articles == len(EVERYTHING) and not outcome.news.entries


@pytest.mark.slow
def test_topics_are_those_of_an_extraction_and_asking_for_them_reads_everything_again(tmp_path: Path) -> None:
    few, out = EVERYTHING[:4], tmp_path / "out"
    update_tables(out, lambda: few[:3])
    outcome = update_tables(out, lambda: few, topics=True)
    assert outcome is not None and outcome.news.new_articles == 1
    extract_to(tmp_path / "once", few, topics=True)
    assert (out / "articles.csv").read_bytes() == (tmp_path / "once" / "articles.csv").read_bytes()
    assert update_tables(out, lambda: few, topics=True) is None
    assert update_tables(out, lambda: few) is not None
    assert_same_as_extracted(out, few, tmp_path / "without")


def test_a_month_of_nights_tells_every_event_once(tmp_path: Path) -> None:
    """Thirty nights on which articles are added, two are edited and one is removed; most nights have no change."""
    out, current, seen = tmp_path / "out", dict[str, Article](), Counter[str]()
    changes = Counter[str]()
    waiting = list(reversed(EVERYTHING))
    for night in range(30):
        if night % 3 == 0 and waiting:
            current.update((one.id, one) for one in (waiting.pop() for _ in range(min(3, len(waiting)))))
        if night in (10, 20):
            edited = sorted(current)[night // 10]
            current[edited] = replace(current[edited], title=current[edited].title + " (cập nhật)")
        if night == 25:
            del current[sorted(current)[0]]
        ordered = sorted(current.values(), key=lambda article: (article.site_id or "", article.id))
        outcome = update(out, ordered, NOW + timedelta(days=night), workers=1 + night % 2)
        for entry in outcome.news.entries if outcome else ():
            changes[entry.change] += 1
            seen[str(entry.event["event_id"])] += entry.change == "new"
    assert_same_as_extracted(out, ordered, tmp_path / "once")
    assert seen and max(seen.values()) == 1
    with (out / "events.csv").open(encoding="utf-8", newline="") as file:
        assert {row["event_id"] for row in csv.DictReader(file)} <= seen.keys()


KILLED = """
import sys
from pathlib import Path
from tests.extract.updating.test_merge import EVERYTHING, update
print("at work", flush=True)
update(Path(sys.argv[1]), EVERYTHING)
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.0, 0.1, 0.3, 0.6])
def test_a_killed_update_leaves_the_old_tables_and_their_news(tmp_path: Path, after: float) -> None:
    out = tmp_path / "out"
    update(out, EVERYTHING[:4])
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(out)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    found = {file.name: file.read_bytes() for file in out.iterdir()}
    outcome = update(out, EVERYTHING)
    if found == before:
        assert outcome is not None and outcome.news.new_articles == len(EVERYTHING) - 4
    else:
        assert outcome is None
    assert_same_as_extracted(out, EVERYTHING, tmp_path / "once")
