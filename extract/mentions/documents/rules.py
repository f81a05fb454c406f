"""The forms in which a document is cited, and the reasons to reject a number after a type word."""

from __future__ import annotations

from typing import Any

from extract.declaration.rules import Rule

RULES: tuple[Rule[Any], ...] = (
    Rule(
        "symbol",
        "A number with its code after a type word.",
        "citation",
        ("Xã triển khai Nghị quyết số 18-NQ/TW.",),
        ("Xã triển khai Nghị quyết số 18.",),
    ),
    Rule(
        "numbered",
        'A number after a type word and "số", without a code.',
        "citation",
        ("Xã triển khai Nghị quyết số 18.",),
        ("Xã triển khai Nghị quyết số 18-NQ/TW.",),
    ),
    Rule(
        "bare",
        "A number right after a type word that is only ever a noun.",
        "citation",
        ("Cấp ủy quán triệt Nghị quyết 18 của Bộ Chính trị.",),
        ("Cấp ủy ra 18 nghị quyết.",),
    ),
    Rule(
        "list",
        "A further number of a list, without a code of its own.",
        "citation",
        ("Cấp ủy quán triệt Nghị quyết số 18, 19-NQ/TW.",),
        ("Cấp ủy quán triệt Nghị quyết số 18-NQ/TW.",),
    ),
    Rule(
        "distant",
        "A number and code some words after the type word.",
        "citation",
        ("Thực hiện Luật Đầu tư công số 39/2019/QH14.",),
        ("Thực hiện Luật Đầu tư công.",),
    ),
    Rule(
        "code_alone",
        "A number whose code says type and issuer, without a type word.",
        "citation",
        ("Xã đã giao việc cho các thôn (12/KH-UBND).",),
        ("Xã đã giao việc cho các thôn (12/3).",),
    ),
    Rule(
        "standard",
        "A national standard or technical regulation by number and year.",
        "citation",
        ("Nước sạch đạt QCVN 14:2008/BTNMT.",),
        ("Nước sạch đạt quy chuẩn.",),
    ),
    Rule(
        "type_word",
        "A number after a type word or a body that cites no document; the reason says why.",
        "refused",
        ("Trong năm, huyện ban hành nghị quyết 02 lần.",),
        ("Huyện ban hành Nghị quyết số 02.",),
    ),
    Rule(
        "count",
        "The number counts the noun after it.",
        "refused",
        ("Trong năm, huyện ban hành nghị quyết 02 lần.",),
        ("Huyện ban hành Nghị quyết số 02.",),
    ),
    Rule(
        "body_name",
        "The number is part of the name of a body.",
        "refused",
        ("Ban Chỉ đạo 35 huyện họp.",),
        ("Ban Chỉ đạo huyện họp.",),
    ),
    Rule("slogan", "The number is of a slogan.", "refused", ("Xã tuyên truyền Thông điệp 5K.",), ("Xã tuyên truyền.",)),
    Rule(
        "plenum",
        "The number is that of a plenum.",
        "refused",
        ("Cấp ủy học tập Nghị quyết Trung ương 4.",),
        ("Cấp ủy học tập Nghị quyết số 4.",),
    ),
)
