"""How the name of a unit or a venue is recognised."""

from __future__ import annotations

from typing import Any

from extract.declaration.rules import Rule

RULES: tuple[Rule[Any], ...] = (
    Rule(
        "tier",
        "A tier word before a known name.",
        "place",
        ("Xã tổ chức hội thi tại huyện Na Hang.",),
        ("Xã tổ chức hội thi tại Na Hang.",),
    ),
    Rule(
        "tier_unknown",
        "A tier word before a capitalised name that no list has.",
        "place",
        ("Hội thi diễn ra tại xã Bản Xum.",),
        ("Hội thi diễn ra tại huyện Na Hang.",),
    ),
    Rule(
        "above",
        "The district right after a commune and a comma.",
        "place",
        ("Hội thi ở xã Đà Vị, Na Hang.",),
        ("Hội thi ở xã Đà Vị.",),
    ),
    Rule(
        "list",
        "A further name of a list that begins with a tier word.",
        "place",
        ("Hội thi có các huyện Na Hang, Chiêm Hóa.",),
        ("Hội thi có huyện Na Hang.",),
    ),
    Rule(
        "body",
        "A Party committee or Youth Union named by its unit.",
        "place",
        ("Huyện ủy Na Hang họp.",),
        ("Huyện Na Hang họp.",),
    ),
    Rule("bare", "The bare name of a province.", "place", ("Đoàn đã đi qua Tuyên Quang.",), ("Tỉnh ta đổi mới.",)),
    Rule(
        "located",
        "A bare name after a word of place.",
        "place",
        ("Hội thi diễn ra tại Na Hang.",),
        ("Hội thi diễn ra tại huyện Na Hang.",),
    ),
    Rule(
        "dateline",
        "A bare name at the head of a line, before a colon or dash.",
        "place",
        ("Na Hang: Hội thi khai mạc.",),
        ("Na Hang tổ chức hội thi.",),
    ),
    Rule(
        "venue",
        "The head word of a hall, house or square after a word of place.",
        "place",
        ("Hội nghị diễn ra tại Hội trường UBND huyện.",),
        ("Hội nghị diễn ra tại huyện.",),
    ),
    Rule(
        "opened",
        "A hall, house or school that is opened or handed over.",
        "place",
        ("Xã khánh thành Nhà văn hóa thôn Đông.",),
        ("Xã khởi công Nhà văn hóa thôn Đông.",),
    ),
)
