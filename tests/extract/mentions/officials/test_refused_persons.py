"""Every rejected person has a reason."""

from __future__ import annotations

import pytest

from extract.mentions.officials.find import find_officials
from extract.text.document import read_document
from scraper.article import Article

REFUSED = [
    (("Lễ kỷ niệm ngày sinh đồng chí Lò Văn Khiên, Bí thư Huyện ủy đầu tiên.",), ("Lò Văn Khiên", "remembered")),
    (("Ông Lò Văn Khiên trồng hai sào chè.",), ("Lò Văn Khiên", "no_post")),
    (
        ("Xã Nà Mẫu sửa đường.", "Ma Thị Hậu, Chủ tịch UBND huyện dự.", "Lò Văn Khiên, Chánh Văn phòng UBND huyện"),
        ("Lò Văn Khiên", "signature"),
    ),
]


@pytest.mark.parametrize("paragraphs, refused", REFUSED, ids=[reason for _, (_, reason) in REFUSED])
def test_a_person_not_kept_has_a_reason(paragraphs: tuple[str, ...], refused: tuple[str, str]) -> None:
    document = read_document(Article(id="a", paragraphs=paragraphs))
    found = find_officials(document)
    assert refused in [(one.text, one.reason) for one in found.rejections]
    assert refused[0] not in [mention.value.name for mention in found.mentions]  # type: ignore[attr-defined]
