"""Counts of people who took part, and the counts that are of something else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions.attendance.find import find_attendance
from extract.model import AttendanceValue, Findings
from extract.text.document import read_document
from scraper.article import Article


def find(text: str) -> Findings:
    return find_attendance(read_document(Article(id="a1", paragraphs=tuple(text.split("\n")))))


def values(text: str) -> list[AttendanceValue]:
    return [mention.value for mention in find(text).mentions]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "count", "cmp", "unit"),
    [
        ("Sáng 4/5, cuộc họp có 54 trên 59 đại biểu tham dự.", 54, "eq", "đại biểu"),
        ("Hội khỏe năm nay, toàn huyện có trên 700 vận động viên tham gia.", 700, "gt", "vận động viên"),
        ("Chiều 4/5, xã tổ chức đối thoại với gần 70 hộ dân bị ảnh hưởng bởi đập.", 70, "lt", "hộ dân"),
        ("Dự hội nghị có 27/29 ủy viên Ban Chấp hành.", 27, "eq", "ủy viên"),
        ("Từ sáng sớm, khoảng 600 người đã đến viếng cụ Lò Văn Mẩy.", 600, "approx", "người"),
        ("Sáng 16/6, HĐND tỉnh họp lần thứ nhất với 50 đại biểu vừa trúng cử tham dự.", 50, "eq", "đại biểu"),
        ("41 thí sinh xuất sắc đến từ 8 xã đã tranh tài ở vòng chung kết.", 41, "eq", "thí sinh"),
        ("Sáng 10/6, gần 90 em thiếu nhi được vào tham quan trụ sở.", 90, "lt", "em thiếu nhi"),
        ("9h ngày 22/5, gần 90 đại biểu bước vào kỳ họp giữa năm.", 90, "lt", "đại biểu"),
        ("Ông Tám dự buổi họp mặt thân mật của lãnh đạo TP. Mường Thanh với 80 kiều bào.", 80, "eq", "kiều bào"),
        ("Huyện tổ chức diễn tập, huy động 300 người.", 300, "eq", "người"),
        ("Tham dự hội nghị có 120 đại biểu.", 120, "eq", "đại biểu"),
        ("Hơn 60 trong số 240 vận động viên đã tranh tài ở vòng chung kết.", 60, "gt", "vận động viên"),
        ("Có 31 trên tổng số 35 đại biểu dự phiên họp.", 31, "eq", "đại biểu"),
        ("Các đại biểu HĐND huyện đã tiếp xúc gần 90 cử tri bản Nà Lốc.", 90, "lt", "cử tri"),
        ("Bí thư Tỉnh đoàn trò chuyện với 40 thanh niên khởi nghiệp.", 40, "eq", "thanh niên"),
        ("Tham dự có 26 học viên tham gia lớp sơ cứu, cuối khóa được cấp giấy chứng nhận.", 26, "eq", "học viên"),
        ("Tham dự Đại hội có 64 đại biểu chính thức được bầu chọn từ các chi hội.", 64, "eq", "đại biểu chính thức"),
        ("Chiều 4/5, lãnh đạo phường đã họp với hơn 50 người cao tuổi của làng.", 50, "gt", "người cao tuổi"),
        ("Về dự có lãnh đạo xã, bí thư các chi bộ trực thuộc và 25 đảng viên cao tuổi Đảng.", 25, "eq", "đảng viên"),
        ("Dự lễ ra quân có 75 lực lượng dân quân cơ động.", 75, "eq", "lực lượng dân quân cơ động"),
        (
            "Ngày hội có hơn 210 người là hội viên, tình nguyện viên Hội Chữ thập đỏ, cán bộ, viên chức và đông đảo bà"
            " con trong xã hưởng ứng hiến máu.",
            210,
            "gt",
            "người",
        ),
        ("Hội nghị có sự tham dự của hơn 200 cán bộ, hội viên.", 200, "gt", "cán bộ, hội viên"),
        ("Lễ phát động thu hút gần 1.500 đoàn viên, thanh niên tham gia.", 1500, "lt", "đoàn viên, thanh niên"),
        ("Buổi lễ có khoảng 300 khách mời.", 300, "approx", "khách mời"),
        ("Khoảng hơn 400 người đã tham gia ngày hội.", 400, "gt", "người"),
        ("Ban Tổ chức cho biết ít nhất 60 thí sinh dự thi.", 60, "ge", "thí sinh"),
        ("Trung tâm mở lớp tập huấn kỹ năng cho hai trăm nông dân.", 200, "eq", "nông dân"),
        ("Huyện đoàn tổ chức lớp bồi dưỡng cho 45 cán bộ Đoàn.", 45, "eq", "cán bộ Đoàn"),
        ("Giải quy tụ hơn 16 nghìn vận động viên.", 16000, "gt", "vận động viên"),
        ("Trạm khuyến nông tập huấn cho đại diện 30 hộ dân của xã.", 30, "eq", "hộ dân"),
        ("Hội thảo với sự có mặt của 96 đại biểu.", 96, "eq", "đại biểu"),
        ("Buổi tiếp xúc không quá 15 cử tri.", 15, "le", "cử tri"),
        ("Sáng 20/5, hơn 200 học sinh đến từ các xã được nghe nói chuyện chuyên đề.", 200, "gt", "học sinh"),
        (
            "Đại hội diễn ra với sự tham dự của 98/98 đại biểu, đại diện tiêu biểu cho các dân tộc.",
            98,
            "eq",
            "đại biểu",
        ),
        ("Thành phần gồm các ủy viên (07/07 đại biểu tham dự, đạt 100%).", 7, "eq", "đại biểu"),
        ("Triển lãm có trên 90 tác giả tham gia.", 90, "gt", "tác giả"),
        ("Hội nghị có tổng số 35 người tham dự, 17 ý kiến phát biểu.", 35, "eq", "người"),
        ("Sau 5 ngày học tập, 31 học viên đã nắm được các chuyên đề.", 31, "eq", "học viên"),
        ("Đến dự có lãnh đạo xã cùng hơn 150 em học sinh tiêu biểu.", 150, "gt", "em học sinh"),
        ("Dự hội nghị có lãnh đạo phường; tổ an ninh và đại diện 15 gia đình.", 15, "eq", "gia đình"),
        ("Hơn 200 đồng chí bao gồm các bí thư chi bộ đã học nghị quyết.", 200, "gt", "đồng chí"),
        ("Cụm phía bắc có 12 xã với 19 thí sinh.", 19, "eq", "thí sinh"),
        ("Dự buổi tọa đàm có hơn 80 nữ đại biểu.", 80, "gt", "nữ đại biểu"),
        ("Ngày hội thu hút 2.400 lượt hội viên tham gia.", 2400, "eq", "lượt hội viên"),
        ("Buổi gặp gỡ có sự tham dự của 35 em học sinh.", 35, "eq", "em học sinh"),
        ("Tham dự hội nghị có gần 90 điển hình tiên tiến.", 90, "lt", "điển hình tiên tiến"),
        ("Đoàn đại biểu tỉnh tiếp xúc với 150 cử tri xã Nà Lốc.", 150, "eq", "cử tri"),
        ("Dự lễ giao nhận quân có 46 tân binh lên đường nhập ngũ.", 46, "eq", "tân binh"),
        ("Lớp gồm 62 học viên đang công tác tại các trạm y tế.", 62, "eq", "học viên"),
        ("Tham gia lớp học là 74 đồng chí trưởng bản.", 74, "eq", "đồng chí"),
        ("Hơn 90 cán bộ được bồi dưỡng kỹ năng số.", 90, "gt", "cán bộ"),
        ("Dự hội nghị có 95 cốt cán của các bản.", 95, "eq", "cốt cán"),
        ("Hội nghị đã phổ biến Luật Đất đai đến 110 trưởng thôn.", 110, "eq", "trưởng thôn"),
        ("Theo Ban Tổ chức, ngày hội có ít nhất 800 người tham gia.", 800, "ge", "người"),
        (
            "Sáng 4/5, Đảng bộ xã Nà Lốc tổ chức đại hội lần thứ V với sự tham dự của ông Tòng Văn Mẩy, Bí thư Huyện"
            " ủy; đại diện các ban đảng, lãnh đạo các phòng, lãnh đạo các xã lân cận và 128 đảng viên.",
            128,
            "eq",
            "đảng viên",
        ),
        (
            "Sáng 4/5, Hội Nông dân xã mở đại hội, về dự có ông Tòng Văn Mẩy, Phó Chủ tịch Hội; bà Lò Thị Nga, Bí thư"
            " Đảng ủy xã; đại diện các ban và 98 hội viên.",
            98,
            "eq",
            "hội viên",
        ),
    ],
)
def test_people_who_came(text: str, count: int, cmp: str, unit: str) -> None:
    assert [(value.count, value.cmp, value.unit) for value in values(text)] == [(count, cmp, unit)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hội nghị kết nối tới 174 điểm cầu.", "venue"),
        ("Lớp học khai giảng; các lớp trước có 160 học viên.", "statistics"),
        ("Toàn huyện có 800 hộ dân tham gia bảo hiểm.", "statistics"),
        ("Đại hội bầu Ban Chấp hành gồm 25 ủy viên.", "committee"),
        ("Sáng 4/5, ông Tám cho biết tại cuộc họp, trên địa bàn có 260 hộ dân trồng chè.", "statistics"),
        ("Dịp lễ 30/4, bản có khoảng 3.000 khách.", "context"),
        ("Quốc hội thông qua luật với 425 đại biểu tham gia biểu quyết.", "status"),
        ("Đại hội đồng ý với số lượng 21 người tham gia vào ban chấp hành.", "status"),
        ("Hội nghị hướng dẫn: mỗi bản phải bảo đảm 70 người tham dự.", "statistics"),
        ("Chiến dịch hè năm nay thu hút 3.000 tình nguyện viên.", "statistics"),
        ("Ban lễ tang cụ Mẩy gồm 17 người, Trưởng ban là ông Tám.", "committee"),
        ("Quốc hội khóa 14 có 495 đại biểu.", "context"),
        ("Sáng 4/5, 7 đại biểu đã bị loại.", "status"),
        ("Đại hội khai mạc, 90 đại biểu tán thành nghị quyết.", "status"),
        ("Sáng 4/5, xã mở hội nghị. Cử 17 đồng chí tham gia học trung cấp chính trị.", "context"),
        ("Sáng 4/5, công ty đã huy động 30 cán bộ nạo vét mương.", "context"),
        ("Sáng 4/5, trường họp. Có 15 học sinh có mặt trong clip.", "context"),
        ("Sau hội nghị, có 17 người nhận nhiệm vụ mới.", "status"),
        ("Trong đó, 16 người thuộc tổ chè.", "context"),
        ("Tham dự có đại diện của 18 xã.", "unit"),
        ("Huyện thành lập Ban Chỉ đạo gồm 15 thành viên.", "committee"),
        ("Đại hội đã bầu Ban Chấp hành gồm 11 đồng chí.", "committee"),
        ("Đoàn trao 50 suất quà cho hộ nghèo.", "gift"),
        ("Hội trường mới có 500 chỗ ngồi.", "seat"),
        ("Đảng bộ kết nạp 26 đảng viên.", "recipients"),
        ("Trạm y tế khám bệnh cho 230 người cao tuổi.", "recipients"),
        ("Ông phát biểu thay mặt 2.000 công nhân.", "represented"),
        ("Vụ tai nạn khiến 12 người bị thương.", "status"),
        ("Từ đầu năm, huyện giải quyết việc làm cho 1.640 lao động.", "recipients"),
        ("Hội nghị nhận 27 ý kiến.", "document"),
        ("Hội nghị đã thống nhất gồm 38 người trong danh sách sơ bộ.", "status"),
        ("Xã tổ chức chúc thọ, mừng thọ cho 27 người cao tuổi.", "recipients"),
        ("Kết thúc lớp học có 19 học viên loại giỏi.", "status"),
        ("Đại hội bầu đoàn đại biểu dự đại hội cấp trên gồm 10 đại biểu chính thức.", "committee"),
        ("Xã phấn đấu dạy nghề cho 120 lao động.", "statistics"),
        ("Dự hội thảo có 5 doanh nghiệp.", "unit"),
        ("Theo báo cáo, đợt này xã có 1.240 trẻ đăng ký tham gia.", "statistics"),
        ("Kỳ thi năm nay có 7.400 thí sinh dự thi.", "exam"),
        ("Gần 700 lượt người tham gia các phiên giao dịch việc làm.", "statistics"),
        ("Cả 340 thanh niên trúng tuyển đã sẵn sàng lên đường.", "status"),
        ("Nghị quyết được 45/50 đại biểu tán thành.", "fraction"),
        ("Có 41/41 đại biểu tham gia biểu quyết đồng ý.", "fraction"),
        ("Bà Nga là một trong 15 đại biểu tham dự.", "fraction"),
        ("Lớp có 35 học sinh.", "statistics"),
        ("Năm nay, xã Nà Lốc có 17 thanh niên ưu tú lên đường nhập ngũ.", "status"),
        ("Đợt mưa lũ có 36 người chết.", "status"),
        ("Xã tổ chức lễ trao học bổng cho 118 em học sinh.", "recipients"),
        ("Dự án của huyện nằm trên hai xã, với 286 hộ dân.", "context"),
        ("Tỉnh tổ chức thi tốt nghiệp cho 9.000 thí sinh.", "exam"),
        ("Huyện nhường đất làm hồ chứa, với gần 3.200 hộ dân, chiếm nửa số dân của vùng.", "status"),
    ],
)
def test_other_counts_are_refused_with_a_reason(text: str, reason: str) -> None:
    found = find(text)
    assert not found.mentions
    assert [refused.reason for refused in found.rejections] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ cử tri đi bầu đạt 99%.",
        "Hàng trăm người dân theo dõi.",
        "Bí thư và hai đồng chí Phó Bí thư.",
        "Mọi chi tiết xin liên hệ 0215 3 826 155.",
        "Tham dự có đ/c Lò Út Mười Bí thư Huyện ủy.",
    ],
)
def test_what_tells_no_count(text: str) -> None:
    assert not find(text).mentions


def test_a_total_over_several_sessions_is_of_the_series() -> None:
    found = values("Khóa bồi dưỡng có tổng số 84 học viên được chia thành 3 lớp.")
    assert [(value.count, value.scope) for value in found] == [(84, "series")]


def test_occasions_that_are_summed_up_are_not_the_event() -> None:
    told = "Dự hội nghị có lãnh đạo xã. Hội nghị nghe báo cáo. Xã đạt chuẩn. Dân phấn khởi. Lúa được mùa. "
    assert not values(f"{told}Hội đã mở được gần 300 buổi với 5.400 người tham dự.")
    assert [value.count for value in values(f"{told}Buổi chiều có 54 người tham dự.")] == [54]


def test_a_range_has_both_ends() -> None:
    assert [(value.count, value.count_max) for value in values("Hội nghị có 50 - 60 đại biểu tham dự.")] == [(50, 60)]


@pytest.mark.parametrize(
    ("text", "published", "counts"),
    [
        ("Hội thi năm 2019 thu hút 300 thí sinh.", "2024-05-16", []),
        ("Hội thi năm 2024 thu hút 300 thí sinh.", "2024-05-16", [300]),
        ("Giải năm trước có 200 vận động viên.", "2024-05-16", []),
        ("Giai đoạn 2020-2024, Hội đã vận động 5.600 lượt người tham gia hiến máu.", "2024-05-16", []),
        ("Từ 31.000 thí sinh dự thi năm 2013, hội thi lớn dần.", "2024-05-16", []),
        ("Hội nghị tổng kết năm 2023 có 120 đại biểu.", "2024-01-10", [120]),
        ("Lễ hội thu hút 20.000 lượt khách tham gia mỗi năm.", "2024-05-16", []),
    ],
)
def test_those_of_another_year_are_not_of_the_event(text: str, published: str, counts: list[int]) -> None:
    document = read_document(Article(id="a1", paragraphs=(text,), published_at=published))
    found = find_attendance(document).mentions
    assert [mention.value.count for mention in found] == counts  # type: ignore[attr-defined]


def test_a_bare_count_takes_the_comparator_it_is_printed_with_elsewhere() -> None:
    text = "Chiều 21/7, bà Lò Thị Nga đối thoại với 200 tiểu thương.\nGần 200 tiểu thương tại hội trường xã."
    assert [(value.count, value.cmp) for value in values(text)] == [(200, "lt")]
    others = values("Dự họp có 200 hộ dân. Xã có gần 200 hội viên.")
    assert [(value.count, value.cmp) for value in others] == [(200, "eq")]


def test_a_repeated_count_is_one_entry_with_its_comparator() -> None:
    found = values("120 đại biểu dự hội nghị\nSáng 12/3, hơn 120 đại biểu dự hội nghị của huyện.")
    assert [(value.count, value.cmp) for value in found] == [(120, "gt")]


def test_composed_and_decomposed_text_give_the_same_values() -> None:
    text = "Hội nghị có sự tham dự của hơn 200 cán bộ, hội viên."
    assert [v.count for v in values(unicodedata.normalize("NFD", text))] == [200]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["một ", "có 12 đại biểu dự, ", "ban chấp hành gồm 12 đồng chí ", "1"])
def test_a_very_long_line_is_read_in_time(piece: str) -> None:
    find(piece * (100_000 // len(piece)))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789.,- \nđạibểu ngườhơndựcógồm", max_size=120) | st.text(max_size=60))
def test_any_text_is_read_without_an_error_and_spans_quote_it(text: str) -> None:
    document = read_document(Article(id="a1", paragraphs=(text,)))
    found = find_attendance(document)
    assert all(document.quote(item.span) == item.text for item in (*found.mentions, *found.rejections))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Huyện mở lớp bồi dưỡng đối tượng kết nạp Đảng đợt 1 cho 85 học viên.", [85]),
        ("Trung tâm Dạy nghề và Hỗ trợ nông dân tỉnh khai giảng lớp nuôi ong cho 35 hội viên.", [35]),
        ("Phòng khai giảng lớp quy hoạch cán bộ nguồn cho 40 cán bộ.", [40]),
        ("Trạm Khuyến nông tổ chức lớp tập huấn nuôi vịt cho 20 hội viên nghèo.", [20]),
        ("Có 27/29 đại biểu HĐND tham dự.", [27]),
        ("Ông Lò Văn Tám được 26/27 đại biểu (96,3% đại biểu có mặt) bầu giữ chức Phó Chủ tịch HĐND.", []),
        ("Từ đầu năm đến nay, Trung tâm mở 6 lớp tập huấn với gần 300 học viên.", []),
        ("Cũng tại chương trình, có 5 gia đình khó khăn nhất được nhận thêm bao gạo.", []),
        ("Trong đợt này, Đảng bộ có 14 đồng chí đảng viên được trao tặng huy hiệu.", []),
        ("Tại buổi lễ có 12 giáo viên vinh dự nhận bằng khen của tỉnh.", []),
        ("Mỗi câu lạc bộ có 50 thành viên tham gia sinh hoạt.", []),
        ("Lãnh đạo tỉnh dự lễ và tiễn gần 150 thanh niên lên đường nhập ngũ.", []),
        ("Sáng nay, 3.455 thanh niên đồng loạt tham gia thực hiện nghĩa vụ quân sự.", []),
        ("Phiên giao dịch kết nối việc làm thành công cho hơn 400 lao động.", []),
    ],
)
def test_who_is_taught_came_and_who_is_honoured_or_votes_is_not_counted(text: str, counts: list[int]) -> None:
    assert [value.count for value in values("Sáng 14/5, UBND xã tổ chức hội nghị. " + text)] == counts


OTHERS = [
    "Dự họp có 95 đại biểu. Nghị quyết được thông qua với sự thống nhất của 31/35 đại biểu có mặt.",
    "Dự họp có 95 đại biểu. Theo quy định, hội nghị cử tri phải có ít nhất 55 người tham dự.",
    "Hội nghị năm 2021 có 95 đại biểu. Hội diễn ra lần đầu tiên vào năm 2020, thu hút 400 thí sinh tham gia.",
    "Dự lễ có 95 đại biểu. Dịp này, 6 gia đình, 57 cán bộ được nhận giấy khen.",
    "Dự đại hội có 95 đại biểu. Trước đó, đại hội các chi hội có sự tham dự của hơn 1.200 đại biểu.",
    "Dự buổi tuyên truyền có 95 học sinh. Chiều cùng ngày, Công an xã bên tuyên truyền cho 300 học sinh tham dự.",
    "Tham dự có 95 cử tri. Buổi tiếp xúc có 7 lượt cử tri tham gia ý kiến về đường sá.",
    "Dự họp có 95 đại biểu. Công an tạm giữ 12 người đang tham gia đánh bạc.",
    "Dự họp có 95 đại biểu. Ban lễ tang do ông Mè Văn Toàn làm trưởng ban cùng 14 thành viên.",
    "Dự họp có 95 đại biểu, thông qua danh sách gồm 30 người.",
    "Dự họp có 95 đại biểu. Hội nghị chốt danh sách 13 đại biểu dự đại hội tỉnh.",
    "Dự họp có 95 đại biểu. Hội thi gần đây nhất có sự tham dự của 400 thí sinh.",
    "Dự họp có 95 đại biểu. Lớp 9/2 Trường THCS Nà Lốc có 31 học sinh.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_people_of_another_occasion_are_not_counted(text: str) -> None:
    assert [value.count for value in values(text)] == [95]


def test_people_who_came_to_occasions_that_are_summed_up_are_not_counted() -> None:
    opening = "Sáng 4/5, Hội mở đại hội.\nDự có 95 đại biểu.\nMùa màng tốt tươi.\nTrời đẹp.\nNắng lên.\n"
    summed = "Hội tổ chức 44 cuộc nói chuyện. Kết quả có 2.458 lượt người tham dự."
    assert [value.count for value in values(opening + summed)] == [95]
