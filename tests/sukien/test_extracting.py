"""`sukien extract`: the tables and forms that it writes, the counts that it prints, its exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract import load
from tests.commands import invoke, run
from tests.sukien.crawled import crawl_into

GOOD = json.dumps({"id": "1", "text": "Sáng 12/3/2024, UBND huyện tổ chức hội nghị."}, ensure_ascii=False)


def articles(folder: Path, *lines: str) -> Path:
    file = folder / "articles.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_every_table_is_written_and_the_rows_are_counted(tmp_path: Path) -> None:
    done = invoke("-q", "extract", articles(tmp_path, GOOD), "--out", tmp_path / "tables")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 articles, 1 events, 0 officials, ")
    assert done.stdout.endswith(f"\ntables in {tmp_path / 'tables'}\n")
    written = {path.name for path in (tmp_path / "tables").iterdir()}
    names = {"articles", "events", "officials", "positions", "attendance", "documents", "dates", "rejections"}
    assert {f"{name}.csv" for name in names} | {f"{name}.parquet" for name in names} | {"datapackage.json"} <= written


def test_every_other_form_is_written_and_named(tmp_path: Path) -> None:
    out, forms = tmp_path / "tables", {"--sqlite": tmp_path / "s.db", "--xlsx": tmp_path / "s.xlsx"}
    options = [word for pair in forms.items() for word in pair]
    done = invoke("-q", "extract", articles(tmp_path, GOOD), "--out", out, *options)
    assert done.stdout.endswith("".join(f"also as {file}\n" for file in forms.values()))
    assert all(file.is_file() for file in forms.values()) and (tmp_path / "s.metadata.json").is_file()
    card = json.loads((out / "datacard.json").read_text(encoding="utf-8"))
    assert card["counts"]["articles"] == 1


def test_a_bad_line_is_named_skipped_and_told_by_the_exit_status(tmp_path: Path) -> None:
    done = invoke("-q", "extract", articles(tmp_path, GOOD, "{"), "--out", tmp_path / "tables")
    assert done.returncode == 3
    assert "articles.jsonl:2: not JSON" in done.stderr and "1 articles" in done.stdout


def test_nothing_to_extract_is_no_success_and_leaves_the_tables_alone(tmp_path: Path) -> None:
    out = tmp_path / "tables"
    invoke("-q", "extract", articles(tmp_path, GOOD), "--out", out)
    before = (out / "articles.csv").read_bytes()
    done = invoke("-q", "extract", articles(tmp_path, "{"), "--out", out)
    assert done.returncode == 1 and f"no article to extract from; the tables in {out} are as they were" in done.stderr
    assert (out / "articles.csv").read_bytes() == before
    assert not list(out.glob("*.partial"))


def test_two_processes_write_the_same_tables_as_one(tmp_path: Path) -> None:
    lines = [GOOD.replace('"1"', f'"{number}"') for number in range(80)]
    file = articles(tmp_path, *lines)
    for workers in ("1", "2"):
        assert run("sukien", "extract", file, "--out", tmp_path / workers, "--workers", workers).returncode == 0
    for table in ("articles", "events", "dates"):
        assert (tmp_path / "1" / f"{table}.csv").read_bytes() == (tmp_path / "2" / f"{table}.csv").read_bytes()


def test_without_a_file_it_is_what_was_crawled(tmp_path: Path) -> None:
    crawl_into(tmp_path)
    words = ("-q", "extract", "--data", tmp_path / "data", "--out", tmp_path / "tables")
    assert invoke(*words).returncode == 0
    assert set(load(tmp_path / "tables").articles["site_id"]) == {"thu-nghiem"}
    (warc,) = (tmp_path / "data" / "warc").iterdir()
    warc.unlink()
    assert f"archive: {warc.name}" in invoke(*words).stderr


def test_formulas_are_escaped_where_it_is_wanted(tmp_path: Path) -> None:
    file = articles(tmp_path, json.dumps({"id": "=1", "text": "Trời rét."}))
    for words, cell in (((), '\n=1,'), (("--escape-formulas",), "\n'=1,")):
        invoke("-q", "extract", file, "--out", tmp_path / "tables", *words)
        assert cell in (tmp_path / "tables" / "articles.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("no-such-file.jsonl",), 1, "no-such-file.jsonl: no such file"),
        (("a.jsonl", "b.jsonl"), 1, "need --engine dask"),
        (("--data", "no-such-folder"), 1, "nothing was crawled into no-such-folder yet"),
        (("--engine", "dask"), 1, "--engine dask needs files"),
        (("a.csv", "--engine", "dask"), 1, "a.csv"),
        (("nowhere.jsonl", "--engine", "dask", "--topics"), 1, "nowhere.jsonl"),
        (("--engine", "spark"), 2, "spark"),
        (("--workers", "0"), 2, "workers"),
        (("--article-seconds", "0"), 2, "article-seconds"),
    ],
)
def test_what_cannot_be_done_is_told(words: tuple[str, ...], status: int, said: str, tmp_path: Path) -> None:
    done = invoke("-q", "extract", *words, "--out", tmp_path / "tables")
    assert done.returncode == status and said in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "tables" / "articles.csv").exists()
