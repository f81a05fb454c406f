"""Keys of documents: the same for all spellings of one document, different for different ones."""

from __future__ import annotations

import pytest

from extract import extract
from tests.extract.articles import article


def keys(*texts: str) -> set[str | None]:
    return {cited.value.key for text in texts for cited in extract(article(text)).citations}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Thực hiện Nghị quyết số 35/NQ-HĐND ngày 9/12/2022 của HĐND tỉnh Cao Bằng.",
            "Thực hiện Nghị quyết số 35/NQ-HĐND ngày 9/12/2022 của Hội đồng nhân dân tỉnh Cao Bằng.",
        ),
        (
            "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII.",
            "Thực hiện Nghị quyết 18 của Ban Chấp hành Trung ương Đảng khóa XII.",
        ),
    ],
)
def test_one_document_has_one_key(one: str, other: str) -> None:
    assert len(keys(one, other)) == 1 and None not in keys(one, other)


def test_a_rule_and_a_decision_of_one_number_have_two_keys() -> None:
    rule = "Thực hiện Quyết định số 24/2018/QĐ-TTg ngày 18/5/2018 của Thủ tướng Chính phủ."
    decision = "Thực hiện Quyết định số 24/QĐ-TTg ngày 5/1/2018 của Thủ tướng Chính phủ."
    assert len(keys(rule, decision)) == 2


def test_a_leading_zero_makes_no_second_document() -> None:
    text = "Triển khai Kế hoạch số 07/KH-UBND. Kế hoạch số 7/KH-UBND ngày 12/1/2024 nêu rõ."
    found = extract(article(text)).citations
    assert [cited.value.issued_date for cited in found] == ["2024-01-12"]


def test_all_provisions_before_a_document_are_kept() -> None:
    (cited,) = extract(article("Theo điểm b khoản 1 Điều 12, khoản 3 Điều 15 Nghị định số 144/2021/NĐ-CP.")).citations
    assert cited.value.provision == "điểm b khoản 1 Điều 12, khoản 3 Điều 15"


@pytest.mark.parametrize(
    ("later", "provision"),
    [
        ("Điều 9 Nghị định số 144/2021/NĐ-CP", "khoản 1 Điều 12; Điều 9"),
        ("Khoản 1 Điều 12 Nghị định số 144/2021/NĐ-CP", "khoản 1 Điều 12"),
        ("Nghị định số 144/2021/NĐ-CP", "khoản 1 Điều 12"),
        ("Điều 12 Nghị định số 144/2021/NĐ-CP", "khoản 1 Điều 12; Điều 12"),
    ],
)
def test_provisions_of_all_citations_of_a_document_are_kept(later: str, provision: str) -> None:
    text = f"Theo khoản 1 Điều 12 Nghị định số 144/2021/NĐ-CP. {later} nêu rõ mức phạt."
    (cited,) = extract(article(text)).citations
    assert cited.value.provision == provision
