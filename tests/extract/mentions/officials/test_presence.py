"""Which persons took part in the event, and which are only mentioned."""

from __future__ import annotations

import pytest

from extract import extract
from extract.mentions.officials.find import find_officials
from extract.model import OfficialValue
from extract.text.document import read_document
from scraper.article import Article

CHAIR = "Sáng 14/5, tại hội nghị, bà Hà Thị Xoan, Chủ tịch UBND huyện phát biểu. "


def participants(text: str) -> dict[str, bool]:
    values = [mention.value for mention in find_officials(read_document(Article(id="a", paragraphs=(text,)))).mentions]
    return {value.name: value.participant for value in values if isinstance(value, OfficialValue)}


TOOK_PART = [
    "“Phải bỏ cây hỏng trong kỷ luật của Đảng”, ông Lò Văn Khiên, Giám đốc Sở Y tế nhấn mạnh.",
    "Ông Lò Văn Khiên, Giám đốc Sở Y tế cảnh báo dịch có thể quay lại.",
    "Ông Lò Văn Khiên tiếp tục được đại hội tín nhiệm giữ chức Phó Chủ tịch Thường trực Hội Nông dân huyện.",
    "Đại hội đã bầu Ban Chấp hành gồm 15 người. Các Phó Chủ tịch Hội gồm: ông Lò Văn Khiên, bà Ma Thị Hậu.",
    "Đại hội đã bầu các chức danh. Chủ tịch Hội Luật gia tỉnh nhiệm kỳ 2019 - 2024 là ông Lò Văn Khiên.",
    "Tại buổi lễ, ông Lò Văn Khiên, Giám đốc Sở Y tế cho biết đã xây 8 trạm.",
    "Ban Chỉ đạo diễn tập do ông Lò Văn Khiên, Bí thư Huyện ủy làm Trưởng ban.",
    "Phát biểu tại buổi lễ, ông Lò Văn Khiên, Giám đốc Sở Y tế cảm ơn. Trao đổi với phóng viên, ông Khiên vui.",
    "Ông Lò Văn Khiên, Giám đốc Sở Y tế cho rằng phải xây thêm trạm.",
    "Đại hội bầu Ban Chấp hành gồm các đồng chí: Lò Văn Khiên, Ma Thị Hậu.",
    "Dịp này, huyện tặng giấy khen cho ông Lò Văn Khiên, Trưởng thôn Nà Mẫu.",
    "Các đại biểu giao lưu với Đại úy Lò Văn Khiên, Trợ lý Dân quân Ban CHQS huyện.",
    "Phó Chủ tịch UBND huyện Lò Văn Khiên: Các xã phải giữ đúng lịch thời vụ.",
    "Ông Lò Văn Khiên, Phó Chủ tịch UBND tỉnh phát động phong trào trồng cây.",
    "Đoàn đã chào xã giao ông Lò Văn Khiên, Chủ tịch UBND tỉnh.",
]


@pytest.mark.parametrize("sentence", TOOK_PART)
def test_took_part(sentence: str) -> None:
    assert participants(CHAIR + sentence)["Lò Văn Khiên"]


ONLY_MENTIONED = [
    "Ông Lò Văn Khiên, nguyên Chủ tịch UBND huyện chịu trách nhiệm chính về những vi phạm.",
    "Ông Lò Văn Khiên, Bí thư Đảng ủy xã có những vi phạm, khuyết điểm trong quản lý đất đai.",
    "Bà Xoan đề nghị các phòng xử lý phát ngôn chưa đúng chuẩn mực của ông Lò Văn Khiên, Giám đốc Sở Y tế.",
    "Theo ông Lò Văn Khiên, Giám đốc Sở Y tế, trạm còn thiếu thuốc.",
    "Ông Lò Văn Khiên, Giám đốc Sở Y tế, vừa đề xuất UBND tỉnh xây thêm trạm.",
    "Bà Xoan yêu cầu ông Lò Văn Khiên, Giám đốc Sở Y tế báo cáo kết quả.",
    "Các đại biểu nghe thư chúc mừng năm học mới của Chủ tịch nước Lò Văn Khiên.",
    "Bà Xoan trao quà của Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lò Văn Khiên cho các hộ nghèo.",
    "Nhiệm kỳ trước, Chủ tịch Hội là ông Lò Văn Khiên.",
    "Trao đổi với VnExpress, ông Lò Văn Khiên, Giám đốc Sở Y tế cho rằng phải xây thêm trạm.",
    "Ông Lò Văn Khiên, Giám đốc Sở Y tế nói với Tuổi Trẻ Online rằng trạm sẽ mở.",
    "Cuối năm ngoái, Giám đốc Sở Y tế Lò Văn Khiên nhấn mạnh phải xây thêm trạm.",
    "HĐND miễn nhiệm chức vụ Ủy viên UBND huyện đối với ông Mè Văn Toàn và ông Lò Văn Khiên, Giám đốc Sở Y tế.",
    "Huyện ủy kỷ luật khiển trách đối với ông Lò Văn Khiên, Chủ tịch UBND xã Nà Mẫu.",
    "Trao đổi với phóng viên, ông Lò Văn Khiên, Chủ tịch UBND xã bày tỏ sự đồng tình.",
    "Như lời Bí thư Tỉnh ủy Lò Văn Khiên nói, đất đai là việc khó.",
    "UBND huyện hiện có 3 Phó Chủ tịch là các ông: Lò Văn Khiên, Mè Văn Toàn và Vì Văn Pâng.",
    "“Tôi đã làm việc với ông Lò Văn Khiên, Giám đốc Sở Y tế về nhà ở”, bà Xoan nói.",
    "Trước đó, ông Lò Văn Khiên, Giám đốc Sở Y tế đã kiểm tra các trạm.",
    "Ông Lò Văn Khiên, Giám đốc Sở Y tế có 36 phiếu tín nhiệm cao.",
    "Ông Lò Văn Khiên, Chủ tịch UBND xã vắng mặt.",
    "Trao đổi với phóng viên bên lề hội nghị, ông Lò Văn Khiên, Giám đốc Hợp tác xã chè cho biết giá chè tăng.",
    "Theo văn bản này, ông Lò Văn Khiên, Chủ tịch UBND tỉnh yêu cầu các huyện vào cuộc.",
    "Ban Chỉ đạo cấp tỉnh do ông Lò Văn Khiên, Bí thư Tỉnh ủy làm Trưởng ban.",
    "Bà Xoan nhờ Đại sứ chuyển lời thăm hỏi tới Chủ tịch nước Lò Văn Khiên.",
    "Bà Xoan đọc ý kiến chỉ đạo của đồng chí Lò Văn Khiên, Bí thư Tỉnh ủy.",
    "Hội đồng xét tặng danh hiệu cho ông Lò Văn Khiên, Giám đốc Sở Y tế.",
]


@pytest.mark.parametrize("sentence", ONLY_MENTIONED)
def test_is_only_mentioned(sentence: str) -> None:
    assert not participants(CHAIR + sentence)["Lò Văn Khiên"]


def test_nobody_takes_part_in_an_article_without_an_event() -> None:
    text = "Tiểu sử: ông Lò Văn Khiên, Bí thư Huyện ủy, sinh năm 1970, phát biểu nhiều bài về nông thôn."
    found = extract(Article(id="a", title="Tiểu sử Bí thư Huyện ủy", paragraphs=(text,)))
    assert not found.events
    assert [one.value.participant for one in found.officials] == [False]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Sáng 14/5, xã trao nhà cho bà con. Ông Lò Văn Khiên, Chủ tịch UBND xã cho biết xã còn nghèo.", False),
        ("Sáng 14/5, xã trao nhà cho bà con. Ông Lò Văn Khiên, Chủ tịch UBND xã đề nghị bà con giữ nhà.", True),
        ("Sáng 14/5, xã mở hội nghị. Ông Lò Văn Khiên, Chủ tịch UBND xã cho biết xã còn nghèo.", True),
        ("Ông Lò Văn Khiên, Chủ tịch UBND xã cho biết 70 đại biểu sẽ tham dự lễ hội.", False),
    ],
)
def test_who_only_informs_is_there_where_a_meeting_is_told(text: str, there: bool) -> None:
    chair = "Bà Hà Thị Xoan, Bí thư Đảng ủy xã trao quà cho bà con. "
    assert participants(chair + text)["Lò Văn Khiên"] is there
