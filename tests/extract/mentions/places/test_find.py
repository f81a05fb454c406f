"""Units and venues named in the text, the unit of an ambiguous name, and the place of the event."""

from __future__ import annotations

import unicodedata
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import extract
from extract.events.location import resolve_place, resolve_venue
from extract.gazetteer.publisher import home_of
from extract.mentions.places.find import find_places
from extract.model import PlaceValue, Span
from extract.text.document import Document, read_document
from scraper.article import Article, Place

HAU_GIANG = Place(province="Hậu Giang", province_code="93", level="province")


def document(
    text: str, published: str | None = "2021-03-12", place: Place = Place(), url: str | None = None
) -> Document:
    article = Article(id="a", paragraphs=tuple(text.split("\n")), published_at=published, place=place, url=url)
    return read_document(article)


def units(text: str, published: str | None = "2021-03-12", place: Place = Place()) -> list[tuple[str | None, ...]]:
    read = document(text, published, place)
    found = []
    for mention in find_places(read).mentions:
        assert read.quote(mention.span) == mention.text
        value = cast(PlaceValue, mention.value)
        if not value.venue:
            found.append((value.place.province, value.place.district, value.place.commune))
    return found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("UBND huyện Na Hang tổ chức hội nghị.", [("Tuyên Quang", "Na Hang", None)]),
        ("Tại TX. Mường Lay, bà con dự lễ.", [("Điện Biên", "Mường Lay", None)]),
        ("Huyện ủy Hữu Lũng họp phiên thường kỳ.", [("Lạng Sơn", "Hữu Lũng", None)]),
        ("Hội nghị ở tỉnh Bà Rịa – Vũng Tàu.", [("Bà Rịa - Vũng Tàu", None, None)]),
        ("Đoàn đến TP.HCM chiều nay.", [("Hồ Chí Minh", None, None)]),
        ("TP Cần Thơ và thành phố Lai Châu.", [("Cần Thơ", None, None), ("Lai Châu", "Lai Châu", None)]),
        ("Chiêm Hóa: Tập huấn công tác bầu cử", [("Tuyên Quang", "Chiêm Hóa", None)]),
        ("Dự tại điểm cầu Sìn Hồ có lãnh đạo huyện.", [("Lai Châu", "Sìn Hồ", None)]),
        (
            "Tại phường Hoài Hảo (TX Hoài Nhơn) đã khánh thành cầu.",
            [("Bình Định", "Hoài Nhơn", "Hoài Hảo"), ("Bình Định", "Hoài Nhơn", None)],
        ),
        (
            "Các huyện Na Hang, Lâm Bình và Chiêm Hóa cùng dự.",
            [("Tuyên Quang", "Na Hang", None), ("Tuyên Quang", "Lâm Bình", None), ("Tuyên Quang", "Chiêm Hóa", None)],
        ),
        (
            "Ở phường 5, quận 10, thành phố Hồ Chí Minh.",
            [("Hồ Chí Minh", "10", "5"), ("Hồ Chí Minh", "10", None), ("Hồ Chí Minh", None, None)],
        ),
        ("Nhân dân Nghệ An phấn khởi.", [("Nghệ An", None, None)]),
    ],
)
def test_units_by_their_printed_forms(sentence: str, expected: list[tuple[str | None, ...]]) -> None:
    assert units(sentence) == expected


def test_a_comma_after_one_commune_leads_to_its_district() -> None:
    assert units("Trú tại xã Phủ Lỗ, Sóc Sơn, Hà Nội.") == [
        ("Hà Nội", "Sóc Sơn", "Phủ Lỗ"),
        ("Hà Nội", "Sóc Sơn", None),
        ("Hà Nội", None, None),
    ]


def test_the_tier_word_tells_two_units_of_one_name_apart() -> None:
    codes = [
        cast(PlaceValue, mention.value).place.district_code
        for text in ("UBND thị xã Duyên Hải họp.", "UBND huyện Duyên Hải họp.")
        for mention in find_places(document(text)).mentions
    ]
    assert len(set(codes)) == 2 and None not in codes


def test_a_shared_name_alone_stays_a_bare_name() -> None:
    assert units("UBND huyện Châu Thành họp.") == [(None, "Châu Thành", None)]


def test_the_unit_beside_it_settles_a_shared_name() -> None:
    assert units("UBND huyện Châu Thành, tỉnh Trà Vinh họp.")[0] == ("Trà Vinh", "Châu Thành", None)


def test_the_site_settles_a_shared_name() -> None:
    assert units("UBND huyện Châu Thành họp.", place=HAU_GIANG) == [("Hậu Giang", "Châu Thành", None)]


def test_a_province_named_elsewhere_settles_a_shared_name() -> None:
    assert units("UBND huyện Châu Thành họp.\nTỉnh Bến Tre có chín huyện.")[0] == ("Bến Tre", "Châu Thành", None)


def test_communes_named_together_are_of_the_district_that_can_hold_them() -> None:
    found = units("Diễn tập tại 6 xã gồm: Đồng Thịnh, Bảo Linh, Định Biên, Thanh Định, Quy Kỳ và Linh Thông.")
    assert {unit[:2] for unit in found} == {("Thái Nguyên", "Định Hóa")}
    assert len(found) == 6


def test_a_commune_after_another_is_no_district_of_the_same_name() -> None:
    found = units("Ngày 16/11, Chủ tịch huyện Đầm Hà kiểm tra tuyến đường tại xã Quảng Lâm, Tân Bình.", "2019-11-16")
    assert [unit[1:] for unit in found] == [("Đầm Hà", None), ("Đầm Hà", "Quảng Lâm"), ("Đầm Hà", "Tân Bình")]
    assert units("Ngày 16/11, UBND xã Chiềng Ban, Mai Sơn họp.")[0] == ("Sơn La", "Mai Sơn", "Chiềng Ban")


def test_a_name_once_printed_with_its_district_keeps_it() -> None:
    text = "Lễ mít tinh tại xã Tân Lập, huyện Bắc Sơn, tỉnh Lạng Sơn.\nNhân dân xã Tân Lập phấn khởi."
    assert units(text)[-1] == ("Lạng Sơn", "Bắc Sơn", "Tân Lập")


def test_hue_by_its_name_of_the_day() -> None:
    assert units("Sở Y tế tỉnh Thừa Thiên Huế họp.", "2020-01-01")[0][0] == "Thừa Thiên Huế"
    assert units("Thành phố Huế họp báo.", "2025-03-01") == [("Huế", None, None)]
    assert units("Thành phố Huế họp báo.", "2019-03-01") == [("Thừa Thiên Huế", "Huế", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
        "Thông tấn xã Việt Nam đưa tin.",
        "Ông Nguyễn Hòa Bình phát biểu khai mạc.",
        "UBND huyện.\nToàn cảnh hội nghị",
        "Hợp tác xã Đoàn Kết bán nông sản.",
        "Chủ tịch UBND huyện Y Thim Niê chủ trì, Bí thư Đảng ủy xã Lường Văn Pâng dự.",
        "Trong đó cấp huyện 03 hộ và cấp xã 65 hộ.",
        "",
    ],
)
def test_no_unit_is_named(sentence: str) -> None:
    assert not units(sentence)


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
    ("url", "published", "expected"),
    [
        ("http://dinhhoa.thainguyen.gov.vn/", "2018-10-13", ("Thái Nguyên", "Định Hóa", None)),
        ("http://huulung.langson.gov.vn/", "2026-03-10", ("Lạng Sơn", None, "Hữu Lũng")),
        ("http://hagiang.gov.vn/", "2025-10-10", ("Tuyên Quang", None, None)),
        ("http://vinhphuc.gov.vn/", "2025-10-10", ("Phú Thọ", None, None)),
        ("https://baclieu.gov.vn/", "2018-06-28", ("Bạc Liêu", None, None)),
        ("http://haihau.vn/", "2021-02-08", ("Nam Định", "Hải Hậu", None)),
        ("https://nammau.babe.gov.vn/", "2023-08-31", ("Bắc Kạn", "Ba Bể", "Nam Mẫu")),
        ("http://truyenhinhlucngan.vn/", "2018-03-16", ("Bắc Giang", "Lục Ngạn", None)),
        ("https://gialaitv.vn/", "2019-05-02", ("Gia Lai", None, None)),
        ("https://quan7.hochiminhcity.gov.vn/", "2019-05-02", ("Hồ Chí Minh", "7", None)),
        ("https://phuong5.quan11.hochiminhcity.gov.vn/", "2019-05-02", ("Hồ Chí Minh", "11", "5")),
        ("https://vi.example.org/", "2021-02-08", (None, None, None)),
        (None, None, (None, None, None)),
    ],
)
def test_the_host_names_the_unit_of_the_site(
    url: str | None, published: str | None, expected: tuple[str | None, ...]
) -> None:
    known = {"thainguyen": "Thái Nguyên", "langson": "Lạng Sơn"}
    province = next((name for label, name in known.items() if url and label in url), None)
    home = home_of(document("Tin.", published, Place(province=province), url))
    assert (home.province, home.district, home.commune) == expected


def test_marks_in_pieces_give_the_same_units() -> None:
    text = "Tại thị trấn Na Hang, huyện Na Hang, tỉnh Tuyên Quang."
    assert units(text) == units(unicodedata.normalize("NFD", text))


@given(st.text(alphabet="xã Hà Nội,huyện Q.P(TX-) Na Hang\n: 5tạiở", max_size=120))
def test_no_text_makes_it_fail(text: str) -> None:
    read = document(text)
    mentions = find_places(read).mentions
    resolve_place(read, mentions, read.sentences[0] if read.sentences else None)
    resolve_place(read, mentions, Span(0, 0))


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
