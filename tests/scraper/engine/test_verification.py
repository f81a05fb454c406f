"""Lost and damaged records of the archive are reported, and requested again where the option is given."""

from __future__ import annotations

from pathlib import Path

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.engine.verification import verify
from scraper.frontier.articles import iter_articles
from tests.scraper.servers import NewsServer, serving


def test_a_flipped_byte_is_named_and_repaired(tmp_path: Path) -> None:
    options = CrawlOptions(data=tmp_path, readers=0)
    with serving(NewsServer(3)) as server:
        crawl([server.site()], options)
        assert verify(options, repair=False).faults == []
        (path,) = (tmp_path / "warc").iterdir()
        offset = max(article.warc_offset or 0 for article in iter_articles(tmp_path))
        body = bytearray(path.read_bytes())
        body[offset + 300] ^= 0xFF
        path.write_bytes(bytes(body))
        found = verify(options, repair=True)
        assert len(found.faults) == found.repaired == 1 and "damaged" in found.faults[0]
        assert crawl([server.site()], options).left == 0
        assert verify(options, repair=False).faults == []
    assert len(list(iter_articles(tmp_path))) == 3


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    options = CrawlOptions(data=tmp_path, readers=0)
    with serving(NewsServer(2)) as server:
        crawl([server.site()], options)
    for path in (tmp_path / "warc").iterdir():
        path.unlink()
    found = verify(options, repair=False)
    assert found.pages == 3 and all("missing" in fault for fault in found.faults) and len(found.faults) == 3
