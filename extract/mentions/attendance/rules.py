"""The signs that a count is of people who attended, and those against it.

`rule` is the sign with the most points for it, `reason` the one with the most against it. The weights of the signs are
in lexicons/weights.toml.
"""

from __future__ import annotations

from extract.declaration.rules import Rule

RULES = (
    Rule(
        "attend_before",
        "A word for attending stands before the count.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Xã có 120 đại biểu được khen.",),
    ),
    Rule(
        "attend_after",
        "A word for attending stands after the count.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức hội nghị, 120 người dân tham dự.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị, 120 người dân được khen.",),
    ),
    Rule(
        "attendee_list",
        "The count stands in a sentence that begins by telling who came.",
        "count",
        (
            "Sáng 14/5, UBND xã tổ chức hội nghị. Dự hội nghị có đồng chí Lò Văn Tám, Chủ tịch UBND xã Hòa An; "
            "lãnh đạo các phòng, ban, ngành của huyện cùng khoảng 120 cán bộ.",
        ),
    ),
    Rule(
        "occasion",
        "The name of the occasion stands before the count.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức lớp tập huấn có 120 học viên.",),
    ),
    Rule(
        "taught",
        "The count is of those for whom the occasion was held, or who were taught.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức tập huấn cho 120 nông dân.",),
    ),
    Rule(
        "subject",
        "The count begins the sentence, after its date.",
        "count",
        ("Sáng 14/5, gần 120 nông dân đại diện cho các thôn đã nghe nói chuyện về trồng chè.",),
    ),
    Rule(
        "scale",
        "The size of the event, or the number of those expected, is told.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức diễn tập với quy mô 120 người.",),
    ),
    Rule(
        "each_hall",
        "The count is of each hall.",
        "count",
        ("Sáng 14/5, UBND huyện tổ chức hội nghị trực tuyến, mỗi điểm cầu 120 đại biểu.",),
    ),
    Rule(
        "guests",
        "The noun says a part in a gathering.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Gần 120 đại biểu đã nghe báo cáo.",),
    ),
    Rule(
        "total",
        "A word for a total stands before the count; by itself it tells too little.",
        "refused",
        ("Sáng 14/5, UBND xã tổ chức hội nghị, tổng số 120 người.",),
    ),
    Rule(
        "joined",
        "The count goes on from one of people who came.",
        "count",
        ("Sáng 14/5, UBND xã tổ chức tập huấn cho 120 nông dân, cùng với đó là 30 đồng bào.",),
    ),
    Rule(
        "who",
        "What they are tells that they may be there; by itself it tells too little.",
        "refused",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Ngoài ra còn 120 nông dân là những người yêu chè.",),
    ),
    Rule("count", "Nothing speaks for it.", "refused", ("Sáng 14/5, xã họp. Toàn xã còn 120 người dân nghèo.",)),
    Rule("noun", "What is counted is no people.", "refused", ("Sáng 14/5, xã họp và tặng 120 suất quà.",)),
    Rule("gift", "Gifts are counted.", "refused", ("Sáng 14/5, xã họp và tặng 120 suất quà.",)),
    Rule("money", "Money is counted.", "refused", ("Sáng 14/5, xã họp và tặng 120 triệu đồng.",)),
    Rule("document", "Papers are counted.", "refused", ("Sáng 14/5, xã họp và bàn 120 ý kiến.",)),
    Rule("unit", "Bodies are counted.", "refused", ("Sáng 14/5, huyện họp với 120 đơn vị.",)),
    Rule("venue", "Halls are counted.", "refused", ("Sáng 14/5, huyện họp tại 12 điểm cầu.",)),
    Rule("seat", "Seats are counted.", "refused", ("Sáng 14/5, xã mở nhà văn hóa 120 chỗ ngồi.",)),
    Rule("vote", "Votes are counted.", "refused", ("Sáng 14/5, xã họp, ông Tám được 120 phiếu.",)),
    Rule(
        "context",
        "Too little speaks for it.",
        "refused",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Ông kể về 120 người dân trồng chè.",),
    ),
    Rule(
        "few",
        "Fewer than five are the people just named.",
        "refused",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Bà con tặng 2 cháu nhỏ.",),
    ),
    Rule(
        "fraction",
        "A part of all, or one of several who stand for others.",
        "refused",
        ("Sáng 14/5, HĐND xã họp, 24/25 đại biểu biểu quyết tán thành.",),
    ),
    Rule(
        "committee",
        "A committee, or those elected to it.",
        "refused",
        ("Sáng 14/5, Đại hội bầu Ban Chấp hành gồm 15 đồng chí.",),
    ),
    Rule(
        "represented",
        "Those for whom others speak.",
        "refused",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Dự hội nghị có các đại biểu đại diện cho 1.200 đảng viên.",),
    ),
    Rule(
        "recipients",
        "Who is given something.",
        "refused",
        ("Sáng 14/5, UBND xã tổ chức hội nghị, khen thưởng 15 cán bộ.",),
    ),
    Rule(
        "absent",
        "Who did not come.",
        "refused",
        ("Sáng 14/5, HĐND xã họp. Có 12 đại biểu không tham dự.",),
    ),
    Rule(
        "status",
        "What happened to them, or how they are.",
        "refused",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Năm qua 120 người được vay vốn.",),
    ),
    Rule(
        "elected",
        "Deputies who were elected.",
        "refused",
        ("Sáng 14/5, HĐND xã họp. Trong ngày, 25 đại biểu HĐND xã về các thôn.",),
    ),
    Rule(
        "spoke",
        "Who spoke.",
        "refused",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Đã có 15 đại biểu phát biểu.",),
    ),
    Rule(
        "statistics",
        "A count over a period, over several occasions, or of all in a unit.",
        "refused",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Năm qua có 1.200 người dân làm nhà mới.",),
    ),
    Rule(
        "exam",
        "Who sits an examination.",
        "refused",
        ("Sáng 14/5, UBND huyện họp. Kỳ thi tốt nghiệp năm nay: toàn huyện 120 học sinh.",),
    ),
    Rule(
        "no_event",
        "The article reports no event at which they could be counted.",
        "refused",
        ("Quy định mới về lễ hội. Lễ hội có 120 đại biểu tham dự.",),
    ),
)
