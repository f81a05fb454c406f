"""The signs in a count itself and in the words before it, that these people attended the event."""

from __future__ import annotations

from extract.declaration.rules import Rule
from extract.mentions.attendance import patterns
from extract.mentions.attendance.conditions import (
    closes_attendee_list,
    ends,
    is_linked,
    is_of_each_hall,
    is_of_votes,
    is_subject_of_coming,
    is_taught,
    starts,
    were_met,
)
from extract.mentions.attendance.context import CountContext

_FEW = 5  # smaller counts are of the people just named

# The number and its noun by themselves.
OF_NUMBER: tuple[tuple[Rule[CountContext], ...], ...] = (
    (
        Rule(
            "guests",
            "The noun says a part in a gathering.",
            "count",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Gần 120 đại biểu đã nghe báo cáo.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Gần 120 nông dân trồng chè.",),
            lambda count: count.count.guests,
        ),
    ),
    (
        Rule(
            "few",
            "Fewer than five are the people just named.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Bà con tặng 2 cháu nhỏ.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Bà con tặng 20 cháu nhỏ.",),
            lambda count: count.count.number.value < _FEW,
        ),
    ),
    (
        Rule(
            "fraction",
            "Those of all who voted for something.",
            "refused",
            ("Sáng 14/5, HĐND xã họp, 24/25 đại biểu biểu quyết tán thành.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 24 đại biểu.",),
            lambda count: count.count.of_all and is_of_votes(count),
            "fraction_of_votes",
        ),
        Rule(
            "fraction",
            "A part of all.",
            "refused",
            ("Sáng 14/5, HĐND xã họp. Xã có 24/25 cán bộ.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 24 đại biểu.",),
            lambda count: count.count.of_all,
        ),
    ),
)

# The words before the count, the most certain sign first.
BEFORE: tuple[Rule[CountContext], ...] = (
    Rule(
        "attend_before",
        "A word for attending stands before the count.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Xã có 120 đại biểu được khen.",),
        lambda count: patterns.ATTENDING.search(count.left),
    ),
    Rule(
        "attendee_list",
        "The count stands in a sentence that begins by telling who came.",
        "count",
        (
            "Sáng 14/5, UBND xã tổ chức hội nghị. Dự hội nghị có đồng chí Lò Văn Tám, Chủ tịch UBND xã Hòa An; "
            "lãnh đạo các phòng, ban, ngành của huyện cùng khoảng 120 cán bộ.",
        ),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
        closes_attendee_list,
    ),
    Rule(
        "occasion",
        "The name of the occasion stands before the count.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức lớp tập huấn có 120 học viên.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Xã có 120 người dân nghèo.",),
        lambda count: patterns.OCCASION.search(count.left),
    ),
    Rule(
        "taught",
        "Something was held for those counted, or taught to them, where the article begins.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức tập huấn cho 120 nông dân.",),
        ("Sáng 14/5, UBND xã tổ chức trao quà cho 120 nông dân.",),
        lambda count: count.opening and is_taught(count),
        "taught_at_opening",
    ),
    Rule(
        "met",
        "Officials met those counted, where the article begins.",
        "count",
        ("Sáng 14/5, các đại biểu HĐND huyện đã tiếp xúc 120 cử tri xã Hòa An.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Xã có 120 cử tri cao tuổi.",),
        were_met,
    ),
    Rule(
        "taught",
        "The same further down; by itself it tells too little.",
        "refused",
        (
            "Sáng 14/5, xã họp.\nMùa màng tốt tươi.\nĐường sá sạch đẹp.\nBà con phấn khởi.\nTrời đẹp.\nNắng "
            "lên.\nXã đã tập huấn cho 120 nông dân.",
        ),
        ("Sáng 14/5, UBND xã tổ chức trao quà cho 120 nông dân.",),
        is_taught,
    ),
    Rule(
        "subject",
        "The count begins the sentence, after its date.",
        "count",
        ("Sáng 14/5, gần 120 nông dân đại diện cho các thôn đã nghe nói chuyện về trồng chè.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Xã có gần 120 nông dân trồng chè.",),
        lambda count: patterns.SUBJECT.search(count.told),
    ),
    Rule(
        "scale",
        "The size of the event is told.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức diễn tập với quy mô 120 người.",),
        ("Sáng 14/5, UBND xã tổ chức diễn tập. Xã có 120 người nghèo.",),
        lambda count: ends("occasions", "scale").search(count.left),
    ),
    Rule(
        "scale",
        "A word for the number of those who came, or are expected, stands before the count.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức hội nghị, số lượng đại biểu dự kiến 120 người.",),
        ("Sáng 14/5, UBND xã tổ chức diễn tập. Xã có 120 người nghèo.",),
        lambda count: patterns.NUMBERED.search(count.left),
        "numbered",
    ),
    Rule(
        "each_hall",
        "The count is of each hall.",
        "count",
        ("Sáng 14/5, UBND huyện tổ chức hội nghị trực tuyến, mỗi điểm cầu 120 đại biểu.",),
        ("Sáng 14/5, UBND huyện tổ chức hội nghị trực tuyến. Tham dự có 120 đại biểu.",),
        is_of_each_hall,
    ),
    Rule(
        "attendee_list",
        "The count heads a sentence that goes on with its parts.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức hội nghị tổng kết.\nHơn 200 đồng chí bao gồm cán bộ, công chức.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị tổng kết.\nHơn 200 đồng chí trồng chè.",),
        lambda count: not count.told and starts("joined", "parts").match(count.right),
        "listed_in_parts",
    ),
    Rule(
        "guests",
        "Guests head their sentence, or follow a word for facing them.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Gần 120 đại biểu đã nghe báo cáo.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Gần 120 nông dân trồng chè.",),
        is_subject_of_coming,
        "guests_as_subject",
    ),
    Rule(
        "guests",
        "Guests are counted together with something else.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức chấm thi. Toàn xã cử 12 thôn với 19 thí sinh.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Gần 120 nông dân trồng chè.",),
        is_linked,
        "linked",
    ),
)
