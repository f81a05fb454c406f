"""Cited documents: the forms of citation with their values, and text that only looks like a citation."""

from __future__ import annotations

import unicodedata
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.mentions.documents.find import find_documents
from extract.model import CitationValue, Findings
from extract.text.document import read_document
from scraper.article import Article, Place

PUBLISHED = "2021-03-12"


def found(text: str, published: str | None = PUBLISHED, place: Place = Place()) -> Findings:
    document = read_document(Article(id="a", paragraphs=tuple(text.split("\n")), published_at=published, place=place))
    findings = find_documents(document)
    for mention in findings.mentions:
        assert document.quote(mention.span) == mention.text
    return findings


def cited(text: str, published: str | None = PUBLISHED, place: Place = Place()) -> list[CitationValue]:
    return [cast(CitationValue, mention.value) for mention in found(text, published, place).mentions]


@pytest.mark.parametrize(
    ("sentence", "type_", "number", "symbol"),
    [
        ("Triển khai Thông tư số 17/2022/TT-BNV của Bộ Nội vụ.", "Thông tư", "17", "17/2022/TT-BNV"),
        ("Quán triệt Chỉ thị số 33-CT/TW của Bộ Chính trị.", "Chỉ thị", "33", "33-CT/TW"),
        ("Phổ biến NQ số 12, ngày 15/1/2021 của Chính phủ.", "Nghị quyết", "12", None),
        ("Thực hiện Nghị quyết 27 của Tỉnh ủy.", "Nghị quyết", "27", None),
        ("Phổ biến Luật Đất đai năm 2024 (số 31/2024/QH15).", "Luật", "31", "31/2024/QH15"),
        ("Thực hiện Chỉ thị số 05/CT-Tg của Thủ tướng.", "Chỉ thị", "05", "05/CT-Tg"),
        ("Triển khai kết luận 66 của Ban Bí thư.", "Kết luận", "66", None),
        ("Thực hiện nghị định 42 của Chính phủ.", "Nghị định", "42", None),
        ("Theo tinh thần Quyết định 812, các đơn vị rà soát lại.", "Quyết định", "812", None),
        ("Thực hiện Kế hoạch 31 của Ban Thường vụ Huyện ủy.", "Kế hoạch", "31", None),
        ("Theo Luật Tổ chức chính quyền địa phương số 77/2015/QH13.", "Luật", "77", "77/2015/QH13"),
        ("Công điện khẩn số 05/CĐ-UBND yêu cầu trực 24/24 giờ.", "Công điện", "05", "05/CĐ-UBND"),
        ("Thông tri số 21/TT/MTTQ-BTT hướng dẫn hiệp thương.", "Thông tri", "21", "21/TT/MTTQ-BTT"),
        ("TT số 21/TT-MTTW-BTT hướng dẫn hiệp thương.", "Thông tri", "21", "21/TT-MTTW-BTT"),
        ("Thông báo kết luận số 48-TB/TU của Thường trực Tỉnh ủy.", "Thông báo kết luận", "48", "48-TB/TU"),
        ("Quy định số 101-QĐ/TW về nêu gương.", "Quy định", "101", "101-QĐ/TW"),
        ("QĐ số 1010/QĐ-UBND về phân công.", "Quyết định", "1010", "1010/QĐ-UBND"),
        ("Văn bản số 64/HD-LĐLĐ gửi các cơ sở.", "Văn bản", "64", "64/HD-LĐLĐ"),
        ("Nghị định 113/2020 quy định mức phạt.", "Nghị định", "113", "113/2020"),
        ("Hướng dẫn theo chỉ đạo (15/KH-UBND) đã gửi các xã.", "Kế hoạch", "15", "15/KH-UBND"),
        ("Công văn hướng dẫn số 12/MTTQ-BTT.", "Công văn", "12", "12/MTTQ-BTT"),
        ("Nước thải đạt QCVN 14:2008/BTNMT.", "Quy chuẩn kỹ thuật quốc gia", "14", "QCVN14:2008/BTNMT"),
        ("Chữ viết theo TCVN 6909:2001.", "Tiêu chuẩn quốc gia", "6909", "TCVN6909:2001"),
        ("Điện số 15/ĐK của Bộ Công an.", "Điện", "15", "15/ĐK"),
        ("Phổ biến Luật Hòa giải ở cơ sở (35/2013/QH13).", "Luật", "35", "35/2013/QH13"),
        ("Phổ biến Luật Đất đai [số 31/2024/QH15].", "Luật", "31", "31/2024/QH15"),
        ("Phổ biến Luật Đất đai - số 31/2024/QH15.", "Luật", "31", "31/2024/QH15"),
        ("Triển khai Nghị định số15/2020/NĐ-CP.", "Nghị định", "15", "15/2020/NĐ-CP"),
        ("Triển khai Quyết định(số: 12/QĐ-UBND).", "Quyết định", "12", "12/QĐ-UBND"),
    ],
)
def test_one_citation(sentence: str, type_: str, number: str, symbol: str | None) -> None:
    (value,) = cited(sentence)
    assert (value.type, value.number, value.symbol) == (type_, number, symbol)


def test_the_numbers_of_a_list_are_documents_each() -> None:
    assert [value.symbol for value in cited("Nghị quyết số 18, 19-NQ/TW của Trung ương.")] == ["18-NQ/TW", "19-NQ/TW"]


@pytest.mark.parametrize(
    ("sentence", "issued"),
    [
        ("Kế hoạch số 15/KH-UBND ngày 02/3/2020 của UBND huyện.", "2020-03-02"),
        ("Hôm nay (29/1/2021), UBND tỉnh có Thông báo số 59/TB-UBND về lễ hội.", "2021-01-29"),
        ("Chỉ thị số 33-CT/TW của Ban Bí thư, ngày 5 tháng 4 năm 2019.", "2019-04-05"),
        ("Quyết định số 9/QĐ-UBND (được ký ngày 2-12-2004).", "2004-12-02"),
        ("Công điện số 1/CĐ-UBND hồi 16h00 ngày 12/9/2020.", "2020-09-12"),
        ("Công văn số 77/SNV-XDCQ ngày 9/3 của Sở Nội vụ.", "2021-03-09"),
        ("Công văn số 77/SNV-XDCQ ngày 9/11 của Sở Nội vụ.", "2020-11-09"),
        ("Ngày 4/3, UBND tỉnh Lai Châu ban hành Kế hoạch số 15/KH-UBND.", "2021-03-04"),
        ("ỦY BAN NHÂN DÂN HUYỆN\nSố: 45 /BC-UBND\nSìn Hồ, ngày 9 tháng 6 năm 2012\nBÁO CÁO", "2012-06-09"),
        ("Theo Công điện số 5/CĐ-TTg ngày 08/11/2019.\n2. Trực ban.", "2019-11-08"),
        ("Ngày 4/3, Bộ Nội vụ trình Chính phủ ban hành Nghị định số 15/2021/NĐ-CP.", None),
        ("Ngày 4/3, hội nghị đã quán triệt Kế hoạch số 15/KH-UBND.", None),
    ],
)
def test_the_day_of_issue(sentence: str, issued: str | None) -> None:
    (value,) = cited(sentence)
    assert value.issued_date == issued


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("Chỉ thị 33 của Thủ tướng Chính phủ về phòng, chống dịch.", "Thủ tướng Chính phủ"),
        ("Nghị quyết số 12 của UB thường vụ Quốc hội gồm ba chương.", "UB thường vụ Quốc hội"),
        ("Kế hoạch số 5 của Sở Văn hóa, Thể thao và Du lịch đã nêu rõ.", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Kết luận số 24-KL/TW ngày 5/6/2012 của Bộ Chính trị (khóa XI) về quy hoạch.", "Bộ Chính trị (khóa XI)"),
        ("Chỉ thị số 4 của Thủ tướng và Nghị quyết Hội nghị Trung ương 5.", "Thủ tướng"),
        ("Nghị định số 15/2021/NĐ-CP có hiệu lực.", "Chính phủ"),
        ("Quyết định số 935 có hiệu lực.", None),
    ],
)
def test_who_issued_it(sentence: str, issuer: str | None) -> None:
    (value,) = cited(sentence)
    assert value.issuer == issuer


@pytest.mark.parametrize(
    ("sentence", "provision"),
    [
        ("Theo điểm a, khoản 2 Điều 5 của Nghị định số 15/2021/NĐ-CP.", "điểm a, khoản 2 Điều 5"),
        ("Sửa đổi các Điều 5, 7 và 9 Luật số 5/2020/QH14.", "Điều 5, 7 và 9"),
        ("Từ Điều 3 đến Điều 8 Thông tư số 1/2021/TT-BNV.", "Từ Điều 3 đến Điều 8"),
        (
            "Theo điểm b khoản 1 Điều 12, khoản 3 Điều 15 Nghị định số 144/2021/NĐ-CP.",
            "điểm b khoản 1 Điều 12, khoản 3 Điều 15",
        ),
        ("Theo khoản 2 Điều 4 và Điều 9 của Luật số 5/2020/QH14.", "khoản 2 Điều 4 và Điều 9"),
        ("Theo Phụ lục III Nghị định số 30/2020/NĐ-CP.", "Phụ lục III"),
        ("Theo điểm a, b khoản 2 Điều 3; Điều 9 Nghị định số 15/2021/NĐ-CP.", "điểm a, b khoản 2 Điều 3; Điều 9"),
        ("Theo khoản 1 và khoản 3, Điều 9a, Nghị định số 15/2021/NĐ-CP.", "khoản 1 và khoản 3, Điều 9a"),
        ("Theo Điều 4 và các khoản 2, 3 Điều 15 Nghị định số 15/2021/NĐ-CP.", "Điều 4 và các khoản 2, 3 Điều 15"),
        ("Theo tiết a điểm b khoản 1 Điều 12 Nghị định số 15/2021/NĐ-CP.", "tiết a điểm b khoản 1 Điều 12"),
        ("Theo Chương II và Điều 12 Luật số 5/2020/QH14.", "Chương II và Điều 12"),
        ("Theo các Điều 3, 5 và 7 Luật số 5/2020/QH14.", "Điều 3, 5 và 7"),
        ("Theo Điều 12 (khoản 1, điểm b) Nghị định số 15/2021/NĐ-CP.", "Điều 12 (khoản 1, điểm b)"),
        ("Theo Điều 3 (khoản 2), Điều 7 của Nghị định số 15/2021/NĐ-CP.", "Điều 3 (khoản 2), Điều 7"),
        ("Theo tiết b, điểm 2, mục III Nghị quyết số 18-NQ/TW.", "tiết b, điểm 2, mục III"),
        ("Theo điểm 2.1, mục II, phần B của Kế hoạch số 15/KH-UBND.", "điểm 2.1, mục II, phần B"),
        ("Theo khoản 1 và điểm a khoản 3 Điều 6 Luật số 5/2020/QH14.", "khoản 1 và điểm a khoản 3 Điều 6"),
        ("Theo điểm b của khoản 2 Điều 8 Nghị định số 15/2021/NĐ-CP.", "điểm b của khoản 2 Điều 8"),
        ("Theo Phụ lục I, II và III Nghị định số 30/2020/NĐ-CP.", "Phụ lục I, II và III"),
        ("Theo khoản 2 Quyết định số 15/QĐ-UBND.", "khoản 2"),
        ("Theo Nghị định số 30/2020/NĐ-CP.", None),
        ("Nộp vào tài khoản 2 Quyết định số 15/QĐ-UBND.", None),
        ("Họp tại địa điểm 3 Nghị quyết số 18-NQ/TW.", None),
        ("Xong hạng mục 1, Quyết định số 15/QĐ-UBND.", None),
        ("Đã nêu ở Điều 5. Nghị định số 15/2021/NĐ-CP.", None),
    ],
)
def test_provisions(sentence: str, provision: str | None) -> None:
    (value,) = cited(sentence)
    assert value.provision == provision


def test_subject_and_provision() -> None:
    (value,) = cited("Theo khoản 2 Điều 5 Nghị định số 15/2021/NĐ-CP về quản lý đê điều, xã đã lập tổ xung kích.")
    assert value.provision == "khoản 2 Điều 5"
    assert value.subject is not None and value.subject.startswith("quản lý đê điều")


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Chỉ thị số 33-CT/TW ngày 9/1/2014 của Ban Bí thư.", "chỉ thị|33|XI|trung ương đảng"),
        ("Chỉ thị số 33-CT/TW của Ban Bí thư.", None),
        ("Thông tư số 07/2022/TT-BNV.", "thông tư|7|2022|bộ nội vụ"),
        ("Nghị quyết số 715/NQ-UBTVQH14.", "nghị quyết|715|14|ủy ban thường vụ quốc hội"),
        ("Kế hoạch số 15/KH-UBND ngày 2/3/2020 của UBND tỉnh.", None),
        (
            "Kế hoạch số 15/KH-UBND ngày 2/3/2020 của UBND tỉnh Lai Châu.",
            "kế hoạch|15|2020|ủy ban nhân dân tỉnh lai châu",
        ),
        (
            "Kế hoạch số 15/KH-UBND ngày 2/3/2020 của Ủy ban nhân dân tỉnh Lai Châu.",
            "kế hoạch|15|2020|ủy ban nhân dân tỉnh lai châu",
        ),
        ("Nghị quyết số 35 ngày 9/12/2022 của HĐND tỉnh Cao Bằng.", None),  # a rule's number, or a decision's
        (
            "Nghị quyết số 35/NQ-HĐND ngày 9/12/2022 của HĐND tỉnh Cao Bằng.",
            "nghị quyết|35|2022|hội đồng nhân dân tỉnh cao bằng|cb",
        ),
        (
            "Nghị quyết số 35/2022/NQ-HĐND ngày 9/12/2022 của HĐND tỉnh Cao Bằng.",
            "nghị quyết|35|2022|hội đồng nhân dân tỉnh cao bằng",
        ),
        ("Quyết định số 24/QĐ-TTg ngày 5/1/2018 của Thủ tướng.", "quyết định|24|2018|thủ tướng chính phủ|cb"),
        ("Nghị quyết 18 của Ban Chấp hành Trung ương Đảng khóa XII.", "nghị quyết|18|XII|trung ương đảng"),
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Bộ Chính trị.", "nghị quyết|18|XII|trung ương đảng"),
        ("Nghị quyết số 18 của Bộ Chính trị.", None),
    ],
)
def test_the_key_needs_type_number_period_and_issuer(sentence: str, key: str | None) -> None:
    (value,) = cited(sentence)
    assert value.key == key


def test_papers_of_consecutive_numbers_share_the_day() -> None:
    text = "Thực hiện Quyết định số 317-QĐ/TW và Quyết định số 318-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị."
    assert [value.issued_date for value in cited(text)] == ["2013-12-12", "2013-12-12"]
    text = "Thực hiện Chỉ thị số 05-CT/TW và Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị."
    assert [value.issued_date for value in cited(text)] == [None, "2021-05-18"]


def test_the_site_tells_whose_plan_it_is() -> None:
    place = Place(province="Lai Châu", district="Sìn Hồ")
    (value,) = cited("Kế hoạch số 15/KH-UBND ngày 2/3/2020 của UBND huyện.", place=place)
    assert value.key == "kế hoạch|15|2020|ủy ban nhân dân huyện sìn hồ"


def test_a_document_cited_twice_is_one_with_all_that_is_said() -> None:
    (value,) = cited("Học tập Chỉ thị 33.\nChỉ thị số 33-CT/TW ngày 9/1/2014 của Ban Bí thư về giáo dục.")
    assert (value.symbol, value.issued_date, value.issuer) == ("33-CT/TW", "2014-01-09", "Ban Bí thư")


def test_of_two_type_words_for_one_code_the_one_that_the_code_means_is_kept() -> None:
    (value,) = cited("Theo Nghị định số 39-NQ/TW, giảm biên chế.\nThực hiện Nghị quyết 39-NQ/TW.")
    assert value.type == "Nghị quyết"


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Quyết định 02 đoàn kiểm tra tại cơ sở.", "count"),
        ("Học tập Nghị quyết Trung ương 4 về xây dựng Đảng.", "plenum"),
        ("Thực hiện nghiêm Thông điệp 5K.", "slogan"),
        ("Ban Chỉ đạo 896 huyện họp phiên thứ nhất.", "body_name"),
    ],
)
def test_numbers_that_cite_nothing_are_refused(sentence: str, reason: str) -> None:
    findings = found(sentence)
    assert not findings.mentions
    assert [rejection.reason for rejection in findings.rejections] == [reason]


@pytest.mark.parametrize(
    "sentence",
    [
        "Có 8/8 xã hoàn thành, điện thoại 0213.798.989, ảnh 24-2-21.jpg.",
        "Báo cáo 6 tháng đầu năm và kế hoạch 5 năm 2021-2025.",
        "Thực hiện Nghị quyết Đại hội Đảng bộ huyện lần thứ XXI.",
        "Triển khai Đề án 06 của Chính phủ và Chương trình 135.",
        "Áp dụng hệ thống quản lý theo TCVN ISO 9001:2015.",
        "Công ty Tư vấn thiết kế Điện số 42 Tô Hiến Thành.",
        "Sà lan mang số hiệu HD2043, phòng CT2, biển số 80A.",
        "Đoàn đi qua Km213-QL1 và trạm điện số 2.",
        "Ông được công bố quyết định bổ nhiệm ngày 3/4.",
        "",
    ],
)
def test_nothing_is_cited(sentence: str) -> None:
    assert not cited(sentence)


def test_marks_in_pieces_give_the_same_values() -> None:
    text = "Thực hiện Nghị quyết số 18, 19-NQ/TW ngày 25/10/2017 của Bộ Chính trị về tổ chức bộ máy."
    assert cited(text) == cited(unicodedata.normalize("NFD", text))


@given(st.text(alphabet="NQĐ/-–số 012 ngày,của TW Nghị quyết\n.()3", max_size=120))
def test_no_text_makes_it_fail(text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    ("sentence", "type_name", "number"),
    [
        ("Giấy giới thiệu số 31/VP-GGT ngày 6/5/2024 đã được cấp.", "Giấy giới thiệu", "31"),
        ("Phiếu chuyển số 18/PC-UBND được nêu tại buổi họp.", "Phiếu chuyển", "18"),
        ("Bản ghi nhớ số 04/BGN-UBND đã được ký.", "Bản ghi nhớ", "04"),
    ],
)
def test_papers_of_rare_types(sentence: str, type_name: str, number: str) -> None:
    (value,) = cited(sentence)
    assert (value.type, value.number) == (type_name, number)


def test_a_leading_zero_makes_no_other_document() -> None:
    (value,) = cited("Chương trình hành động số 07-CTr/ĐU. Nêu lại Chương trình hành động số 7-CTr/ĐU ngày 12/1/2024.")
    assert value.issued_date == "2024-01-12"
