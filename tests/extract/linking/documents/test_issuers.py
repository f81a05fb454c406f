"""The body that a citation means as the issuer of its document, with its unit and level."""

from __future__ import annotations

import pytest

from extract.linking.documents.issuers import Issuer, issuer_near, issuer_of
from extract.text.normalize import fold
from tests.extract.linking.citations import PROVINCE, cited, keys


@pytest.mark.parametrize(
    ("printed", "key", "level"),
    [
        ("Chính phủ", "chính phủ", "central"),
        ("Bộ NN&PTNT", "bộ nông nghiệp phát triển nông thôn", "central"),
        ("Ban Bí thư", "trung ương đảng", "central"),
        ("UBND tỉnh", "ủy ban nhân dân điện biên", "province"),
        ("UBND huyện Mường Nhé", "ủy ban nhân dân mường nhé, điện biên", "district"),
        ("Sở Y tế", "sở y tế điện biên", "province"),
        ("Sở Y tế tỉnh Lai Châu", "sở y tế lai châu", "province"),
        ("Giám đốc Sở Y tế", "sở y tế điện biên", "province"),  # who signs for it
        ("Tỉnh ủy", "cấp ủy điện biên", "province"),
        ("Tỉnh ủy Lai Châu", "cấp ủy lai châu", "province"),
    ],
)
def test_the_issuer_by_its_printed_name(printed: str, key: str, level: str) -> None:
    found = issuer_of(printed, (), PROVINCE)
    assert (found.key, found.level) == (key, level)


@pytest.mark.parametrize(
    ("printed", "district", "known"),
    [
        ("UBND", None, True),
        ("UBND", "Mường Nhé", False),  # of the province or of the district
        ("UBND huyện", "Mường Nhé", True),
        ("UBND huyện", None, False),
        ("UBND xã", "Mường Nhé", False),
        ("Hội đồng thi", None, False),
        ("", None, False),
    ],
)
def test_a_name_that_may_be_of_several_bodies_is_none(printed: str, district: str | None, known: bool) -> None:
    assert (issuer_of(printed, (), {**PROVINCE, "district": district}) != Issuer()) is known
    assert issuer_of(printed, (), {}) == Issuer()


def test_the_code_in_the_number_tells_a_national_body_whatever_is_printed() -> None:
    assert issuer_of("UBND tỉnh", ("ttg",), PROVINCE).level == "central"
    assert issuer_of("UBND tỉnh", ("ubnd",), PROVINCE).level == "province"


def test_two_names_of_one_issuer_are_one_document() -> None:
    one = cited(1, "Nghị quyết", "5", "05/2018/NQ-HĐND", issuer="HĐND tỉnh Lạng Sơn", province="Hà Nội")
    other = cited(2, "Nghị quyết", "05", "05/2018/NQ-HĐND", issuer="Hội đồng nhân dân tỉnh Lạng Sơn")
    assert len(set(keys(one, other).values())) == 1


@pytest.mark.parametrize("issuer", ["Sở", "UBND tỉnh Mường Không Có", None])
def test_an_issuer_that_may_be_any_is_none(issuer: str | None) -> None:
    assert not keys(cited(1, "Kế hoạch", "31", "31/KH-XYZ", issuer=issuer, date="2018-01-05"))


def test_a_paper_of_a_people_s_committee_without_its_unit_has_no_document() -> None:
    assert not keys(cited(1, "Quyết định", "12", "12/2018/QĐ-UBND", district="Mường Vạc"))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Dự án được UBND tỉnh Sơn La phê duyệt tại Quyết định 12", "ủy ban nhân dân sơn la"),
        ("UBND TP. Hà Nội và Ủy ban nhân dân thành phố Hà Nội giao đất", "ủy ban nhân dân hà nội"),
        ("UBND huyện Mường Nhé đã ban hành", "ủy ban nhân dân mường nhé, điện biên"),
        ("UBND tỉnh Sơn La, UBND tỉnh Lai Châu cùng ban hành", ""),  # one of two
        ("UBND tỉnh Sơn La giao UBND huyện ban hành", ""),  # perhaps the district's
        ("HĐND tỉnh Sơn La ban hành", ""),  # another kind
        ("Huyện ủy Mường Nhé ban hành", ""),
    ],
)
def test_the_only_body_near_a_number_is_its_issuer(text: str, key: str) -> None:
    assert issuer_near(fold(text), ("ubnd",), "Điện Biên").key == key
