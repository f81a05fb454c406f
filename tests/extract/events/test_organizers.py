"""The organising bodies: the subject of the verb that holds the event."""

from __future__ import annotations

import pytest

from extract.events.organizers import find_organizers
from extract.text.document import read_document
from tests.extract.articles import article


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("Sáng 12/3, UBND huyện Na Hang tổ chức hội nghị.", ("UBND huyện Na Hang",)),
        ("Ngày 5/6, Sở Văn hóa, Thể thao và Du lịch tổ chức lễ hội.", ("Sở Văn hóa, Thể thao và Du lịch",)),
        (
            "Ngày 5/6, tại thành phố Vinh, tỉnh Nghệ An, Sở Y tế phối hợp với Hội Nông dân tỉnh tổ chức lớp tập huấn.",
            ("Sở Y tế", "Hội Nông dân tỉnh"),
        ),
        ("Tối 2/9, Tỉnh ủy, HĐND và UBND tỉnh long trọng tổ chức lễ kỷ niệm.", ("Tỉnh ủy", "HĐND", "UBND tỉnh")),
        ("HĐND huyện khóa XX, nhiệm kỳ 2021-2026 tổ chức kỳ họp thứ 7.", ("HĐND huyện",)),
        ("Ngày 14/6 Ban Tổ chức Trung ương tổ chức hội nghị.", ("Ban Tổ chức Trung ương",)),
        ("Ban Thường trực Uỷ ban MTTQ (thị xã) tổ chức lớp học.", ("Ban Thường trực Uỷ ban MTTQ",)),
        ("Đồng chí Lý Văn Mạ chủ trì cuộc họp.", ()),
        ("Hội nghị diễn ra trong một ngày.", ()),
    ],
)
def test_organisers_are_read_backwards_from_the_verb(sentence: str, bodies: tuple[str, ...]) -> None:
    document = read_document(article(sentence))
    assert find_organizers(document, document.sentences[0]) == bodies
