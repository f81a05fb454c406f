"""Units named in the text, and the unit of an ambiguous name."""

from __future__ import annotations

import unicodedata
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.events.location import resolve_place
from extract.mentions.places.find import find_places
from extract.model import PlaceValue, Span
from extract.text.document import Document, read_document
from scraper.article import Article, Place

HAU_GIANG = Place(province="Hậu Giang", province_code="93", level="province")


def document(text: str, published: str | None = "2021-03-12", place: Place = Place()) -> Document:
    return read_document(Article(id="a", paragraphs=tuple(text.split("\n")), published_at=published, place=place))


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


def test_marks_in_pieces_give_the_same_units() -> None:
    text = "Tại thị trấn Na Hang, huyện Na Hang, tỉnh Tuyên Quang."
    assert units(text) == units(unicodedata.normalize("NFD", text))


@given(st.text(alphabet="xã Hà Nội,huyện Q.P(TX-) Na Hang\n: 5tạiở", max_size=120))
def test_no_text_makes_it_fail(text: str) -> None:
    read = document(text)
    mentions = find_places(read).mentions
    resolve_place(read, mentions, read.sentences[0] if read.sentences else None)
    resolve_place(read, mentions, Span(0, 0))
