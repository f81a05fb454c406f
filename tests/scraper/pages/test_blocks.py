"""The lines of a page, and the markup of each."""

from __future__ import annotations

import pytest
from lxml import etree

from scraper.pages.blocks import is_lone_file, read_blocks
from scraper.pages.page_block import PageBlock
from scraper.pages.selecting import tree


def blocks(html: str) -> list[PageBlock]:
    return read_blocks(tree(f"<html><body>{html}</body></html>"))


def only(html: str) -> PageBlock:
    (found,) = blocks(html)
    return found


def test_lines_end_where_blocks_and_breaks_do() -> None:
    found = blocks("<div>Một <b>hai</b><br>ba<p>bốn</p>năm<!-- lời chú --> sáu</div><script>bảy()</script>")
    assert [block.text for block in found] == ["Một hai", "ba", "bốn", "năm sáu"]


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<p style='text-align: right'>Lò Văn Mẫu</p>", "right"),
        ("<p class='text-end'>Lò Văn Mẫu</p>", "right"),
        ("<center>Quang cảnh</center>", "centred"),
        ("<p><em>Quang cảnh</em></p>", "italic"),
        ("<p><strong>Quang cảnh</strong></p>", "bold"),
        ("<p><b>Quang</b> cảnh</p>", ""),
        ("<div class='col-right'>Quang cảnh</div>", ""),
    ],
)
def test_how_a_line_is_set(html: str, what: str) -> None:
    style = only(html).style
    assert [name for name in ("right", "centred", "italic", "bold") if getattr(style, name)] == what.split()


@pytest.mark.parametrize(
    ("html", "is_around"),
    [
        ("<nav>Trang chủ</nav>", True),
        ("<div id=footer>Giấy phép số 1</div>", True),
        ("<ul class='main-menu'><li>Trang chủ</li></ul>", True),
        ("<div class='tin-lien-quan'>Tin khác của xã</div>", True),
        ("<form><label>Ý kiến của bạn</label></form>", True),
        ("<form>" + "<i></i>" * 80 + "Cả trang nằm trong một biểu mẫu</form>", False),
        ("<div class='news-detail'>Bài viết</div>", False),
        ("<div class='has-menu-left-page'>Bài viết</div>", True),
    ],
)
def test_what_stands_around_an_article_by_its_name(html: str, is_around: bool) -> None:
    assert (only(html).style.around is not None) == is_around


@pytest.mark.parametrize(
    ("html", "captions"),
    [
        ("<p><img></p><p align=center>Đại biểu dự họp</p>", ["Đại biểu dự họp"]),
        ("<p><img></p><p align=center>Đại biểu dự họp<br>tặng cờ</p>", ["Đại biểu dự họp", "tặng cờ"]),
        ("<p><img></p><p>Đại biểu dự họp bàn việc của xã.</p>", []),
        ("<table><tr><td><img></td></tr><tr><td>Đại biểu dự họp</td></tr></table>", ["Đại biểu dự họp"]),
        ("<table><tr><td><img></td><td>Đại biểu dự họp bàn việc của xã.</td></tr></table>", []),
        ("<figure><img><figcaption>Đại biểu dự họp</figcaption></figure>", []),
    ],
)
def test_captions(html: str, captions: list[str]) -> None:
    assert [block.text for block in blocks(html) if block.caption] == captions


def test_captions_of_selectors() -> None:
    root = tree("<html><body><figure><img><figcaption>Đại biểu dự họp</figcaption></figure></body></html>")
    assert [block.caption for block in read_blocks(root, root.iter("figcaption"))] == [True]


def test_inline_elements_can_be_lines_of_their_own() -> None:
    root: etree._Element = tree("<html><body><div><span>Hội nghị</span><span>12/3/2024</span></div></body></html>")
    assert [block.text for block in read_blocks(root, apart=root.iter("span"))] == ["Hội nghị", "12/3/2024"]


def test_hidden_text_is_not_read_and_links_are_counted() -> None:
    assert not blocks("<p style='display: none'>Ẩn</p><p hidden>Ẩn</p>")
    link = only("<p><a href=/tin>Hội nghị của xã</a></p>")
    assert link.is_link and not only("<p>Xem <a href=/tin>bài</a> về hội nghị của xã</p>").is_link
    assert is_lone_file(only("<p><a href='/KH.pdf'>Kế hoạch</a></p>"))
    assert not is_lone_file(only("<p>Xem <a href='/KH.pdf'>kế hoạch</a></p>"))
