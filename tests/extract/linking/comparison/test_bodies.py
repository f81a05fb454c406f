"""Names of bodies: written out, and as keys by which two spellings of one body are the same."""

from __future__ import annotations

import pytest

from extract.linking.comparison.bodies import body_key, written_out


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("UBND", "Ủy ban nhân dân"),
        ("BCH Đảng bộ xã Nà Mẫu", "Ban Chấp hành Đảng bộ xã Nà Mẫu"),
        ("Sở GD-ĐT", "Sở Giáo dục và Đào tạo"),
        ("UBMTTQ xã", "Ủy ban Mặt trận Tổ quốc Việt Nam xã"),  # written out, then the canonical name
        ("Hội LHPN huyện", "Hội Liên hiệp Phụ nữ huyện"),
        ("Văn phòng TƯ", "Văn phòng Trung ương"),
        ("Bộ GD & ĐT", "Bộ Giáo dục và Đào tạo"),
        ("Sở TN - MT", "Sở Tài nguyên và Môi trường"),
        ("Mường Vạc - Bản Sen", "Mường Vạc - Bản Sen"),
        ("HĐND TP", "Hội đồng nhân dân thành phố"),
        ("UBND TP. HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("Sở Tư pháp", "Sở Tư pháp"),  # no abbreviation of the centre
        ("Trạm Khuyến nông", "Trạm Khuyến nông"),
        ("", ""),
    ],
)
def test_abbreviations_are_written_out(printed: str, whole: str) -> None:
    assert written_out(printed) == whole


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND", "Uỷ ban nhân dân"),
        ("Sở KH&ĐT", "Sở KH-ĐT"),
        ("BTV Huyện ủy", "Ban Thường vụ  Huyện uỷ"),
        ("HĐND xã", "Hội đồng nhân dân xã"),
        ("Ban Bí thư Trung ương Đảng", "Ban Bí thư"),
    ],
)
def test_two_spellings_have_one_key(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


@pytest.mark.parametrize(("one", "other"), [("UBND", "HĐND"), ("Sở Y tế", "Phòng Y tế"), ("BTV", "BTT")])
def test_two_bodies_have_two_keys(one: str, other: str) -> None:
    assert body_key(one) != body_key(other)
