"""What a sentence has for and against its reporting an event."""

from __future__ import annotations

import pytest

from extract.events.sentence_features import features_of_sentence
from extract.text.document import read_document
from tests.extract.articles import article


@pytest.mark.parametrize(
    ("sentence", "feature"),
    [
        ("Trước đó, Sở Y tế đã họp với các huyện.", "told_as_another"),
        ("Chiều cùng ngày, Công đoàn huyện tổ chức gặp mặt.", "told_as_another"),
        ("Nhân dịp Tết, huyện gặp mặt đồng bào.", "motive"),
        ("UBND tỉnh ban hành quy định mới.", "act_on_paper"),
        ("Khảo sát là việc thu thập thông tin.", "definition"),
    ],
)
def test_a_sentence_has_a_feature_by_its_words(sentence: str, feature: str) -> None:
    document = read_document(article(sentence))
    assert features_of_sentence(document, document.sentences[-1], None, None)[feature]


def test_a_plain_sentence_has_none() -> None:
    document = read_document(article("Sáng nay, xã họp. Trong ngày, trời mưa."))
    assert not any(features_of_sentence(document, document.sentences[-1], None, None).values())
