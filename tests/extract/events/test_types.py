"""The type of the reported event: sentences in the style of local news, by type.

Many sentences name one type of event and are about another: "họp … triển khai kế hoạch diễn tập" is a meeting.
"""

from __future__ import annotations

import pytest

from extract import extract
from tests.extract.articles import article
from tests.extract.events import wordings_of_deeds, wordings_of_gatherings

REPORTS = {
    "meeting": [
        "Chiều 14/5, Chủ tịch UBND huyện chủ trì buổi họp công bố Quyết định thành lập Ban Chỉ đạo chuyển đổi số.",
        "Sáng 14/5, Chủ tịch UBND tỉnh tiếp Đại sứ Nhật Bản đến chào xã giao.",
        "Sáng 12/3, UBND huyện họp bàn giải pháp phòng, chống dịch tả lợn châu Phi.",
        "Chiều 4/5, đồng chí Bí thư Huyện ủy chủ trì cuộc họp nghe báo cáo tiến độ giải phóng mặt bằng.",
        "Ngày 7/6, Ban Thường vụ Đảng ủy xã họp phiên thường kỳ tháng 6.",
        "Sáng 2/10, UBND tỉnh tổ chức phiên họp thường kỳ tháng 9.",
        "Ngày 14/8, Thường trực Huyện ủy giao ban với các tổ chức cơ sở đảng.",
        "Chiều 20/2, Ban Chỉ đạo phòng chống thiên tai tỉnh họp triển khai kế hoạch diễn tập năm 2024.",
        "Ngày 3/4, Ban Tổ chức Lễ hội Đền Trình họp phân công nhiệm vụ.",
        "Sáng 9/9, Ban Tổ chức giải bóng đá thiếu niên họp báo công bố điều lệ.",
        "Sáng 11/1, đồng chí Chủ tịch UBND tỉnh làm việc với Tập đoàn Hải Vân về dự án điện gió.",
        "Chiều 13/6, Chủ tịch UBND tỉnh tiếp Đoàn công tác tỉnh Hủa Phăn (Lào).",
        "Chiều 15/7, đoàn công tác của Bộ Nội vụ có buổi làm việc với UBND tỉnh về cải cách hành chính.",
        "Ngày 6/6, Ban Pháp chế HĐND tỉnh họp thẩm tra các dự thảo nghị quyết trình kỳ họp thứ 8.",
        "Sáng 21/12, Hội đồng thẩm định tỉnh họp xét công nhận xã đạt chuẩn nông thôn mới.",
        "Chiều 8/3, Lãnh đạo tỉnh tiếp xã giao Đại sứ Ấn Độ.",
        "Ngày 17/5, Hội đồng giáo dục quốc phòng tỉnh họp phiên đánh giá kết quả bồi dưỡng kiến thức quốc phòng.",
        "Sáng 4/3, Tiểu ban tuyên truyền Đại hội Đảng bộ huyện họp phiên thứ nhất.",
        "Chiều 7/8, Hội đồng Nghĩa vụ quân sự huyện họp triển khai công tác khám tuyển.",
    ],
    "conference": [
        "Sáng 24/5, Phòng Giáo dục huyện tổ chức tổng kết năm học 2023-2024.",
        "Chiều 14/5, Huyện ủy tổng kết 10 năm thực hiện Chỉ thị 05-CT/TW.",
        "Ngày 2/11, UBND tỉnh tổ chức hội thảo về đối thoại giữa chính quyền với doanh nghiệp.",
        "Sáng 5/1, Huyện ủy tổ chức Hội nghị tổng kết công tác xây dựng Đảng năm 2023.",
        "Chiều 23/4, UBND tỉnh tổ chức hội nghị trực tuyến triển khai công tác kiểm tra, giám sát năm 2024.",
        "Ngày 10/7, Hội Nông dân tỉnh tổ chức hội nghị sơ kết công tác Hội 6 tháng đầu năm.",
        "Sáng 19/8, Sở Khoa học và Công nghệ tổ chức hội thảo khoa học về bảo tồn giống lúa nương.",
        "Ngày 2/6, Liên đoàn Lao động tỉnh tổ chức tọa đàm về xây dựng gia đình công nhân hạnh phúc.",
        "Chiều 26/11, Ban Thường vụ Thành ủy tổ chức hội nghị học tập, quán triệt Nghị quyết Trung ương 6.",
        "Sáng 3/3, Đảng ủy phường tổ chức hội nghị sơ kết 3 năm thực hiện Chỉ thị số 05.",
        "Ngày 30/9, Tỉnh ủy tổ chức Hội nghị lần thứ 14 Ban Chấp hành Đảng bộ tỉnh.",
        "Sáng 12/7, Huyện ủy tổ chức hội nghị sơ kết công tác bầu cử đại biểu Quốc hội.",
        "Ngày 16/2, Huyện ủy tổ chức hội nghị tổng kết đại hội đảng bộ các cấp.",
        "Sáng 28/6, UBND thành phố tổ chức hội nghị triển khai kế hoạch tổ chức lễ hội năm 2024.",
        "Chiều 2/11, Sở Y tế tổ chức hội nghị đánh giá công tác khám, chữa bệnh và tiêm chủng.",
        "Sáng 14/3, Ban Dân vận Tỉnh ủy tổ chức hội nghị quán triệt công tác tiếp dân, đối thoại.",
        "Ngày 19/6, Ban Thường trực Ủy ban MTTQ tỉnh tổ chức hội nghị phản biện xã hội.",
        "Sáng 6/5, UBND huyện tổ chức hội nghị công bố quy hoạch vùng huyện đến năm 2040.",
        "Chiều 16/4, Hội LHPN huyện tổ chức hội nghị giao lưu, chia sẻ kinh nghiệm phát triển kinh tế.",
        "Sáng 22/8, Liên minh Hợp tác xã tỉnh tổ chức diễn đàn kết nối cung cầu nông sản.",
    ],
    "council_session": [
        "Sáng 14/5, HĐND huyện họp kỳ thứ 18 để xem xét 7 nghị quyết.",
        "Sáng 10/12, HĐND huyện khóa XX khai mạc kỳ họp thứ 12.",
        "Ngày 8/7, HĐND tỉnh tổ chức Kỳ họp chuyên đề lần thứ 5.",
        "Chiều 20/7, HĐND xã Nậm Sỏ bế mạc kỳ họp thường lệ giữa năm.",
    ],
    "congress": [
        "Sáng 15/5, Hội Cựu chiến binh xã tổ chức Đại hội đại biểu lần thứ VII, nhiệm kỳ 2022 - 2027.",
        "Ngày 1/4, Chi bộ Trường THCS Nà Tấu tổ chức đại hội nhiệm kỳ 2025 - 2027.",
        "Trong hai ngày 5 và 6/10, Đoàn TNCS Hồ Chí Minh tỉnh tổ chức Đại hội đại biểu lần thứ XIV.",
    ],
    "training": [
        "Ngày 14/5, Hội Nông dân xã tổ chức lớp chuyển giao kỹ thuật trồng dừa.",
        "Ngày 22/3, Hội Liên hiệp Phụ nữ huyện tổ chức tập huấn kỹ năng truyền thông cho cán bộ Hội.",
        "Sáng 6/11, Trung tâm Chính trị huyện khai giảng lớp bồi dưỡng nhận thức về Đảng.",
        "Sáng 9/5, Sở Nội vụ tổ chức hội nghị tập huấn nghiệp vụ công tác thanh tra.",
        "Ngày 12/9, Ban Chỉ huy Quân sự huyện khai mạc lớp bồi dưỡng kiến thức quốc phòng và an ninh đối tượng 4.",
        "Sáng 4/8, Trung tâm Khuyến nông mở lớp dạy nghề trồng nấm cho 35 học viên.",
        "Chiều 13/10, Sở Tư pháp tổ chức hội nghị bồi dưỡng nghiệp vụ hòa giải ở cơ sở.",
        "Sáng 3/6, Ban Dân tộc tỉnh tổ chức lớp tập huấn tuyên truyền, phổ biến pháp luật cho người có uy tín.",
    ],
    "voter_meeting": [
        "Sáng 5/5, Tổ đại biểu HĐND tỉnh tiếp xúc cử tri xã Chiềng Lao trước kỳ họp thứ 9.",
        "Chiều 17/11, các đại biểu Quốc hội đã có buổi tiếp xúc cử tri sau kỳ họp thứ 6.",
        "Ngày 28/6, Ủy ban MTTQ huyện tổ chức hội nghị tiếp xúc cử tri với người ứng cử.",
    ],
    "dialogue": [
        "Sáng 26/3, Chủ tịch UBND huyện đối thoại với thanh niên.",
        "Chiều 5/10, UBND thành phố tổ chức hội nghị đối thoại với doanh nghiệp.",
        "Ngày 15/4, đồng chí Bí thư Tỉnh ủy tiếp công dân định kỳ tháng 4.",
        "Sáng 14/12, người đứng đầu cấp ủy, chính quyền thị trấn tổ chức gặp gỡ, đối thoại trực tiếp với Nhân dân.",
    ],
    "inspection": [
        "Ngày 15/3, ông Lò A Pao dẫn đầu đoàn công tác tới huyện Ba Bể để kiểm tra đập.",
        "Sáng 2/2, đồng chí Phó Chủ tịch UBND tỉnh kiểm tra tiến độ thi công cầu Nậm Rốm.",
        "Chiều 19/5, Đoàn giám sát của Ban Văn hóa - Xã hội HĐND huyện giám sát tại Trạm Y tế xã Pú Nhi.",
        "Ngày 12/6, Đoàn kiểm tra của Ủy ban Kiểm tra Tỉnh ủy công bố quyết định kiểm tra tại Đảng ủy xã.",
        "Sáng 8/9, Thường trực HĐND tỉnh khảo sát việc thực hiện chính sách đối với người có công.",
        "Ngày 3/7, đồng chí Bí thư Huyện ủy đi kiểm tra thực địa công tác khắc phục hậu quả mưa lũ.",
        "Sáng 24/6, đồng chí Chủ tịch UBND tỉnh kiểm tra công tác chuẩn bị kỳ thi tốt nghiệp THPT.",
        "Chiều 21/5, Ủy ban Bầu cử tỉnh kiểm tra công tác chuẩn bị bầu cử tại huyện Mường Chà.",
        "Ngày 9/3, Bí thư Thành ủy thị sát hiện trường vụ sạt lở.",
        "Sáng 15/9, Tổ công tác của UBND tỉnh kiểm tra việc tổ chức dạy học tại huyện Tủa Chùa.",
    ],
    "visit": [
        "Sáng 27/7, đồng chí Bí thư Tỉnh ủy thăm, tặng quà các gia đình chính sách.",
        "Chiều 20/11, lãnh đạo huyện chúc mừng các thầy, cô giáo Trường Mầm non Hoa Ban.",
        "Ngày 15/1, Đoàn công tác Hội Chữ thập đỏ tỉnh trao quà Tết cho hộ nghèo xã Sín Thầu.",
        "Sáng 26/7, Đoàn đại biểu tỉnh dâng hương, viếng Nghĩa trang Liệt sĩ A1.",
        "Chiều 22/12, UBND huyện đến thăm, chúc mừng Ban Chỉ huy Quân sự huyện.",
        "Ngày 1/6, đồng chí Phó Chủ tịch HĐND huyện thăm và tặng quà các cháu thiếu nhi.",
        "Sáng 8/2, đồng chí Chủ tịch nước thăm và chúc Tết nhân dân các dân tộc huyện Mường Nhé.",
        "Sáng 12/8, đồng chí Chủ tịch Ủy ban MTTQ tỉnh thăm hỏi, động viên các hộ bị thiệt hại do mưa lũ.",
    ],
    "ceremony": [
        "Sáng 19/5, UBND huyện tổ chức Lễ khởi công công trình trường bán trú Nà Hỳ.",
        "Chiều 3/2, Huyện ủy tổ chức lễ trao Huy hiệu Đảng đợt 3/2 cho 45 đảng viên.",
        "Sáng 5/9, Trường THPT Búng Lao tổ chức lễ khai giảng năm học mới.",
        "Ngày 12/10, Tỉnh ủy công bố quyết định về công tác cán bộ.",
        "Chiều 30/8, UBND tỉnh và Ngân hàng Nông nghiệp ký kết thỏa thuận hợp tác.",
        "Sáng 14/2, huyện tổ chức Lễ giao nhận quân năm 2023.",
        "Ngày 7/5, tỉnh tổ chức mít tinh kỷ niệm 65 năm Chiến thắng.",
        "Sáng 22/9, Sở Giao thông khánh thành cầu Huổi Só.",
        "Chiều 25/12, UBND xã tổ chức lễ công bố xã đạt chuẩn nông thôn mới.",
        "Ngày 18/6, Hội Khuyến học huyện trao học bổng cho 50 học sinh vượt khó.",
        "Sáng 16/10, Công an tỉnh công bố quyết định điều động Trưởng Công an huyện.",
        "Chiều 11/11, Hội Chữ thập đỏ huyện bàn giao nhà nhân ái cho hộ bà Lò Thị Pâng.",
        "Sáng 17/1, Công an tỉnh tổ chức lễ truy điệu và an táng hài cốt liệt sĩ.",
        "Ngày 2/9, tại Quảng trường tỉnh tổ chức lễ chào cờ và hát Quốc ca.",
        "Sáng 20/8, xã tổ chức lễ ra mắt lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở.",
        "Tối 20/11, trường tổ chức gặp mặt kỷ niệm Ngày Nhà giáo và trao Kỷ niệm chương.",
        "Chiều 22/7, Ủy ban Bầu cử huyện tổ chức lễ tổng kết và trao bằng khen.",
        "Sáng 8/10, UBND thành phố tổ chức Lễ động thổ Trung tâm Hội chợ Triển lãm.",
        "Hưởng ứng Tháng hành động vì trẻ em, ngày 1/6, Hội Khuyến học xã tổ chức trao 50 suất học bổng.",
        "Sáng 9/8, UBND xã tiến hành nghiệm thu và bàn giao 4 căn nhà cho hộ nghèo.",
        "Chiều 24/8, Phó Chủ tịch UBND tỉnh đến biểu dương, khen thưởng ban chuyên án.",
    ],
    "campaign": [
        "Ngày 14/5, Bệnh viện huyện tổ chức khám bệnh, cấp phát thuốc miễn phí cho người dân.",
        "Sáng 6/1, huyện tổ chức lễ phát động Tết trồng cây đời đời nhớ ơn Bác Hồ.",
        "Ngày 1/3, Huyện đoàn ra quân Tháng Thanh niên.",
        "Sáng 7/4, Ban Chỉ đạo hiến máu tình nguyện huyện tổ chức ngày hội hiến máu đợt I.",
        "Chiều 15/5, Công an huyện tuyên truyền pháp luật về giao thông cho học sinh.",
        "Sáng 5/6, thị trấn ra quân dọn vệ sinh môi trường hưởng ứng Ngày Môi trường thế giới.",
        "Ngày 10/11, Sở Tư pháp tổ chức lễ hưởng ứng Ngày Pháp luật.",
        "Sáng 15/5, tỉnh tổ chức lễ phát động Tháng hành động vì trẻ em và ra quân chiến dịch tình nguyện hè.",
        "Sáng 9/8, Trạm Y tế xã tổ chức chiến dịch diệt lăng quăng.",
        "Sáng 9/8, Hội Phụ nữ xã tổ chức truyền thông phòng, chống tảo hôn.",
    ],
    "competition": [
        "Sáng 18/9, Hội Nông dân huyện tổ chức Hội thi Nhà nông đua tài.",
        "Ngày 26/3, khai mạc Giải bóng chuyền các xã, thị trấn năm 2024.",
        "Tối 8/10, Liên đoàn Lao động tỉnh tổ chức chung kết Hội thi tuyên truyền an toàn giao thông.",
        "Sáng 22/11, Đảng ủy khối tổ chức hội thi báo cáo viên giỏi.",
        "Chiều 3/8, bế mạc Hội thao quốc phòng lực lượng dân quân tự vệ.",
        "Sáng 9/4, tổng kết cuộc thi tìm hiểu lịch sử Đảng bộ tỉnh.",
        "Ngày 14/5, UBND xã tổ chức Hội bơi trải truyền thống với 12 đội.",
    ],
    "festival": [
        "Tối 13/3, huyện khai mạc Lễ hội Hoa Ban năm 2024.",
        "Sáng 18/11, khu dân cư bản Nà Ten tổ chức Ngày hội Đại đoàn kết toàn dân tộc.",
        "Tối 31/12, thành phố tổ chức chương trình nghệ thuật chào năm mới.",
        "Sáng 8 tháng Giêng, xã tổ chức lễ hội xuống đồng.",
        "Tối 27/9, Đoàn phường tổ chức đêm hội trăng rằm cho thiếu nhi.",
    ],
    "drill": [
        "Sáng 17/8, huyện tổ chức diễn tập khu vực phòng thủ.",
        "Chiều 20/6, xã Thanh Nưa diễn tập ứng phó bão lụt và tìm kiếm cứu nạn.",
        "Sáng 4/10, Công an tỉnh thực tập phương án chữa cháy tại chợ trung tâm.",
    ],
    "election": [
        "Sáng 23/5, cử tri toàn tỉnh nô nức đi bầu cử đại biểu Quốc hội khóa XV.",
        "Chiều 17/3, Ủy ban MTTQ huyện tổ chức hội nghị hiệp thương lần thứ hai.",
    ],
    "other": [
        "Sáng 21/6, UBND huyện gặp mặt các cơ quan báo chí.",
        "Sáng 9/5, đoàn cán bộ huyện Ba Bể đã đến học tập kinh nghiệm tại xã Phú Trung.",
        "Chiều 28/1, Huyện ủy tổ chức họp mặt cán bộ hưu trí nhân dịp Xuân Giáp Thìn.",
    ],
}


@pytest.mark.parametrize(
    ("kind", "report"), [(kind, report) for kind, reports in REPORTS.items() for report in reports]
)
def test_the_kind_of_event(kind: str, report: str) -> None:
    title = report.split(", ", 1)[1].rstrip(".")
    event = extract(article(report, title=title, published=None)).main_event
    assert event is not None
    assert event.type == kind


@pytest.mark.parametrize(
    ("kind", "report"),
    [
        (kind, report)
        for wordings in (wordings_of_gatherings, wordings_of_deeds)
        for kind, reports in wordings.REPORTS.items()
        for report in reports
    ],
)
def test_every_wording_of_a_type(kind: str, report: str) -> None:
    came = "Tham dự có đồng chí Trần Văn Bình, Phó Chủ tịch UBND huyện."
    event = extract(article(report, came, title="Tin trong ngày", published="2024-03-13")).main_event
    assert event is not None
    assert event.type == kind


@pytest.mark.parametrize("text", wordings_of_deeds.NO_REPORTS)
def test_words_that_name_no_event(text: str) -> None:
    assert extract(article(text, title="Tin trong ngày", published="2024-03-13")).main_event is None


def test_a_bare_noun_takes_up_the_full_name_of_the_title() -> None:
    event = extract(
        article(
            "Sáng 8/4, xã Nà Lốc tổ chức khai mạc đại hội với 320 vận động viên.",
            "Phát biểu khai mạc đại hội, Chủ tịch UBND xã chúc các đoàn thi đấu tốt. Đại hội bế mạc chiều 9/4.",
            title="Đại hội Thể dục thể thao xã Nà Lốc lần thứ VI",
        )
    ).main_event
    assert event is not None
    assert event.type == "competition"


@pytest.mark.parametrize(
    ("kind", "report"),
    [
        ("meeting", "Chiều 13/11, UBND huyện tổ chức họp để bàn việc tổ chức họp mặt cán bộ hưu trí."),
        (
            "festival",
            "Ngày 6/2, Liên hoan Văn nghệ quần chúng được Sở Văn hóa tổ chức tại thành phố, với 12 đội tham gia.",
        ),
        ("meeting", "Chiều 10/4, đoàn công tác làm việc với xã về chuẩn bị tổ chức lễ công bố xã nông thôn mới."),
        ("campaign", "Sáng 10/5, Ban Chỉ đạo phối hợp tổ chức ngày hội hiến máu tình nguyện đợt 1."),
        ("drill", "Sáng 5/8, xã diễn tập chiến đấu phòng thủ. Lễ khai mạc được tổ chức lúc 7 giờ 30."),
    ],
)
def test_the_occasion_that_governs_gives_the_kind(kind: str, report: str) -> None:
    event = extract(article(report, published=None)).main_event
    assert event is not None
    assert event.type == kind


@pytest.mark.parametrize(
    ("report", "end"),
    [
        (
            "Sáng 24/9/2023, huyện khai giảng lớp bồi dưỡng. Trong thời gian 3 ngày, học viên học 4 chuyên đề.",
            "2023-09-26",
        ),
        ("Sáng 24/9/2023, huyện khai mạc giải bóng chuyền. Giải diễn ra trong hai ngày.", "2023-09-25"),
        ("Sáng 24/9/2023, huyện khai mạc lớp tập huấn. Lớp học diễn ra trong 1,5 ngày.", "2023-09-25"),
        ("Sáng 24/9/2023, huyện bế giảng lớp bồi dưỡng. Trong 3 ngày, học viên học 4 chuyên đề.", "2023-09-24"),
        ("Sáng 24/9/2023, huyện họp bàn việc trực bão. Trong 3 ngày, các xã sơ tán dân.", "2023-09-24"),
    ],
)
def test_what_lasts_so_many_days_ends_so_many_days_later(report: str, end: str) -> None:
    event = extract(article(*report.split(". ", 1), published=None)).main_event
    assert event is not None
    assert (event.start_date, event.end_date) == ("2023-09-24", end)


def test_a_text_that_begins_amid_its_report_reports_an_event() -> None:
    event = extract(
        article(
            "Tại hội nghị, các đại biểu nghe báo cáo kết quả thực hiện nhiệm vụ năm 2023.",
            "Phát biểu tại hội nghị, đồng chí Bí thư Huyện ủy biểu dương các chi bộ.",
            published=None,
        )
    ).main_event
    assert event is not None
    assert (event.type, event.start_date) == ("conference", None)


def test_what_a_meeting_prepares_is_not_what_was_held() -> None:
    event = extract(
        article(
            "Chiều 14/5, Ban Chỉ đạo diễn tập huyện họp thống nhất kế hoạch diễn tập khu vực phòng thủ.",
            "Tại cuộc họp, các ngành báo cáo công tác chuẩn bị diễn tập. Cuộc diễn tập sẽ được tổ chức vào ngày 20/6.",
            title="Họp Ban Chỉ đạo diễn tập khu vực phòng thủ",
        )
    ).main_event
    assert event is not None
    assert (event.type, event.start_date) == ("meeting", "2024-05-14")


@pytest.mark.parametrize(
    ("title", "report", "kind"),
    [
        ("HĐND tỉnh sẽ họp kỳ thứ 5", "Sáng 4/5, tại hội nghị của Tỉnh ủy, ông An cho biết.", "conference"),
        ("HĐND họp kỳ thứ 5", "Sáng 4/5, HĐND họp kỳ thứ 5. Tại hội nghị, ông An báo cáo.", "council_session"),
        # a caption joined to the report without a mark
        ("Giám sát chặt nước thải", "Sáng 4/5, ông An chủ trì hội nghị tập huấn nghiệp vụ môi trường.", "training"),
        ("Công bố quyết định kiểm toán", "Sáng 4/5, UBND tỉnh tổ chức cuộc họp để công bố quyết định.", "meeting"),
        (
            "Lấy ý kiến về tuyên thệ",
            "Sáng 4/5, ông An chủ trì cuộc họp lấy ý kiến về nghi lễ tuyên thệ. Việc tuyên thệ đã có ở các nước.",
            "meeting",
        ),
        # a visit has rites of its own; a noun in the title names a gathering too
        ("Tổng thống thăm Việt Nam", "Sáng 4/5, tại sân bay đã tổ chức lễ đón Tổng thống.", "visit"),
        ("Bầu Phó Chủ tịch", "Ông An chúc mừng tân Phó Chủ tịch Sáng 4/5, HĐND tỉnh họp kỳ thứ 5.", "council_session"),
    ],
)
def test_what_was_held_decides_not_what_lies_ahead_or_a_caption(title: str, report: str, kind: str) -> None:
    event = extract(article(report, title=title, published="2024-05-05")).main_event
    assert event is not None
    assert event.type == kind
