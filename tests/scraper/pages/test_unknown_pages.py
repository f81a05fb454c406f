"""Pages of no known system: what stands in and around their text is none of it, and stamps and writers are read."""

from __future__ import annotations

import pytest

from scraper.article import Article
from tests.scraper.pages.made import page as made
from tests.scraper.pages.made import read, reason

TITLE = "Xã Mẫu ra quân làm đường giao thông nông thôn"
URL = "http://xamau.example/tin-tuc/xa-mau-ra-quan-lam-duong-giao-thong-nong-thon-12.html"
TEXT = (
    "Sáng 11/8, UBND xã Mẫu tổ chức lễ ra quân làm đường giao thông tại thôn Đồng Vang, với hơn 150 người dân.",
    "Dự buổi lễ có ông Lò Văn Thử, Phó Chủ tịch UBND xã; đại diện các đoàn thể và trưởng các thôn lân cận cùng bà con.",
    "Ngay sau lễ phát động, các lực lượng đã san gạt mặt bằng và đổ được 120 mét đường bê tông đầu tiên của tuyến.",
)
MINUTE = "2024-08-12T09:35:00+07:00"
HEAD = f"<h1>{TITLE}</h1><div>12/08/2024 09:35</div>"
ITEMS = "".join(f"<li><a href=/tin/{n}.html>Hội nghị tổng kết thi đua của thôn {n}</a></li>" for n in (1, 2, 3))
CARD_TITLE = "<a href=/tin/a-1.html>Xã Mẫu khánh thành nhà văn hóa thôn Đồng Vang</a>"
CARD_LEAD = "Chiều 10/7, UBND xã tổ chức lễ khánh thành nhà văn hóa thôn với sự có mặt của đông đảo bà con."


def article(head: str = HEAD, within: str = "", end: str = "", below: str = "") -> Article:
    first, second, third = (f"<p>{line}</p>" for line in TEXT)
    body = f"<div class=w>{head}<div class=n>{first}{second}{within}{third}{end}</div>{below}</div>"
    menu = "<ul><li><a href=/>Trang chủ</a></li><li><a href=/tin-tuc>Tin tức</a></li></ul>"
    return read(f"<head><title>{TITLE}</title></head><body>{menu}{body}<p>© UBND xã Mẫu</p></body>", url=URL)


@pytest.mark.parametrize(
    "within",
    [
        f"<div><a href=/tin/a-1.html><img src=a.jpg></a>{CARD_TITLE}<p>{CARD_LEAD}</p></div>",
        f"<article class=box-news>{CARD_TITLE}<span>{CARD_LEAD}</span></article>",
        f"<p><b>Xem thêm:</b> {CARD_TITLE}</p>",
        f"<div><p>Đọc thêm</p><ul>{ITEMS}</ul></div>",
        f"<table><tr><td><p>TIN LIÊN QUAN</p><ul>{ITEMS}</ul></td></tr></table>",
        "<nav><a href=/a>Tin tức</a> <a href=/b>Sự kiện</a></nav>",
        f"<ul><li>{CARD_TITLE}</li><li><a href=/tin/b-2.html>Vì sao bà con hiến đất làm đường?</a></li></ul>",
        "<p align=center><img src=a></p><p align=center><i>Bà con làm đường</i></p><p align=center><i>Ảnh: Thử</i></p>",
    ],
)
def test_what_stands_within_a_text(within: str) -> None:
    assert article(within=within).paragraphs == TEXT


@pytest.mark.parametrize(
    "below",
    [
        "<div>Chia sẻ 0</div><div>Lượt xem: 1.234</div>",
        "<div>Rate this post</div><div>5/5 - (1 vote)</div>",
        "<p>Tập tin đính kèm</p><p><a href=/tep/kh12.pdf>kh12.pdf</a></p>",
        "<p>Nội dung chi tiết xem tập tin đính kèm</p>",
        "<div>Từ khóa</div><div><a href=/t>đường nông thôn</a> <a href=/u>xã Mẫu</a></div>",
        "<div>In bài này (Ctrl+P)</div><div>Link nội dung: http://xamau.example/tin/12</div>",
        f"<div><b>Những tin mới hơn</b><ul>{ITEMS}</ul><b>Những tin cũ hơn</b><ul>{ITEMS}</ul></div>",
        "<div><h3>Bình luận (1)</h3><b>Vi Thị Thử</b><p>Tuyến đường này rất có ý nghĩa với bà con chúng tôi.</p></div>",
    ],
)
def test_what_stands_below_a_text(below: str) -> None:
    assert article(end=below).paragraphs == TEXT
    assert article(below=below).paragraphs == TEXT


@pytest.mark.parametrize(
    "between",
    [
        "<div><p>Nghe đọc bài</p><p>0:00/3:21</p><p>1x</p><p>Nữ miền Bắc</p><p>Nam miền Nam</p></div>",
        "<div>Cỡ chữ: <a href=#>A-</a> <a href=#>A+</a></div><div>Tương phản: Giảm | Tăng</div>",
        "<div><a href=#>In tin</a> <a href=#>Gửi cho bạn bè</a> <a href=#>Phản hồi</a></div>",
    ],
)
def test_what_stands_above_a_text(between: str) -> None:
    assert article(HEAD + between).paragraphs == TEXT


def test_a_numbered_heading_under_a_picture_and_one_above_the_text_are_of_the_text() -> None:
    numbered = "<p><img src=a.jpg></p><p><em><b>2. Thôn Đồng Vang</b></em></p>"
    assert "2. Thôn Đồng Vang" in article(within=numbered).paragraphs
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    first = read(f"<h1>{TITLE}</h1><div><h2>Cả xã cùng làm đường</h2>{body}</div>", url=URL)
    assert first.paragraphs == ("Cả xã cùng làm đường", *TEXT)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Tin - ảnh: Lò Văn Mẫu", "Lò Văn Mẫu"),
        ("Tin/ảnh: Lò Văn Mẫu", "Lò Văn Mẫu"),
        ("Tin, ảnh:<br>Lò Văn Mẫu", "Lò Văn Mẫu"),
        ("Lò Văn Mẫu (Trung tâm VH-TT huyện)", "Lò Văn Mẫu"),
        ("L.V.M", "L.V.M"),
        ("LN", "LN"),
        ("PV", "PV"),
        ("Lò Văn Mẫu</p><p><a href=/tags/nam-thu>Nậm Thử</a>", "Lò Văn Mẫu"),
    ],
)
def test_signatures(line: str, author: str) -> None:
    found = article(end=f"<p align=right>{line}</p>")
    assert (found.author, found.paragraphs) == (author, TEXT)


@pytest.mark.parametrize(
    ("below", "author"),
    [
        ("<p align=right><b>Lò Văn Mẫu</b></p>", "Lò Văn Mẫu"),
        ("<div class=detail-author>Lò Văn Mẫu</div>", "Lò Văn Mẫu"),
        ("<div>Tác giả: Lò Văn Mẫu</div>", "Lò Văn Mẫu"),
        (f"<div class=tinlienquan>{ITEMS}</div><p class=tacgia>LN</p>", "LN"),
        (f"<h3>Tin khác</h3><ul>{ITEMS}</ul><p align=right>Lò Văn Mẫu</p>", None),
        ("<p>Lò Văn Mẫu</p>", None),
        ("<div><span>Tác giả:</span></div><div>Lò Văn Mẫu</div>", "Lò Văn Mẫu"),
        ("<div><div>Tác giả:</div><div>Ban truyền thông</div></div>", "Ban truyền thông"),
        ("<div class=the><img src=a.jpg><div>Lò Văn Mẫu</div><div>Phóng viên</div></div>", "Lò Văn Mẫu"),
        ("<div><div>Lò Văn Mẫu</div><div>Chủ nhiệm hợp tác xã</div></div>", None),
    ],
)
def test_signatures_below_the_text(below: str, author: str | None) -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    html = f"<h1>{TITLE}</h1><div class=w><article class=n>{body}</article>{below}</div>"
    assert read(html, url=URL).author == author


@pytest.mark.parametrize(
    "head",
    [
        f"<h1>{TITLE}</h1><div><p>12/08/2024</p><p>09:35</p></div>",
        f"<h1>{TITLE}</h1><ul><li>09:35</li><li>12/08/2024</li></ul>",
        f"<h1>{TITLE}</h1><div>Cập nhật: 15/08/2024 10:00</div><div>Xuất bản: 12/08/2024 09:35</div>",
    ],
)
def test_stamps_in_parts(head: str) -> None:
    assert article(head).published_at == MINUTE


@pytest.mark.parametrize(
    "head",
    [
        f"<div><p>12</p><p>08/2024</p></div><h1>{TITLE}</h1>",
        f"<div><h4>12</h4><h3>AUG</h3><h3>2024</h3></div><h1>{TITLE}</h1>",
        f"<div><b>12</b><p>Tháng 8</p><p>2024</p></div><h1>{TITLE}</h1>",
        f"<div>12/08/2024</div><h1>{TITLE}</h1>",
    ],
)
def test_days_in_boxes_and_above_the_title(head: str) -> None:
    assert article(head).published_at == "2024-08-12"


@pytest.mark.parametrize(
    "head",
    [
        f"<h1>{TITLE}</h1><p>Thời gian: 14:00, 20/08/2024 - 21/08/2024</p>",
        f"<h1>{TITLE}</h1><p>Từ ngày 20/08/2024 đến hết ngày 25/08/2024</p>",
    ],
)
def test_days_of_an_event_are_no_stamps(head: str) -> None:
    assert article(head).published_at is None


def test_stamps_of_what_readers_write_are_none_of_the_article() -> None:
    answer = "<time itemprop=datePublished datetime=2024-09-01T04:12:28+07:00>1/9/2024</time>"
    comments = f"<div id=comments class=comments-area><ol class=comment-list><li>{answer} Hay quá</li></ol></div>"
    assert article(f"<h1>{TITLE}</h1>", below=comments).published_at is None
    assert article(below=comments).published_at == MINUTE


def test_a_page_with_a_number_for_its_url_is_an_article_where_its_head_and_a_stamp_say_so() -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<title>Xã Mẫu - {TITLE}</title><div><h4>{TITLE}</h4><p>Ngày đăng: 2024-08-12</p></div><div>{body}</div>"
    assert read(page, url="http://xamau.example/posts/41").published_at == "2024-08-12"


def test_a_page_without_a_slug_is_an_article_where_a_stamp_is_between_a_long_title_and_its_text() -> None:
    head = f"<body><div class=tieu-de>{TITLE}</div><p>Cập nhật lúc 2024-08-12 09:35:00</p>"
    page = f"{head}<div>{''.join(f'<p>{line}</p>' for line in TEXT)}</div>"
    assert read(page, url="http://xamau.example/index.php?so=41").published_at == MINUTE
    cards = "".join(f"<div><p>{line}</p></div>" for line in TEXT)
    assert reason(made(f"{head}{cards}", url="http://xamau.example/index.php?so=41")) == "listing"


def test_rows_of_days_are_of_the_text() -> None:
    head = "<thead><tr><th>Ngày\n</th>\n<th>Giờ</th>\n<th>Nơi tiếp</th></tr></thead>"
    rows = "".join(f"<tr><td>{day}/6/2024</td>\n<td>8 giờ</td>\n<td>Trụ sở</td></tr>" for day in ("05", "19"))
    found = article(within=f"<table>{head}<tbody>{rows}</tbody></table>").paragraphs
    said = ["Ngày, Giờ, Nơi tiếp", "05/6/2024, 8 giờ, Trụ sở", "19/6/2024, 8 giờ, Trụ sở"]
    assert [line for line in found if line not in TEXT] == said


def test_the_files_that_the_lines_of_a_text_link_to_are_its_attachments() -> None:
    found = article(end="<p><a href=/tep/kh12.pdf>kh12.pdf</a></p>")
    assert [one.url for one in found.attachments] == ["http://xamau.example/tep/kh12.pdf"]


def test_a_lead_in_an_aside_is_of_the_article() -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT[1:])
    found = read(f"<h1>{TITLE}</h1><aside class=sapo>{TEXT[0]}</aside><div>{body}</div>", url=URL)
    assert (found.lead, *found.paragraphs) in ((TEXT[0], *TEXT[1:]), ("", *TEXT))
