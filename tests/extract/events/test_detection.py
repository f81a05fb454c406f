"""Whether an article reports an event, by the features for it and against it."""

from __future__ import annotations

import pytest

from extract import extract
from tests.extract.articles import article


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Sáng 12/3, UBND huyện tổ chức hội nghị tổng kết công tác năm.", True),
        ("Ngày 4/10, tại hội nghị, ông Giàng A Pó cho biết xã đã hoàn thành kế hoạch.", True),
        # said to a newspaper on a day on which nobody gathered
        ("Ngày 4/10, ông Giàng A Pó, Chủ tịch UBND xã, cho biết sẽ kiểm tra việc thu phí.", False),
        ("Trưa 13/4, ông Giàng A Pó xác nhận đang rà soát để họp với các hộ.", False),
        # what bodies did is told to a newspaper on its day; a ceremony of late is reported so
        ("Nhiều hộ thiếu nước. Ngày 10/5, trao đổi với báo, ông Giàng A Pó cho biết xã đã tổ chức họp dân.", False),
        ("Có bãi rác ở chợ. Sáng 12/5, ông Giàng A Pó cho biết huyện vừa triệu tập cuộc họp với kiểm lâm.", False),
        ("Làm rõ việc thu tiền. Chiều 9/5, trả lời báo chí, bà Lò Thị Mây xác nhận đã lập đoàn kiểm tra.", False),
        ("Ngày 10/5, bà Lò Thị Mây cho biết huyện vừa tổ chức lễ công bố quyết định mở chợ Ba Bể.", True),
        ("Xã đã dừng nuôi cá.\nTại cuộc làm việc của Bí thư Tỉnh ủy với huyện ngày 10/5, các hộ đã cam kết.", True),
        # what is carried out is not held; what sums up after the initials of a newspaper; a schedule
        ("Tỉnh phải thu hồi 20 ha đất. Ngày 10/5, UBND tỉnh giao Sở Tài nguyên tổ chức thực hiện.", False),
        ("(BBB) - Tính đến ngày 10/5, 35/40 chi bộ đã tổ chức đại hội nhiệm kỳ 2024 - 2026.", False),
        ("Lịch làm việc từ ngày 13 đến 17/5.\nThứ Ba ngày 14/5: Dự hội nghị tổng kết của Sở Y tế.", False),
        ("Đó là ý kiến của giáo viên tại buổi sơ kết diễn ra ngày 10/5 do Sở Giáo dục tổ chức.", True),
        # what somebody may do; what is only to be laid before a session; a deed that a newspaper was told of
        ("Ba Bể chờ khách. Thủ tướng có thể đến dự Hội nghị nông nghiệp ở đây vào cuối năm.", False),
        ("Hỗ trợ người nghỉ việc. Ngày 28/6, Sở Nội vụ cho biết chờ trình HĐND tại kỳ họp vào ngày 9/7.", False),
        ("Rừng bị chặt. Trao đổi với báo, ông Giàng A Pó cho biết sáng 8/3 đã xuống rừng để kiểm tra.", False),
        ("Đường nứt. Sáng 5/9, ông Giàng A Pó cho biết đã cử đoàn công tác đến Ba Bể để khảo sát đoạn đường.", False),
        ("Báo chí tìm ông Pó. Sáng 20/12, nhiều phóng viên đã đến trụ sở để đăng ký làm việc với ông Pó.", False),
        # what is published on a day and what is done to somebody are no occasions
        ("Ngày 4/10, Ủy ban Kiểm tra Tỉnh ủy công bố quyết định kỷ luật ông Giàng A Pó tại trụ sở.", False),
        ("Sáng 4/10, sở công bố danh sách cơ sở. Trước đó, ngày 2/9, tại buổi làm việc, sở hứa xem lại.", False),
        ("Sáng 4/10, Huyện ủy Ba Bể tổ chức lễ công bố quyết định điều động cán bộ.", True),
        # what comes back every year, what is told of how to do it
        ("Cứ vào rằm tháng giêng hằng năm, các thôn lại tổ chức lễ hội ở đình.", False),
        ("Đội Ba Bể vào chung kết.\nCuộc thi được tập đoàn Nà Mẫu tổ chức hằng năm cho sinh viên.", False),
        # what somebody does by himself
        ("Dưa bị nhổ gốc.\nSáng 11/5 ra thăm ruộng, bà phát hiện 5 sào bị nhổ gốc, chết héo.", False),
        ("Bị đánh ở chùa.\nKhoảng 12h30 ngày 7-4, một nhóm 7 người đến khu vực Phủ Nà Mẫu đi lễ.", False),
        ("Sập giàn giáo.\nSáng 11-1, theo những người cùng làm việc với anh An, giàn giáo bị đổ.", False),
        # a plan by its first heading; a wedding
        ("Tổ chức Ngày hội văn hóa xã Nà Mẫu\nUBND xã xây dựng kế hoạch.\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích", False),
        ("Chú rể bị điện giật.\nNgày 23/5, anh Lò Văn An tổ chức lễ cưới tại nhà ở xã Nà Mẫu.", False),
        ("Sở Giáo dục chỉ đạo các trường về tổ chức lễ khai giảng gọn nhẹ.", False),
        # the text begins amid the report, the lead is elsewhere
        ("Tại buổi làm việc, các đơn vị báo cáo. Tại buổi làm việc, Bí thư đề nghị đẩy nhanh tiến độ.", True),
        # a plan that lists what is to be held; "theo yêu cầu" is no deed
        ("Kế hoạch bầu cử. Mở hội nghị triển khai công tác bầu cử ở huyện. Mở hội nghị ở xã.", False),
        ("Ngày 4/10, khoa Khám theo yêu cầu của bệnh viện đã thực hiện khám bệnh miễn phí cho người nghèo.", True),
        # no day, but people who were there
        ("Thị đoàn Mường Lay ra quân trồng cây với sự tham gia của hàng trăm thanh niên.", True),
        ("Huyện Ba Bể vừa tổ chức thành công cuộc diễn tập khu vực phòng thủ.", True),
        ("Quang cảnh hội nghị.\nTại hội nghị, các đơn vị ký giao ước. Cũng tại hội nghị, cụm bầu cụm trưởng.", True),
        ("Kế hoạch nêu rõ nội dung tập huấn cho cán bộ xã.", False),
    ],
)
def test_what_reports_an_event(text: str, reported: bool) -> None:
    assert (extract(article(text, published=None)).main_event is not None) is reported
