"""The times of the next visits, after a real crawl of articles of all ages."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.engine.recorder import DAY, FIRST_VISIT, LAST_VISIT, OF_ITS_AGE
from scraper.frontier import clock
from scraper.frontier.schema import URLS, open_store, state_url
from tests.scraper.servers import NewsServer, serving

pytestmark = pytest.mark.slow

AGES = (0, 2, 40, 200, 4000)  # days before today, of articles 1 to 5
ROUNDING = 1.5 * DAY  # a day of publication is known to the day, and begins earlier in Vietnam


class AgedServer(NewsServer):
    """Articles of the ages above."""

    def day_of(self, number: int) -> date:
        return date.today() - timedelta(days=AGES[number - 1])


def test_the_older_an_article_is_the_longer_it_rests(tmp_path: Path) -> None:
    with serving(AgedServer(len(AGES))) as server:
        crawl([server.site()], CrawlOptions(data=tmp_path))
    asked = select(URLS.c.url, URLS.c.visit_at).where(URLS.c.kind == "article", URLS.c.state == "done")
    with open_store(state_url(tmp_path), writing=False).connect() as connection:
        in_backoff = {url.rpartition("-")[2]: visit_at - clock.now() for url, visit_at in connection.execute(asked)}
    for number, age in enumerate(AGES, start=1):
        expected = min(LAST_VISIT, max(FIRST_VISIT, OF_ITS_AGE * age * DAY))
        assert abs(in_backoff[f"{number}.html"] - expected) <= ROUNDING * OF_ITS_AGE, age
