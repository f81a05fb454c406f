"""The vocabulary of posts: its phrases with their labels, and posts that end between its words, never within one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

import pytest

from extract.mentions.posts import vocabulary
from extract.text.phrases import PhraseMatcher
from tests.extract.mentions.people import posts
from tests.extract.texts import tokens_of


WHOLE = [
    "Trưởng khoa Thận nhân tạo",
    "Cục trưởng Cục Bản quyền tác giả",
    "Giám đốc Cảng vụ hàng không miền Bắc",
    "Phó Trưởng phòng Khám bệnh ngoại trú",
    "Viện trưởng Viện Năng lượng hạt nhân",
    "Giám đốc Công ty CP phân bón Mây Xanh",
    "PGĐ Bưu điện tỉnh",
    "Đại sứ Việt Nam tại Thái Lan",
]


@pytest.mark.parametrize("post", WHOLE)
def test_a_post_is_whole(post: str) -> None:
    assert posts(f"Ông Lò Văn Khiên, {post} phát biểu.") == {"Lò Văn Khiên": [post]}


BEFORE_A_NAME = ["Phó Trưởng phòng Quản lý phương tiện người lái", "Phó Trưởng phòng Khám bệnh ngoại trú"]


@pytest.mark.parametrize("post", BEFORE_A_NAME)
def test_a_post_before_a_bare_name_is_whole(post: str) -> None:
    assert posts(f"{post} Lò Văn Khiên phát biểu.") == {"Lò Văn Khiên": [post]}


ENDED = [
    ("Chủ tịch UBND xã nhân dịp này tặng quà.", "Chủ tịch UBND xã"),
    ("Giám đốc Sở Y tế điện cho các huyện.", "Giám đốc Sở Y tế"),
    ("Trưởng thôn Nà Mẫu thông tin thêm.", "Trưởng thôn Nà Mẫu"),
]


@pytest.mark.parametrize("rest, post", ENDED, ids=[post for _, post in ENDED])
def test_a_post_still_ends_before_a_verb(rest: str, post: str) -> None:
    assert posts(f"Ông Lò Văn Khiên, {rest}") == {"Lò Văn Khiên": [post]}


def test_a_second_post_behind_a_semicolon_where_a_verb_follows() -> None:
    text = "Đ/c Lò Văn Khiên - Giám đốc Sở Y tế; Trưởng Ban Tổ chức Hội thi trao giải."
    assert posts(text) == {"Lò Văn Khiên": ["Giám đốc Sở Y tế", "Trưởng Ban Tổ chức Hội thi"]}
    text = "Dự có ông Lò Văn Khiên, Giám đốc Sở Y tế; Chủ tịch UBND huyện Ma Thị Hậu."
    assert posts(text) == {"Lò Văn Khiên": ["Giám đốc Sở Y tế"], "Ma Thị Hậu": ["Chủ tịch UBND huyện"]}


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (vocabulary.heads, "Chủ tịch UBND xã", (2, "usual")),
        (vocabulary.heads, "Phó Chủ tịch UBND xã", (3, "usual")),
        (vocabulary.heads, "Tỉnh ủy viên", (3, "complete")),
        (vocabulary.heads, "giáo viên Trường Tiểu học", (2, "needs_body")),
        (vocabulary.heads, "Thượng tá Lò Văn Khiên", (2, "rank")),
        (vocabulary.heads, "nhân dân", None),
        (vocabulary.bodies, "UBND xã", (1, "closed")),
        (vocabulary.bodies, "Hội Truyền thống Trường Sơn xã", (5, "open")),
        (vocabulary.bodies, "Thường trực HĐND", (2, "modifier")),
        (partial(vocabulary.tail, "units"), "huyện Mường Chà", (1, "units")),
        (partial(vocabulary.tail, "institutions"), "Công ty Mây Xanh", (2, "institutions")),
        (partial(vocabulary.modifiers, "before"), "nguyên Chủ tịch", (1, "before")),
        (vocabulary.compounds, "an sinh xã hội", (2, "word")),
    ],
)
def test_phrases_have_labels(phrases: Callable[[], PhraseMatcher], text: str, found: tuple[int, str] | None) -> None:
    assert phrases().match_at(tokens_of(text), 0) == found


def test_heads_as_words() -> None:
    assert ("phó", "giám", "đốc") in vocabulary.head_phrases() and ("chủ", "tịch") in vocabulary.head_phrases()
    assert ("sở", "y", "tế") not in vocabulary.head_phrases()


@pytest.mark.parametrize(
    ("words", "member", "other"),
    [
        (partial(vocabulary.tail_words, "surnames"), "đoàn", "huyện"),
        (vocabulary.introducing, "là", "huyện"),
        (vocabulary.opens_list, "gồm", "huyện"),
        (partial(vocabulary.gaps, "follows"), (",",), ("huyện",)),
        (partial(vocabulary.gaps, "touches"), (), ("huyện",)),
    ],
)
def test_a_list_of_words(words: Callable[[], Collection[object]], member: object, other: object) -> None:
    assert member in words() and other not in words()
