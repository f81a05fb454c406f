"""Verbs of roles, and which of them have one subject."""

from __future__ import annotations

import pytest

from extract.mentions.officials.verbs import group, introduces_speech, joined, verbs
from extract.text.document import read_document
from extract.text.tokens import Tokens, read_tokens
from tests.extract.articles import article


def tokens(text: str) -> Tokens:
    return read_tokens(read_document(article(text)))


@pytest.mark.parametrize(
    ("text", "nominal", "found"),
    [
        ("Toàn chủ trì và phát biểu.", False, ["chair", "speak"]),
        ("Toàn nêu lễ trao quà.", False, ["speak"]),  # the name of a ceremony
        ("Toàn nêu lễ trao quà.", True, ["speak", "award"]),
        ("Toàn nghe 35/35 đại biểu phát biểu.", False, []),  # of people counted
        ("Toàn có vườn chè.", False, []),
    ],
)
def test_the_verbs_of_a_sentence(text: str, nominal: bool, found: list[str]) -> None:
    read = tokens(text)
    assert [verb.role for verb in verbs(read, 1, len(read), nominal=nominal)] == found


@pytest.mark.parametrize(
    ("text", "one_subject"),
    [
        ("Toàn chủ trì và phát biểu.", True),
        ("Toàn chủ trì, đồng thời phát biểu.", True),
        ("Toàn chủ trì cuộc họp nhấn mạnh.", True),
        ("Toàn chủ trì hội nghị mà bà Nga phát biểu.", False),
        ("Toàn chủ trì hội nghị của các xã vùng cao trong cả huyện và phát biểu.", False),  # too far away
    ],
)
def test_a_second_verb_of_one_subject(text: str, one_subject: bool) -> None:
    read = tokens(text)
    first, second = verbs(read, 1, len(read), nominal=False)
    assert joined(read, first, second) is one_subject


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Dự và chỉ đạo hội nghị có", ["attend", "speak"]),
        ("Dự lễ khai mạc có", ["attend"]),
        ("Lễ khai mạc có", ["speak"]),  # no other verb
        ("Lễ có", []),
    ],
)
def test_the_verbs_that_introduce_persons(text: str, roles: list[str]) -> None:
    read = tokens(text)
    assert [verb.role for verb in group(read, list(verbs(read, 0, len(read), nominal=True)))] == roles


@pytest.mark.parametrize(("verb", "only_carries"), [("cho biết", True), ("chia sẻ", True), ("đề nghị", False)])
def test_verbs_that_only_introduce_speech(verb: str, only_carries: bool) -> None:
    read = tokens(f"Toàn {verb} xã làm đường.")
    found = next(verbs(read, 1, len(read), nominal=False))
    assert introduces_speech(read, found) is only_carries
