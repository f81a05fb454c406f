"""Which lines and cells are names of persons."""

from __future__ import annotations

import pytest

from scraper.pages.names import is_name


@pytest.mark.parametrize(
    ("text", "strict", "loose"),
    [
        ("Lò Văn Mẫu", True, True),
        ("LÒ THỊ VĂN MẪU", False, True),  # a heading in capitals, where it stands alone
        ("Ksor H'Loan", False, True),
        ("Y Thanh Hà Niê Kđăm", False, True),
        ("Mẫu", False, False),
        ("Chủ Tịch Xã", False, False),
        ("Lò Văn Mẫu 1970", False, False),
        ("Ghi chú của xã", False, False),
        ("Điện thoại: Mẫu", False, False),
        ("www.Mau.vn Xa", False, False),
    ],
)
def test_a_name(text: str, strict: bool, loose: bool) -> None:
    assert (is_name(text), is_name(text, any_spelling=True)) == (strict, loose)


def test_a_name_has_so_many_words() -> None:
    two = "Lò Văn Mẫu - Vừ Thị A Thử"
    assert not is_name(two) and is_name(two, 10)
