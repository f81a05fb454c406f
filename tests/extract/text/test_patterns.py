"""Patterns over the words of the lexicons: the expansion of placeholders, and significant blanks."""

from __future__ import annotations

import pytest

from extract.text.patterns import WordPattern, ends_with, starts_with, whole_words, words_of


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (r"{day.lead}\s+\d+", "sáng ngày 12 tháng 3", "ngày 12"),
        (r"{day.lead+month.lead}\s+\d+$", "sáng ngày 12 tháng 3", "tháng 3"),
        (r"{parts} \d+", "đầu giờ chiều 14/5", "đầu giờ chiều 14"),  # of two words the longer one; keys of a table
        (r"{dates/parts} \d+", "rạng  sáng 14/5", "rạng  sáng 14"),  # blanks of a phrase stretch
        (r"{cues.always}", "trực 24/7", "24/7"),  # a single word
        (r"{vague.stretch:unless_apart}{vague.words}", "thời gian vừa qua", None),
        (r"{vague.stretch:unless_apart}{vague.words}", "hội nghị vừa qua", "vừa qua"),
        (r"{places/bodies.district:printed}", "UBND huyện, huyện ủy, Huyện ủy", "Huyện ủy"),
        (r"[{cues.always:letters}]+", "từ 42/7", "42/7"),
        (r"\d{2,3}", "1 12345", "123"),  # a repetition count of the regular expression is not a placeholder
    ],
)
def test_words_stand_for_their_placeholders(source: str, text: str, found: str | None) -> None:
    match = WordPattern("dates", source).search(text)
    assert (match and match.group()) == found


def test_a_source_of_several_lines_is_verbose_and_one_of_a_line_is_not() -> None:
    verbose = WordPattern(
        "dates",
        r"""
        {day.lead}  # the word
        [ ] \d+     # and its number
        """,
    )
    assert verbose.fullmatch("ngày 12")
    assert not verbose.fullmatch("ngày12")
    within = WordPattern("dates", r"vào {day}", day=verbose)
    assert within.fullmatch("vào ngày 12")
    assert not within.fullmatch("vàongày 12")
    assert WordPattern("dates", r"{day}|{bare}", day=verbose, bare=r"{day.lead} \d+").fullmatch("ngày 7")


def test_a_part_may_be_words_that_no_one_list_holds() -> None:
    pattern = WordPattern("dates", r"{units}+", units=lambda: ["thôn ", "bản"])
    assert pattern.fullmatch("bảnthôn bản")


def test_pieces_between_matches_leave_the_groups_out() -> None:
    assert WordPattern("dates", r"\s*(,|{joints.list})\s*").split("a, b và c") == ["a", "b", "c"]
    assert WordPattern("dates", r",").split("") == [""]


@pytest.mark.parametrize(
    ("text", "whole", "first", "last"),
    [
        (" các xã", True, True, False),
        ("xã, các ", True, False, True),
        ("cácx", False, False, False),
        ("xcác", False, False, False),
    ],
)
def test_boundaries_of_a_list(text: str, whole: bool, first: bool, last: bool) -> None:
    path = ("places", "tiers", "plural")
    assert bool(whole_words(*path).search(text)) == whole
    assert bool(starts_with(*path).match(text)) == first
    assert bool(ends_with(*path).search(text)) == last
    assert [match.group().strip() for match in whole_words(*path).finditer(text)] == (["các"] if whole else [])


def test_a_list_that_is_not_there_is_told() -> None:
    with pytest.raises(KeyError):
        words_of("dates", "frames.unheard_of")
    with pytest.raises(KeyError):
        WordPattern("dates", r"{unheard_of}").search("x")
