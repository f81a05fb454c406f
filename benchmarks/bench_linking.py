"""Seconds and memory of the linking, by the number of events, over tables of invented events.

    python -m benchmarks.bench_linking 10000 100000 1000000

Every size is linked in a process of its own. Five events of a province and day, a tenth of them reported twice; two
officials and one citation an event; articles of two lines.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from extract.linking.link import link_tables
from extract.tables.rows import TABLES
from extract.tables.writer import TableFolder

_PROVINCES = ("Điện Biên", "Lai Châu", "Lạng Sơn", "Bạc Liêu", "Bình Định", "Cà Mau", "Đắk Nông", "Hà Giang", "Nghệ An")
_KINDS = ("Hội nghị", "Lễ", "Hội thảo", "Lớp tập huấn", "Kỳ họp", "Buổi làm việc")
_SYLLABLES = "cà phê lúa ngô mắc ca chè sắn mía rừng suối đập kênh cầu đường điện nước trường lớp thuốc bò dê lợn cá"
_GIVEN = "Tấn Mai Hạnh Vinh Toàn Phúc Lan Hoa Dũng Sơn Hải Nam Bắc Đông Thu Xuân Hà Giang Minh Quân Tú".split()
_FAMILIES = "Lò Cà Quàng Tòng Nguyễn Trần Lê Phạm Vừ Giàng Sùng Lý Hoàng Bùi Đỗ Ngô Dương Đinh Hà Vi".split()


def main(sizes: list[int]) -> None:
    """Print a line of figures for each number of events."""
    print("| events | processor seconds | peak memory, MB | occurrences | people | laws |\n|---|---|---|---|---|---|")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_tables(Path(folder), size)
            subprocess.run([sys.executable, "-m", "benchmarks.bench_linking", "--link", folder, str(size)], check=True)


def link(folder: Path, size: int) -> None:
    """Link a folder and print its figures."""
    began = time.process_time()
    counts = link_tables(folder)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    made = (counts[name] for name in ("occurrences", "people", "laws"))
    print("|", " | ".join(f"{figure:,.0f}" for figure in (size, seconds, peak, *made)), "|", flush=True)


def write_tables(folder: Path, events: int) -> None:
    """Tables of invented events."""
    with TableFolder(folder) as out:
        for rows in _articles(events, random.Random(1)):
            out.add({table.name: rows.get(table.name, []) for table in TABLES})


def _articles(events: int, chance: random.Random) -> Iterator[dict[str, list[dict[str, Any]]]]:
    event: dict[str, Any] = {}
    for at in range(events):
        if at % 10 or not event:
            event = _event(at, chance)
        yield _article(at, event, chance)


def _event(at: int, chance: random.Random) -> dict[str, Any]:
    province = _PROVINCES[at % len(_PROVINCES)]
    day = (date(2001, 1, 1) + timedelta(days=at // (5 * len(_PROVINCES)))).isoformat()
    words = " ".join(chance.sample(_SYLLABLES.split(), 5))
    people = [f"{chance.choice(_FAMILIES)} {chance.choice(_GIVEN)} {chance.choice(_GIVEN)}" for _ in range(2)]
    return {"name": f"{chance.choice(_KINDS)} {words}", "day": day, "province": province, "people": people,
            "number": str(chance.randrange(1, 200))}  # fmt: skip


def _article(at: int, event: dict[str, Any], chance: random.Random) -> dict[str, list[dict[str, Any]]]:
    article, key = {"article_id": f"a{at:09}"}, {"article_id": f"a{at:09}", "event_id": f"e{at:09}"}
    evidence = {"span_start": 0, "span_end": 1, "quote": "", "rule": "made"}
    where = {"province": event["province"]}
    post = {"position": "Chủ tịch UBND huyện", "head": "Chủ tịch", "body": "UBND", "level": "district",
            "unit": f"huyện {chance.choice(_GIVEN)}"}  # fmt: skip
    people = enumerate(event["people"])
    officials = [{**key, "official_id": f"o{at:09}{n}", "name": name, **evidence} for n, name in people]
    return {
        "articles": [{**article, "text": event["name"], "text_sha256": "0", "published_at": event["day"]}],
        "events": [{**key, **where, **evidence, "is_main": True, "type": "conference", "status": "held",
                    "name": event["name"], "title": event["name"], "start_date": event["day"], "end_date": event["day"],
                    "published_at": event["day"]}],
        "officials": officials,
        "positions": [{**official, **post} for official in officials],
        "documents": [{**key, **evidence, "citation_id": f"c{at:09}", "type": "Nghị định", "number": event["number"],
                       "symbol": f"{event['number']}/{event['day'][:4]}/NĐ-CP"}],
    }  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1] == "--link":
        link(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main([int(size) for size in sys.argv[1:]])
