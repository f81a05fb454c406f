"""Comparison of names."""

from __future__ import annotations

import pytest

from extract.linking.comparison.names import is_rare_in_province, is_rare_name, may_be_person, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lò Thuý Hoà", "Lò Thúy Hòa"),
        ("Lý Mỹ Hạnh", "Lí Mĩ Hạnh"),
        ("LÒ VĂN TẤN", "Lò Văn Tấn"),
        ("đồng chí Lò Văn Tấn", "Lò Văn Tấn"),
        ("Đức Anna Muller", "Anna Muller"),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lò Văn Tấn", "Lò Văn Tân"), ("Cà Thị Thúy", "Cà Thị Thúi"), ("Đức Thị Hạnh", "Thị Hạnh"), ("Bác", "bác sĩ")],
)
def test_two_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("name", "alone"),
    [
        ("Sái Công Quỳnh", True),
        ("Vũ Hiệp Trúc", True),
        ("Trần Thị Hồng Mẫn", True),
        ("Nguyễn Văn Trúc", False),
        ("Nguyễn Minh Tuấn", False),
        ("Lò Văn Tấn", False),
        ("Sái Trúc", False),
        ("Trúc", False),
    ],
)
def test_a_name_tells_who_is_meant_where_hardly_two_officials_have_it(name: str, alone: bool) -> None:
    assert is_rare_name(name_key(name)) is alone


@pytest.mark.parametrize(
    ("name", "alone"),
    [("Sái Công Quỳnh", True), ("Đinh Ngọc Quỳnh", True), ("Nguyễn Minh Tuấn", False), ("Lò Văn Tấn", False)],
)
def test_in_one_province_fewer_have_a_name(name: str, alone: bool) -> None:
    assert is_rare_in_province(name_key(name)) is alone


@pytest.mark.parametrize(
    ("name", "person"),
    [("Lò Tấn", True), ("Hà Giang", False), ("Ma Thuột", False), ("Long Sơn", False), ("Hà Thị Giang", True),
     ("Pierre Trudo Wells", False), ("Kim Jae Won", False), ("Lo Van Tan", True), ("Ksor Hlam", True)],
)
def test_the_name_of_a_place_or_of_another_language_is_no_official(name: str, person: bool) -> None:
    assert may_be_person(name_key(name)) is person
