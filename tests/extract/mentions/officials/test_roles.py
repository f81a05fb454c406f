"""Roles of persons, by the verbs around them."""

from __future__ import annotations

import pytest

from tests.extract.mentions.people import roles


ROLES = [
    ("Tại phiên họp sáng 9/5, báo cáo dự thảo, Bí thư Huyện ủy Hoàng Sơn Tùng cho biết cử tri đồng tình.", ["report"]),
    ("Đọc điếu văn tại đại lễ, Bí thư Huyện ủy Hoàng Sơn Tùng nhấn mạnh công lao.", ["speak"]),
    ("Lễ có sự tham gia của lãnh đạo xã, ông Hoàng Sơn Tùng - Bí thư Huyện ủy và bà con.", ["attend"]),
    ("Ba cán bộ được giới thiệu gồm ông Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["other"]),
    ("Hội nghị giới thiệu ông Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["other"]),
    ("Ký kết rồi không có nghĩa là xong”, Bí thư Huyện ủy Hoàng Sơn Tùng nói.", ["speak"]),
    ("Bà Xoan, Chủ tịch UBND xã đề nghị ông Hoàng Sơn Tùng, Bí thư Huyện ủy báo cáo.", ["other"]),
    ("Văn phòng thông báo kết luận của Bí thư Huyện ủy Hoàng Sơn Tùng.", ["other"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng cảnh báo hồ đập.", ["speak"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng đánh hồi trống khai hội.", ["other"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy thông qua báo cáo đánh giá công tác năm.", ["report"]),
    (
        "HĐND xã bầu các chức danh và chủ tịch; ông Hoàng Sơn Tùng, Bí thư Huyện ủy làm trưởng"
        " ban pháp chế HĐND.",
        ["other"],
    ),
    ("Dự lễ có ông Hoàng Sơn Tùng, Bí thư Huyện ủy cùng cán bộ Trung tâm Công nghệ thông tin.", ["attend"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng gõ trống khai hội.", ["other"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng chủ trì buổi làm việc với xã.", ["chair"]),
    ("Dự và chỉ đạo hội nghị có đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend", "speak"]),
    ("Đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy dự và phát biểu khai mạc.", ["attend", "speak"]),
    ("Hội nghị do đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy chủ trì.", ["chair"]),
    ("Phát biểu tại buổi lễ, Bí thư Huyện ủy Hoàng Sơn Tùng đề nghị các xã báo cáo kịp thời.", ["speak"]),
    ("Hội nghị đã nghe đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy truyền đạt nghị quyết.", ["report"]),
    ("Đoàn công tác do đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy làm trưởng đoàn đã đến xã.", ["lead"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng trao quà cho các hộ nghèo.", ["award"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng đã đến thăm và tặng quà các gia đình.", ["award", "lead"]),
    ("Với sự tham dự của đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend"]),
    ("Về phía huyện có đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend"]),
    ("Đến dự chỉ đạo hội nghị có đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend", "speak"]),
    ("Theo dõi, chỉ đạo diễn tập có đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend", "speak"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng chủ trì cuộc họp nhấn mạnh tiến độ.", ["chair", "speak"]),
    ("Phát biểu tại buổi trao nhà, ông Hoàng Sơn Tùng, Bí thư Huyện ủy chúc các hộ vui khỏe.", ["speak"]),
    ("Theo ông Hoàng Sơn Tùng, Bí thư Huyện ủy, xã đã triển khai ba mô hình.", ["speak"]),
    ("Theo chỉ đạo của ông Hoàng Sơn Tùng, Bí thư Huyện ủy, các xã kiểm tra lại hồ đập.", ["other"]),
    ("Tiếp theo đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy trao cờ.", ["award"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy trực tiếp xuống bản và tận tay trao tặng sách.", ["award"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy cùng các đồng chí cùng đi dâng hương.", ["lead"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy thông tin về kết quả thu ngân sách.", ["report"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy đánh trống khai trường.", ["other"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy thay mặt lực lượng tham gia diễn tập cảm ơn bà con.", ["speak"]),
    ("Buổi lễ vinh dự được đón tiếp ông Hoàng Sơn Tùng, Bí thư Huyện ủy về dự và chỉ đạo.", ["attend", "speak"]),
    ("Đến chia vui với bà con có ông Hoàng Sơn Tùng, Bí thư Huyện ủy cùng lãnh đạo xã.", ["attend"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy đánh cồng khai mạc lễ hội.", ["other"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng nhìn nhận việc giải ngân còn chậm.", ["speak"]),
    ("UBND xã tổ chức lễ bàn giao nhà do ông Hoàng Sơn Tùng, Bí thư Huyện ủy chủ trì.", ["chair"]),
    ("Dự và chỉ đạo diễn tập, ông Hoàng Sơn Tùng – Bí thư Huyện ủy.", ["attend", "speak"]),
    ("Đi cùng đoàn có ông Hoàng Sơn Tùng – Bí thư Huyện ủy.", ["attend"]),
    ("Tới tham dự Lễ Khai mạc giải đấu có đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend"]),
    ("Dưới sự chủ trì của ông Hoàng Sơn Tùng, Bí thư Huyện ủy, cuộc họp đã thống nhất năm nội dung.", ["chair"]),
    ("Tổ công tác do ông Hoàng Sơn Tùng, Bí thư Huyện ủy làm Tổ trưởng đã xuống cơ sở.", ["lead"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy ôn lại truyền thống của ngành.", ["speak"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy đọc quyết định khen thưởng.", ["report"]),
    ("Báo cáo với Thường trực Tỉnh ủy, đồng chí Hoàng Sơn Tùng - Bí thư Huyện ủy cho biết tiến độ.", ["report"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng đã có buổi đối thoại với nông dân.", ["attend"]),
    ("Sau khi có buổi đối thoại, Bí thư Huyện ủy Hoàng Sơn Tùng phát biểu cảm ơn bà con.", ["speak"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng đã có buổi kiểm tra các công trình.", ["lead"]),
    ("Tham gia cùng đoàn giám sát có ông Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy quán triệt Nghị quyết của Đảng bộ.", ["report"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy tham gia ý kiến vào dự thảo.", ["speak"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy đã TXCT tại ba xã.", ["attend"]),
    ("Thư ký kỳ họp: ông Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["other"]),
    ("Các ứng cử viên gồm: ông Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend"]),
    ("Tiễn đoàn tại cửa khẩu có ông Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy chủ trì lễ công bố và triển khai quyết định.", ["chair"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy dự lễ khai giảng và trao quà cho học sinh.", ["attend", "award"]),
    ("Ông Hoàng Sơn Tùng trúng cử chức danh Bí thư Huyện ủy với số phiếu 35/35 đại biểu có mặt.", ["other"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng cùng các đại biểu tham quan gian hàng.", ["attend"]),
    ("Lãnh đạo huyện do ông Hoàng Sơn Tùng, Bí thư Huyện ủy làm trưởng đoàn có chuyến thăm đồn.", ["lead"]),
]


@pytest.mark.parametrize("sentence, expected", ROLES)
def test_roles_come_from_the_verbs(sentence: str, expected: list[str]) -> None:
    assert roles(sentence) == {"Hoàng Sơn Tùng": expected}


def test_enumerated_persons_share_what_is_said_of_them() -> None:
    sentence = "Đồng chí Chu Văn Đông, Bí thư Huyện ủy và đồng chí Vi Thị Tây, Chủ tịch UBND huyện đồng chủ trì."
    assert roles(sentence) == {"Chu Văn Đông": ["chair"], "Vi Thị Tây": ["chair"]}
    listed = "Cùng dự có các đồng chí: Chu Văn Đông, Bí thư Huyện ủy; Vi Thị Tây, Chủ tịch UBND huyện."
    assert roles(listed) == {"Chu Văn Đông": ["attend"], "Vi Thị Tây": ["attend"]}


def test_what_is_handed_over_makes_a_receiver_and_the_sentence_goes_on_with_the_giver() -> None:
    sentence = "Bí thư Huyện ủy Hoàng Sơn Tùng tặng hoa cho các ông Chu Văn Đông, Vi Bá Tây và phát biểu giao nhiệm vụ."
    posts_of_both = "Ông Chu Văn Đông là Trưởng phòng Nội vụ, ông Vi Bá Tây là Chánh Thanh tra huyện."
    assert roles(sentence, posts_of_both) == {
        "Hoàng Sơn Tùng": ["speak", "award"],
        "Chu Văn Đông": ["other"],
        "Vi Bá Tây": ["other"],
    }


def test_one_who_is_answered_does_not_speak() -> None:
    assert roles("Trả lời Bí thư Huyện ủy Chu Văn Đông, Trưởng Công an xã Vi Bá Tây cho biết xã đã lập hai chốt.") == {
        "Chu Văn Đông": ["other"],
        "Vi Bá Tây": ["speak"],
    }


def test_what_was_done_on_another_day_counts_only_where_nothing_else_is_told() -> None:
    today = "Bí thư Huyện ủy Chu Văn Đông dự và phát biểu chỉ đạo hội nghị."
    before = "Trước đó, ngày 3/4, Bí thư Huyện ủy Chu Văn Đông đến thăm Trường Tiểu học Nậm Sỏ."
    assert roles(today, before) == {"Chu Văn Đông": ["attend", "speak"]}
    assert roles(before) == {"Chu Văn Đông": ["lead"]}


def test_a_list_below_its_heading_has_the_role_of_the_heading() -> None:
    listed = ("Tham dự cuộc họp có:", "• Ông Chu Văn Đông – Bí thư Đảng ủy;", "• Bà Vi Thị Tây – Chủ tịch UBND xã;")
    assert roles(*listed) == {"Chu Văn Đông": ["attend"], "Vi Thị Tây": ["attend"]}


def test_the_verb_of_one_person_does_not_end_the_list() -> None:
    sentence = "Về dự có ông Chu Văn Đông Bí thư Đảng ủy chủ trì, bà Vi Thị Tây Chủ tịch UBND xã và các đoàn thể."
    assert roles(sentence) == {"Chu Văn Đông": ["chair", "attend"], "Vi Thị Tây": ["attend"]}


def test_a_colon_behind_an_address_is_no_heading() -> None:
    told = roles("Tham dự cuộc họp có:", "- Đ/c Chu Văn Đông, Bí thư Đảng ủy;", "- Đ/c: Vi Thị Tây, Chủ tịch UBND xã.")
    assert told == {"Chu Văn Đông": ["attend"], "Vi Thị Tây": ["attend"]}


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Thay mặt UBND huyện báo cáo với các đại biểu, Phó Chủ tịch Lò Văn Khiên cho biết kinh tế tăng.", ["report"]),
        ("Thứ trưởng Bộ Y tế Lò Văn Khiên đặt vấn đề về trạm xá.", ["speak"]),
        ("Ông Lò Văn Khiên, Chủ tịch UBND xã đưa ra giải pháp mới.", ["speak"]),
        ("Phó Chủ tịch Hội Nông dân xã Lò Văn Khiên đoạt giải Nhất hội thi.", ["other"]),
    ],
)
def test_verbs_of_meetings(text: str, done: list[str]) -> None:
    assert roles(text)["Lò Văn Khiên"] == done


@pytest.mark.parametrize(
    "sentence",
    [
        "Bí thư Tỉnh ủy Chu Văn Đông tiếp ông Vi Bá Tây, Giám đốc Sở Nội vụ.",
        "Bí thư Tỉnh ủy Chu Văn Đông hội kiến Thủ tướng Lào Vi Bá Tây.",
        "Ông Chu Văn Đông, Bí thư Tỉnh ủy chào xã giao ông Vi Bá Tây, Tỉnh trưởng tỉnh Hủa Phăn.",
        "Bí thư Tỉnh ủy Chu Văn Đông có cuộc hội đàm với Tỉnh trưởng Hủa Phăn Vi Bá Tây.",
    ],
)
def test_whoever_is_met_attends_as_who_meets(sentence: str) -> None:
    assert roles(sentence) == {"Chu Văn Đông": ["attend"], "Vi Bá Tây": ["attend"]}
