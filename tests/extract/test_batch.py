"""Many articles to tables: bad lines, progress, several processes, and an earlier run's tables when this one fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.batch import NoArticles, extract_to
from extract.jsonl import BadLine
from extract.tables.rows import TABLES
from scraper.article import Article

SENTENCE = "Sáng ngày {day}/3/2024, UBND huyện tổ chức hội nghị tập huấn cho 4{day} học viên."
BAD = BadLine(Path("articles.jsonl"), 7, "text: Field required")


def articles(count: int) -> list[Article]:
    return [Article(id=f"a{n}", paragraphs=(SENTENCE.format(day=n % 28 + 1),)) for n in range(count)]


def written(folder: Path) -> dict[str, str]:
    return {table.name: (folder / f"{table.name}.csv").read_text(encoding="utf-8") for table in TABLES}


def test_every_article_becomes_a_row_and_bad_lines_are_handed_back(tmp_path: Path) -> None:
    outcome = extract_to(tmp_path, [*articles(3), BAD])
    assert (outcome.counts["articles"], outcome.counts["events"], outcome.counts["attendance"]) == (3, 3, 3)
    assert outcome.bad_lines == (BAD,)


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
    assert raised.value.bad_lines == (BAD,)
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
