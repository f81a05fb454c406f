"""Our parser beside trafilatura, newspaper4k and readability-lxml, on the same pages of every platform.

`python -m benchmarks.bench_parsers` prints the tables and writes them into docs/parsers.md. The pages are those of
data/sample: articles of three demo sites in the theme of each platform. newspaper4k comes with the extra `bench`;
readability-lxml pins two libraries to versions that are too old for others: `pip install --no-deps
readability-lxml==0.9`.
"""

from __future__ import annotations

import hashlib
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scraper.article import Page
from scraper.demo.samples import SampleArticle, load_articles, load_theme
from scraper.demo.servers import SampleSite
from scraper.pages.blocks import clean
from scraper.pages.parse import parse_article
from scraper.platforms import load_platforms
from scraper.sites import Site

DOCUMENT = Path(__file__).parents[1] / "docs" / "parsers.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
FOLDERS = ("demo-nukeviet", "demo-tintuc", "demo-lacviet")
FETCHED = "2026-11-21T03:00:00+00:00"


@dataclass(frozen=True)
class ParsedPage:
    """The result of a parser on a page: the running text, the title, and the time of publication in ISO 8601."""

    text: str
    title: str
    published: str


@dataclass(frozen=True)
class Case:
    """A page and its true content."""

    page: Page
    sample: SampleSite
    article: SampleArticle


@dataclass(frozen=True)
class Result:
    """The result of one parser on the pages of one platform: means over pages, and seconds a page."""

    f1: float
    title: float
    stamp: float
    seconds: float


def ours(case: Case) -> ParsedPage:
    found = parse_article(case.page, case.sample.site, load_platforms()[case.sample.look.platform])
    return ParsedPage("\n".join([found.lead, *found.paragraphs]), found.title, found.published_at or "")


def trafilatura(case: Case) -> ParsedPage:
    from trafilatura import bare_extraction

    found = bare_extraction(case.page.body, url=case.page.url, with_metadata=True, include_comments=False)
    return ParsedPage(found.text or "", found.title or "", found.date or "") if found else ParsedPage("", "", "")


def newspaper4k(case: Case) -> ParsedPage:
    from newspaper import Article

    found = Article(case.page.url, language="vi", fetch_images=False)
    found.download(input_html=case.page.body.decode())
    found.parse()
    day = found.publish_date.date().isoformat() if found.publish_date else ""
    return ParsedPage(found.text, found.title, day)


def readability(case: Case) -> ParsedPage:
    from lxml import html
    from readability import Document

    found = Document(case.page.body.decode())
    return ParsedPage(html.fromstring(found.summary()).text_content(), found.short_title(), "")


PARSERS: dict[str, Callable[[Case], ParsedPage]] = {
    "ours": ours,
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    "readability": readability,
}


def cases(platform: str) -> list[Case]:
    """The pages of one platform: every article of the three demo sites in its theme."""
    site = Site(id="mau", name="Trang thông tin điện tử xã Mẫu", url="http://mau.example/", platform=platform)
    articles = [article for folder in FOLDERS for article in load_articles(folder)]
    sample = SampleSite(load_theme(platform), articles, site, page_size=5)
    return [Case(_page(sample, article), sample, article) for article in sample.articles]


def measure(parser: Callable[[Case], ParsedPage], pages: Sequence[Case]) -> Result:
    """Accuracy and time of a parser on pages; the first page is parsed once before, so that imports do not count."""
    parser(pages[0])
    begin = time.perf_counter()
    readings = [parser(case) for case in pages]
    seconds = (time.perf_counter() - begin) / len(pages)
    pairs = list(zip(readings, pages, strict=True))
    return Result(
        statistics.mean(_f1(reading.text, case.article) for reading, case in pairs),
        statistics.mean(clean(reading.title) == clean(case.article.title) for reading, case in pairs),
        statistics.mean(_same_stamp(reading.published, case) for reading, case in pairs),
        seconds,
    )


def tables(results: dict[str, dict[str, Result]]) -> str:
    """The figures in Markdown: F1 by platform, then the means over platforms."""
    names = list(next(iter(results.values())))
    rows = [_row(platform, (f"{one[name].f1:.3f}" for name in names)) for platform, one in results.items()]
    means = {"body F1": "f1", "exact title": "title", "exact stamp": "stamp"}
    totals = [_row(label, (f"{_mean(results, name, field):.3f}" for name in names)) for label, field in means.items()]
    speed = _row("pages a second", (f"{1 / _mean(results, name, 'seconds'):.0f}" for name in names))
    rule = "|" + " --- |" * (len(names) + 1)
    return "\n".join([_row("body F1", names), rule, *rows, "", _row("all platforms", names), rule, *totals, speed])


def main() -> None:
    """Measure all parsers that are installed and print the tables; with all there, write them into the document."""
    parsers = {name: parser for name, parser in PARSERS.items() if _is_there(name, parser)}
    results = {
        platform: {name: measure(parser, pages) for name, parser in parsers.items()}
        for platform, pages in ((platform, cases(platform)) for platform in load_platforms())
    }
    figures = tables(results)
    print(figures)
    if len(parsers) < len(PARSERS):
        return
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{figures}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def _page(sample: SampleSite, article: SampleArticle) -> Page:
    url, body = f"http://mau.example{article.url}", sample.page(article)
    return Page(url, url, FETCHED, 200, {"content-type": "text/html"}, body, hashlib.sha256(body).hexdigest())


def _f1(text: str, article: SampleArticle) -> float:
    """F1 of the words against lead and body, with or without the captions: parsers differ in whether these are text."""
    expected = [article.lead, *article.body]
    return max(_overlap(text, expected), _overlap(text, [*expected, *article.captions]))


def _overlap(text: str, expected: Iterable[str]) -> float:
    found, wanted = _words(text), _words("\n".join(expected))
    common = (found & wanted).total()
    return 2 * common / (found.total() + wanted.total()) if common else 0.0


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", clean(text).lower()))


def _same_stamp(published: str, case: Case) -> bool:
    """Whether a stamp equals the page's: ours to its second or minute, a peer's by its day, since they give no more."""
    moment, precision = case.article.moment, case.sample.look.precision
    day = moment.date().isoformat()
    if len(published) <= 10 or precision == "day" or (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return published == day
    return published == moment.replace(second=moment.second if precision == "second" else 0).isoformat()


def _mean(results: dict[str, dict[str, Result]], name: str, field: str) -> float:
    return statistics.mean(getattr(one[name], field) for one in results.values())


def _row(label: str, values: Iterable[str]) -> str:
    return f"| {' | '.join([label, *values])} |"


def _is_there(name: str, parser: Callable[[Case], ParsedPage]) -> bool:
    try:
        parser(cases("generic")[0])
    except ImportError:
        print(f"{name} is not installed: left out", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    main()
