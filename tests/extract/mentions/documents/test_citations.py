"""The numbers cited after a type word, and the details after a number."""

from __future__ import annotations

import pytest

from extract.mentions.documents.citations import CitedNumber, is_counted, read_details, read_numbers
from extract.mentions.documents.type_words import find_type_words
from tests.extract.texts import bracketed, document_of


def numbers(text: str) -> list[CitedNumber]:
    """The numbers after the first type word of a text."""
    document = document_of(text)
    first, *others = find_type_words(document)
    return list(read_numbers(document, first, others[0].span.start if others else len(text)))


@pytest.mark.parametrize(
    ("text", "number", "rule", "symbol"),
    [
        ("Triển khai Nghị quyết số 18-NQ/TW.", "18", "symbol", "18-NQ/TW"),
        ("Triển khai Kế hoạch số15/KH-UBND.", "15", "symbol", "15/KH-UBND"),
        ("Triển khai Nghị quyết số 27 về nông thôn.", "27", "numbered", None),
        ("Triển khai Nghị quyết 27 của Tỉnh ủy.", "27", "bare", None),
        ("Triển khai Nghị định 113/2020 quy định mức phạt.", "113", "bare", None),
        ("Triển khai Luật Đầu tư công số 39/2019/QH14.", "39", "distant", "39/2019/QH14"),
    ],
)
def test_a_number_by_its_form(text: str, number: str, rule: str, symbol: str | None) -> None:
    (found,) = numbers(text)
    assert (found.number, found.rule, found.symbol and found.symbol.text) == (number, rule, symbol)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Nghị quyết số 18, 19-NQ/TW của Trung ương.", [("18", "18-NQ/TW"), ("19", "19-NQ/TW")]),
        ("Triển khai Nghị định 34, 154 đến cán bộ.", [("34", None)]),
        ("Nghị quyết 18-NQ/TW; 20, 21-NQ/TW.", [("18", "18-NQ/TW"), ("20", "20-NQ/TW"), ("21", "21-NQ/TW")]),
        ("Triển khai Nghị định 34, 154.", [("34", None), ("154", None)]),
        ("Các văn bản số 63 và 64 gửi các huyện.", [("63", None), ("64", None)]),
        ("Thực hiện Nghị định 67\nTỉnh Phú Yên chuẩn bị.", [("67", None)]),
        ("Chỉ thị 03, 05 của Bộ Chính trị.", [("03", None), ("05", None)]),
        ("Nghị quyết số 18-NQ/TW, số 20 của Trung ương.", [("18", "18-NQ/TW"), ("20", None)]),
        ("Nghị quyết số 18-NQ/TW, 20 đại biểu dự.", [("18", "18-NQ/TW")]),
        ("Luật số 41/2018/QH14, số 57/2019/QH14.", [("41", "41/2018/QH14"), ("57", "57/2019/QH14")]),
        ("Ký quyết định số 31/QĐ-UBND; 32/QĐ-UBND xử phạt.", [("31", "31/QĐ-UBND"), ("32", "32/QĐ-UBND")]),
    ],
)
def test_lists_of_numbers(text: str, pairs: list[tuple[str, str | None]]) -> None:
    assert [(one.number, one.symbol and one.symbol.text) for one in numbers(text)] == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Ra Quyết định 02 đoàn kiểm tra.",  # counted
        "Ra Quyết định số 02 đoàn kiểm tra.",
        "Xã ra quyết định 812, các đơn vị rà soát.",  # no name of one where it is in lower case
        "Kế hoạch 5 năm 2021-2025.",
        "Áp dụng Luật 5% thuế.",
        "Xã có báo cáo 15 của UBND huyện.",
        "Thực hiện Nghị quyết của Đại hội.",
    ],
)
def test_no_citation(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "printed", "day", "issuer", "year", "term"),
    [
        ("[5] ngày 3/4/2022 của Bộ Nội vụ về", " ngày 3/4/2022 của Bộ Nội vụ", "2022-04-03", "Bộ Nội vụ", None, None),
        ("[5] của Bộ Nội vụ, ngày 3/4/2022", " của Bộ Nội vụ, ngày 3/4/2022", "2022-04-03", "Bộ Nội vụ", None, None),
        ("[5] (ngày 3/4/2022) về", " (ngày 3/4/2022)", "2022-04-03", None, None, None),
        ("[5] được ký ngày 2-12-2004.", " được ký ngày 2-12-2004", "2004-12-02", None, None, None),
        ("[5] hồi 16h00 ngày 12/9/2020.", " hồi 16h00 ngày 12/9/2020", "2020-09-12", None, None, None),
        ("[5]\nSìn Hồ, ngày 9 tháng 6 năm 2012", "\nSìn Hồ, ngày 9 tháng 6 năm 2012", "2012-06-09", None, None, None),
        ("[5] khóa XI ngày 3/4/2022", " khóa XI ngày 3/4/2022", "2022-04-03", None, None, "XI"),
        (
            "[5] của Ban Chấp hành Trung ương Đảng (khóa XII)",
            " của Ban Chấp hành Trung ương Đảng (khóa XII)",
            None,
            "Ban Chấp hành Trung ương Đảng (khóa XII)",
            None,
            "XII",
        ),
        ("[5] năm 2020 về", " năm 2020", None, None, "2020", None),
        ("[5] năm 2020-2025", "", None, None, None, None),  # a period
        ("[5] do UBND huyện ban hành", " do UBND huyện", None, "UBND huyện", None, None),
        ("[5] do UBND huyện trình", "", None, None, None, None),
        ("[5] của bà con", "", None, None, None, None),
        ("[5] về nông thôn", "", None, None, None, None),
        ("[5] ngày 3/4/2022 ngày 5/6/2022", " ngày 3/4/2022", "2022-04-03", None, None, None),  # each once
    ],
)
def test_the_details_after_a_number(
    text: str, printed: str, day: str | None, issuer: str | None, year: str | None, term: str | None
) -> None:
    document, span = bracketed(text)
    found = read_details(document, span.end)
    assert document.text[span.end : found.end] == printed
    assert (found.day and found.day.iso, found.issuer and document.quote(found.issuer)) == (day, issuer)
    assert (found.year, found.term) == (year, term)


def test_the_issuer_between_a_law_and_its_number() -> None:
    document = document_of("Luật của Quốc hội số 31/2024/QH15.")
    (word,) = find_type_words(document)
    (found,) = read_numbers(document, word, len(document.text))
    assert found.details.issuer is not None and document.quote(found.details.issuer) == "Quốc hội"


@pytest.mark.parametrize(
    ("text", "counted"),
    [("[02] đoàn kiểm tra", True), ("[02] Đoàn kiểm tra", False), ("[02] về việc", False), ("[02]", False)],
)
def test_a_number_that_counts_a_noun(text: str, counted: bool) -> None:
    document, span = bracketed(text)
    assert is_counted(document, span.end) is counted
