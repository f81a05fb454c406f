"""kill -9 at the writes of every command that writes: old or new, never mixed, and nothing lost.

    python -m benchmarks.bench_kill_commands [--command NAME …] [--kills N]

A command is run once to count its writes (files opened to be written, renamed, linked, removed), then as often as it is
to be killed: at its first and its last writes, and at others between them. After each kill, what it leaves must be what
was there before or what was to come; then the same command is given again, and must bring what an undisturbed one
brings. `crawl` is killed by the pages that were asked, see `benchmarks.bench_kill`; the statements of `ingest` and
`reread` are counted, too.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from extract import load
from extract.tables.checks import NotTables
from extract.tables.rows import TABLES
from scraper.frontier.errors import StateError
from scraper.survey.toml import entry_toml
from tests.scraper.engine.test_rereading import spoil
from tests.scraper.killing import KilledCrawl
from tests.scraper.servers import NewsServer, serving

ARTICLES = 24
KILLS = {"extract": 9, "link": 9, "report": 9, "update": 9, "review": 4, "ingest": 9, "reread": 8, "crawl": 8}
# Imported once for all runs, each of which is a process of its own.
PRELOADED = ["sukien.commands", "extract.batch", "extract.linking.link", "extract.report.page"]
PRELOADED += ["extract.updating.merge"]
PRELOADED += ["scraper.archives.ingest", "scraper.engine.rereading", "scraper.sites", "pandas", "pyarrow.parquet"]
CHANGES = {"os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.truncate", "shutil.rmtree"}


@dataclass(frozen=True)
class Case:
    """A command, what is copied for each run, and how what it leaves is told apart."""

    name: str
    words: Callable[[Path], Sequence[object]]
    contents: Callable[[Path], str]
    whole: Callable[[Path], str] | None = None  # what changes in one step, where the command takes several


def run(words: Sequence[object], at: int = 0) -> tuple[int, int]:
    """Run a command of sukien in a process of its own, killed before the write with a number, if one is given.

    Returns its exit status, -9 where it was killed, and the number of its writes.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    writes = context.Value("i", 0)
    process = context.Process(target=_command, args=(list(map(str, words)), at, writes))
    process.start()
    process.join()
    return process.exitcode or 0, writes.value


def _command(words: list[str], at: int, writes: Any) -> None:
    from sqlalchemy import Engine, event

    from sukien import app

    def write(*_: object) -> None:
        writes.value += 1
        if writes.value == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def note(name: str, values: Any) -> None:
        opened = name == "open" and isinstance(values[2], int) and values[2] & (os.O_WRONLY | os.O_RDWR)
        if name in CHANGES or (opened and values[0] != os.devnull):
            write()

    with open(os.devnull, "w") as silence:
        os.dup2(silence.fileno(), 1)
        os.dup2(silence.fileno(), 2)
    sys.dont_write_bytecode = True
    if words[0] in ("ingest", "reread"):
        event.listen(Engine, "before_cursor_execute", write)
    sys.addaudithook(note)
    app(words)


def moments(writes: int, kills: int) -> list[int]:
    """The first two and the last two of so many writes, and others evenly between them; from 1 on."""
    ends = {1, 2, writes - 1, writes}
    between = {round(2 + (writes - 3) * part / (kills - 3)) for part in range(1, kills - 3)}
    return sorted(number for number in ends | between if 1 <= number <= writes)


def measure(case: Case, base: Path, kills: int) -> list[object]:
    """Kill a command; the cells of a line of the table."""
    whole = case.whole or case.contents
    before = whole(base)
    counted, folder = copied(base)
    status, writes = run(case.words(folder))
    assert status == 0, f"{case.name} ended with status {status}"
    after, at_last = whole(folder), case.contents(folder)
    assert before != after, f"{case.name} changes nothing"
    counted.cleanup()
    killed = mixed = lost = leftovers = kept_new = 0
    for at in moments(writes, kills):
        temporary, folder = copied(base)
        with temporary:
            killed += run(case.words(folder), at)[0] == -signal.SIGKILL
            found = whole(folder)
            kept_new += found == after
            mixed += found not in (before, after) and case.name not in ("ingest", "reread")
            status, _ = run(case.words(folder))
            lost += status != 0 or case.contents(folder) != at_last
            leftovers += len(list(folder.rglob("*.partial")))
    return [case.name, writes, killed, kept_new, mixed, lost, leftovers]


def copied(base: Path) -> tuple[tempfile.TemporaryDirectory[str], Path]:
    temporary = tempfile.TemporaryDirectory()
    folder = Path(temporary.name) / "base"
    shutil.copytree(base, folder)
    return temporary, folder


def of_tables(folder: Path, linked: bool = True) -> str:
    """The content of a folder of tables, without its linked tables or with them; "mixed" where it is refused."""
    if not (folder / "tables").is_dir():
        return ""
    try:
        tables = load(folder / "tables")
    except (NotTables, OSError) as error:
        return f"mixed: {error}"
    digest = sha256()
    for path in sorted((folder / "tables").glob("*.csv")):
        own = path.stem in {table.name for table in TABLES}
        if own or (linked and path.name != "new.csv"):  # what is new is told of one update only
            digest.update(path.name.encode() + path.read_bytes())
    return f"{len(tables.articles)} {digest.hexdigest()}"


def of_file(name: str) -> Callable[[Path], str]:
    """The content of a file."""
    return lambda folder: sha256((folder / name).read_bytes()).hexdigest() if (folder / name).exists() else ""


def of_state(name: str) -> Callable[[Path], str]:
    """The articles of a crawl, whose pages must be in its archive."""

    def contents(folder: Path) -> str:
        if not (folder / name / "state.sqlite").exists():
            return ""
        crawl = KilledCrawl(NewsServer(ARTICLES), folder / name)
        try:
            stored = sorted(map(str, crawl.contents()))
        except StateError:  # killed before it had made its tables
            return ""
        missing = crawl.articles_without_page() if not list((folder / name / "running").glob("*")) else []
        return f"{len(missing)} {sha256(repr(stored).encode()).hexdigest()}"

    return contents


def own_sites(folder: Path) -> tuple[object, ...]:
    """The option that names the site of the tests."""
    return "--sites", folder / "sites.toml"


def update_words(folder: Path) -> tuple[object, ...]:
    """The words of an update of the tables."""
    return "update", "--no-crawl", "--data", folder / "data", "--out", folder / "tables"


CASES = [
    Case("extract", lambda f: ("extract", "--data", f / "data", "--out", f / "tables"), of_tables),
    Case("link", lambda f: ("link", f / "tables"), of_tables),
    Case("report", lambda f: ("report", f / "tables"), of_file("tables/report.html")),
    Case("update", update_words, of_tables, partial(of_tables, linked=False)),
    Case("review", lambda f: ("review", "import", f / "seen.json", "--out", f / "gold.jsonl"), of_file("gold.jsonl")),
    Case("ingest", lambda f: ("ingest", f / "warc", *own_sites(f), "--data", f / "taken"), of_state("taken")),
    Case("reread", lambda f: ("reread", *own_sites(f), "--data", f / "spoiled"), of_state("spoiled")),
]


def prepare(base: Path, server: NewsServer) -> None:
    """A folder with a crawl, its archive apart, a crawl that was read badly, tables of fewer articles, a review."""
    (base / "sites.toml").write_text(entry_toml(server.site()), encoding="utf-8")
    words = ("crawl", "--sites", base / "sites.toml", "--delay", "0", "--data", base / "data")
    assert run(words)[0] == 0
    shutil.copytree(base / "data" / "warc", base / "warc")
    shutil.copytree(base / "data", base / "spoiled")
    spoil(base / "spoiled", "Tin tức")
    texts = {f"cu-{day}": f"Sáng {day}/3/2024, UBND huyện tổ chức hội nghị." for day in (1, 2)}
    lines = [json.dumps({"id": name, "text": text}, ensure_ascii=False) for name, text in texts.items()]
    (base / "old.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run(("extract", base / "old.jsonl", "--out", base / "tables"))[0] == 0
    assert run(("review", "export", base / "tables", "--out", base / "tasks.json"))[0] == 0
    tasks = json.loads((base / "tasks.json").read_text(encoding="utf-8"))
    every = {"choices": ["event", "officials", "attendance", "documents"]}
    tick = {"id": "t", "from_name": "checked", "to_name": "text", "type": "choices", "value": every}
    reviewed = [{**task, "annotations": [{"result": [*task["predictions"][0]["result"], tick]}]} for task in tasks]
    (base / "seen.json").write_text(json.dumps(reviewed), encoding="utf-8")


def kill_crawl(server: NewsServer, kills: int) -> list[object]:
    """Kill a crawl at its first pages, its last ones, and at others; the cells of a line of the table."""
    with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as folder:
        undisturbed = KilledCrawl(server, Path(whole))
        assert undisturbed.finish() == [0]
        server.hits.clear()
        crawl = KilledCrawl(server, Path(folder))
        for after in [0, 1, *[ARTICLES // (kills - 3)] * (kills - 4), 1]:
            crawl.kill_after(after)
        crawl.kill_at_close(0.3)
        lost = crawl.finish() != [0] or crawl.contents() != undisturbed.contents()
        unreadable = len(crawl.unreadable_pages())
        return ["crawl", "–", crawl.kills, "–", unreadable, int(lost), len(list(Path(folder).rglob("*.open")))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", nargs="*", choices=KILLS, default=list(KILLS))
    parser.add_argument("--kills", type=int, help="of each command, instead of those that add up to 60")
    asked = parser.parse_args()
    print("| command | writes | killed | new at once | mixed | lost | leftovers |\n" + "|---" * 7 + "|", flush=True)
    with serving(NewsServer(ARTICLES)) as server, tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        prepare(base, server)
        for case in CASES:
            if case.name in asked.command:
                tell(measure(case, base, asked.kills or KILLS[case.name]))
        if "crawl" in asked.command:
            tell(kill_crawl(server, asked.kills or KILLS["crawl"]))


def tell(cells: Sequence[object]) -> None:
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


if __name__ == "__main__":
    main()
