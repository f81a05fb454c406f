"""Unusual responses of servers: redirects, types, feeds, sitemaps, articles of several pages, obstacles."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import quote

import pytest

from scraper.article import Article
from scraper.crawl import CrawlOutcome, crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.articles import iter_articles
from tests.scraper.servers import NewsServer, Reply, serving

HTML = {"Content-Type": "text/html; charset=utf-8"}
XML = {"Content-Type": "application/xml"}
SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
Routes = dict[str, Reply]


def answer(reply: Reply, request: BaseHTTPRequestHandler) -> Reply:
    return reply


def crawled(
    tmp_path: Path, routes: Callable[[NewsServer], Routes], **site: list[str]
) -> tuple[CrawlOutcome, NewsServer]:
    """A crawl of a site of two articles, with some of its responses replaced; the server has the requests."""
    with serving(NewsServer(2)) as server:
        server.routes = {path: partial(answer, reply) for path, reply in routes(server).items()}
        values = {name: [server.url + path for path in paths] for name, paths in site.items()}
        outcome = crawl([server.site(**values)], CrawlOptions(data=tmp_path, readers=0))
    return outcome, server


def articles(tmp_path: Path) -> list[Article]:
    return sorted(iter_articles(tmp_path), key=lambda article: article.title)


def link(path: str, text: str = "Xem") -> str:
    return f'<a href="{path}">{text}</a>'


def page(body: str, head: str = "") -> Reply:
    return Reply(200, f"<html><head>{head}</head><body>{body}</body></html>".encode(), HTML)


def test_a_redirect_in_raw_letters(tmp_path: Path) -> None:
    moved = "/tin-tức/hội-nghị-9001.html"

    def routes(server: NewsServer) -> Routes:
        return {
            server.article_path(1): Reply(301, b"", {"Location": moved.encode().decode("latin-1")}),
            quote(moved): page_of(server, 1),
        }

    _, server = crawled(tmp_path, routes)
    assert len(articles(tmp_path)) == 2 and server.hits[quote(moved)] == 1


def page_of(server: NewsServer, number: int, **headers: str) -> Reply:
    return Reply(200, server.article_html(number).encode(), HTML | headers)


@pytest.mark.parametrize("kind", ["TEXT/HTML; Charset=UTF-8", "", "Application/XHTML+XML"])
def test_media_types_do_not_know_case(tmp_path: Path, kind: str) -> None:
    crawled(tmp_path, lambda server: {server.article_path(1): page_of(server, 1, **{"Content-Type": kind})})
    assert len(articles(tmp_path)) == 2


def test_a_header_beyond_ascii_costs_no_page(tmp_path: Path) -> None:
    cookie = "ngôn_ngữ=vi; Path=/".encode().decode("latin-1")
    crawled(tmp_path, lambda server: {server.article_path(1): page_of(server, 1, **{"Set-Cookie": cookie})})
    assert len(articles(tmp_path)) == 2


def test_a_page_that_leads_on_by_itself(tmp_path: Path) -> None:
    refresh = '<meta http-equiv="Refresh" content="0; URL=/tin-tuc/">'
    outcome, _ = crawled(tmp_path, lambda server: {"/vao.html": page("", refresh)}, listings=["vao.html"])
    assert outcome.exit_status == 0 and len(articles(tmp_path)) == 2


def test_a_page_that_leads_to_another_host_by_itself_is_not_followed(tmp_path: Path) -> None:
    with serving(NewsServer(1)) as elsewhere:
        refresh = f'<meta http-equiv="refresh" content="0; url={elsewhere.url}tin-tuc/">'
        outcome, _ = crawled(tmp_path, lambda server: {"/vao.html": page("", refresh)}, listings=["vao.html"])
        assert elsewhere.requests == 0 and outcome.exit_status == 1


def urls(server: NewsServer, *paths: str) -> bytes:
    entries = "".join(f"<url><loc>{server.url}{path[1:]}</loc></url>" for path in paths)
    return f"<urlset {SITEMAPS}>{entries}</urlset>".encode()


def test_sitemaps_packed_by_an_index_and_as_text(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        children = "".join(f"<sitemap><loc>{server.url}{name}</loc></sitemap>" for name in ("mot.xml.gz", "hai.txt"))
        return {
            "/sitemap.xml": Reply(200, f"<sitemapindex {SITEMAPS}>{children}</sitemapindex>".encode(), XML),
            "/mot.xml.gz": Reply(200, gzip.compress(urls(server, server.article_path(1))), {"Content-Type": "x/y"}),
            "/hai.txt": Reply(200, f"{server.url}{server.article_path(2)[1:]}\n".encode(), {"Content-Type": "x/y"}),
        }

    outcome, _ = crawled(tmp_path, routes, listings=["sitemap.xml"])
    assert outcome.exit_status == 0 and len(articles(tmp_path)) == 2


def test_a_sitemap_that_is_its_own_child_ends(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        children = "".join(f"<sitemap><loc>{server.url}s-{n}.xml</loc></sitemap>" for n in range(40))
        index = Reply(200, f"<sitemapindex {SITEMAPS}>{children}</sitemapindex>".encode(), XML)
        return {"/sitemap.xml": index, **{f"/s-{n}.xml": index for n in range(40)}}

    outcome, server = crawled(tmp_path, routes, sitemaps=["sitemap.xml"])
    assert outcome.left == 0 and server.requests < 60


def feed(server: NewsServer, *items: str) -> Reply:
    channel = "".join(items)
    return Reply(200, f'<?xml version="1.0"?><rss version="2.0"><channel>{channel}</channel></rss>'.encode(), XML)


def item(server: NewsServer, number: int, day: str) -> str:
    address = f"{server.url}{server.article_path(number)[1:]}"
    return f"<item><title>Hội nghị số {number}</title><link>{address}</link><pubDate>{day}</pubDate></item>"


def test_a_feed_with_an_impossible_day_and_a_broken_item(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        bad = "<item><title>Hỏng</title><link>http://[::1/</link></item>"
        ends = item(server, 1, "Fri, 31 Dec 9999 23:59:59 GMT")
        return {"/rss": feed(server, ends, bad, item(server, 2, "Fri, 17 May 2024 09:15:00 +0700"))}

    crawled(tmp_path, routes, feeds=["rss"], listings=["khong-co.html"])
    assert len(articles(tmp_path)) == 2


def test_an_entry_with_several_links(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        links = (
            f'<link rel="edit" href="{server.url}feeds/1"/><link rel="enclosure" href="{server.url}anh/1.jpg"/>'
            f'<link rel="alternate" type="text/html" href="{server.url}{server.article_path(1)[1:]}"/>'
        )
        atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Hội nghị</title>{links}</entry></feed>'
        return {"/atom": Reply(200, atom.encode(), XML)}

    _, server = crawled(tmp_path, routes, listings=["atom"])
    assert len(articles(tmp_path)) == 1 and set(server.hits) == {"/robots.txt", "/atom", server.article_path(1)}


@pytest.mark.parametrize("entrance", ["feeds", "listings"])
def test_a_json_feed(tmp_path: Path, entrance: str) -> None:
    def routes(server: NewsServer) -> Routes:
        items = [{"id": f"{n}", "url": server.article_path(n), "title": f"Hội nghị số {n}"} for n in (1, 2)]
        content = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Tin", "items": items})
        feed = Reply(200, content.encode(), {"Content-Type": "application/feed+json"})
        return {"/feed.json": feed, "/tin-tuc/": page("<p>Chưa có tin nào.</p>")}

    outcome, _ = crawled(tmp_path, routes, **{entrance: ["feed.json"]})
    assert outcome.exit_status == 0 and len(articles(tmp_path)) == 2


def test_a_feed_that_is_none_is_an_error_of_the_site(tmp_path: Path) -> None:
    outcome, _ = crawled(tmp_path, lambda server: {"/rss": page("<h1>Bảo trì</h1>")}, feeds=["rss"])
    assert outcome.exit_status == 1
    assert [problem.kind for problem in outcome.sites[0].problems] == ["unreadable_entry"]
    assert len(articles(tmp_path)) == 2


@pytest.mark.parametrize("onward", ["_{number}.html", "-trang-{number}.html"])
def test_an_article_whose_pages_are_linked_by_words_is_one(tmp_path: Path, onward: str) -> None:
    more = "Tiếp đó, đồng chí Giàng A Say, Trưởng Công an xã, báo cáo tình hình trật tự trên địa bàn trước hội nghị."
    last = "Kết thúc hội nghị, bà Vừ Thị Dợ, Bí thư Đảng ủy xã, đề nghị các bản thực hiện tốt những việc đã bàn."

    def routes(server: NewsServer) -> Routes:
        path, html = server.article_path(1), server.article_html(1)
        body = html[html.index("<p>") : html.index("</div>", html.index("<p>"))]
        second, third = (path.removesuffix(".html") + onward.format(number=number) for number in (2, 3))

        def part(text: str, following: str) -> Reply:
            words = f"<p>{link(following, 'Xem tiếp trang sau &gt;&gt;')}</p>" if following else ""
            return Reply(200, html.replace(body, text + words).encode(), HTML)

        return {path: part(body, second), second: part(f"<p>{more}</p>", third), third: part(f"<p>{last}</p>", "")}

    crawled(tmp_path, routes)
    found = articles(tmp_path)
    assert len(found) == 2
    (long,) = [article for article in found if more in article.paragraphs]
    assert long.paragraphs[-2:] == (more, last) and len(long.paragraphs) == 4


def test_an_article_over_three_pages_is_one(tmp_path: Path) -> None:
    more = "Tiếp đó, đồng chí Giàng A Say, Trưởng Công an xã, báo cáo tình hình trật tự trên địa bàn trước hội nghị."
    last = "Kết thúc hội nghị, bà Vừ Thị Dợ, Bí thư Đảng ủy xã, đề nghị các bản thực hiện tốt những việc đã bàn."

    def routes(server: NewsServer) -> Routes:
        path, html = server.article_path(1), server.article_html(1)
        body = html[html.index("<p>") : html.index("</div>", html.index("<p>"))]

        def part(text: str, following: int | None) -> Reply:
            onward = f'<link rel="next" href="{path}?page={following}">' if following else ""
            changed = html.replace(body, f"<p>{text}</p>").replace("</head>", f"{onward}</head>")
            return Reply(200, changed.encode(), HTML)

        first = html.replace("</head>", f'<link rel="next" href="{path}?page=2"></head>')
        parts = {f"{path}?page=2": part(more, 3), f"{path}?page=3": part(last, None)}
        return {path: Reply(200, first.encode(), HTML), **parts}

    crawled(tmp_path, routes)
    found = articles(tmp_path)
    assert len(found) == 2
    (long,) = [article for article in found if more in article.paragraphs]
    assert long.paragraphs[-2:] == (more, last) and len(long.paragraphs) == 4


def test_the_next_article_is_no_further_page(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        onward = f'<link rel="next" href="{server.article_path(2)}"></head>'
        return {server.article_path(1): Reply(200, server.article_html(1).replace("</head>", onward).encode(), HTML)}

    crawled(tmp_path, routes)
    assert [len(article.paragraphs) for article in articles(tmp_path)] == [2, 2]


@pytest.mark.parametrize("twin", ["/amp{path}", "{path}?amp=1", "{path}/amp", "{stem}.amp.html"])
def test_the_form_for_telephones_is_one_article_with_its_twin(tmp_path: Path, twin: str) -> None:
    def routes(server: NewsServer) -> Routes:
        path = server.article_path(1)
        address = twin.format(path=path, stem=path.removesuffix(".html"))
        links = link(address, "Hội nghị số 1") + link(path, "Hội nghị số 1") + link(server.article_path(2), "Hội nghị")
        return {"/tin-tuc/": page(links), address: page_of(server, 1)}

    outcome, _ = crawled(tmp_path, routes)
    assert outcome.exit_status == 0 and len(articles(tmp_path)) == 2


def test_an_article_that_is_only_linked_in_its_form_for_telephones_is_asked_for_there(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        address = f"/amp{server.article_path(1)}"
        gone = Reply(404)
        return {"/tin-tuc/": page(link(address, "Hội nghị")), address: page_of(server, 1), server.article_path(1): gone}

    crawled(tmp_path, routes)
    assert len(articles(tmp_path)) == 1


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


@pytest.mark.parametrize("kind", ["html", "text", "*/*", "unknown/unknown", "application/octet-stream", "text/plain"])
def test_a_page_is_told_by_its_first_bytes_where_its_type_says_nothing(tmp_path: Path, kind: str) -> None:
    def routes(server: NewsServer) -> Routes:
        path = server.article_path(1)
        return {path: Reply(200, server.article_html(1).encode(), {"Content-Type": kind})}

    assert crawled(tmp_path, routes)[0].exit_status == 0
    assert len(articles(tmp_path)) == 2


def test_a_header_with_a_name_beyond_ascii_costs_no_page(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        path = server.article_path(1)
        named = {**HTML, "X-Ch\u00e1": "1", "X Trong": "2"}
        return {path: Reply(200, server.article_html(1).encode(), named)}

    assert crawled(tmp_path, routes)[0].exit_status == 0
    assert len(articles(tmp_path)) == 2


def test_a_refresh_header_is_a_redirect(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        path = server.article_path(1)
        moved = Reply(200, b"<html><body></body></html>", {**HTML, "Refresh": "0; url=/tin-tuc/moi-1000001.html"})
        return {path: moved, "/tin-tuc/moi-1000001.html": Reply(200, server.article_html(1).encode(), HTML)}

    crawled(tmp_path, routes)
    assert len(articles(tmp_path)) == 2


def test_a_feed_with_a_mark_before_its_declaration_is_one(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        items = "".join(f"<item><guid>{server.url}{server.article_path(n)}</guid></item>" for n in (1, 2))
        feed = f'\n\ufeff<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
        return {"/rss": Reply(200, feed.encode(), {"Content-Type": "text/plain"})}

    assert crawled(tmp_path, routes, feeds=["/rss"])[0].exit_status == 0
    assert len(articles(tmp_path)) == 2
