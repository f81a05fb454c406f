"""Feeds and sitemaps as real servers have them, and articles of several pages or in two forms."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.scraper.answering import HTML, SITEMAPS, XML, Routes, articles, crawled, link, page, page_of
from tests.scraper.servers import NewsServer, Reply


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


def test_a_feed_with_a_mark_before_its_declaration_is_one(tmp_path: Path) -> None:
    def routes(server: NewsServer) -> Routes:
        items = "".join(f"<item><guid>{server.url}{server.article_path(n)}</guid></item>" for n in (1, 2))
        feed = f'\n\ufeff<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
        return {"/rss": Reply(200, feed.encode(), {"Content-Type": "text/plain"})}

    assert crawled(tmp_path, routes, feeds=["/rss"])[0].exit_status == 0
    assert len(articles(tmp_path)) == 2
