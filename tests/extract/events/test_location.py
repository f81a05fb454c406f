"""The place of an event: province, district and commune, and the hall or square."""

from __future__ import annotations

import pytest

from extract import extract
from extract.events.location import resolve_place, resolve_venue
from extract.mentions.places.find import find_places
from extract.text.document import Document, read_document
from scraper.article import Article, Place
from tests.extract.events.reading import main_event

HAU_GIANG = Place(province="Hậu Giang", province_code="93", level="province")


def document(
    text: str, published: str | None = "2021-03-12", place: Place = Place(), url: str | None = None
) -> Document:
    article = Article(id="a", paragraphs=tuple(text.split("\n")), published_at=published, place=place, url=url)
    return read_document(article)


@pytest.mark.parametrize(
    ("sentence", "venue"),
    [
        ("Sáng 5/3, tại Hội trường UBND huyện Na Hang diễn ra hội nghị.", "Hội trường UBND huyện Na Hang"),
        ("Lễ diễn ra tại Nhà văn hóa thôn Nà Mỏ.", "Nhà văn hóa thôn Nà Mỏ"),
        ("Tại Trung tâm Hội nghị tỉnh, Sở Y tế tổ chức lễ.", "Trung tâm Hội nghị tỉnh"),
        ("Sáng 5/3, tại Nhà Quốc hội, Ủy ban Thường vụ Quốc hội khai mạc phiên họp.", "Nhà Quốc hội"),
        ("Hội nghị tổ chức tại hội trường, có 60 người dự.", "hội trường"),
        ("Lễ khai mạc diễn ra tại Quảng trường 10/3.", "Quảng trường 10/3"),
        ("Sáng 5/3, tại sân Trường THCS Nà Mỏ, Huyện đoàn ra quân.", "sân Trường THCS Nà Mỏ"),
        ("Sáng 5/3, lãnh đạo xã có mặt tại cổng nhà máy xử lý rác Phú Hà.", "cổng nhà máy xử lý rác Phú Hà"),
        ("Sáng 5/3, trong khuôn viên đền Nà Mỏ, xã tổ chức lễ trồng cây.", "khuôn viên đền Nà Mỏ"),
        ("Hội nghị diễn ra tại hội trường Huyện ủy.", "hội trường Huyện ủy"),
        ("Chi bộ họp tại Nhà văn hóa khu phố 2.", "Nhà văn hóa khu phố 2"),
        ("Giải khai mạc tại sân bóng xã Nà Mỏ.", "sân bóng xã Nà Mỏ"),
        ("Các chi hội ở khu dân cư hoạt động tốt.", None),
        ("Giữ vệ sinh trong sân trường.", None),
        ("Ông Lò A Pao công tác tại Sở Ngoại vụ.", None),
        ("Tổ phản ứng nhanh xử lý tai nạn ở khu vực sân bay Nà Sản.", None),
        ("Ông đến Bến Cát thăm xưởng.", None),
    ],
)
def test_venues(sentence: str, venue: str | None) -> None:
    read = document(sentence)
    assert resolve_venue(read, find_places(read).mentions, None) == venue


def test_a_venue_may_be_told_with_the_day_again() -> None:
    text = (
        "Sáng 5/3, HĐND huyện Na Hang họp kỳ thứ 9.\nKỳ họp có 30 đại biểu.\nĐại biểu đã chuẩn bị các nội dung."
        "\nCác tờ trình đã được gửi đến đại biểu.\nĐại biểu có mặt ngày 5/3 tại Hội trường UBND huyện Na Hang."
    )
    read = document(text)
    places, report, again = find_places(read).mentions, read.sentences[0], read.sentences[-1]
    assert resolve_venue(read, places, report) is None
    assert resolve_venue(read, places, report, told_again=[again]) == "Hội trường UBND huyện Na Hang"
    assert main_event(text).venue == "Hội trường UBND huyện Na Hang"


def placed(
    text: str, focus: int, site: Place = Place(), published: str | None = "2021-03-12"
) -> tuple[str | None, ...]:
    """The place of the event of the sentence with that number."""
    read = document(text, published, site)
    place = resolve_place(read, find_places(read).mentions, read.sentences[focus])
    return place.province, place.district, place.commune


@pytest.mark.parametrize(
    ("text", "focus", "expected"),
    [
        ("Sáng 5/3, UBND huyện Na Hang tổ chức hội nghị tổng kết.", 0, ("Tuyên Quang", "Na Hang", None)),
        (
            "Hợp tác giữa tỉnh Lai Châu với các báo\nChiều 5/3, tại Hà Nội, tỉnh Lai Châu tổ chức lễ ký.",
            1,
            ("Hà Nội", None, None),
        ),
        (
            "Sáng 5/3, tại Hà Nội, Bộ Nội vụ tổ chức hội nghị trực tuyến.\nDự tại điểm cầu Lai Châu có lãnh đạo tỉnh.",
            0,
            ("Lai Châu", None, None),
        ),
        ("Sáng 5/3, đoàn kiểm tra tại huyện Na Hang và huyện Lâm Bình.", 0, ("Tuyên Quang", None, None)),
        ("Sáng 5/3, đoàn về huyện Na Hang và các huyện Lâm Bình, Chiêm Hóa.", 0, ("Tuyên Quang", None, None)),
        (
            "Sáng 5/3, HĐND huyện do Chủ tịch dẫn đầu đã giám sát.\nĐoàn đến xã Nậm Tăm, tỉnh Lai Châu.",
            0,
            ("Lai Châu", "Sìn Hồ", None),
        ),
        (
            "Chiều 5/3, UBND huyện tổ chức lễ phát động.\nĐài truyền thanh TT Hữu Lũng đưa tin.",
            0,
            ("Lạng Sơn", "Hữu Lũng", None),
        ),
        (
            "Sáng 5/3, Công ty làm lễ khởi công.\nMột.\nHai.\nBa.\nDự án tọa lạc tại phường Tân Phong, TP Lai Châu.",
            0,
            ("Lai Châu", "Lai Châu", "Tân Phong"),
        ),
        ("Lãnh đạo Sở họp giao ban.", 0, (None, None, None)),
    ],
)
def test_where_the_event_was_held(text: str, focus: int, expected: tuple[str | None, ...]) -> None:
    province, district, commune = placed(text, focus)
    assert (province, district) == expected[:2]
    if expected[2]:
        assert commune == expected[2]


def test_the_site_speaks_where_the_text_does_not() -> None:
    assert placed("Chiều 5/3, Sở Y tế tổ chức hội nghị.", 0, HAU_GIANG) == ("Hậu Giang", None, None)


def test_districts_are_of_the_past_since_the_reform() -> None:
    text = "Sáng 5/9, UBND xã Hữu Lũng tổ chức lễ, nơi trước là huyện Hữu Lũng, tỉnh Lạng Sơn."
    assert placed(text, 0, published="2025-09-06") == ("Lạng Sơn", None, "Hữu Lũng")


@pytest.mark.parametrize(
    ("text", "day", "commune", "code"),
    [
        ("Sáng 23/4, tại UBND xã Đắk Nang, huyện Krông Nô, đã tiếp xúc cử tri.", "2019-04-25", "Đắk Nang", "24709"),
        ("Sáng 25/11, tại phường Hải Châu 1, quận Hải Châu, thành phố Đà Nẵng.", "2014-11-27", "Hải Châu I", "20236"),
    ],
)
def test_communes_by_the_house_of_their_body_and_by_number(text: str, day: str, commune: str, code: str) -> None:
    read = document(text, day)
    place = resolve_place(read, find_places(read).mentions, read.sentences[0])
    assert (place.commune, place.commune_code) == (commune, code)


@pytest.mark.parametrize(
    ("sentence", "url", "province"),
    [
        ("Sáng 5/3, Huyện ủy Sa Thày tổ chức hội nghị.", None, "Kon Tum"),
        ("Sáng 5/3, UBND huyện Qùy Châu tổ chức lễ ra quân.", None, "Nghệ An"),
        ("Sáng 5/3, UBND huyện Lê Thủy Tiên tổ chức lễ ra quân.", None, None),
        ("Sáng 5/3, tại Trụ sở Chính phủ, Bộ Nội vụ tổ chức hội nghị.", "https://baosonla.org.vn/", "Hà Nội"),
        ("Sáng 5/3, Bộ Nội vụ tổ chức hội thảo.", "https://baosonla.org.vn/", None),
        ("Sáng 5/3, Sở Nội vụ tổ chức hội thảo.", "https://baosonla.org.vn/", "Sơn La"),
        ("Sáng 5/3, Bộ Chỉ huy quân sự tỉnh tổ chức hội thảo.", "https://baosonla.org.vn/", "Sơn La"),
        ("Sáng 5/3, Bộ Nội vụ tổ chức hội thảo.", "https://sonla.gov.vn/", "Sơn La"),
        ("Sáng 5/3, Hội Nông dân tỉnh Bạc Liêu họp với các huyện Hồng Dân, Phước Long, Hòa Bình.", None, "Bạc Liêu"),
    ],
)
def test_the_province_of_an_event(sentence: str, url: str | None, province: str | None) -> None:
    main = extract(Article(id="a1", paragraphs=(sentence,), published_at="2021-03-06", url=url)).main_event
    assert main and main.place.province == province


def test_where_something_will_be_held_is_no_venue_of_what_was_held() -> None:
    held = "Ngày 4/2, UBND huyện Ba Bể tổ chức hội nghị triển khai kế hoạch giao quân."
    plan = "Ngày 13/2 sẽ tổ chức lễ giao quân tại Nhà văn hóa huyện."
    told = Article(id="a1", title="Ba Bể sẵn sàng", paragraphs=(held, plan), published_at="2024-02-05", url=None)
    main = extract(told).main_event
    assert main and main.venue is None


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Sáng 10/5, UBND xã tổ chức lễ khánh thành Trường Mầm non Nà Lùng.", "Trường Mầm non Nà Lùng"),
        ("Sáng 10/5, tại nhà văn hóa xã, huyện tổ chức lễ khánh thành Trường Mầm non Nà Lùng.", "nhà văn hóa xã"),
        ("Sáng 10/5, UBND xã tổ chức hội nghị bàn việc bàn giao Trường Mầm non Nà Lùng.", None),
    ],
)
def test_a_house_that_is_opened_is_the_venue_where_no_other_is_named(text: str, venue: str | None) -> None:
    main = main_event(text)
    assert main and main.venue == venue


@pytest.mark.parametrize(
    ("text", "commune"),
    [
        # what a session is about is not where it was
        ("Sáng 5/3, Thường trực HĐND huyện họp về hoạt động của chính quyền xã Hồng Thái.", None),
        ("Sáng 5/3, HĐND huyện Na Hang họp nghe báo cáo quy hoạch chợ xã Hồng Thái.", None),
        ("Sáng 5/3, Ban Thường vụ Huyện ủy duyệt nội dung Đại hội Đảng bộ xã Hồng Thái.", None),
        ("Sáng 5/3, UBND huyện họp xử lý việc một số hộ thuộc thôn Nà Mỏ, xã Hồng Thái khiếu nại.", None),
        ("Sáng 5/3, Công an huyện kiểm tra xe của anh Lò A Pao, trú xã Hồng Thái.", None),
        # a word of place, or those for whom it is, tell where
        ("Sáng 5/3, UBND huyện Na Hang họp bàn về giống lúa tại xã Hồng Thái.", "Hồng Thái"),
        ("Sáng 5/3, Hội Nông dân huyện Na Hang tập huấn cho nông dân xã Hồng Thái.", "Hồng Thái"),
        ("Sáng 5/3, lãnh đạo huyện Na Hang chúc Tết Đảng ủy, chính quyền xã Hồng Thái.", "Hồng Thái"),
    ],
)
def test_the_commune_that_a_session_is_about(text: str, commune: str | None) -> None:
    assert placed(text, 0, site=Place(province="Tuyên Quang", district="Na Hang", level="district"))[2] == commune


def test_what_was_told_of_an_earlier_day_elsewhere_is_no_place_of_the_event() -> None:
    text = "Sáng 5/3, Sở Y tế tổ chức tập huấn.\nTrước đó, đoàn đã học tập tại huyện Đầm Hà, tỉnh Quảng Ninh."
    assert placed(text, 0, site=Place(province="Hải Dương", level="province")) == ("Hải Dương", None, None)
