"""The forms in which a person is named with posts, and the reasons why a person is not an official of the article."""

from __future__ import annotations

from typing import Any

from extract.declaration.rules import Rule

_TELLS = "Sáng 14/5, UBND xã tổ chức hội nghị. "

RULES: tuple[Rule[Any], ...] = (
    Rule(
        "before",
        "The post stands before the name.",
        "official",
        (_TELLS + "Chủ tịch UBND xã Nguyễn Văn Tám phát biểu.",),
        (_TELLS + "Ông Nguyễn Văn Tám, Chủ tịch UBND xã, phát biểu.",),
    ),
    Rule(
        "after",
        "The post stands after the name.",
        "official",
        (_TELLS + "Đồng chí Nguyễn Văn Tám, Chủ tịch UBND xã chủ trì hội nghị.",),
        (_TELLS + "Chủ tịch UBND xã Nguyễn Văn Tám chủ trì hội nghị.",),
    ),
    Rule(
        "both",
        "Posts stand on either side of the name.",
        "official",
        (_TELLS + "Phó Bí thư Đảng ủy Nguyễn Văn Tám, Chủ tịch UBND xã chủ trì hội nghị.",),
        (_TELLS + "Chủ tịch UBND xã Nguyễn Văn Tám chủ trì hội nghị.",),
    ),
    Rule(
        "listed",
        "Posts in the plural stand before a list of names.",
        "official",
        (_TELLS + "Dự hội nghị có các Phó Chủ tịch UBND xã: Nguyễn Văn Tám, Lò Thị Mây.",),
        (_TELLS + "Dự hội nghị có Phó Chủ tịch UBND xã Nguyễn Văn Tám.",),
    ),
    Rule(
        "bare",
        "No post stands with the name here; it is addressed as officials are, or has its post elsewhere.",
        "official",
        (_TELLS + "Đồng chí Nguyễn Văn Tám chủ trì hội nghị.",),
        (_TELLS + "Chủ tịch UBND xã Nguyễn Văn Tám chủ trì hội nghị.",),
    ),
    Rule(
        "name",
        "Words that look like the name of a person and are no official's; the reason says why.",
        "refused",
        (_TELLS + "Anh Nguyễn Văn Tám cho biết mùa màng tốt.",),
        (_TELLS + "Chủ tịch UBND xã Nguyễn Văn Tám chủ trì hội nghị.",),
    ),
    Rule(
        "no_post",
        "Nothing says that the person holds a post.",
        "refused",
        (_TELLS + "Anh Nguyễn Văn Tám cho biết mùa màng tốt.",),
        (_TELLS + "Chủ tịch UBND xã Nguyễn Văn Tám chủ trì hội nghị.",),
    ),
    Rule(
        "shared",
        "A post printed after a later name of one list, which may be this person's too.",
        "official",
        (_TELLS + "Dự có các đồng chí Nguyễn Văn Tám, Lò Văn Sáu - Phó Chủ tịch UBND xã.",),
        (_TELLS + "Dự có các đồng chí Nguyễn Văn Tám, Bí thư Đảng ủy xã; Lò Văn Sáu, Phó Chủ tịch UBND xã.",),
    ),
    Rule(
        "byline",
        "Who wrote the text.",
        "refused",
        (_TELLS + "Phóng viên Nguyễn Văn Tám đưa tin.",),
        (_TELLS + "Chủ tịch UBND xã Nguyễn Văn Tám đưa tin vui.",),
    ),
    Rule(
        "remembered",
        "Who is dead and remembered.",
        "refused",
        (_TELLS + "Xã tưởng niệm đồng chí Nguyễn Văn Tám, Bí thư Đảng ủy xã.",),
        (_TELLS + "Đồng chí Nguyễn Văn Tám, Bí thư Đảng ủy xã chủ trì.",),
    ),
    Rule(
        "signature",
        "Who only signs the text.",
        "refused",
        (_TELLS + "\nHội nghị bàn việc trồng chè.\nBà con phấn khởi.\nNguyễn Văn Tám - Chủ tịch UBND xã",),
        (_TELLS + "Hội nghị bàn việc trồng chè.\nNguyễn Văn Tám - Chủ tịch UBND xã phát biểu kết luận.",),
    ),
    Rule(
        "street",
        "The name of a street.",
        "refused",
        (_TELLS + "Xã trồng cây trên đường Nguyễn Văn Tám.",),
        (_TELLS + "Xã trồng cây cùng ông Nguyễn Văn Tám.",),
    ),
    Rule(
        "school",
        "The name of a school.",
        "refused",
        (_TELLS + "Xã tặng quà Trường THCS Nguyễn Văn Tám.",),
        (_TELLS + "Xã tặng quà ông Nguyễn Văn Tám.",),
    ),
    Rule(
        "credit",
        "Who wrote the text or took the picture.",
        "refused",
        (_TELLS + "Ảnh: Nguyễn Văn Tám.",),
        (_TELLS + "Đồng chí Nguyễn Văn Tám xem ảnh.",),
    ),
    Rule(
        "historical",
        "A person of history.",
        "refused",
        (_TELLS + "Cán bộ học tập tấm gương Võ Thị Sáu.",),
        (_TELLS + "Cán bộ học tập tấm gương ông Võ Văn Tám.",),
    ),
    Rule(
        "hero",
        "A martyr or a hero of old.",
        "refused",
        (_TELLS + "Xã viếng liệt sĩ Nguyễn Văn Tám.",),
        (_TELLS + "Xã thăm ông Nguyễn Văn Tám.",),
    ),
    Rule(
        "suspect",
        "Who is accused.",
        "refused",
        (_TELLS + "Công an bắt đối tượng Nguyễn Văn Tám.",),
        (_TELLS + "Công an xã mời ông Nguyễn Văn Tám.",),
    ),
    Rule(
        "voter",
        "A voter.",
        "refused",
        (_TELLS + "Cử tri Nguyễn Văn Tám kiến nghị sửa đường.",),
        (_TELLS + "Chủ tịch UBND xã Nguyễn Văn Tám trả lời cử tri.",),
    ),
    Rule(
        "institution",
        "An institution.",
        "refused",
        (_TELLS + "Xã tặng hoa Công ty Nguyễn Tám.",),
        (_TELLS + "Xã tặng hoa ông Nguyễn Văn Tám.",),
    ),
    Rule(
        "thing",
        "A thing that bears a name.",
        "refused",
        (_TELLS + "Giải thưởng Nguyễn Văn Tám được trao.",),
        (_TELLS + "Giải thưởng được trao cho ông Nguyễn Văn Tám.",),
    ),
)
