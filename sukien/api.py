"""The Python interface for notebooks and scripts: extraction of a text or a page, and crawls.

>>> from sukien import extract_text
>>> extract_text("Sáng 12/3/2024, UBND xã Vân Nham tổ chức hội nghị.").main_event.start_date
'2024-03-12'
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scraper.article import Article
    from sukien.notebook import NotebookExtraction

FINISHED = (0, 3)  # exit statuses of a completed crawl; 3: some errors were reported


class CrawlError(RuntimeError):
    """A crawl that failed; the message is the output of the command."""


@dataclass(frozen=True, slots=True)
class CrawlReport:
    """The result of a crawl. `output` is what the command printed; with `exit_status` 3 it names errors."""

    data: Path
    sites: tuple[str, ...]
    exit_status: int
    output: str

    def articles(self) -> Iterator[Article]:
        """The stored articles of these sites, by site and day."""
        from scraper.frontier.articles import iter_articles

        return iter_articles(self.data, self.sites)


def extract_text(
    text: str,
    *,
    title: str = "",
    published: str | date | None = None,
    site: str | None = None,
    url: str | None = None,
    topics: bool = False,
) -> NotebookExtraction:
    """The events, officials, counts, documents and dates in one text.

    `published` is a day or time (ISO, or a date); it resolves years that the text leaves out. `site` is an id of the
    registry, `url` the article's URL: either gives the unit that publishes. With `topics` the characteristic words of
    the text are found too. Raises ValueError for an invalid day, TypeError where `text` is not a string.
    """
    from extract import extract
    from extract.jsonl import ArticleLine
    from scraper.article import stable_id
    from scraper.sites import load_registry
    from sukien.notebook import NotebookExtraction

    if not isinstance(text, str):
        raise TypeError(f"extract_text takes a string, not {type(text).__name__}; for a page's bytes use extract_page")
    registry = load_registry()
    place = registry.place_for(site and registry.get(site).id, url)
    day = published.isoformat() if isinstance(published, date) else published
    line = ArticleLine(id=stable_id("a", title, text), text=text, title=title, published=day, site_id=site, url=url)
    return NotebookExtraction.of(extract(line.article(place), topics=topics))


def extract_page(html: str | bytes, url: str, *, site: str | None = None) -> NotebookExtraction:
    """The extraction of one news page, as a crawl would read it: HTML as a string or as the server's bytes.

    The site is that of the registry at `url`, or the one named by `site`; the platform of a page of an unknown site is
    recognised by its markup. Raises scraper.pages.parse.NotAnArticle where there is no article on the page.
    """
    from extract import extract
    from sukien.notebook import NotebookExtraction

    return NotebookExtraction.of(extract(read_article(html, url, site)))


def read_article(html: str | bytes, url: str, site: str | None = None) -> Article:
    """The article on one page. Raises scraper.pages.parse.NotAnArticle where there is none."""
    import hashlib

    from scraper.article import Page
    from scraper.pages.parse import parse_article
    from scraper.platforms import load_platforms
    from scraper.sites import load_registry
    from scraper.survey.detect import detect

    body = html.encode() if isinstance(html, str) else html
    charset = "; charset=utf-8" if isinstance(html, str) else ""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    digest = hashlib.sha256(body).hexdigest()
    page = Page(url, url, now, 200, {"content-type": f"text/html{charset}"}, body, digest)
    registry = load_registry()
    known = registry.get(site) if site else registry.site_at(url)
    known = known or detect(page).entry
    return parse_article(page, known, load_platforms()[known.platform])


def crawl(
    sites: str | Sequence[str],
    *,
    since: str | date | None = None,
    until: str | date | None = None,
    data: str | PathLike[str] = "data",
    options: Sequence[str] = (),
) -> CrawlReport:
    """Crawl sites of the registry into the folder `data`, in a process of its own; a stopped crawl continues when
    called again.

    `options` are further options of `sukien crawl` ("--max-pages", "50"). The output of the crawl is printed as it
    comes. Raises CrawlError where it failed. Ctrl-C stops it cleanly.
    """
    chosen = (sites,) if isinstance(sites, str) else tuple(sites)
    days = [part for name, day in (("--since", since), ("--until", until)) if day for part in (name, str(day))]
    command = [sys.executable, "-m", "sukien", "crawl", *chosen, *days, "--data", str(data), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            print(line, end="")
            lines.append(line)
    output = "".join(lines)
    if process.returncode not in FINISHED:
        raise CrawlError(output.strip() or f"the crawl ended with status {process.returncode}")
    return CrawlReport(Path(data), chosen, process.returncode, output)
