"""Links whose URLs do not tell their kind: menus and lists are told apart by their surroundings."""

from hashlib import sha256

import pytest

from scraper.article import Page
from scraper.pages.discover import discover
from scraper.platforms import load_platforms
from scraper.sites import Site

HOST = "http://xa-mau.example"
MENU = """
<ul class="top"><li><a href="/">Trang chủ</a></li>
 <li><a href="/gioi-thieu-chung-ve-xa">Giới thiệu chung</a></li>
 <li><a href="/quy-dinh-ve-tiep-cong-dan-va-don-thu">Quy định về tiếp công dân và đơn thư</a></li>
 <li><a href="/van-ban">Văn bản</a></li><li><a href="/thu-tuc-hanh-chinh">Thủ tục</a></li>
 <li><a href="/hoi-dap">Hỏi đáp</a></li><li><a href="/lien-he">Liên hệ</a></li></ul>"""
ITEMS = """
<div class="tin"><h3><a href="/xa-mau-ra-quan-lam-thuy-loi">Xã Mẫu ra quân làm thủy lợi</a></h3></div>
<div class="tin"><h3><a href="/le-hoi-dau-xuan">Lễ hội đầu xuân ở thôn Bốn</a></h3></div>
<div class="tin"><h3><a href="/thong-bao-1">Thông báo 1</a></h3></div>
<div class="tin"><h3><a href="/hoi-nong-dan-xa-trao-bo-giong">Hội Nông dân xã trao bò giống</a></h3></div>"""


def kinds(
    body: str, url: str = f"{HOST}/", platform: str = "generic", learned: dict[str, str] | None = None
) -> dict[str, str]:
    """The kinds of the links on a page, by path."""
    site = Site(id="mau", name="Mẫu", url=f"{HOST}/", level="commune", platform=platform)
    content = f"<html><body>{body}</body></html>".encode()
    digest = sha256(content).hexdigest()
    page = Page(url, url, "2024-06-01T00:00:00Z", 200, {"content-type": "text/html"}, content, digest)
    links = discover(page, site, load_platforms()[platform], learned=learned)
    return {link.url.removeprefix(HOST): link.kind for link in links}


def test_a_long_name_in_a_menu_is_a_section_and_a_short_title_in_a_list_an_article() -> None:
    found = kinds(MENU + ITEMS)
    assert found["/quy-dinh-ve-tiep-cong-dan-va-don-thu"] == "listing"
    assert [path for path, kind in found.items() if kind == "article"] == [
        "/xa-mau-ra-quan-lam-thuy-loi",
        "/le-hoi-dau-xuan",
        "/thong-bao-1",
        "/hoi-nong-dan-xa-trao-bo-giong",
    ]


@pytest.mark.parametrize(
    "menu",
    [
        '<nav><a href="/ke-hoach-phat-trien-ben-vung-cua-xa-mau">Kế hoạch phát triển bền vững</a></nav>',
        '<div id="main-menu"><a href="/ke-hoach-phat-trien-ben-vung-cua-xa-mau">Kế hoạch phát triển bền vững</a></div>',
        '<ul><li><a href="/ke-hoach">Kế hoạch</a><ul><li><a href="/ke-hoach-phat-trien-ben-vung-cua-xa-mau">Phát triển'
        " bền vững của xã</a></li></ul></li></ul>",
    ],
    ids=["nav", "class", "submenu"],
)
def test_menus_are_known_by_tag_by_name_and_by_nesting(menu: str) -> None:
    assert kinds(menu + ITEMS)["/ke-hoach-phat-trien-ben-vung-cua-xa-mau"] == "listing"


def test_a_wrapper_named_after_a_menu_is_none() -> None:
    text = "<p>" + "Xã họp bàn việc làm đường. " * 20 + "</p>"
    found = kinds(f'<div class="no-menu">{ITEMS}{text}</div>')
    assert found["/le-hoi-dau-xuan"] == "article"


def test_where_articles_have_numbers_a_bare_slug_is_none() -> None:
    numbered = "".join(
        f'<li><a href="/tin/tin-so-{n}-{n}45671.html">Tin số {n} về việc họp bàn ở xã</a></li>' for n in range(1, 7)
    )
    topic = '<li><a href="/cuoc-thi-viet-ve-nguoi-tot-viec-tot">Cuộc thi viết về người tốt việc tốt năm nay</a></li>'
    found = kinds(f"<ul>{numbered}{topic}</ul>")
    assert found["/cuoc-thi-viet-ve-nguoi-tot-viec-tot"] == "listing"
    assert list(found.values()).count("article") == 6


def test_read_on_leads_to_what_another_link_names() -> None:
    paths = [f"/tin-tuc/hoat-dong-cua-chi-bo-{name}-o-xa" for name in "abc"]
    more = "".join(f'<div class="x"><a href="{path}">Xem tiếp</a></div>' for path in paths)
    found = kinds(ITEMS + more)
    assert [found[path] for path in paths] == ["listing"] * 3


def test_a_day_or_a_lead_beside_a_link_tells_an_article() -> None:
    lead = "Sáng nay, cán bộ và nhân dân thôn Bốn tham gia vệ sinh đường làng, ngõ xóm, trồng thêm hai trăm cây xanh."
    led = f'<div><a href="/ra-quan">Ra quân</a><p>{lead}</p></div>'
    dated = '<div><a href="/hop-thon">Họp thôn</a> <i>12/03/2024</i></div>'
    assert kinds(led + dated) == {"/ra-quan": "article", "/hop-thon": "article"}


def test_another_order_of_the_same_listing_is_no_article() -> None:
    url = f"{HOST}/hoat-dong-cua-cac-doan-the-xa"
    body = ITEMS + '<a href="/hoat-dong-cua-cac-doan-the-xa?_101_cur=2&x=564233524">Trang 2 của chuyên mục này đây</a>'
    assert kinds(body, url)["/hoat-dong-cua-cac-doan-the-xa?_101_cur=2&x=564233524"] == "listing"


def test_short_numbers_are_articles_under_titles_and_the_pages_of_accounts_are_none() -> None:
    items = "".join(
        f'<article><h2><a href="/archives/{n}">Tin số {n} về việc họp bàn ở xã</a></h2><p>{"Xã họp. " * 20}</p>'
        f'<a class="by" href="/author/bien-tap">Biên tập</a></article>'
        for n in (9, 15, 27)
    )
    found = kinds(items + '<nav><a href="/archives/3">Tháng Ba</a></nav>')
    articles = [path for path, kind in found.items() if kind == "article"]
    assert articles == ["/archives/9", "/archives/15", "/archives/27"]
    assert found["/author/bien-tap"] == "listing"


def test_an_address_that_tells_is_believed_wherever_it_stands() -> None:
    found = kinds('<nav><a href="/tin/le-khai-giang-123456.html">Khai giảng</a></nav>' + ITEMS)
    assert found["/tin/le-khai-giang-123456.html"] == "article"


@pytest.mark.parametrize(
    "path",
    [
        "/2024/03/",
        "/2024",
        "/tin/2024/03",
        "/taxonomy/term/12",
        "/gia-ca-tag15031130559739907049.html",
        "/kinh-te-tu-nhan-cua-tinh-mau-e587.htm",
        "/chu-de/nong-thon-moi-nang-cao-kieu-mau-12.htm",
        "/tin-tuc-24h?cate=000003",
    ],
)
def test_archives_by_month_terms_tags_and_topics_are_listings_among_titles_too(path: str) -> None:
    item = f'<div class="tin"><h3><a href="{path}">Tháng Ba năm nay có những tin gì mới</a></h3></div>'
    assert kinds(ITEMS + item)[path] == "listing"


@pytest.mark.parametrize("path", ["/views_ads/798", "/rss.html"])
def test_advertisements_and_pages_of_feeds_are_not_followed(path: str) -> None:
    item = f'<div class="tin"><h3><a href="{path}">Tin của đơn vị tài trợ trang</a></h3></div>'
    assert path not in kinds(ITEMS + item)


def test_a_link_without_text_is_named_by_its_label() -> None:
    items = "".join(
        f'<article class="tin"><h2>Xã Mẫu ra quân làm đường giao thông đợt {n}</h2>'
        f'<a href="/ra-quan-dot-{n}-cua-xa-mau" aria-label="Xã Mẫu ra quân làm đường giao thông đợt {n}"></a></article>'
        for n in range(3)
    )
    assert list(kinds(items).values()) == ["article"] * 3


def test_a_short_number_is_no_articles_where_articles_end_in_long_ones() -> None:
    items = "".join(
        f'<div class="tin"><h3><a href="/xa-mau-ra-quan-lam-duong-1002403{n:06}.htm">Xã Mẫu ra quân {n}</a></h3></div>'
        for n in range(14)
    )
    names = ("mot", "hai", "ba", "tu")
    menu = "".join(f'<li><a href="/trai-nghiem-va-danh-gia-{name}.htm">Mục</a></li>' for name in names)
    shown = '<div class="tin"><h3><a href="/khoe-360.htm">Khỏe 360 độ cùng bạn đọc của báo</a></h3></div>'
    assert kinds(f"<ul>{menu}</ul>" + items + shown)["/khoe-360.htm"] == "listing"


def test_what_pages_at_urls_of_a_pattern_turned_out_to_be_decides_where_words_cannot() -> None:
    menu = '<nav><a href="/tin/hop-dan">Họp dân</a></nav>'
    assert kinds(menu + ITEMS)["/tin/hop-dan"] == "listing"
    assert kinds(menu + ITEMS, learned={"/tin/a": "article"})["/tin/hop-dan"] == "article"
    assert kinds(ITEMS, learned={"/a": "listing"})["/xa-mau-ra-quan-lam-thuy-loi"] == "listing"


def test_what_a_pager_has_further_pages_of_is_a_listing() -> None:
    path = "/ban-tin/Tin-Xay-Dung-Nong-Thon-Moi.aspx"
    head = f'<div class="tin"><h3><a href="{path}">Tin xây dựng nông thôn mới năm nay</a></h3></div>'
    pager = "".join(f'<a href="{path}?Page={n}">{n}</a>' for n in (2, 3))
    assert kinds(head + ITEMS)[path] == "article"
    assert kinds(head + ITEMS + f"<div>{pager}</div>")[path] == "listing"


def test_the_heading_of_a_list_leads_to_all_of_it_and_is_no_title() -> None:
    boxes = "".join(
        f'<div class="hop"><h4><a href="{path}">{name}</a></h4></div>'
        for path, name in (
            ("/xa/thong-bao-chung-cua-xa-mau", "Tin đọc nhiều"),
            ("/xa/xa-mau-ra-quan-lam-duong", "Xã Mẫu ra quân làm đường giao thông"),
            ("/xa/xa-mau-mo-hoi-dau-xuan", "Xã Mẫu mở hội đầu xuân năm mới"),
        )
    )
    assert kinds(boxes) == {
        "/xa/thong-bao-chung-cua-xa-mau": "listing",
        "/xa/xa-mau-ra-quan-lam-duong": "article",
        "/xa/xa-mau-mo-hoi-dau-xuan": "article",
    }


def test_topics_of_newspapers_are_told_by_their_folder_and_a_short_number() -> None:
    found = kinds('<a href="/event/goc-nhin-tu-xa-mau-162.html">Góc nhìn từ xã Mẫu</a>')
    assert found["/event/goc-nhin-tu-xa-mau-162.html"] == "listing"


@pytest.mark.parametrize(
    "path",
    [
        "/su-kien/lanh-dao-xa-mau-tham-tang-qua-gia-dinh-chinh-sach-nhan-dip-quoc-khanh-2-9.html",
        "/su-kien/xa-mau-tong-ket-cong-tac-nam-2025.html",
    ],
)
def test_the_last_number_of_a_title_is_not_that_of_a_topic(path: str) -> None:
    assert kinds(f'<a href="{path}">Lãnh đạo xã Mẫu thăm, tặng quà gia đình chính sách</a>')[path] == "article"


def test_the_short_name_of_a_menu_counts_more_than_the_card_that_leads_to_the_same_page() -> None:
    menu = '<nav><a href="/can-nang">Tính cân nặng</a></nav>'
    lead = "Cân nặng hợp lý là cân nặng phù hợp với chiều cao, được tính theo giới và tuổi của mỗi người dân trong xã."
    card = f'<div class="the"><a href="/can-nang">Tính cân nặng hợp lý cho người lớn và trẻ em</a><p>{lead}</p></div>'
    assert kinds(card)["/can-nang"] == "article"
    assert kinds(menu + card)["/can-nang"] == "listing"


def test_titles_under_a_heading_in_a_list_are_no_entries_of_a_menu() -> None:
    titles = "".join(
        f'<li><a href="/lich/lich-cong-tac-tuan-{n}-cua-xa">Lịch công tác tuần {n} của lãnh đạo Đảng ủy, HĐND, UBND xã'
        "</a></li>"
        for n in range(3)
    )
    found = kinds(f'<ul class="hop"><li><a href="/lich">Lịch công tác</a><ul>{titles}</ul></li></ul>')
    assert [kind for path, kind in found.items() if path != "/lich"] == ["article"] * 3
    assert found["/lich"] == "listing"


def test_a_folder_of_further_pages_is_a_listing_however_long_its_name() -> None:
    path = "/noi-chuyen-ve-truong-cua-ta"
    head = f'<div class="tin"><h3><a href="{path}">Nói chuyện về ngôi trường của chúng ta</a></h3></div>'
    under = "".join(f'<p><a href="{path}/{name}">{name}</a></p>' for name in ("ky-mot", "ky-hai"))
    forms = "".join(f'<p><a href="{path}/{name}">{name}</a></p>' for name in ("amp", "feed", "2"))
    assert kinds(head + ITEMS + forms)[path] == "article"
    assert kinds(head + ITEMS + under)[path] == "listing"


def test_a_number_of_five_digits_is_an_articles_among_longer_ones() -> None:
    items = "".join(
        f'<li><a href="/tin/xa-mau-ra-quan-{n}-202406261050{n:05}.htm">Xã Mẫu ra quân {n} làm đường</a></li>'
        for n in range(12)
    )
    video = '<li><a href="/video/xa-mau-mo-hoi-dau-xuan-67803.htm">Xã Mẫu mở hội đầu xuân</a></li>'
    assert kinds(f"<ul>{items}{video}</ul>")["/video/xa-mau-mo-hoi-dau-xuan-67803.htm"] == "article"


def test_the_day_and_the_lead_beside_a_heading_are_those_of_the_title_under_it() -> None:
    lead = "Sáng nay, cán bộ và nhân dân thôn Bốn tham gia vệ sinh đường làng, ngõ xóm, trồng thêm hai trăm cây xanh."
    names = ("mot", "hai", "ba")
    boxes = "".join(
        f'<div class="hop"><h2><a href="/doan-hoi-{name}">Đoàn hội</a></h2>'
        f'<a href="/thon-{name}-ra-quan-ve-sinh-duong-lang">Thôn ra quân vệ sinh đường làng</a><p>{lead}</p>'
        "<i>12/03/2024</i></div>"
        for name in names
    )
    found = kinds(boxes)
    assert [found[f"/doan-hoi-{name}"] for name in names] == ["listing"] * 3
    assert [found[f"/thon-{name}-ra-quan-ve-sinh-duong-lang"] for name in names] == ["article"] * 3


def test_the_latest_titles_in_a_footer_are_no_menu_and_links_to_comments_no_other_pages() -> None:
    lead = "Sáng nay, cán bộ và nhân dân thôn Bốn tham gia vệ sinh đường làng, ngõ xóm, trồng thêm hai trăm cây xanh."
    item = (
        '<article class="bai"><h2><a href="/ra-quan">Ra quân</a></h2><a href="/ra-quan#respond">Bình luận</a>'
        f'<p>{lead}</p><a href="/category/tin/">Tin</a> <a href="/author/btv/">Ban biên tập</a></article>'
    )
    pairs = (("ra-quan", "Ra quân"), ("hop", "Họp"))
    latest = "".join(f'<li><a href="/{path}">{name}</a></li>' for path, name in pairs)
    assert kinds(item)["/ra-quan"] == "article"
    assert kinds(f"{item}<footer><ul>{latest}</ul></footer>")["/ra-quan"] == "article"


def test_the_name_of_a_section_beside_a_title_leaves_it_its_day() -> None:
    section = '<a href="/tin/van-hoa-xa-hoi/">Văn hóa - Xã hội - Giáo dục - Y tế</a>'
    dated = f'<div class="bai"><h2><a href="/hop-thon">Họp thôn</a></h2>{section} <i>12/03/2024</i></div>'
    assert kinds(dated)["/hop-thon"] == "article"
