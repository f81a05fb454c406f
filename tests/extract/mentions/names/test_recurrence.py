"""What the rest of a text says of a name: persons in office with the name of one of history, misprints, headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pytest

from extract.mentions.names.context import syllables
from extract.mentions.names.recognition import read_run
from extract.mentions.names.recurrence import (
    in_capitals,
    in_office,
    in_small_letters,
    named_again,
    namesakes,
    only_addressed,
    with_small_syllables,
    without_joined_words,
)
from extract.mentions.names.runs import CapitalRun, read_capital_runs
from extract.mentions.names.values import NameMention, RefusedName
from extract.mentions.posts.find import find_bodies, find_heads
from extract.text.tokens import Tokens
from tests.extract.texts import tokens_of


@dataclass(frozen=True)
class Read:
    """A text with the names and refused names of its runs."""

    tokens: Tokens
    heads: Mapping[int, tuple[int, str]]
    runs: list[CapitalRun]
    names: list[NameMention]
    refused: list[RefusedName]

    @property
    def known(self) -> set[tuple[str, ...]]:
        """The syllables of its names."""
        return {syllables(self.tokens, name.start, name.end) for name in self.names}

    def words(self, found: Iterable[NameMention | RefusedName]) -> list[str]:
        """The words of names."""
        return [" ".join(self.tokens.folded[one.start : one.end]) for one in found]


def read(text: str) -> Read:
    tokens = tokens_of(text)
    heads = find_heads(tokens, find_bodies(tokens))
    runs = list(read_capital_runs(tokens, heads))
    found = [one for run in runs for one in read_run(tokens, run)]
    names = [one for one in found if isinstance(one, NameMention)]
    return Read(tokens, heads, runs, names, [one for one in found if isinstance(one, RefusedName)])


@pytest.mark.parametrize(
    ("text", "living"),
    [
        ("Dự có ông Lê Hồng Phong, Chủ tịch UBND xã.", 1),
        ("Dự có: Lê Hồng Phong, Chủ tịch UBND xã. Xe đi trên đường Lê Hồng Phong.", 1),
        ("Phó Chủ tịch UBND xã Lê Hồng Phong phát biểu.", 1),
        ("Dự có ông Lê Hồng Phong, Chủ tịch UBND xã. Ông Lê Hồng Phong nói.", 2),
        ("Ông Lê Hồng Phong dự.", 0),  # without a post
        ("UBND phường Lê Hồng Phong phát biểu.", 0),  # no post before it
        ("Phó Chủ tịch UBND phường Lê Hồng Phong phát biểu. UBND phường Lê Hồng Phong họp.", 0),  # the ward's name
        ("Phó Chủ tịch UBND xã Lê Hồng Phong.", 0),  # no verb follows
    ],
)
def test_a_person_named_like_one_of_history(text: str, living: int) -> None:
    found = read(text)
    assert found.words(namesakes(found.tokens, found.refused, found.heads)) == ["lê hồng phong"] * living


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Thí sinh Lò Thị Sen, Chủ tịch Hội Phụ nữ xã đạt giải.", True),
        ("Cử tri Lò Thị Sen (Trưởng thôn Nà Mẫu) hỏi.", True),
        ("Thí sinh Lò Thị Sen đạt giải.", False),
        ("Thí sinh Lò Thị Sen - giáo viên Trường Tiểu học đạt giải.", False),
        ("Cử tri Lò Thị Sen; Chủ tịch Hội Phụ nữ xã trả lời.", False),  # somebody else
        ("Nạn nhân Lò Thị Sen, Chủ tịch Hội Phụ nữ xã.", False),
    ],
)
def test_a_contestant_or_voter_in_office(text: str, held: bool) -> None:
    found = read(text)
    assert found.words(in_office(found.tokens, found.refused, found.heads)) == ["lò thị sen"] * held


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Ông Chu Văn Đông dự. Ông Chu Văn Đông nói. Bà tiếp ông Chu Văn Đông Không để dân thiếu.", "chu văn đông"),
        ("Ông Chu Văn Đông dự. Bà tiếp ông Chu Văn Đông Không để dân thiếu.", "chu văn đông không"),  # once only
        ("Ông Chu Văn dự. Ông Chu Văn nói. Bà tiếp ông Chu Văn Đông.", "chu văn đông"),  # too short to be sure
    ],
)
def test_a_word_that_is_joined_to_a_name(text: str, last: str) -> None:
    found = read(text)
    assert found.words(without_joined_words(found.tokens, found.names))[-1] == last


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Ông Tạ Quang đức dự. Ông Tạ Quang Đức nói.", "tạ quang đức"),
        ("Ông Tạ Quang đức dự.", "tạ quang"),
        ("Bí thư Tạ Đình khuê trao quà.", "tạ đình khuê"),  # "Đình" ends no name
        ("Ông Lò Văn khiên, Chủ tịch UBND xã.", "lò văn khiên"),
        ("Ông Lò Văn phát biểu.", "lò văn"),
        ("Ông Lò Văn khiên của xã.", "lò văn"),
    ],
)
def test_a_last_syllable_in_lower_case(text: str, first: str) -> None:
    found = read(text)
    assert found.words(with_small_syllables(found.tokens, found.names, found.heads))[0] == first


def test_who_is_a_person_by_an_honorific_is_one_without_it() -> None:
    found = read("Đồng chí Nhã Khanh dự. Nhã Khanh nói. Nhã Khanh Hoa nói. Ông Lò Văn Khiên nói.")
    known = only_addressed(found.tokens, found.names)
    assert known == {("nhã", "khanh")}
    taken = {at for name in found.names for at in range(name.start, name.end)}
    again = [name for run in found.runs for name in named_again(found.tokens, run, known, taken)]
    assert [(name.start, name.end, name.evidence) for name in again] == [(6, 8, "known")]


def test_names_in_small_letters_after_an_honorific() -> None:
    found = read("Ông Lò Văn Khiên dự. Đồng chí lò văn khiên nói. Nhân dân lò văn khiên. Bà lò khiên.")
    small = list(in_small_letters(found.tokens, found.known))
    assert [(name.lead, name.start, name.end, name.official) for name in small] == [(6, 8, 11, True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("CHỦ TỊCH TRẦN HIẾU NGHĨA THĂM LÀNG\nÔng Trần Hiếu Nghĩa dự.", ["trần hiếu nghĩa"]),
        ("CHỦ TỊCH TRẦN HIẾU NGHĨA THĂM LÀNG\nÔng Trần Hiếu Nghi dự.", []),
        ("Chủ tịch Trần Hiếu Nghĩa thăm làng\nÔng Trần Hiếu Nghĩa dự.", []),  # not in capitals: a name by itself
    ],
)
def test_names_in_a_heading_in_capitals(text: str, words: list[str]) -> None:
    found = read(text)
    assert found.words(name for run in found.runs for name in in_capitals(found.tokens, run, found.known)) == words
