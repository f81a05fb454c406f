"""Many articles to tables: bad lines, progress, several processes, and an earlier run's tables when this one fails."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract import extract, limits
from extract.batch import FailedArticle, NoArticles, extract_to
from extract.jsonl import BadLine
from extract.limits import Limits
from extract.results import Extraction
from extract.tables.rows import TABLES, rows_of
from scraper.article import Article

SENTENCE = "Sáng ngày {day}/3/2024, UBND huyện tổ chức hội nghị tập huấn cho 4{day} học viên."
TEXT = "Sáng ngày 12/3/2024, UBND xã tổ chức hội nghị tập huấn cho 45 học viên."
BAD = BadLine(Path("articles.jsonl"), 7, "text: Field required")


def articles(count: int) -> list[Article]:
    return [Article(id=f"a{n}", paragraphs=(SENTENCE.format(day=n % 28 + 1),)) for n in range(count)]


def written(folder: Path) -> dict[str, str]:
    return {table.name: (folder / f"{table.name}.csv").read_text(encoding="utf-8") for table in TABLES}


def test_every_article_becomes_a_row_and_skipped_are_handed_back(tmp_path: Path) -> None:
    outcome = extract_to(tmp_path, [*articles(3), BAD])
    assert (outcome.counts["articles"], outcome.counts["events"], outcome.counts["attendance"]) == (3, 3, 3)
    assert outcome.skipped == (BAD,)


def test_progress_counts_articles(tmp_path: Path) -> None:
    told: list[int] = []
    extract_to(tmp_path, articles(3), progress=told.append)
    assert told == [1, 2, 3]


def test_several_processes_write_the_same_tables(tmp_path: Path) -> None:
    extract_to(tmp_path / "one", articles(70))
    extract_to(tmp_path / "two", articles(70), workers=2)
    assert written(tmp_path / "one") == written(tmp_path / "two")


def test_without_an_article_the_tables_of_an_earlier_run_stay(tmp_path: Path) -> None:
    extract_to(tmp_path, articles(2))
    before = written(tmp_path)
    with pytest.raises(NoArticles) as raised:
        extract_to(tmp_path, [BAD])
    assert raised.value.skipped == (BAD,)
    assert written(tmp_path) == before
    assert not list(tmp_path.glob("*.partial"))


def test_a_source_that_breaks_leaves_the_tables_of_an_earlier_run(tmp_path: Path) -> None:
    def breaks() -> Iterator[Article]:
        yield from articles(1)
        raise OSError("the disk went away")

    extract_to(tmp_path, articles(2))
    before = written(tmp_path)
    with pytest.raises(OSError, match="went away"):
        extract_to(tmp_path, breaks())
    assert written(tmp_path) == before


@pytest.fixture(params=[1, 2], ids=["one_process", "two_processes"])
def workers(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def hostile(article: Article, *, topics: bool = False) -> Extraction:
    """A replacement of `extract` that fails, hangs or dies as an article's id says."""
    if article.id == "raises":
        raise IndexError("list index out of range\x1b[31m")
    if article.id == "hangs":
        while True:
            re.search(r"(a+)+$", "a" * 30 + "b")
    if article.id == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    return extract(article, topics=topics)


@pytest.mark.parametrize(
    ("fate", "reason"),
    [
        ("raises", r"the extraction raised IndexError: list index out of range\\x1b\[31m"),
        ("hangs", "not done after 0.5 s of processor time"),
        ("long", "a text of 1,000,001 characters; at most 1,000,000 are read"),
    ],
)
def test_an_article_that_fails_costs_itself_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int, fate: str, reason: str
) -> None:
    monkeypatch.setattr(limits, "extract", hostile)
    text = "a" * 1_000_001 if fate == "long" else TEXT
    source = [*articles(40), Article(id=fate, url="http://mau.example/1", paragraphs=(text,)), *articles(3)[1:]]
    source[-2:] = [Article(id=f"b{number}", paragraphs=(TEXT,)) for number in range(2)]
    outcome = extract_to(tmp_path / "tables", source, workers, limits=Limits(seconds=0.5))
    assert outcome.counts["articles"] == 42
    (failed,) = outcome.skipped
    assert re.fullmatch(f"http://mau.example/1: article {fate}: {reason}", str(failed))


@pytest.mark.slow
def test_an_article_of_which_its_process_dies_costs_itself_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "extract", hostile)
    source = articles(300)
    source[100] = Article(id="dies", warc_file="a.warc.gz", warc_offset=351, paragraphs=(TEXT,))
    outcome = extract_to(tmp_path / "tables", source, workers=2)
    assert outcome.counts["articles"] == 299
    assert list(map(str, outcome.skipped)) == [
        "a.warc.gz at byte 351: article dies: the process that read it was killed: out of memory, perhaps"
    ]


def test_a_row_that_no_file_can_hold_costs_its_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = rows_of(extract(articles(1)[0]))
    huge = {**rows, "attendance": [{**rows["attendance"][0], "count": 2**63}]}
    monkeypatch.setattr(limits, "rows_of", lambda found: huge if found.article.id == "a1" else rows_of(found))
    outcome = extract_to(tmp_path / "tables", articles(3))
    assert outcome.counts["articles"] == outcome.counts["attendance"] == 2
    assert [failed.reason for failed in outcome.skipped if isinstance(failed, FailedArticle)] == [
        "count: 9223372036854775808 is too large for a table"
    ]


@pytest.mark.slow
def test_worker_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    script = """
import sys, time
from itertools import count
from pathlib import Path
from extract.batch import extract_to
from scraper.article import Article
text = "Sáng ngày 12/3/2024, UBND xã tổ chức hội nghị."
articles = (Article(id=str(number), paragraphs=(text,)) for number in count())
extract_to(Path(sys.argv[1]), articles, 2, lambda done: print(done, flush=True))
"""
    with subprocess.Popen([sys.executable, "-c", script, tmp_path / "t"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        children = [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
        process.kill()
        process.stdout.read()
    assert len(children) == 2
    for _ in range(100):
        if not any(running(pid) for pid in children):
            break
        time.sleep(0.1)
    assert not any(running(pid) for pid in children)


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
