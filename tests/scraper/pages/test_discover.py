"""Sitemaps list more than articles: URLs excluded by a platform's rules are not requested, unknown ones are."""

from hashlib import sha256

from scraper.article import Page
from scraper.pages.discover import discover
from scraper.platforms import load_platforms
from scraper.sites import Site

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>http://mau.example/tin-tuc/hop-giao-ban-thang-5-12.html</loc><lastmod>2024-05-06T08:00:00+07:00</lastmod></url>
<url><loc>http://mau.example/about/gioi-thieu-chung-3.html</loc></url>
<url><loc>http://mau.example/siteterms/dieu-khoan.html</loc></url>
<url><loc>http://mau.example/ten-la</loc></url>
</urlset>"""


def test_static_pages_of_a_sitemap_are_left_out() -> None:
    site = Site(id="mau", name="Mẫu", url="http://mau.example/", level="district", platform="nukeviet4")
    body = SITEMAP.encode()
    url = "http://mau.example/sitemap-vi.news.xml"
    page = Page(url, url, "2024-06-01T00:00:00Z", 200, {"content-type": "text/xml"}, body, sha256(body).hexdigest())
    links = discover(page, site, load_platforms()["nukeviet4"])
    assert [(link.url.removeprefix("http://mau.example"), link.published) for link in links] == [
        ("/tin-tuc/hop-giao-ban-thang-5-12.html", "2024-05-06"),
        ("/ten-la", None),
    ]


def test_a_link_is_named_by_the_title_and_not_by_the_invitation_to_read_it() -> None:
    texts = ("Read more about {}", "Đọc tiếp về {}", "Xem chi tiết về {}", "{} Read more »", "Continue reading {}")
    items = "".join(
        f'<div class="tin"><h2><a href="/tin-tuc/hop-dan-thon-{n}">Họp dân thôn {n}</a></h2><p>{n + 1}/5/2024</p>'
        f'<a href="/tin-tuc/hop-dan-thon-{n}">{text.format(f"Họp dân thôn {n}")}</a></div>'
        for n, text in enumerate(texts)
    )
    site = Site(id="mau", name="Mẫu", url="http://mau.example/", level="district", platform="generic")
    body = f"<body>{items}</body>".encode()
    url = "http://mau.example/tin-tuc"
    page = Page(url, url, "2024-06-01T00:00:00Z", 200, {"content-type": "text/html"}, body, sha256(body).hexdigest())
    titles = {link.title for link in discover(page, site, load_platforms()["generic"])}
    assert titles == {f"Họp dân thôn {n}" for n in range(5)}
