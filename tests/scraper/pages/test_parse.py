"""Which pages are articles, for any bytes; one article has one id."""

from __future__ import annotations


import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.article import Page
from scraper.demo.samples import load_articles, load_theme
from scraper.demo.servers import SampleSite
from scraper.pages.blocks import clean
from scraper.pages.dates import feed_day, read_stamp
from scraper.pages.discover import discover
from scraper.pages.evidence import LinkEvidence
from scraper.pages.parse import NotAnArticle, article_id, parse_article
from scraper.sites import Site
from tests.scraper.pages.made import ADDRESS, PLATFORMS, SITE, TEXT, page, read, reason


def moved(to: str, status: int = 200) -> Page:
    one = page(f"<h1>Trang chủ</h1><p>{TEXT}</p>")
    return Page(to, one.url, one.fetched_at, status, one.headers, one.body, one.sha256)


def test_what_is_no_article_and_why() -> None:
    assert reason(moved("http://xamau.example/")) == "soft_404"
    assert reason(moved("http://elsewhere.example/tin/hoi-nghi-trien-khai-nhiem-vu-12345.html")) == "off_site"
    assert reason(moved("http://xamau.example/tin/a-b-c-d-e-1.html", status=404)) == "status"
    assert reason(page("%PDF-1.4", content_type="application/pdf")) == "not_html"
    assert reason(page(f"<h1>Tin tức</h1><p>{TEXT}</p>", url="http://xamau.example/tin-tuc")) == "listing"
    assert reason(page("<h1>Hội nghị</h1><div itemprop=articleBody>Ảnh</div>")) == "too_short"
    assert reason(page("")) == "too_short"


def test_nukeviets_malformed_time_is_read() -> None:
    head = '<meta property="article:published_time" content="2021-02-24+0717:33:48">'
    found = read(f"{head}<h1 itemprop=headline>Hội nghị</h1><div id=news-bodyhtml><p>{TEXT}</p></div>", "nukeviet4")
    assert found.published_at == "2021-02-24T17:33:48+07:00"


def test_the_blocks_of_word_processors() -> None:
    body = f"""<h1 itemprop=headline>Hội nghị</h1><div itemprop=articleBody>
        <p class=MsoNormal><b><span>Sáng 14/5,&nbsp;</span></b><span>UBND x&atilde;</span> họp\u200b.<o:p></o:p></p>
        <p>{TEXT}<br>Dòng&#160;hai<br/><br/>Dòng ba</p><p>&nbsp;</p>
        <table><tr><td><img src="file:///C:/anh.jpg"></td></tr><tr><td>Quang cảnh hội nghị</td></tr></table>
        <p><img src=""></p><p align=center><i>Đại biểu dự hội nghị</i></p><p align=center><i>Chữ giữa dòng</i></p>
        <p>Lượt xem: 14</p><p style="text-align:right"><b>Tin, ảnh: Lò Văn Mẫu</b></p>
        <p><b>Các tin khác:</b></p><ul><li>Tin cũ (01/01/2020)</li></ul></div>"""
    found = read(body)
    assert found.paragraphs == ("Sáng 14/5, UBND xã họp.", TEXT, "Dòng hai", "Dòng ba", "Chữ giữa dòng")
    assert found.captions == ("Quang cảnh hội nghị", "Đại biểu dự hội nghị")
    assert found.author == "Lò Văn Mẫu"


def test_files_are_listed_and_are_no_text() -> None:
    body = f"""<h1 itemprop=headline>Kế hoạch</h1><div itemprop=articleBody><p>{TEXT}</p>
        <p><a href="/documents/10/KH.pdf/5b1c9d0e?t=1">Kế hoạch số 12</a></p>
        <p>Xem <a href="a%20b.DOCX">phụ lục</a>.</p></div>"""
    found = read(body)
    assert [(one.type, one.name) for one in found.attachments] == [("pdf", "Kế hoạch số 12"), ("docx", "phụ lục")]
    assert found.paragraphs == (TEXT, "Xem phụ lục.")


def test_a_bylines_source_and_author_are_told_apart() -> None:
    start = f"<h1 itemprop=headline>Tin</h1><div itemprop=articleBody><p>{TEXT}</p>"
    both = read(f"{start}<p align=right>Tác giả: Lò Văn Mẫu | Nguồn: Báo Mẫu</p></div>")
    assert (both.author, both.source) == ("Lò Văn Mẫu", "Báo Mẫu")
    source = read(f"{start}<p align=right>Theo Báo Mẫu</p></div>")
    assert (source.author, source.source) == (None, "Báo Mẫu")
    neither = read(f"{start}<p>Theo kế hoạch, hội nghị kết thúc ngày 15/5.</p></div>")
    assert (neither.author, neither.source) == (None, None) and len(neither.paragraphs) == 2


@pytest.mark.parametrize(
    "url",
    [
        "https://xamau.example/tin/hoi-nghi-trien-khai-nhiem-vu-12345.html",
        "http://www.xamau.example:80/tin/hoi-nghi-trien-khai-nhiem-vu-12345.html#binh-luan",
        "http://mau.example/tin/hoi-nghi-trien-khai-nhiem-vu-12345.html?utm_source=zalo&fbclid=x",
        "http://xamau.example/tin/hoi-nghi-trien-khai-nhiem-vu-12345.html;jsessionid=0A1B",
        "http://xamau.example/print/tin/hoi-nghi-trien-khai-nhiem-vu-12345.html",
        "http://xamau.example/savefile/tin/hoi-nghi-trien-khai-nhiem-vu-12345.html",
    ],
)
def test_one_article_has_one_id(url: str) -> None:
    platform = PLATFORMS["nukeviet4"]
    assert article_id(url, SITE, platform) == article_id(ADDRESS, SITE, platform)


@pytest.mark.parametrize(
    ("platform", "one", "other"),
    [
        ("tintuc_mvc", "/TINTUC/View/Hop-bao?PageIndex=1", "/TINTUC/View/Hop-bao?PageIndex=41"),
        ("sharepoint", "/Pages/x.aspx?ItemID=7&CateID=1", "/Pages/x.aspx?CateID=3&itemid=7"),
        (
            "webcenter",
            "/webcenter/portal/a/pages_t/b?dDocName=P1&_afrLoop=12",
            "/webcenter/portal/a/pages_t/b?dDocName=P1",
        ),
        ("joomla", "/tin/12-hop-bao.html?tmpl=component&print=1", "/tin/12-hop-bao.html"),
    ],
)
def test_parameters_that_do_not_count(platform: str, one: str, other: str) -> None:
    ids = {article_id(f"http://xamau.example{path}", SITE, PLATFORMS[platform]) for path in (one, other)}
    assert len(ids) == 1


def test_parameters_that_count() -> None:
    ids = {article_id(f"http://xamau.example/Pages/x.aspx?ItemID={n}", SITE, PLATFORMS["sharepoint"]) for n in (7, 8)}
    assert len(ids) == 2


def test_a_body_of_endless_nesting_is_read() -> None:
    deep = "<div>" * 1500 + f"<p>{TEXT}</p>" + "</div>" * 1500
    assert TEXT in "\n".join(read(f"<h1 itemprop=headline>Tin</h1><div itemprop=articleBody>{deep}</div>").paragraphs)


@given(st.binary(max_size=600), st.sampled_from(sorted(PLATFORMS)))
@settings(deadline=None, max_examples=60)
def test_no_bytes_break_a_page(body: bytes, platform: str) -> None:
    one = page(body)
    discover(one, SITE, PLATFORMS[platform])
    try:
        parse_article(one, SITE, PLATFORMS[platform])
    except NotAnArticle:
        pass


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_no_damage_to_a_real_page_breaks_it(data: st.DataObject) -> None:
    platform = data.draw(st.sampled_from(sorted(PLATFORMS)))
    look = load_theme(platform)
    site = Site(id="mau", name="Mẫu", url="http://mau.example/", platform=platform)
    sample = SampleSite(look, load_articles("demo-drupal")[:2], site, page_size=2)
    whole = sample.page(sample.articles[0])
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 400)))
    body = whole[:start] + data.draw(st.binary(max_size=8)) + whole[end:]
    try:
        parse_article(page(body, url=f"http://mau.example{sample.articles[0].url}"), site, PLATFORMS[platform])
    except NotAnArticle:
        pass


@given(st.text(alphabet=st.sampled_from("0123456789/-:T .+ZSACHtrướcgiờngàyphút"), max_size=40) | st.text(max_size=60))
@settings(max_examples=300)
def test_no_text_breaks_the_reading_of_stamps(text: str) -> None:
    stamp = read_stamp(text, "2026-11-21T03:00:00Z")
    assert stamp is None or stamp.day >= "1995"
    feed_day(text)


def test_a_page_headed_by_the_text_of_the_link_to_it_is_an_article_without_a_stamp() -> None:
    html = f"<body><h1>Thông báo</h1><div class=article-body><p>{TEXT}</p></div></body>"
    shown = page(html, url="http://xamau.example/thong-bao/thong-bao")
    with pytest.raises(NotAnArticle):
        parse_article(shown, SITE, PLATFORMS["generic"])
    listed = LinkEvidence("http://mau.example/", "listing", "Thông báo")
    assert parse_article(shown, SITE, PLATFORMS["generic"], listed).title == "Thông báo"


def test_a_page_of_a_site_without_a_platform_is_read_as_what_it_looks_like() -> None:
    for name in sorted(PLATFORMS):
        site = Site(id="mau", name="Mẫu", url="http://mau.example/")
        sample = SampleSite(load_theme(name), load_articles("demo-drupal")[:2], site, page_size=2)
        one = sample.articles[0]
        shown = page(sample.page(one), url=f"http://mau.example{one.url}")
        found = parse_article(shown, site, PLATFORMS["generic"])
        assert found.title == clean(one.title) and clean(one.body[-1]) in found.paragraphs
        assert found.published_at and found.published_at[:10] == one.moment.date().isoformat()


@pytest.mark.parametrize(
    "broken",
    [
        f"<html><p>Trang chủ</p></html><html><body><h1>Tập huấn cán bộ thôn</h1><p>{TEXT}</p></body></html>",
        f"<body><h1>Tập huấn cán bộ thôn</h1><!-- đầu bài --!><p>{TEXT}</p></body>",
    ],
    ids=["two documents", "comment"],
)
def test_what_one_parser_leaves_out_of_a_broken_page_another_reads(broken: str) -> None:
    found = read(broken)
    assert (found.title, found.paragraphs) == ("Tập huấn cán bộ thôn", (TEXT,))


def test_a_form_around_a_small_page_is_its_frame() -> None:
    others = "<div>Các bài viết cùng thể loại</div><ul><li><a href=/x>Bản Mẫu trồng thêm cây xanh</a></li></ul>"
    head = "<h2>Tập huấn cán bộ thôn bản</h2><span>16/5/2024 - 08:15</span>"
    html = f"{head}<div><p>{TEXT}</p><p>{TEXT} Hết.</p>{others}</div>"
    found = read(f"<body><form method=post id=aspnetForm><table><tr><td>{html}</table></form>")
    assert found.published_at == "2024-05-16T08:15:00+07:00" and found.paragraphs == (TEXT, f"{TEXT} Hết.")


def test_the_name_of_a_website_is_no_title() -> None:
    others = "".join(f"<h2><a href=/tin-{n}>Xã Mẫu trồng thêm hai trăm cây {n}</a></h2><p>{TEXT}</p>" for n in range(3))
    head = "<head><title>Trang thông tin điện tử xã Mẫu</title></head>"
    url = "http://xamau.example/tra-loi-kien-nghi-cua-ba-con-trong-xa/"
    assert reason(page(f"{head}<body>{others}</body>", url)) in ("listing", "too_short")


XA = "http://xamau.example"
OWN = "/tin/hoi-nghi-trien-khai-nhiem-vu-12345.html"


@pytest.mark.parametrize(
    ("platform", "url", "canonical", "believed"),
    [
        ("generic", "/chi-tiet?id=77", OWN, True),
        ("generic", f"/en/vi{OWN}", OWN, True),
        ("wordpress", "/?p=77", "/2026/05/hoi-nghi-trien-khai-nhiem-vu/", True),
        ("generic", OWN, "/", False),
        ("generic", OWN, "/tin", False),
        ("generic", OWN, "/tin/hop-dan-ban-na-mo-lan-hai-12346.html", False),
        ("generic", OWN, "/en/news/meeting-on-the-tasks-of-may-12345.html", False),
        ("wordpress", "/2026/05/hoi-nghi-trien-khai-nhiem-vu/", "/2026/04/hop-dan-ban-na-mo-lan-hai/", False),
        ("generic", "/chi-tiet?id=77", f"http://noikhac.example{OWN}", False),
    ],
)
def test_a_canonical_link_counts_where_it_leads_to_the_same_article(
    platform: str, url: str, canonical: str, believed: bool
) -> None:
    body = f"<h1>Hội nghị triển khai nhiệm vụ</h1><div itemprop=articleBody><p>{TEXT}</p></div>"
    html = f"<link rel=canonical href='{canonical}'>{body}"
    found = read(html, platform, url=XA + url)
    assert found.url == XA + (canonical if believed else url)
    assert found.id == article_id(found.url, SITE, PLATFORMS[platform])
