"""A crawl of sites from a web archive, into the same store."""

from __future__ import annotations

import signal
from collections.abc import Sequence

from scraper.archives.ingest import IngestCounts, ingesting
from scraper.engine.options import CrawlOptions
from scraper.policy.guards import is_loopback_name
from scraper.sites import Registry, Site, host_of
from scraper.spiders.worker import introduce, stop_on_signals

PAUSE = 1.5  # seconds between two requests to an archive


def crawl_archive(sites: Sequence[Site], archive: str, options: CrawlOptions) -> IngestCounts:
    """Crawl the articles of sites from a Wayback-style archive; a process can do it only once."""
    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.settings import Settings

    from scraper.spiders.wayback import WaybackSpider

    settings = Settings()
    settings.setmodule("scraper.settings", priority="project")
    settings.set("LOG_LEVEL", "WARNING", priority="cmdline")
    settings.set("DOWNLOAD_TIMEOUT", options.timeout, priority="cmdline")
    introduce(settings, options.contact)
    tally = IngestCounts()
    with ingesting(options, Registry({site.id: site for site in sites})) as ingestor:
        process = AsyncCrawlerProcess(settings)
        crawler = process.create_crawler(WaybackSpider)
        stop_on_signals(crawler)
        process.crawl(crawler, sites, archive, ingestor, tally, options, pause_for(archive, options.delay))
        process.start(install_signal_handlers=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.default_int_handler)
        tally.interrupted = bool(crawler.stats) and crawler.stats.get_value("finish_reason") == "shutdown"
    return tally


def pause_for(archive: str, requested: float | None) -> float:
    """Seconds between two requests: the given value on loopback, else at least the default."""
    if is_loopback_name(host_of(archive).rpartition(":")[0] or host_of(archive)):
        return requested or 0.0
    return max(PAUSE, requested or 0.0)
