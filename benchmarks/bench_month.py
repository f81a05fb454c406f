"""A month of `sukien update` on three sites that grow, change and delete articles, one of which is dark for a week.

    python -m benchmarks.bench_month [--nights N] [--kills N] [--seed N]

Every night is a real crawl on loopback, its clock a day after the last one (Debian's faketime); at some nights the
command is killed with kill -9 at a random moment and given again. The feed `new.atom` must have every event once.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tests.scraper.servers import NewsServer, Reply, serving

NIGHTS, KILLS, SEED = 30, 5, 7
DARK = range(10, 17)  # nights on which the second site does not respond
QUIET = 4  # one night in so many has no change
AT_FIRST = 400  # articles of each site on the first night
_ENTRY = "{http://www.w3.org/2005/Atom}entry"
_ID = "{http://www.w3.org/2005/Atom}id"
_SITE = """[[site]]
id = "{id}"
name = "Huyện Suối Trong {number}"
url = "{url}"
level = "district"
platform = "nukeviet4"
listings = ["{url}tin-tuc/"]
"""


@dataclass
class ChangingServer(NewsServer):
    """A site whose articles keep their days when others are added, the last of the first night being of that day."""

    deleted: set[int] = field(default_factory=set)
    dark: bool = False
    first_night: date = field(default_factory=date.today)

    def day_of(self, number: int) -> date:
        """One article a day."""
        return self.first_night + timedelta(days=number - AT_FIRST)

    def answer(self, path: str) -> Reply:
        """The response of the site: None while it is dark, status 410 for a deleted article."""
        if self.dark:
            return Reply(503)
        if any(path == self.article_path(number) for number in self.deleted):
            return Reply(410)
        return super().answer(path)


@dataclass
class Month:
    """The course of the month by nights: requests, the output of the update, and the nights on which it was killed."""

    requests: list[int] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    killed: list[int] = field(default_factory=list)
    added: int = 0


def live(nights: int, kills: int, seed: int, folder: Path) -> Month:
    """Run the month in a folder."""
    chosen, month = random.Random(seed), Month()
    killed = set(chosen.sample(range(2, nights), min(kills, nights - 2)))
    with ExitStack() as stack:
        servers = [ChangingServer(AT_FIRST) for _ in range(3)]
        for server in servers:
            stack.enter_context(serving(server))
        sites = folder / "sites.toml"
        entries = (_SITE.format(id=f"trang-{at}", number=at, url=one.url) for at, one in enumerate(servers, start=1))
        sites.write_text("\n".join(entries), encoding="utf-8")
        for night in range(nights):
            servers[1].dark = night in DARK
            if night:
                month.added += _change(servers, night, chosen)
            asked = sum(server.requests for server in servers)
            seconds = chosen.uniform(2, 9) if night in killed else None
            month.printed.append(_update(sites, folder, night, seconds, month))
            month.requests.append(sum(server.requests for server in servers) - asked)
            print(f"night {night + 1}: {month.requests[-1]} requests; {month.printed[-1]}", flush=True)
    return month


def _change(servers: list[ChangingServer], night: int, chosen: random.Random) -> int:
    """Change the sites for one day; returns the number of new articles."""
    if night % QUIET == 0:
        return 0
    added = 0
    for server in servers:
        new = chosen.randint(0, 2)
        server.articles += new
        added += new
    chosen.choice(servers).changed.add(servers[0].articles - 1)
    if night % 7 == 0:
        servers[2].deleted.add(servers[2].articles - 2)
    return added


def _update(sites: Path, folder: Path, night: int, kill_after: float | None, month: Month) -> str:
    """Run one night's command, again where it was killed; returns its output on the articles."""
    command = ["faketime", "-f", f"+{night}d", sys.executable, "-m", "sukien", "update"]
    command += ["trang-1", "trang-2", "trang-3", "--sites", str(sites)]
    command += ["--data", str(folder / "data"), "--out", str(folder / "tables"), "--delay", "0"]
    if kill_after is not None:
        running = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(kill_after)
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
            month.killed.append(night)
        running.wait()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "Traceback" in done.stderr or done.returncode not in (0, 1, 3):
        raise RuntimeError(done.stderr[-2000:])
    lines = [line for line in done.stdout.splitlines() if line.startswith(("articles:", "nothing is new"))]
    return lines[-1] if lines else done.stdout[-200:]


def feed_entries(folder: Path) -> Counter[str]:
    """How often the feed has each event as new."""
    feed = ET.parse(folder / "tables" / "new.atom")
    ids = (entry.findtext(_ID) or "" for entry in feed.iter(_ENTRY))
    return Counter(ids)


def main() -> None:
    """Run the month and print the result."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--nights", type=int, default=NIGHTS)
    options.add_argument("--kills", type=int, default=KILLS)
    options.add_argument("--seed", type=int, default=SEED)
    chosen = options.parse_args()
    if shutil.which("faketime") is None:
        sys.exit("this needs faketime; on Debian: apt-get install faketime")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        month = live(chosen.nights, chosen.kills, chosen.seed, folder)
        entries = feed_entries(folder)
        quiet = [month.requests[night] for night in range(QUIET, chosen.nights, QUIET)]
        print(json.dumps({"entries": len(entries), "more than once": sum(count > 1 for count in entries.values())}))
        print(f"new articles after the first night: {month.added}; killed on nights {month.killed}")
        print(f"requests of the first night {month.requests[0]}, of quiet nights {quiet}")


if __name__ == "__main__":
    main()
