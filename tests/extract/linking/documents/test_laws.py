"""The document of a citation: cited in full, cited in short, and with too little evidence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.linking.documents.citations import CitationRecord
from extract.linking.documents.laws import law_rows, resolve
from extract.linking.documents.passages import passage
from tests.extract.linking.citations import cited, keys


@pytest.mark.parametrize(
    "citation",
    [
        cited(2, "Kết luận", "9", issuer="Bộ Chính trị"),
        cited(2, "Kết luận", "09", issuer="Bộ Chính trị khóa XII"),
        cited(2, "Kết luận", "09", "09-KL/TW"),
        cited(2, "Kết luận", "09", subject="quy hoạch mạng lưới trạm khuyến nông"),
    ],
)
def test_a_short_citation_means_the_only_document_that_it_can(citation: CitationRecord) -> None:
    subject = "sắp xếp, quy hoạch lại mạng lưới trạm khuyến nông cơ sở"
    whole = cited(1, "Kết luận", "9", "09-KL/TW", date="2018-03-01", subject=subject)
    found = keys(whole, citation)
    assert found["c002"] == found["c001"]


@pytest.mark.parametrize(
    "citation",
    [
        cited(2, "Kết luận", "9"),  # nothing but the number
        cited(2, "Kết luận", "9", issuer="Bộ Chính trị", day="2018-02-01"),  # before it was issued
        cited(2, "Kết luận", "9", issuer="Bộ Chính trị", day="2031-02-01"),  # long after
        cited(2, "Thông báo", "9", issuer="Bộ Chính trị"),  # of another type
        cited(2, "Kết luận", "9", issuer="Tỉnh ủy"),  # of another issuer
    ],
)
def test_a_short_citation_that_may_mean_something_else_means_nothing(citation: CitationRecord) -> None:
    assert set(keys(cited(1, "Kết luận", "9", "09-KL/TW", date="2018-03-01"), citation)) == {"c001"}


def test_a_short_citation_that_can_mean_two_means_neither() -> None:
    one = cited(1, "Kết luận", "9", "09-KL/TW", date="2018-03-01")
    other = cited(2, "Kết luận", "9", "09-KL/TW", date="2015-03-01")
    assert set(keys(one, other, cited(3, "Kết luận", "9", issuer="Bộ Chính trị"))) == {"c001", "c002"}


def test_a_short_citation_that_tells_a_term_is_a_document_of_that_term() -> None:
    whole = cited(1, "Kết luận", "9", "09-KL/TW", date="2018-03-01")
    assert keys(whole, cited(2, "Kết luận", "9", issuer="Bộ Chính trị khóa XI"))["c002"].startswith("kết luận|9|XI|")


def test_a_number_that_begins_again_every_year_needs_its_year_or_subject() -> None:
    whole = cited(1, "Nghị định", "46", "46/2018/NĐ-CP", subject="trang trại bò sữa và đồng cỏ chăn nuôi")
    assert set(keys(whole, cited(2, "Nghị định", "46"))) == {"c001"}
    assert set(keys(whole, cited(2, "Nghị định", "46", subject="chăn nuôi bò sữa, đồng cỏ"))) == {"c001", "c002"}
    assert set(keys(whole, cited(2, "Nghị định", "46", year="2018"))) == {"c001", "c002"}


def test_a_citation_in_an_article_without_a_day_needs_the_subject() -> None:
    whole = cited(1, "Kết luận", "9", "09-KL/TW", date="2018-03-01", subject="quy hoạch mạng lưới trạm khuyến nông")
    bare = cited(2, "Kết luận", "9", issuer="Bộ Chính trị", day="")
    told = cited(3, "Kết luận", "9", issuer="Bộ Chính trị", day="", subject="mạng lưới trạm khuyến nông cơ sở")
    assert set(keys(whole, bare, told)) == {"c001", "c003"}


def test_a_day_that_contradicts_most_citations_is_not_believed() -> None:
    right = [cited(at, "Quyết định", "12", "12/QĐ-TTg", date="2018-02-03") for at in (1, 2)]
    assert set(keys(*right, cited(3, "Quyết định", "12", "12/QĐ-TTg", date="2018-04-03"))) == {"c001", "c002"}


def test_the_papers_of_two_provinces_are_two() -> None:
    here = cited(1, "Quyết định", "12", "12/2018/QĐ-UBND", issuer="UBND tỉnh")
    there = cited(2, "Quyết định", "12", "12/2018/QĐ-UBND", issuer="UBND tỉnh", province="Lai Châu")
    short = cited(3, "Quyết định", "12", issuer="UBND tỉnh", year="2018", province="Cà Mau")
    found = keys(here, there, short)
    assert len(set(found.values())) == 2 and "c003" not in found


def test_a_law_counts_its_citations_by_level() -> None:
    one = cited(1, "Nghị định", "8", "08/2018/NĐ-CP", date="2018-01-15", subject="phân bón", day="2018-03-01")
    other = cited(2, "Nghị định", "08", "08/2018/NĐ-CP", district="Mường Vạc", day="2018-02-01")
    (row,) = law_rows(resolve([one, other]))
    assert (row["n_citations"], row["n_province"], row["n_district"]) == (2, 1, 1)
    assert (row["first_cited"], row["first_article_id"]) == ("2018-02-01", "a002")
    assert (row["issued_date"], row["subject"], row["symbol"]) == ("2018-01-15", "phân bón", "08/2018/NĐ-CP")
    assert (row["issuer"], row["level"]) == ("Chính phủ", "central")


CITATIONS = [
    cited(1, "Kết luận", "9", "09-KL/TW", date="2018-03-01"), cited(2, "Kết luận", "9", "09-KL/TW", date="2015-03-01"),
    cited(3, "Kết luận", "9", issuer="Bộ Chính trị"), cited(4, "Kết luận", "9", "09-KL/TW", date="2018-03-02"),
    cited(5, "Nghị định", "8", "08/2018/NĐ-CP"), cited(6, "Nghị định", "8", year="2018"),
]  # fmt: skip


@settings(max_examples=60)
@given(st.sets(st.sampled_from(CITATIONS)), st.randoms(use_true_random=False))
def test_the_order_of_the_citations_changes_nothing(citations: set[CitationRecord], random: Any) -> None:
    told = sorted(citations, key=lambda one: one.citation_id)
    assert keys(*told) == keys(*random.sample(told, len(told)))


def test_a_number_of_an_earlier_term_is_not_meant_without_its_subject() -> None:
    subject = "phát triển cây cà phê vùng cao"
    whole = cited(1, "Nghị quyết", "98", "98-NQ/TW", date="2014-06-09", subject=subject, day="2014-07-01")
    short: dict[str, Any] = {"kind": "Nghị quyết", "number": "98", "issuer": "Bộ Chính trị"}
    assert "c002" in keys(whole, cited(2, **short, day="2015-02-01"))
    assert "c002" not in keys(whole, cited(2, **short, day="2018-02-01"))
    assert "c002" in keys(whole, cited(2, **short, day="2018-02-01", subject=subject))


def test_a_body_of_the_nation_has_no_unit() -> None:
    (found,) = resolve([cited(1, "Nghị định", "08", year="2016", issuer="Chính phủ, TP Mường Vạc và Nà Sản")])
    assert (found.key.issuer, found.key.level) == ("chính phủ", "central")


@pytest.mark.parametrize(
    ("near", "document"),
    [
        ("Tài xế bị xử phạt vi phạm hành chính trong lĩnh vực giao thông đường bộ và đường sắt", "2016"),
        ("Nhà thầu không theo quy định về quản lý chất lượng và bảo trì công trình xây dựng", "2015"),
        ("Anh Tấn có nồng độ cồn khi lái xe", "2016"),
        ("Nhà thầu không bảo trì công trình, tài xế không có giấy phép lái xe", None),
        ("Huyện trồng mắc ca", None),
    ],
)
def test_a_number_without_its_year_is_of_the_document_whose_subject_stands_near(
    near: str, document: str | None
) -> None:
    bare = cited(1, "Nghị định", "46", day="")
    found = resolve([bare], lambda asked: {one.citation_id: passage("", near, 0) for one in asked})
    assert [one.key.period for one in found] == ([document] if document else [])


def test_a_number_without_its_issuer_is_of_the_only_body_named_near_it() -> None:
    bare = cited(1, "Quyết định", "12", "12/QĐ-UBND", date="2014-01-17", province=None)
    near = "Khu chợ được UBND tỉnh Sơn La phê duyệt tại Quyết định 12/QĐ-UBND"
    (found,) = resolve([bare], lambda asked: {one.citation_id: passage("", near, 0) for one in asked})
    assert (found.key.issuer, found.reasons[-1]) == ("ủy ban nhân dân sơn la", "issuer_nearby")
    assert resolve([bare]) == []
