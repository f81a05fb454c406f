"""The command as a user runs it: its output, its files and its error messages."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

from scraper.survey.toml import entry_toml
from tests.commands import run
from tests.scraper.servers import NewsServer, Reply, serving

ROOT = Path(__file__).resolve().parents[2]


def sukien(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """The outcome of the command."""
    return run("sukien", *words)


def articles(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


GOOD = json.dumps({"id": "1", "text": "Sáng 12/3/2024, UBND huyện tổ chức hội nghị."}, ensure_ascii=False)


def test_extract_writes_every_table_and_says_how_many_rows(tmp_path: Path) -> None:
    done = sukien("extract", articles(tmp_path, GOOD), "--out", tmp_path / "tables")
    assert done.returncode == 0, done.stderr
    assert "1 articles" in done.stdout
    written = {path.name for path in (tmp_path / "tables").iterdir()}
    names = {"articles", "events", "officials", "positions", "attendance", "documents", "dates", "rejections"}
    assert {f"{name}.csv" for name in names} | {f"{name}.parquet" for name in names} | {"datapackage.json"} <= written


def test_a_bad_line_is_named_skipped_and_told_by_the_exit_status(tmp_path: Path) -> None:
    done = sukien("extract", articles(tmp_path, GOOD, "{"), "--out", tmp_path / "tables")
    assert done.returncode == 3
    assert "articles.jsonl:2: not JSON" in done.stderr and "1 articles" in done.stdout


def test_nothing_to_extract_is_no_success_and_leaves_the_tables_alone(tmp_path: Path) -> None:
    out = tmp_path / "tables"
    sukien("extract", articles(tmp_path, GOOD), "--out", out)
    before = (out / "articles.csv").read_bytes()
    done = sukien("extract", articles(tmp_path, "{"), "--out", out)
    assert done.returncode == 1 and "no article to extract from" in done.stderr
    assert (out / "articles.csv").read_bytes() == before
    assert not list(out.glob("*.partial"))


def test_two_processes_write_the_same_tables_as_one(tmp_path: Path) -> None:
    lines = [GOOD.replace('"1"', f'"{number}"') for number in range(80)]
    file = articles(tmp_path, *lines)
    for workers in ("1", "2"):
        assert sukien("extract", file, "--out", tmp_path / workers, "--workers", workers).returncode == 0
    for table in ("articles", "events", "dates"):
        assert (tmp_path / "1" / f"{table}.csv").read_bytes() == (tmp_path / "2" / f"{table}.csv").read_bytes()


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (("extract", "no-such-file.jsonl"), 1, "no-such-file.jsonl: no such file"),
        (("evaluate", "no-gold.jsonl", "no-articles.jsonl"), 1, "no such file"),
        (("sites", "show", "muonglay"), 1, "near: muonglay-dienbien"),
        (("sites", "list", "--province", "Atlantis"), 1, "no site of a province"),
        (("crawl", "--province", "Atlantis"), 1, "no site of a province"),
        (("crawl", "muonglay-dienbien", "--since", "2024-02-01", "--until", "2024-01-01"), 2, "after --until"),
        (("crawl", "--all", "muonglay-dienbien"), 2, "--all stands by itself"),
        (("update", "--all", "--province", "Lai Châu"), 2, "--all stands by itself"),
        (("extract", "--workers", "0"), 2, "workers"),
        (("extract", "a.jsonl", "--engine", "dask", "--topics"), 1, "a.jsonl"),
        (("report", "no-such-folder"), 1, "no-such-folder is not a folder; `sukien extract"),
        (("report", "tests"), 1, "tests lacks articles"),
        (("review", "export", "no-such-folder"), 1, "is not a folder"),
        (("review", "import", "README.md"), 1, "README.md: not annotations of Label Studio"),
        (("frobnicate",), 2, "No such command"),
    ],
)
def test_wrong_words_get_a_clear_message_and_status(words: tuple[str, ...], status: int, message: str) -> None:
    done = sukien(*words)
    assert done.returncode == status, done.stdout + done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_it_tells_its_version() -> None:
    done = sukien("--version")
    assert (done.returncode, done.stdout) == (0, f"sukien {version('sukien')}\n")


def test_quiet_is_silent_where_all_is_well(tmp_path: Path) -> None:
    sites = tmp_path / "sites.toml"
    with serving(NewsServer(3)) as server:
        sites.write_text(entry_toml(server.site()), encoding="utf-8")
        words = ("crawl", "--sites", sites, "--data", tmp_path / "data", "--delay", "0")
        first = sukien("--quiet", *words)  # the sites of the file, where none is named
        assert (first.returncode, first.stdout, first.stderr) == (0, "", "")
        server.robots = Reply(503)
        second = sukien(*words, "--quiet")
    assert second.returncode == 1 and "until" in second.stdout and "robots_unreachable" in second.stdout
    told = sukien("status", "--data", tmp_path / "data").stdout
    assert re.search(r"resting: 127\.0\.0\.1:\d+ until \d\d:\d\d", told)


def test_a_site_of_which_nothing_was_read_had_no_success(tmp_path: Path) -> None:
    with serving(NewsServer(3, routes={"/tin-tuc/": lambda _: Reply(404), "/": lambda _: Reply(404)})) as server:
        (tmp_path / "sites.toml").write_text(entry_toml(server.site()), encoding="utf-8")
        sukien("crawl", "--sites", tmp_path / "sites.toml", "--data", tmp_path / "data", "--delay", "0")
    assert "last success never" in sukien("status", "--data", tmp_path / "data").stdout


def test_sites_are_listed_as_json_objects_with_the_promised_keys() -> None:
    done = sukien("sites", "list", "--json")
    listed = json.loads(done.stdout)
    promised = {"id", "url", "name", "level", "province", "district", "commune", "platform", "status", "seen"}
    assert listed and all(promised <= set(site) for site in listed)


def test_extract_and_report_write_every_form(tmp_path: Path) -> None:
    file, out = articles(tmp_path, GOOD), tmp_path / "tables"
    done = sukien("extract", file, "--out", out, "--sqlite", out / "s.db", "--xlsx", out / "s.xlsx")
    assert done.returncode == 0, done.stderr
    assert json.loads((out / "datacard.json").read_text(encoding="utf-8"))["counts"]["articles"] == 1
    assert (out / "s.db").is_file() and (out / "s.metadata.json").is_file() and (out / "s.xlsx").is_file()
    done = sukien("report", out)
    assert done.returncode == 0 and "Sáng 12/3/2024" in (out / "report.html").read_text(encoding="utf-8")
    done = sukien("review", "export", out, "--out", tmp_path / "tasks.json")
    assert done.returncode == 0 and "1 tasks" in done.stdout
    done = sukien("review", "import", tmp_path / "tasks.json", "--out", tmp_path / "gold.jsonl")
    assert done.returncode == 1 and "no annotated task" in done.stderr


def test_a_pipe_gets_no_colours(tmp_path: Path) -> None:
    done = sukien("report", tmp_path / "nowhere")
    assert "\x1b" not in done.stdout + done.stderr
