"""The pace of a server: of several names, and of several commands at once."""

from __future__ import annotations

import threading
import time
from itertools import pairwise
from pathlib import Path

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.status import site_status
from tests.scraper.servers import NewsServer, serving


def test_names_of_one_server_share_its_pace(tmp_path: Path) -> None:
    with serving(NewsServer(3)) as server:
        other = f"http://localhost:{server.port}/"
        sites = [server.site(), server.site("hai", url=other, listings=(f"{other}tin-tuc/",))]
        outcome = crawl(sites, CrawlOptions(data=tmp_path, readers=0, delay=0.5))
        gaps = [later - earlier for earlier, later in pairwise(sorted(server.times))]
        assert [site.status.articles for site in outcome.sites] == [3, 3] and not outcome.exit_status
        assert len(server.times) == 10 and min(gaps) >= 0.15  # on a busy machine a request may be seen late


def test_a_later_command_does_not_hurry_a_running_one(tmp_path: Path) -> None:
    with serving(NewsServer(6)) as server:
        first = threading.Thread(
            target=crawl, args=([server.site()], CrawlOptions(data=tmp_path, readers=0, delay=0.6))
        )
        first.start()
        end = time.monotonic() + 60
        while not server.requests and time.monotonic() < end:
            time.sleep(0.05)
        crawl([server.site()], CrawlOptions(data=tmp_path, readers=0, delay=0.0))
        first.join()
        gaps = [later - earlier for earlier, later in pairwise(server.times)]
        assert min(gaps) >= 0.2
        assert site_status(tmp_path)[0].articles == 6
        crawl([server.site()], CrawlOptions(data=tmp_path, readers=0, delay=0.0))
