"""Citations as compared: type, number, period, series and issuer, in canonical spelling."""

from __future__ import annotations

import pytest

from extract.linking.documents.citations import CitationRecord, counted_twice, known_cues, known_laws
from tests.extract.linking.citations import cited, keys


@pytest.mark.parametrize(
    ("citation", "key"),
    [
        (cited(1, "Nghị định", "08", "08/2018/NĐ-CP"), "nghị định|8|2018|year-nđ-cp|chính phủ"),
        (cited(1, "Nghị quyết", "77", "77/2018/QH14"), "nghị quyết|77|qh14|qh14|quốc hội"),
        (cited(1, "Kết luận", "9", "09-KL/TW", date="2018-03-01"), "kết luận|9|XII|kl-tw|trung ương đảng"),
        (cited(1, "Kết luận", "9", "09 – KL/T.Ư", date="2018-03-01"), "kết luận|9|XII|kl-tw|trung ương đảng"),
        (cited(1, "Quyết định", "12", "12/2018/QĐ-UBND", issuer="UBND tỉnh"),
         "quyết định|12|2018|year-qđ-ubnd|ủy ban nhân dân điện biên"),
        (cited(1, "Kế hoạch", "7", "07-KH/TU", issuer="Ban Thường vụ Tỉnh ủy", date="2018-01-05"),
         "kế hoạch|7|2018|kh-tu|cấp ủy điện biên"),
        (cited(1, "Nghị quyết", "3", "03/NQ-HĐND", issuer="HĐND huyện", date="2018-01-05", district="Mường Vạc"),
         "nghị quyết|3|2018|nq-hđnd|hội đồng nhân dân mường vạc, điện biên"),
        (cited(1, "Kế hoạch", "31", "31/KH-SNV", date="2018-01-05"), "kế hoạch|31|2018|kh-snv|sở nội vụ điện biên"),
        (cited(1, "Thông báo", "4", "04/TB-SNV", issuer="Giám đốc Sở Nội vụ tỉnh Lạng Sơn", date="2018-01-05"),
         "thông báo|4|2018|tb-snv|sở nội vụ lạng sơn"),
        (cited(1, "Hướng dẫn", "9", "09-HD/BTGTU", issuer="Ban Tuyên giáo Tỉnh ủy", date="2018-01-05"),
         "hướng dẫn|9|2018|hd-btgtu|ban tuyên giáo cấp ủy điện biên"),
        (cited(1, "Quyết định", "5", "05/QĐ-UBND", issuer="Chủ tịch UBND tỉnh Lò Văn Tấn", date="2018-01-05"),
         "quyết định|5|2018|qđ-ubnd|ủy ban nhân dân điện biên"),
    ],
)  # fmt: skip
def test_a_citation_that_tells_all(citation: CitationRecord, key: str) -> None:
    assert keys(citation) == {"c001": key}


def test_a_number_with_the_year_in_it_is_of_another_series() -> None:
    one = cited(1, "Quyết định", "12", "12/2018/QĐ-TTg")
    other = cited(2, "Quyết định", "12", "12/QĐ-TTg", date="2018-02-03")
    assert len(set(keys(one, other).values())) == 2


@pytest.mark.parametrize(
    ("citation", "law"),
    [
        (cited(1, "Nghị quyết", "54", "54/2017", issuer="Quốc hội", year="2017"), "nghị quyết|54|qh14|qh14|quốc hội"),
        (cited(1, "Nghị quyết", "54", "54/2016", issuer="Quốc hội", year="2016"), None),
        (cited(1, "Nghị quyết", "10", issuer="Ban Chấp hành Trung ương Đảng", year="2017"),
         "nghị quyết|10|XII|nq-tw|trung ương đảng"),
        (cited(1, "Nghị quyết", "10", issuer="Ban Chấp hành Trung ương Đảng", year="2016"), None),
    ],
)  # fmt: skip
def test_a_year_tells_the_term_in_which_a_document_was_issued(citation: CitationRecord, law: str | None) -> None:
    assert keys(citation).get("c001") == law


@pytest.mark.parametrize(
    ("citation", "missing"),
    [
        (cited(1, "Quyết định", "12", "12/QĐ-TTg"), "period"),
        (cited(1, "Quyết định", "12", year="2018"), "series"),
        (cited(1, "Quyết định", "12", "12/2018/QĐ-UBND", district="Mường Vạc"), "issuer"),
    ],
)
def test_a_citation_without_one_of_its_parts_has_no_key(citation: CitationRecord, missing: str) -> None:
    assert citation.key is None and not getattr(citation, missing)


def test_the_level_of_a_citation_is_that_of_the_event() -> None:
    levels = [
        cited(1, "Nghị định", "8", commune="Nà Bủng", district="Mường Vạc").level,
        cited(1, "Nghị định", "8", district="Mường Vạc").level,
        cited(1, "Nghị định", "8").level,
        cited(1, "Nghị định", "8", province=None).level,
    ]
    assert levels == ["commune", "district", "province", "central"]


def test_known_laws_are_complete_citations() -> None:
    laws = known_laws()
    assert laws and all(law.key and law.issued and law.subject and not law.article_id for law in laws)
    assert len({law.key for law in laws}) == len(laws)


def test_only_some_types_have_two_series_of_numbers() -> None:
    assert "quyết định" in counted_twice() and "nghị định" not in counted_twice()


@pytest.mark.parametrize(
    ("citation", "series"),
    [
        (cited(1, "Quyết định", "32", "32/2014", issuer="UBND tỉnh Sơn La", year="2014"), "year-qđ-ubnd"),
        (cited(1, "Quyết định", "1", "01/2016", issuer="Thủ tướng", year="2016"), "year-qđ-ttg"),
        (cited(1, "Nghị định", "98", "98/2017", year="2017"), "year-nđ-cp"),
        (cited(1, "Quyết định", "199", "199/2019", issuer="Thủ tướng", year="2019"), ""),  # no legal text has it
        (cited(1, "Quyết định", "32", "32/2014", issuer="Sở Y tế", year="2014"), ""),
    ],
)
def test_a_number_with_its_year_and_no_code_is_of_the_legal_texts_of_its_issuer(
    citation: CitationRecord, series: str
) -> None:
    assert citation.series == series
    assert not series or citation.key and citation.key.period == citation.year


def test_one_number_in_two_spellings_is_one_document() -> None:
    whole = cited(1, "Nghị định", "46", "46/2016/NĐ-CP")
    assert whole.key == cited(2, "Nghị định", "46", "46/NĐ-CP", date="2016-05-26").key
    assert cited(5, "Nghị định", "013", "013/NĐ-CP", date="2013-04-08").key is None  # of "30/2 013/NĐ-CP"
    law = cited(3, "Nghị quyết", "54", "54/2017/QH14", issuer="Quốc hội")
    assert law.key == cited(4, "Nghị quyết", "54", "54/NQ-QH14", issuer="Quốc hội").key


def test_words_that_tell_a_document_are_of_known_laws() -> None:
    keys_of_laws = {law.key for law in known_laws()}
    assert known_cues() and set(known_cues()) <= keys_of_laws
