"""Unusual responses of servers: redirects, types, headers, obstacles, links that act."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.survey.toml import entry_toml
from tests.commands import run
from tests.scraper.answering import HTML, Routes, answer, articles, crawled, link, page, page_of
from tests.scraper.servers import NewsServer, Reply, serving


def test_a_redirect_in_raw_letters(tmp_path: Path) -> None:
    moved = "/tin-tức/hội-nghị-9001.html"

    def routes(server: NewsServer) -> Routes:
        return {
            server.article_path(1): Reply(301, b"", {"Location": moved.encode().decode("latin-1")}),
            quote(moved): page_of(server, 1),
        }

    _, server = crawled(tmp_path, routes)
    assert len(articles(tmp_path)) == 2 and server.hits[quote(moved)] == 1


KINDS = [
    "TEXT/HTML; Charset=UTF-8",
    "Application/XHTML+XML",
    "",
    "html",
    "text",
    "*/*",
    "unknown/unknown",
    "application/octet-stream",
    "text/plain",
]
ODD_HEADERS = {"Set-Cookie": "ngôn_ngữ=vi; Path=/".encode().decode("latin-1"), "X-Ch\u00e1": "1", "X Trong": "2"}


def test_pages_of_unusual_types_and_with_odd_headers_are_read(tmp_path: Path) -> None:
    """A type is written in any case, or says nothing: then the first bytes of the page do."""
    server = NewsServer(len(KINDS) + 1)
    replies = [page_of(server, number, **{"Content-Type": kind}) for number, kind in enumerate(KINDS, start=1)]
    replies.append(page_of(server, server.articles, **ODD_HEADERS))
    server.routes = {server.article_path(n): partial(answer, reply) for n, reply in enumerate(replies, start=1)}
    with serving(server):
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path, readers=0))
    assert outcome.exit_status == 0 and len(articles(tmp_path)) == server.articles


def test_a_page_that_leads_on_by_itself(tmp_path: Path) -> None:
    refresh = '<meta http-equiv="Refresh" content="0; URL=/tin-tuc/">'
    outcome, _ = crawled(tmp_path, lambda server: {"/vao.html": page("", refresh)}, listings=["vao.html"])
    assert outcome.exit_status == 0 and len(articles(tmp_path)) == 2


def test_a_page_that_leads_to_another_host_by_itself_is_not_followed(tmp_path: Path) -> None:
    with serving(NewsServer(1)) as elsewhere:
        refresh = f'<meta http-equiv="refresh" content="0; url={elsewhere.url}tin-tuc/">'
        outcome, _ = crawled(tmp_path, lambda server: {"/vao.html": page("", refresh)}, listings=["vao.html"])
        assert elsewhere.requests == 0 and outcome.exit_status == 1


GATE = '<script>document.cookie="D1N=5f2ab19c; path=/";window.location.reload(true);</script>'
GRID = "<td><a href=\"javascript:__doPostBack('ctl00$Grid','Page$2')\">2</a></td>"


@pytest.mark.parametrize(
    ("body", "obstacle"),
    [
        (GATE, "challenge"),
        ('<div id="root"></div><script src="/app.js"></script>', "javascript"),
        ("<app-root></app-root><script src='/main.js'></script>", "javascript"),
        ('<form><input name="u"><input type="password" name="p"></form>', "login"),
    ],
)
def test_an_entrance_that_cannot_be_read_is_said(tmp_path: Path, body: str, obstacle: str) -> None:
    outcome, _ = crawled(tmp_path, lambda server: {"/tin-tuc/": page(body)})
    assert outcome.exit_status == 1 and outcome.sites[0].status.obstacles == {obstacle: 1}


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (403, GATE, "challenge"),
        (429, "<title>Just a moment...</title>", "challenge"),
        (503, '<div class="cf-turnstile"></div>', "challenge"),
        (403, "<h1>Forbidden</h1>", "http_403"),
        (503, "<h1>Bảo trì</h1>", "http_503"),
        (404, GATE, "http_404"),
    ],
)
def test_a_challenge_in_place_of_an_answer_is_said(tmp_path: Path, status: int, body: str, error: str) -> None:
    refused = Reply(status, page(body).body, {**HTML, "Retry-After": "600"})
    outcome, _ = crawled(tmp_path, lambda server: {"/tin-tuc/": refused})
    assert outcome.exit_status == 1 and outcome.sites[0].status.errors == {error: 1}
    if status in (403, 404):  # the others are asked again
        assert [error in problem.message for problem in outcome.sites[0].problems] == [True]


def test_a_page_that_leads_those_without_scripts_on(tmp_path: Path) -> None:
    refresh = '<noscript><meta http-equiv="refresh" content="0; URL=/tin-tuc/"></noscript><script src="/a.js"></script>'
    outcome, _ = crawled(tmp_path, lambda server: {"/vao.html": page("", refresh)}, listings=["vao.html"])
    assert outcome.exit_status == 0 and len(articles(tmp_path)) == 2


def test_a_pager_that_posts_back_is_said(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        links = "".join(link(server.article_path(number), f"Hội nghị số {number}") for number in (1, 2))
        return {"/tin-tuc/": page(f"<div>{links}</div><table><tr>{GRID}</tr></table>")}

    outcome, _ = crawled(tmp_path, routes)
    assert len(articles(tmp_path)) == 2 and outcome.sites[0].status.obstacles == {"post_back": 1}


def test_links_that_would_do_something_are_not_followed(tmp_path: Path) -> None:
    acts = ["/tin-tuc/hoi-nghi-1.html?action=delete", "/logout", "/tin-tuc/hoi-nghi-1.html?task=like", "/thoat.html"]

    def routes(server: NewsServer) -> Routes:
        links = "".join(map(link, acts)) + f'<a rel="nofollow" href="{server.article_path(2)}">Hội nghị</a>'
        return {"/tin-tuc/": page(f"{links}{link(server.article_path(1), 'Hội nghị số 1')}")}

    _, server = crawled(tmp_path, routes)
    assert set(server.hits) == {"/robots.txt", "/tin-tuc/", server.article_path(1)}


def test_what_the_listing_says_is_kept_as_evidence(tmp_path: Path) -> None:
    from sqlalchemy import select

    from scraper.frontier.schema import URLS, open_store, state_url
    from scraper.pages.evidence import evidence_from

    _, server = crawled(tmp_path, lambda server: {})
    engine = open_store(state_url(tmp_path), writing=False)
    with engine.connect() as connection:
        rows = list(connection.execute(select(URLS.c.evidence).where(URLS.c.kind == "article")))
    engine.dispose()
    said = [evidence_from(row.evidence) for row in rows]
    assert sorted((one.source, one.kind, one.title, one.day) for one in said if one) == [
        (f"{server.url}tin-tuc/", "listing", "Hội nghị triển khai nhiệm vụ số 1", server.day_of(1).isoformat()),
        (f"{server.url}tin-tuc/", "listing", "Hội nghị triển khai nhiệm vụ số 2", server.day_of(2).isoformat()),
    ]


def test_a_refresh_header_is_a_redirect(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        path = server.article_path(1)
        moved = Reply(200, b"<html><body></body></html>", {**HTML, "Refresh": "0; url=/tin-tuc/moi-1000001.html"})
        return {path: moved, "/tin-tuc/moi-1000001.html": Reply(200, server.article_html(1).encode(), HTML)}

    crawled(tmp_path, routes)
    assert len(articles(tmp_path)) == 2


@pytest.mark.parametrize(("status", "encoding"), [(200, "utf-8-sig"), (203, "utf-16"), (206, "utf-8")])
def test_a_robots_txt_of_another_host_is_obeyed(tmp_path: Path, status: int, encoding: str) -> None:
    rules = f"User-agent: *\nDisallow: {NewsServer(3).article_path(2)}\n".encode(encoding)
    with serving(NewsServer(0, robots=Reply(status, rules))) as other, serving(NewsServer(3)) as server:
        server.robots = Reply(301, b"", {"Location": f"http://localhost:{other.port}/robots.txt"})
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path, readers=0))
    assert other.hits["/robots.txt"] == 1 and not server.hits[server.article_path(2)]
    assert len(articles(tmp_path)) == 2 and outcome.sites[0].status.errors == {"robots": 1}


def test_a_delay_longer_than_any_command_leaves_the_host_alone_with_a_word(tmp_path: Path) -> None:
    with serving(NewsServer(3, robots=Reply(200, b"User-agent: *\nCrawl-delay: 1e300\n"))) as server:
        (tmp_path / "sites.toml").write_text(entry_toml(server.site()), encoding="utf-8")
        words = ("--sites", tmp_path / "sites.toml", "--data", tmp_path / "data")
        done = [run("sukien", "crawl", *words), run("sukien", "status", "--data", tmp_path / "data")]
    assert not server.requests and [one.returncode for one in done] == [1, 0]
    assert all("(crawl_delay_86400_s)" in one.stdout for one in done)
