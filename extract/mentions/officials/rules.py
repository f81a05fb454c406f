"""The forms in which a person is named with posts, and the reasons why a person is not an official of the article."""

from __future__ import annotations

from extract.declaration.rules import Rule

_TELLS = "Sáng 14/5, UBND xã tổ chức hội nghị. "

RULES = (
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
    ),
    Rule("byline", "Who wrote the text.", "refused", (_TELLS + "Phóng viên Nguyễn Văn Tám đưa tin.",)),
    Rule(
        "remembered",
        "Who is dead and remembered.",
        "refused",
        (_TELLS + "Xã tưởng niệm đồng chí Nguyễn Văn Tám, Bí thư Đảng ủy xã.",),
    ),
    Rule(
        "signature",
        "Who only signs the text.",
        "refused",
        (_TELLS + "\nHội nghị bàn việc trồng chè.\nBà con phấn khởi.\nNguyễn Văn Tám - Chủ tịch UBND xã",),
    ),
    Rule("street", "The name of a street.", "refused", (_TELLS + "Xã trồng cây trên đường Nguyễn Văn Tám.",)),
    Rule("school", "The name of a school.", "refused", (_TELLS + "Xã tặng quà Trường THCS Nguyễn Văn Tám.",)),
    Rule("credit", "Who wrote the text or took the picture.", "refused", (_TELLS + "Ảnh: Nguyễn Văn Tám.",)),
    Rule("historical", "A person of history.", "refused", (_TELLS + "Cán bộ học tập tấm gương Võ Thị Sáu.",)),
    Rule("hero", "A martyr or a hero of old.", "refused", (_TELLS + "Xã viếng liệt sĩ Nguyễn Văn Tám.",)),
    Rule("suspect", "Who is accused.", "refused", (_TELLS + "Công an bắt đối tượng Nguyễn Văn Tám.",)),
    Rule("voter", "A voter.", "refused", (_TELLS + "Cử tri Nguyễn Văn Tám kiến nghị sửa đường.",)),
    Rule("institution", "An institution.", "refused", (_TELLS + "Xã tặng hoa Công ty Nguyễn Tám.",)),
    Rule("thing", "A thing that bears a name.", "refused", (_TELLS + "Giải thưởng Nguyễn Văn Tám được trao.",)),
)
