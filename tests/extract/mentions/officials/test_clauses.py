"""What the words after a person say of it."""

from __future__ import annotations

import pytest

from extract.mentions.officials.clauses import predicate, presented, speaks_line
from tests.extract.mentions.people import roles
from tests.extract.texts import tokens_of


@pytest.mark.parametrize(
    ("after", "done"),
    [
        (" chủ trì và phát biểu kết luận", {"chair", "speak"}),
        (" chủ trì; đại biểu phát biểu", {"chair"}),  # another clause
        (" chủ trì, cuộc họp đã nghe báo cáo", {"chair"}),  # another subject
        (" cho biết xã đã tặng quà", {"carrier"}),  # what is said
        (" được bầu làm Chủ tịch", {"other"}),
        (" và bà con", set()),
    ],
)
def test_what_the_words_after_a_person_say(after: str, done: set[str]) -> None:
    read = tokens_of(f"Toàn{after}.")
    assert predicate(read, 1, len(read)) == done


def test_only_a_word_of_having_presents_the_next_person() -> None:
    assert presented(tokens_of("có"), 0, 1) and presented(tokens_of("có: ông"), 0, 2)
    assert not presented(tokens_of("và"), 0, 1) and not presented(tokens_of("có các"), 0, 2)


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        (": Bà con rất phấn khởi với con đường.", True),
        (": “mưa xuống là đường lầy lội lắm”.", True),
        (": phụ trách các bản vùng cao của xã.", False),
        (": Bà con vui.", False),  # too short
        (" Bà con rất phấn khởi với con đường.", False),
    ],
)
def test_a_line_of_speech_begins_behind_a_colon(line: str, speaks: bool) -> None:
    read = tokens_of(f"Toàn{line}")
    assert speaks_line(read, 1, len(read)) is speaks


BOTH = "đồng chí Chu Văn Đông - Bí thư Đảng ủy xã{} đồng chí Vi Thị Tây - Chủ tịch UBND xã"


OF_BOTH = [
    (f"Chủ trì hội nghị {BOTH.format(',')}.", ["chair"]),
    (f"Sáng 3/4, {BOTH.format(';')}; lãnh đạo các bản cùng đông đảo nhân dân đã tới dự.", ["attend"]),
    (f"Sáng 3/4, {BOTH.format(';')}; đại diện các đoàn thể cùng dự và trao 20 suất quà.", ["attend", "award"]),
    (f"Hội nghị biểu dương {BOTH.format(' và')}.", ["other"]),
    ("Ông Chu Văn Đông (Bí thư Đảng ủy) và bà Vi Thị Tây (Chủ tịch UBND xã) đồng chủ trì.", ["chair"]),
    ("Bí thư Huyện ủy Chu Văn Đông và Chủ tịch UBND huyện Vi Thị Tây có buổi đối thoại với bà con.", ["attend"]),
    ("Lãnh đạo huyện có các đồng chí: Chu Văn Đông, Bí thư; Vi Thị Tây, Phó Bí thư.", ["attend"]),
]


@pytest.mark.parametrize("sentence, expected", OF_BOTH)
def test_what_opens_or_closes_a_list_of_persons_is_said_of_all(sentence: str, expected: list[str]) -> None:
    assert roles(sentence) == {"Chu Văn Đông": expected, "Vi Thị Tây": expected}


def test_a_verb_between_two_persons_is_of_the_first() -> None:
    sentence = "Bí thư Huyện ủy Chu Văn Đông chủ trì, ông Vi Bá Tây, Trưởng phòng Nội vụ có mặt."
    assert roles(sentence) == {"Chu Văn Đông": ["chair"], "Vi Bá Tây": ["attend"]}


def test_who_goes_with_an_official_named_by_the_post_is_introduced() -> None:
    text = "Thủ tướng Lò Văn Khiên đến Sơn La. Tháp tùng Thủ tướng có: Bộ trưởng Hà Thị Xoan; ông Mè Văn Toàn, Bí thư."
    done = roles(text)
    assert (done["Hà Thị Xoan"], done["Mè Văn Toàn"]) == (["attend"], ["attend"])
