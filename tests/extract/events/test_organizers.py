"""The organising bodies: the subject of the verb that holds the event."""

from __future__ import annotations

import pytest

from extract.events.organizers import find_organizers
from extract.events.triggers import find_triggers
from extract.results import EventType
from extract.text.document import read_document
from tests.extract.articles import article


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("Sáng 12/3, UBND huyện Na Hang tổ chức hội nghị.", ("UBND huyện Na Hang",)),
        # a hamlet before its commune, a Party group; leaders of listed bodies and people from listed places are none
        (
            "Sáng 5/5, dưới sự chủ trì của ông Lò Văn An, Phó Chủ tịch UBND tỉnh, Ban An toàn giao thông tỉnh họp.",
            ("Ban An toàn giao thông tỉnh",),
        ),
        (
            "Sáng 4/2, lễ xuống đồng do Sở Nông nghiệp và Phát triển nông thôn phối hợp với huyện Ba Bể tổ chức.",
            ("Sở Nông nghiệp và Phát triển nông thôn", "huyện Ba Bể"),
        ),
        ("Chiều 7/5, xóm Đông, xã Hà Lâu tổ chức lễ khánh thành.", ("xóm Đông",)),
        ("Ngày 8/3, Đảng đoàn - Ban Thường vụ Hội Nông dân họp.", ("Đảng đoàn", "Ban Thường vụ Hội Nông dân")),
        ("Ngày 4/4, ông Lò Văn An cùng lãnh đạo các sở, ngành, huyện Ba Bể đến thăm các hộ.", ()),
        ("Sáng 7/8, 120 em nhỏ đến từ các xã, Trường THCS Ba Bể tham gia đối thoại.", ()),
        ("Ngày 5/6, Sở Văn hóa, Thể thao và Du lịch tổ chức lễ hội.", ("Sở Văn hóa, Thể thao và Du lịch",)),
        (
            "Ngày 5/6, tại thành phố Vinh, tỉnh Nghệ An, Sở Y tế phối hợp với Hội Nông dân tỉnh tổ chức lớp tập huấn.",
            ("Sở Y tế", "Hội Nông dân tỉnh"),
        ),
        ("Tối 2/9, Tỉnh ủy, HĐND và UBND tỉnh long trọng tổ chức lễ kỷ niệm.", ("Tỉnh ủy", "HĐND", "UBND tỉnh")),
        ("HĐND huyện khóa XX, nhiệm kỳ 2021-2026 tổ chức kỳ họp thứ 7.", ("HĐND huyện",)),
        ("Ngày 14/6 Ban Tổ chức Trung ương tổ chức hội nghị.", ("Ban Tổ chức Trung ương",)),
        ("Ban Thường trực Uỷ ban MTTQ (thị xã) tổ chức lớp học.", ("Ban Thường trực Uỷ ban MTTQ",)),
        # several committees, joined by dashes; a part of a body is not one of several
        ("Sáng 18/4, Huyện ủy - HĐND - UBND huyện Ba Bể tổ chức lễ.", ("Huyện ủy", "HĐND", "UBND huyện Ba Bể")),
        ("Chiều 2/6, Ban Đô thị - HĐND tỉnh họp thẩm tra các báo cáo.", ("Ban Đô thị - HĐND tỉnh",)),
        # initials of a newspaper, the quoted name of a fund, deeds that name the event by themselves
        ("TP - Thị đoàn Mường Lay (Điện Biên) ra quân dọn rác.", ("Thị đoàn Mường Lay",)),
        ("Sáng 8/6, Quỹ “Vì trẻ em” huyện Ba Bể tổ chức trao quà.", ("Quỹ “Vì trẻ em” huyện Ba Bể",)),
        ("Sáng 8/6, Ủy ban MTTQ Việt Nam tỉnh bàn giao nhà cho hộ nghèo.", ("Ủy ban MTTQ Việt Nam tỉnh",)),
        ("Sáng 8/6, Hội Chữ thập đỏ tỉnh tặng 20 suất quà.", ("Hội Chữ thập đỏ tỉnh",)),
        ("Sáng 5/9, Trường THCS Hà Lâu, huyện Ba Bể tổ chức Lễ khai giảng.", ("Trường THCS Hà Lâu",)),
        # units that say where a body is, and units of a list
        ("Sáng 8/6, UBND xã Chiềng Ban, huyện Mai Sơn, tỉnh Sơn La tổ chức hội nghị.", ("UBND xã Chiềng Ban",)),
        ("Chiều 14/5, Công đoàn huyện Tân Phú, Đồng Nai, đã tổ chức lễ phát động.", ("Công đoàn huyện Tân Phú",)),
        (
            "Ngày 9/5, Sở Y tế phối hợp với các huyện Cư Jút, Krông Nô và huyện Tuy Đức tổ chức tập huấn.",
            ("Sở Y tế", "huyện Cư Jút", "Krông Nô", "huyện Tuy Đức"),
        ),
        # leaders of a delegation and members of a body are left out
        ("Chiều 11/4, Ban Dân tộc HĐND tỉnh do ông Lò A Pao dẫn đầu đã giám sát.", ("Ban Dân tộc HĐND tỉnh",)),
        ("Ngày 26/6, Tổ đại biểu số 2, gồm ông Lò A Pao; bà Vì Thị Nga, đã tiếp xúc cử tri.", ("Tổ đại biểu số 2",)),
        ("Ngày 4/4, Bộ trưởng Lò A Pao dẫn đầu đoàn công tác đã làm việc với tỉnh.", ("đoàn công tác",)),
        # conjunctions within quoted names do not divide them
        ("Sáng 31/10, Ban Chỉ đạo Kế hoạch 9 về “Đưa thông tin, sách báo về xã” họp.", ("Ban Chỉ đạo Kế hoạch 9",)),
        ("Chiều 3/5, Thường trực Huyện ủy nghe và cho ý kiến về quy hoạch.", ("Thường trực Huyện ủy",)),
        ("Giải bóng đá do Huyện đoàn và Công đoàn huyện phối hợp tổ chức.", ("Huyện đoàn", "Công đoàn huyện")),
        ("Chiều 5/5, Tỉnh ủy, Trung ương Đoàn tổ chức lễ phát động.", ("Tỉnh ủy", "Trung ương Đoàn")),
        ("Ngày 9/5, nhân dân thôn Đông tưng bừng tổ chức ngày hội.", ("nhân dân thôn Đông",)),
        ("Sáng 9/5, Đoàn đại biểu huyện gồm ông Lò A Pao đã có các buổi tiếp xúc.", ("Đoàn đại biểu huyện",)),
        ("Chiều 4/4, ông Lò A Pao dẫn đầu Tổ công tác của Bộ Y tế làm việc với tỉnh.", ("Tổ công tác của Bộ Y tế",)),
        ("Ngày 4/4, Cục trưởng dẫn đầu đoàn công tác tới huyện Ba Bể để kiểm tra đập.", ("đoàn công tác",)),
        # bodies of communes, branches and firms
        ("Sáng 9/5, Trạm Y tế xã Hà Lâu tổ chức tiêm chủng cho trẻ em.", ("Trạm Y tế xã Hà Lâu",)),
        ("Chiều 9/5, BĐBP tỉnh tổ chức hội nghị quân chính.", ("BĐBP tỉnh",)),
        ("Sáng 9/5, Khóm 3 tổ chức Ngày hội Đại đoàn kết toàn dân tộc.", ("Khóm 3",)),
        ("Chiều 9/5, TAND huyện Ba Bể tổ chức hội nghị.", ("TAND huyện Ba Bể",)),
        ("Ngày 9/5, Nhóm thiện nguyện Hoa Sen tổ chức tặng quà.", ("Nhóm thiện nguyện Hoa Sen",)),
        ("Chiều 9/5, VNPT Sơn La tổ chức hội nghị khách hàng.", ("VNPT Sơn La",)),
        (
            "Sáng 9/5, Đảng ủy, HĐND, UBND, UBMTTQVN xã Hà Lâu tổ chức lễ mít tinh.",
            ("Đảng ủy", "HĐND", "UBND", "UBMTTQVN xã Hà Lâu"),
        ),
        ("Sáng 9/5, Ban Chỉ đạo 35 Huyện ủy tổ chức hội nghị.", ("Ban Chỉ đạo 35 Huyện ủy",)),
        ("Người dân Hà Nội tổ chức lễ hội.", ()),
        ("Nhiều gia đình ở Ba Bể tổ chức lễ hội.", ()),
        (
            "Chiều 9/5, đoàn công tác tỉnh Sơn La do ông Lò A Pao làm trưởng đoàn đã có chuyến thăm và làm việc.",
            ("đoàn công tác tỉnh Sơn La",),
        ),
        ("Quân khu 5 ngày 4/12 tổ chức diễn tập.", ("Quân khu 5",)),
        ("Ban Tổ chức Ngày hội Văn hóa chiều 4/12 tổ chức họp báo.", ("Ban Tổ chức Ngày hội Văn hóa",)),
        ("Ngày 9/5, UBND tỉnh chính thức khởi công tuyến đường.", ("UBND tỉnh",)),
        (
            "Sáng 9/5, BTT Ủy ban MTTQ huyện - Ban vận động Quỹ Vì người nghèo tổ chức khánh thành nhà.",
            ("BTT Ủy ban MTTQ huyện", "Ban vận động Quỹ Vì người nghèo"),
        ),
        ("Trưởng Ban Chỉ huy Phòng chống thiên tai và Phòng thủ dân sự huyện đi kiểm tra.", ()),
        # each of several bodies with its members; what leads to it up to a semicolon; universities
        (
            "Sáng 6/8, Tổ đại biểu HĐND tỉnh gồm ông Lò A Pao, Tổ đại biểu HĐND huyện gồm bà Lò Mây tiếp xúc cử tri.",
            ("Tổ đại biểu HĐND tỉnh", "Tổ đại biểu HĐND huyện"),
        ),
        (
            "Được sự nhất trí của Huyện ủy và UBND huyện Ba Bể; Đảng ủy - UBND xã Hà Hiệu tổ chức lễ hội.",
            ("Đảng ủy", "UBND xã Hà Hiệu"),
        ),
        ("Sáng 27/10, Sở Giáo dục và ĐH Đông Đô phối hợp tổ chức hội thảo.", ("Sở Giáo dục", "ĐH Đông Đô")),
        # persons, documents and reported speech are not organizers
        ("Tại trụ sở HĐND và UBND thị xã, Phó Chủ tịch HĐND thị xã - Lò A Pao chủ trì giao ban.", ()),
        ("UBND tỉnh vừa có văn bản về việc tạm ngưng tổ chức lễ hội.", ()),
        ("Ông Lò A Pao biểu dương ban chỉ đạo và các ngành trong công tác tổ chức lễ hội.", ()),
        ("Giám đốc Sở Xây dựng Lò A Pao cho biết, thành phố xem xét kỹ phương án.", ()),
        # prose before a verb is not a body
        ("Lãnh đạo huyện tổ chức họp mặt.", ()),
        ("Tham dự có các tổ chức tài chính, hiệp hội doanh nghiệp, các tổ chức quốc tế.", ()),
        ("Đoàn viên cho rằng Ban Chấp hành cần tổ chức hội trại.", ()),
        ("Đồng chí Lý Văn Mạ chủ trì cuộc họp.", ()),
        ("Hội nghị diễn ra trong một ngày.", ()),
    ],
)
def test_organisers_are_read_backwards_from_the_verb(sentence: str, bodies: tuple[str, ...]) -> None:
    document = read_document(article(sentence))
    assert find_organizers(document, document.sentences[0]) == bodies


@pytest.mark.parametrize(
    ("paragraphs", "kind", "bodies"),
    [
        (
            ("Chiều 14/5, hội thi nấu ăn đã diễn ra.", "Hội thi do Hội Nông dân xã và Đoàn xã phối hợp tổ chức."),
            "competition",
            ("Hội Nông dân xã", "Đoàn xã"),
        ),
        (
            ("Sáng 7/1, đoàn viên Sở Y tế tham gia hiến máu.", "Tỉnh đoàn đã tổ chức ngày hiến máu tình nguyện."),
            "campaign",
            ("Tỉnh đoàn",),
        ),
        (("Sáng 13/7, tại kỳ họp thứ 5, HĐND tỉnh Hà Nam khóa XV.",), "council_session", ("HĐND tỉnh Hà Nam",)),
        (("Sáng 14/6, tại cuộc họp giao ban của Ban Tuyên giáo Tỉnh ủy.",), "meeting", ("Ban Tuyên giáo Tỉnh ủy",)),
        (("Phát biểu tại phiên họp thường kỳ của UBND tỉnh.",), "meeting", ("UBND tỉnh",)),
        (("Sáng 22/7, đoàn công tác của tỉnh đã đến thăm gia đình chính sách.",), "visit", ()),
    ],
)
def test_organizers_by_the_kind_of_event(paragraphs: tuple[str, ...], kind: EventType, bodies: tuple[str, ...]) -> None:
    document = read_document(article(*paragraphs))
    assert find_organizers(document, document.sentences[0], kind, find_triggers(document)) == bodies
