"""The signs in the words around a count that these people attended the event, and those against it."""

from __future__ import annotations

from extract.declaration.rules import Rule
from extract.mentions.attendance import conditions, patterns
from extract.mentions.attendance.conditions import ends, pattern, starts
from extract.mentions.attendance.context import CountContext

_NEXT = 40  # characters after a count in which several occasions may be named

# Of each group, the first that holds counts.
AROUND: tuple[tuple[Rule[CountContext], ...], ...] = (
    (
        Rule(
            "total",
            "A word for a total stands before the count; by itself it tells too little.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị, tổng số 120 người.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
            lambda count: ends("joined", "totals").search(count.left),
        ),
    ),
    # Those who were chosen, helped or honoured, or are only represented.
    (
        Rule(
            "committee",
            "A committee, or those elected to it.",
            "refused",
            ("Sáng 14/5, Đại hội bầu Ban Chấp hành gồm 15 đồng chí.",),
            ("Sáng 14/5, Đại hội khai mạc. Dự có 15 đồng chí.",),
            conditions.are_chosen,
        ),
        Rule(
            "fraction",
            "One of so many is spoken of.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Ông Tám là một trong 15 cán bộ giỏi.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 24 đại biểu.",),
            lambda count: ends("against", "one_of").search(count.left),
            "one_of",
        ),
        Rule(
            "statistics",
            "The pupils of a class at school.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Trường có lớp 1 với 35 học sinh.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Có 1.200 người dân tham dự.",),
            conditions.are_of_school_class,
            "school_class",
        ),
        Rule(
            "represented",
            "Those for whom others speak.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Dự hội nghị có các đại biểu đại diện cho 1.200 đảng viên.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Dự hội nghị có 120 đại biểu.",),
            conditions.are_represented,
        ),
        Rule(
            "recipients",
            "Who is given something.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị, khen thưởng 15 cán bộ.",),
            ("Sáng 14/5, UBND xã tổ chức lớp bồi dưỡng đối tượng kết nạp Đảng cho 15 học viên.",),
            lambda count: patterns.RECIPIENTS.search(count.left),
        ),
    ),
    # What follows the count.
    (
        Rule(
            "absent",
            "Who did not come.",
            "refused",
            ("Sáng 14/5, HĐND xã họp. Có 12 đại biểu không tham dự.",),
            ("Sáng 14/5, HĐND xã họp. Có 12 đại biểu tham dự.",),
            conditions.is_negated,
        ),
        Rule(
            "attend_after",
            "A word for attending stands after the count.",
            "count",
            ("Sáng 14/5, UBND xã tổ chức hội nghị, 120 người dân tham dự.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị, 120 người dân được khen.",),
            lambda count: count.came,
        ),
        Rule(
            "who",
            "What they are tells that they may be there; by itself it tells too little.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Ngoài ra còn 120 nông dân là những người yêu chè.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
            conditions.says_who,
        ),
    ),
    (
        Rule(
            "status",
            "What happened to them.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Năm qua 120 người được vay vốn.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 người.",),
            conditions.has_status,
        ),
        Rule(
            "recipients",
            "They were given something, as the words after some that describe them say.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị, có 15 cán bộ tiêu biểu được nhận bằng khen.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị, có 15 cán bộ tiêu biểu dự.",),
            conditions.were_given,
            "given",
        ),
    ),
    (
        Rule(
            "elected",
            "Deputies who were elected.",
            "refused",
            ("Sáng 14/5, HĐND xã họp. Trong ngày, 25 đại biểu HĐND xã về các thôn.",),
            (
                "Sáng 14/5, HĐND xã họp. Có 25 đại biểu tham dự.",
                "Sáng 14/5, HĐND xã họp. Có 24/25 đại biểu HĐND xã tham dự.",
            ),
            lambda count: count.came is None and starts("against", "elected").match(count.right),
        ),
    ),
    (
        Rule(
            "spoke",
            "Who spoke.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Đã có 15 đại biểu phát biểu.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Đã có 15 đại biểu tham dự.",),
            conditions.have_spoken,
        ),
    ),
    (
        Rule(
            "status",
            "The recruits of a unit, this year or in this levy.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Xã có 17 thanh niên lên đường nhập ngũ.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 người.",),
            conditions.are_recruits,
            "recruits",
        ),
    ),
    (
        Rule(
            "taught",
            "They were taught, where the article begins.",
            "count",
            ("Sáng 14/5, tại xã Hòa An, 120 cán bộ được tập huấn về trồng chè.",),
            ("Sáng 14/5, UBND xã tổ chức trao quà cho 120 nông dân.",),
            lambda count: count.opening and starts("attend", "taught").match(count.right),
            "taught_after",
        ),
    ),
    (
        Rule(
            "status",
            "How they are, where nothing before says that they came.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Ông kể về 120 hội viên nghèo.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 người.",),
            conditions.is_described,
            "described",
        ),
    ),
    # Counted over a period or many occasions.
    (
        Rule(
            "statistics",
            "A year, a term or a whole unit begins the clause.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Năm 2023, toàn huyện có 1.200 người dân đi học.",),
            (
                "Sáng 14/5, UBND xã tổ chức hội nghị. Có 1.200 người dân tham dự.",
                "Sáng 14/5, huyện mở hội khỏe. Toàn huyện có 800 vận động viên tham gia.",
            ),
            conditions.is_of_year_or_unit,
            "in_year",
        ),
        Rule(
            "statistics",
            "The sentence sums up a period.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Năm qua có 1.200 người dân làm nhà mới.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Có 1.200 người dân tham dự.",),
            conditions.sums_up_period,
            "period",
        ),
    ),
    (
        Rule(
            "statistics",
            "An aim, or a report, is told before the count.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Xã phấn đấu có 120 người học nghề.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Có 1.200 người dân tham dự.",),
            lambda count: pattern("against", "aims").search(count.told),
            "aim",
        ),
    ),
    (
        Rule(
            "exam",
            "Who sits an examination.",
            "refused",
            ("Sáng 14/5, UBND huyện họp. Kỳ thi tốt nghiệp năm nay: toàn huyện 120 học sinh.",),
            ("Sáng 14/5, UBND huyện họp. Dự có 120 học sinh.",),
            lambda count: pattern("against", "exams").search(count.sentence),
        ),
    ),
    (
        Rule(
            "statistics",
            "So many occasions, or bodies, are summed up.",
            "refused",
            (
                "Sáng 14/5, xã họp.\nMùa màng tốt tươi.\nĐường sá sạch đẹp.\nBà con phấn khởi.\nTrời đẹp.\nNắng "
                "lên.\nXã mở được 33 lớp với 1.940 nông dân.",
            ),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Có 1.200 người dân tham dự.",),
            conditions.is_tally,
            "tally",
        ),
    ),
    (
        Rule(
            "statistics",
            "A unit has so many.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Đợt này, xã Hòa An có 120 nông dân trồng chè.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Có 1.200 người dân tham dự.",),
            conditions.has_unit,
            "unit_has",
        ),
    ),
    (
        Rule(
            "statistics",
            "They came to several occasions.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Có 15 nông dân tham gia các lớp học nghề.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Có 1.200 người dân tham dự.",),
            lambda count: pattern("against", "several").search(count.right[:_NEXT]),
            "several",
        ),
    ),
    (
        Rule(
            "statistics",
            "The sentence tells of another occasion, before or elsewhere.",
            "refused",
            (
                "Sáng 14/5, xã họp.\nMùa màng tốt tươi.\nĐường sá sạch đẹp.\nBà con phấn khởi.\nTrời đẹp.\nNắng "
                "lên.\nTrước đó, hội nghị có sự tham dự của 120 đại biểu.",
            ),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Có 1.200 người dân tham dự.",),
            conditions.is_elsewhere,
            "elsewhere",
        ),
        Rule(
            "statistics",
            "They take part in a programme of weeks, not in its launch.",
            "refused",
            ("Sáng 14/5, xã tổ chức lễ ra quân. Chiến dịch năm nay thu hút sự tham gia của 1.200 chiến sĩ.",),
            ("Sáng 14/5, lễ ra quân chiến dịch hè thu hút sự tham gia của 1.200 chiến sĩ.",),
            lambda count: patterns.PROGRAMME.search(count.told),
            "programme",
        ),
        Rule(
            "statistics",
            "They come every year, or came in another one.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Có 1.200 người dân mỗi năm.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Có 1.200 người dân tham dự.",),
            conditions.is_of_another_year,
            "another_year",
        ),
    ),
    (
        Rule(
            "joined",
            "The count goes on from one of people who came.",
            "count",
            ("Sáng 14/5, UBND xã tổ chức tập huấn cho 120 nông dân, cùng với đó là 30 đồng bào.",),
            ("Sáng 14/5, UBND xã tổ chức tập huấn cho 120 nông dân. Xã còn 30 hộ dân nghèo.",),
            conditions.goes_on,
        ),
    ),
    (
        Rule(
            "represented",
            "The count goes on from one of people for whom others speak, who were chosen or given something.",
            "refused",
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Dự có đại biểu đại diện cho 1.200 đảng viên và 300 hội viên.",),
            ("Sáng 14/5, UBND xã tổ chức hội nghị. Dự hội nghị có 120 đại biểu.",),
            conditions.goes_on_from_represented,
        ),
    ),
)
