"""Dates in their sentences: value, basis, part of day and kind; and rejections."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions.dates.find import find_dates
from extract.model import DateValue, Findings
from extract.text.document import read_document
from scraper.article import Article


def find(text: str, published: str | None = "2021-03-15") -> Findings:
    return find_dates(read_document(Article(id="a1", paragraphs=tuple(text.split("\n")), published_at=published)))


def values(text: str, published: str | None = "2021-03-15") -> list[DateValue]:
    return [mention.value for mention in find(text, published).mentions]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "start", "end", "part"),
    [
        ("Sáng ngày 12/3, UBND huyện tổ chức hội nghị giao ban.", "2021-03-12", "2021-03-12", "morning"),
        ("Chiều 12-3-2021, đoàn kiểm tra của tỉnh đến làm việc tại xã.", "2021-03-12", "2021-03-12", "afternoon"),
        ("Vào lúc 19 giờ 30 ngày 10/3, xã khai mạc hội diễn văn nghệ.", "2021-03-10", "2021-03-10", "evening"),
        ("Sáng nay, Huyện ủy tổ chức hội nghị quán triệt nghị quyết.", "2021-03-15", "2021-03-15", "morning"),
        ("Chiều hôm qua (14/3), thị trấn ra quân làm sạch môi trường.", "2021-03-14", "2021-03-14", "afternoon"),
        ("Trong 2 ngày 11 - 12/3, huyện tổ chức tập huấn.", "2021-03-11", "2021-03-12", None),
        ("Từ ngày 28/2 đến ngày 3/3, Hội Nông dân xã mở lớp bồi dưỡng.", "2021-02-28", "2021-03-03", None),
        ("Trong các ngày 9, 10 và 11/3/2021, phường tổ chức tiếp xúc cử tri.", "2021-03-09", "2021-03-11", None),
        ("Ngày 5/3 (tức ngày 22 tháng Giêng), xã tổ chức lễ hội xuống đồng.", "2021-03-05", "2021-03-05", None),
        ("Ngày mùng 10 tháng Giêng, xã tổ chức lễ hội xuống đồng.", "2021-02-21", "2021-02-21", None),
        ("Xã Nà Lốc tổ chức lễ bàn giao nhà cho hộ nghèo vào sáng 9/3.", "2021-03-09", "2021-03-09", "morning"),
        ("Sau 3 ngày tranh tài (10, 11 và 12/3), giải đã khép lại.", "2021-03-10", "2021-03-12", None),
        ("Hội nghị diễn ra vào sáng 28/12 tại hội trường UBND huyện.", "2020-12-28", "2020-12-28", "morning"),
        ("Giải việt dã đã được phát động tại xã Nà Lốc sáng 10/3.", "2021-03-10", "2021-03-10", "morning"),
        ("Chiều ngày 12/3/2201, UBND huyện tổ chức họp báo.", "2021-03-12", "2021-03-12", "afternoon"),
        ("Chiều ngày 12/03/221, UBND huyện tổ chức họp báo.", "2021-03-12", "2021-03-12", "afternoon"),
        ("Chiều ngày 12//3/2021, UBND huyện tổ chức họp báo.", "2021-03-12", "2021-03-12", "afternoon"),
        ("Sáng ngày12/3/2021, UBND huyện tổ chức họp báo.", "2021-03-12", "2021-03-12", "morning"),
        ("Ngày 11/3/2021, tại hội trường UBND xã Nà Lốc.", "2021-03-11", "2021-03-11", None),
        ("Trong hai ngày 11/3 - 12/3/2021,", "2021-03-11", "2021-03-12", None),
        ("Chiều 11 và sáng 12/3, HĐND huyện tổ chức kỳ họp.", "2021-03-11", "2021-03-12", "afternoon"),
        ("Chiều 11/3 và sáng 12/3, HĐND huyện tổ chức kỳ họp.", "2021-03-11", "2021-03-12", "afternoon"),
        ("Chiều 28/2 và sáng ngày 1/3, HĐND huyện tổ chức kỳ họp.", "2021-02-28", "2021-03-01", "afternoon"),
        ("Chiều 10, cả ngày 11 và sáng 12/3, HĐND huyện họp.", "2021-03-10", "2021-03-12", "afternoon"),
        ("Chiều thứ Năm (11/3) và sáng thứ Sáu (12/3), HĐND huyện họp.", "2021-03-11", "2021-03-12", "afternoon"),
        ("Đêm 11/3 và rạng sáng 12/3, xã tổ chức tuần tra.", "2021-03-11", "2021-03-11", "evening"),
        ("Từ 7h30 đến 11h30 ngày 11/3, Trung tâm Y tế tổ chức tập huấn.", "2021-03-11", "2021-03-11", "morning"),
        ("Từ 8-10h ngày 11/3, Trung tâm Y tế tổ chức tập huấn.", "2021-03-11", "2021-03-11", "morning"),
        ("Từ 8g - 10g30 ngày 11,12/3, Trung tâm Y tế tổ chức tập huấn.", "2021-03-11", "2021-03-12", "morning"),
        ("Từ 8h-10h30 và 14h-16h ngày 11/3, Trung tâm Y tế tập huấn.", "2021-03-11", "2021-03-11", "morning"),
        ("Từ 19:00 - 21:30 các ngày 9, 10 và 11/3, xã tổ chức giao lưu.", "2021-03-09", "2021-03-11", "evening"),
        ("Từ 20 giờ ngày 11/3 đến 2 giờ ngày 12/3, xã tổ chức diễn tập.", "2021-03-11", "2021-03-12", "evening"),
        ("Sáng ngày 11 , tháng 3 ; năm 2021, xã tổ chức hội nghị.", "2021-03-11", "2021-03-11", "morning"),
        ("Sáng ngày 11 tháng3, năm 2021, xã tổ chức hội nghị.", "2021-03-11", "2021-03-11", "morning"),
        ("Kỷ niệm 111 năm 8/3/1910 - 8/3/2021, ngày 5/3/2021 đoàn đến thăm.", "2021-03-05", "2021-03-05", None),
        (
            "Thực hiện kế hoạch, ngày 10/3, Ban Chỉ huy quân sự huyện tổ chức diễn tập.",
            "2021-03-10",
            "2021-03-10",
            None,
        ),
    ],
)
def test_the_day_of_an_event(text: str, start: str, end: str, part: str | None) -> None:
    event = next(value for value in values(text) if value.kind == "event")
    assert (event.start, event.end, event.part_of_day) == (start, end, part)


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Đại hội sẽ diễn ra vào ngày 5/4 tới.", "scheduled", "2021-04-05"),
        ("Căn cứ Kế hoạch số 12/KH-UBND ngày 20/01/2021 của UBND huyện.", "document", "2021-01-20"),
        ("Theo Chỉ thị số 07, ngày 3/2/2021 của Thường trực Huyện ủy.", "document", "2021-02-03"),
        ("Ngày 2/3, UBND tỉnh ban hành Công văn về phòng cháy rừng.", "document", "2021-03-02"),
        ("Tính đến ngày 10/3/2021, huyện có 12 ca bệnh.", "as_of", "2021-03-10"),
        ("Các xã hoàn thành trước ngày 30/6/2021.", "as_of", "2021-06-30"),
        ("Ngày đăng: 12/03/2021", "published", "2021-03-12"),
        ("Chào mừng 91 năm Ngày thành lập Đoàn (26/3/1931 - 26/3/2022).", "commemorated", "1931-03-26"),
        ("Hoạt động nhân dịp Ngày Quốc tế Phụ nữ 8/3.", "commemorated", "2021-03-08"),
        ("Kỷ niệm Ngày sinh của Bác (19/5/1890 - 19/5/2020).", "commemorated", "1890-05-19"),
        ("Lễ hội được tổ chức vào ngày 9/2 hằng năm.", "other", "2021-02-09"),
        ("Trước đó, ngày 4/3, đoàn đã khảo sát tại hai xã.", "other", "2021-03-04"),
    ],
)
def test_every_date_has_its_kind(text: str, kind: str, start: str) -> None:
    assert [(value.kind, value.start) for value in values(text)] == [(kind, start)]


def test_without_publication_the_latest_full_day_of_the_text_tells_the_year() -> None:
    text = "Chiều 25/02, huyện tổ chức hội nghị.\nHội nghị phổ biến Thông tri số 5, ngày 19/1/2021 của Ban Thường trực."
    event = values(text, None)[0]
    assert (event.start, event.basis) == ("2021-02-25", "year_inferred")


def test_a_stamp_in_the_text_stands_for_the_publication_that_is_not_told() -> None:
    text = "Ngày đăng: 12/03/2021\nChiều nay, xã tổ chức hội nghị.\nHội nghị xã lần trước (16/06/2022 9:39:54 SA)"
    event = next(value for value in values(text, None) if value.kind == "event")
    assert (event.start, event.part_of_day, event.basis) == ("2021-03-12", "afternoon", "published")


def test_a_last_day_told_apart_ends_the_event() -> None:
    text = "Sáng 8/3, thị trấn khai giảng lớp bồi dưỡng.\nLớp học kéo dài đến hết ngày 12/3/2021."
    assert [(value.kind, value.start, value.end) for value in values(text)] == [
        ("event", "2021-03-08", "2021-03-08"),
        ("event", "2021-03-08", "2021-03-12"),
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Sáng 16/6, xã họp. Quyết định số 218 ngày 12/12/2013 được phổ biến.", ""),
        ("Sáng 16/6, xã họp bàn nhiệm vụ năm 2019. Quyết định số 218 ngày 12/12/2013 được phổ biến.", "2019-06-16"),
    ],
)
def test_an_old_document_does_not_tell_the_year_of_an_event(text: str, start: str) -> None:
    assert next(value.start for value in values(text, None) if value.kind == "event") == start


def test_a_congress_is_of_the_year_in_which_its_term_begins() -> None:
    text = "Ngày 31/5, Hội Nông dân huyện tổ chức Đại hội lần thứ XII, nhiệm kỳ 2023 - 2028."
    assert [value.start for value in values(text, None) if value.kind == "event"] == ["2023-05-31"]


def test_what_nothing_places_stays_open() -> None:
    assert [(value.start, value.basis) for value in values("Sáng 25/02, xã họp.", None)] == [("", "year_inferred")]
    assert [(value.start, value.basis) for value in values("Sáng nay, xã họp.", None)] == [("", "published")]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Sáng 20/8, huyện khai mạc hội thi năm 2019.", "2019-08-20"),
        ("Ngày 25/12, xã họp tổng kết năm 2020, triển khai nhiệm vụ năm 2021.", "2020-12-25"),
        ("Ngày 8/1, xã họp tổng kết năm 2020, triển khai nhiệm vụ năm 2021.", "2021-01-08"),
        ("Tối 31/12, đêm cuối cùng của năm 2020, huyện tổ chức đêm nhạc.", "2020-12-31"),
        ("Sáng 1/1, ngày đầu tiên của năm 2021, huyện tổ chức giải chạy.", "2021-01-01"),
        ("Ngày 2/5, xã tổ chức hội nghị về nhà cổ xây năm 1890.", ""),
        ("Ngày 9/10, huyện tổ chức đối thoại; phấn đấu hoàn thành đến năm 2030.", ""),
        ("Ngày 9/10, huyện tổ chức đối thoại. Ông Vừ A Páo sinh ngày 12/3/1965.", ""),
    ],
)
def test_where_no_day_is_full_the_years_named_tell_the_year(text: str, start: str) -> None:
    assert next(value.start for value in values(text, None) if value.kind == "event") == start


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "kind"),
    [
        ("Kết quả tháng 3/2020 được đánh giá cao.", "2020-03", "2020-03", "month", "other"),
        ("Chỉ tiêu quý II năm 2020 đều đạt.", "2020-04", "2020-06", "quarter", "other"),
        ("Sơ kết 6 tháng đầu năm 2020.", "2020-01", "2020-06", "half", "other"),
        ("Tổng kết năm học 2019-2020.", "2019", "2020", "year", "other"),
        ("Phương hướng năm 2020.", "2020", "2020", "year", "other"),
        ("Đại biểu HĐND xã nhiệm kỳ 2016 - 2021.", "2016", "2021", "year", "term"),
        ("Phấn đấu đến năm 2030 không còn hộ nghèo.", "2030", "2030", "year", "as_of"),
        ("Việc rà soát diễn ra từ giữa tháng 2.", "2021-02", "2021-02", "month", "other"),
        ("Vừa qua, Hội Phụ nữ xã tổ chức ra mắt mô hình mới.", "", "", "vague", "event"),
    ],
)
def test_stretches_of_time_keep_their_grain(text: str, start: str, end: str, precision: str, kind: str) -> None:
    found = [(value.start, value.end, value.precision, value.kind) for value in values(text)]
    assert found == [(start, end, precision, kind)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Đề án giai đoạn 2021-2025.", "period"),
        ("Kế hoạch 5 năm 2021 - 2025.", "period"),
        ("Luật Đất đai năm 2013.", "law"),
        ("Điện thoại: 0215 3 826 155", "phone"),
        ("Đến nay 8/8 huyện đã hoàn thành.", "fraction"),
        ("Có 5/12 tiêu chí đạt chuẩn.", "fraction"),
        ("Tổ trực 24/7 tại chốt.", "always"),
        ("Đội xã Phú Lâm thắng 3-1.", "score"),
        ("Ảnh 12-3-2021.jpg", "file"),
    ],
)
def test_look_alikes_are_refused_with_a_reason(text: str, reason: str) -> None:
    found = find(text)
    assert not found.mentions
    assert [refused.reason for refused in found.rejections] == [reason]


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("Đại hội nhiệm kỳ 2020-2025.", "term", "term"),
        ("Mít tinh kỷ niệm Ngày thành lập Đội (15/5/1941 - 15/5/2021).", "commemorated", "anniversary"),
    ],
)
def test_terms_and_anniversaries_are_kept_as_such_and_refused_as_days_of_an_event(
    text: str, kind: str, reason: str
) -> None:
    found = find(text)
    assert [mention.value.kind for mention in found.mentions] == [kind]  # type: ignore[attr-defined]
    assert [refused.reason for refused in found.rejections] == [reason]


def test_composed_and_decomposed_text_give_the_same_values() -> None:
    text = "Sáng thứ Sáu, ngày 12/3/2021, Đảng ủy xã tổ chức lễ kỷ niệm; 8/8 thôn tham gia."
    assert values(unicodedata.normalize("NFD", text)) == values(text)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["ngày 12/3, ", "1, ", "Sáng 12/3 (", "thứ hai, ", "12-KH/TU ngày 1/2/2020 "])
def test_a_very_long_line_is_read_in_time(piece: str) -> None:
    find(piece * (100_000 // len(piece)))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789/-.,:() \nngàytháđếnmùgsSvNcqủi", max_size=120) | st.text(max_size=60))
def test_any_text_is_read_without_an_error_and_spans_quote_it(text: str) -> None:
    document = read_document(Article(id="a1", paragraphs=(text,), published_at="2021-03-15"))
    found = find_dates(document)
    assert all(document.quote(item.span) == item.text for item in (*found.mentions, *found.rejections))
