"""What is loaded before crawling processes are forked: all that Scrapy loads for a crawl, no reactor, no thread."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys, threading
import scraper.spiders.preloaded
from scrapy.settings import Settings

loaded = set(sys.modules)
settings = Settings()
settings.setmodule("scraper.settings")
named = [settings[name] for name in ("SCHEDULER", "SPIDER_LOADER_CLASS", "TWISTED_DNS_RESOLVER", "DOWNLOADER")]
named += settings["DOWNLOADER_MIDDLEWARES"], *filter(None, settings["DOWNLOAD_HANDLERS"].values())
modules = {path.rpartition(".")[0] for one in named for path in ([one] if isinstance(one, str) else one)}
print(sorted(modules - loaded), "twisted.internet.reactor" in loaded, threading.active_count())
"""


def test_everything_is_loaded_but_a_reactor() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "False", "1"]
