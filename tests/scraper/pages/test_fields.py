"""Single fields of an article."""

from __future__ import annotations

import pytest

from scraper.article import Attachment
from scraper.pages.fields import attachments_of, base_of, first_read, hidden_stamps, is_in_card, read_section, stamps_of
from scraper.pages.selecting import tree

ROOT = tree(
    "<base href='/cong/'><i class=luc>hôm nọ</i><i class=luc>12/03/2024 08:00</i><b class=muc>Trang chủ</b>"
    "<b class=muc>Thời sự</b><div class=tep>"
    "<a href=kh.pdf>Kế  hoạch</a><a href=kh.pdf>Tải</a><a href=x.html>x</a></div>"
)


def test_the_first_value_that_can_be_read() -> None:
    assert first_read(ROOT, (".khong-co", ".muc"), read_section) == "Thời sự"
    assert first_read(ROOT, (".khong-co",), read_section) is None


def test_what_is_no_stamp_is_passed() -> None:
    assert [stamp.day for stamp in stamps_of(ROOT, (".luc",), "2024-03-13T00:00:00+00:00")] == ["2024-03-12"]


@pytest.mark.parametrize(("text", "section"), [("Trang chủ", None), ("Thời sự", "Thời sự"), ("TRANG CHỦ", None)])
def test_the_home_page_is_no_section(text: str, section: str | None) -> None:
    assert read_section(text) == section


def test_every_file_once_with_its_first_name() -> None:
    base = base_of(ROOT, "http://xa.example/tin/1")
    assert base == "http://xa.example/cong/"
    assert attachments_of(ROOT, (".tep",), base) == (Attachment("http://xa.example/cong/kh.pdf", "pdf", "Kế hoạch"),)


def test_without_a_base_links_start_from_the_page() -> None:
    assert base_of(tree("<p>x</p>"), "http://xa.example/tin/1") == "http://xa.example/tin/1"


CARDS = tree(
    "<div class=tin><h2><a href=/b>Xã Mẫu ra quân làm đường giao thông</a></h2><i class=luc>01/02/2024</i></div>"
    "<article><h1>Hội nghị tổng kết năm của xã Mẫu</h1><i class=luc>12/03/2024 08:00</i>"
    "<b class=ten><a href=/nguoi>Lò Văn Mẫu và Cầm Thị Nụ của báo Mẫu</a></b></article>"
)


def test_a_stamp_beside_the_title_of_another_article_is_that_ones() -> None:
    found = stamps_of(CARDS, (".luc",), "2024-03-13T00:00:00+00:00")
    assert [stamp.value for stamp in found] == ["2024-03-12T08:00:00+07:00"]


def test_a_stamp_around_the_text_of_an_article_is_in_no_card() -> None:
    text = f"<p>{'Xã Mẫu ra quân làm đường. ' * 70}<a href=/q>Một bài thuốc quý của bà con xã Mẫu</a></p>"
    page = tree(f"<div class=bai><div><i class=luc>12/03/2024 08:00</i></div>{text}</div>")
    found = stamps_of(page, (".luc",), "2024-03-13T00:00:00+00:00")
    assert [stamp.value for stamp in found] == ["2024-03-12T08:00:00+07:00"]


def test_a_link_within_an_element_is_no_title_beside_it() -> None:
    assert not is_in_card(CARDS.find(".//b"))


@pytest.mark.parametrize(
    ("stored", "printed", "stamp"),
    [
        ("2011-01-12", "14/05/2024 - 08:30", "2024-05-14T08:30:00+07:00"),
        ("2024-05-14", "14/05/2024 - 08:30", "2024-05-14"),
        ("2024-05-14", "2 giờ trước", "2024-05-14"),
        ("2024-05-14", "05/14/2024", "2024-05-14"),
        ("2024-05-14T08:30:00+07:00", "15/05/2024 09:10", "2024-05-14T08:30:00+07:00"),
    ],
    ids=["left over", "the same day", "counted", "without a time", "with a time"],
)
def test_a_stored_day_gives_way_to_the_time_of_another_day_that_its_element_prints(
    stored: str, printed: str, stamp: str
) -> None:
    root = tree(f"<time datetime='{stored}'>{printed}</time>")
    found = stamps_of(root, ("time::attr(datetime)",), "2024-05-20T00:00:00+00:00")
    assert [one.value for one in found] == [stamp]


@pytest.mark.parametrize(
    ("html", "day"),
    [
        ("<p class=d><b>Lần sửa cuối</b> 05/06/2024</p><p class=d><b>Ngày tạo</b> 24/02/2021</p>", "2021-02-24"),
        ("<p class=d>Cập nhật: 05/06/2024</p><p class=d>Ngày đăng: 24/02/2021</p>", "2021-02-24"),
        ("<p class=d>Cập nhật: 05/06/2024</p><div><p class=d>24/02/2021</p></div>", "2024-06-05"),  # not beside it
        ("<p class=d>Cập nhật lần cuối: 05/06/2024</p>", "2024-06-05"),  # there is no other
    ],
)
def test_a_stamp_labelled_as_that_of_an_edit_gives_way_to_one_beside_it(html: str, day: str) -> None:
    stamps = stamps_of(tree(html), (".d",), "2024-07-01T08:00:00+07:00")
    assert next(stamps).day == day


def test_stamps_of_itemprop_that_nobody_sees() -> None:
    root = tree("<meta itemprop=d content='2024-03-12T08:00:52+07:00'><time itemprop=d datetime='2024-03-12T08:00:53'>")
    selectors = ("[itemprop=d]::attr(content)", "[itemprop=d]::attr(datetime)")
    assert [stamp.value[17:19] for stamp in stamps_of(root, selectors, "2024-03-13T00:00:00+00:00")] == ["52", "53"]
    assert [stamp.value[17:19] for stamp in hidden_stamps(root, selectors, "2024-03-13T00:00:00+00:00")] == ["52"]


@pytest.mark.parametrize(
    ("html", "file"),
    [
        ('<iframe src="/tai/kh.pdf#view=FitH"></iframe>', "http://xa.example/tai/kh.pdf"),
        ('<object data="/tai/KH.PDF"></object>', "http://xa.example/tai/KH.PDF"),
        ('<embed src="/tai/kh.docx">', "http://xa.example/tai/kh.docx"),
        ('<iframe src="/xem/viewer.html?file=%2Ftai%2Fkh.pdf"></iframe>', "http://xa.example/tai/kh.pdf"),
        ('<iframe src="https://xem.example/gview?url=http://xa.example/kh.pdf"></iframe>', "http://xa.example/kh.pdf"),
        ('<a href="/tai?id=54">ke-hoach-54.pdf</a>', "http://xa.example/tai?id=54"),
        ('<a href="/tin/54">Kế hoạch 54</a>', None),
        ('<a href="/tai/54" download>Kế hoạch 54</a>', "http://xa.example/tai/54"),
        ('<a href="/tai?id=55" download="kh.pdf">Tải về</a>', "http://xa.example/tai?id=55"),
        ('<a href="/anh/54.jpg" download>Tải ảnh</a>', None),
        ('<a href="javascript:tai(54)" download>Tải về</a>', None),
        ('<iframe src="https://video.example/embed/54"></iframe>', None),
    ],
)
def test_files_in_frames_and_viewers(html: str, file: str | None) -> None:
    found = attachments_of(tree(f"<div class=tep>{html}</div>"), (".tep",), "http://xa.example/tin/1")
    assert [one.url for one in found] == ([file] if file else [])
