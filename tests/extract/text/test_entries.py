"""Entries of the lexicons that occur in a text."""

from __future__ import annotations

import pytest

from extract.text.entries import entries_in


@pytest.mark.parametrize(
    ("text", "section", "words", "inside"),
    [
        ("UBND huyện tổ chức hội nghị tổng kết.", "events/head", "hội nghị", "events/head.conference.words"),
        ("Lớp tập huấn khai mạc.", "events/head", "lớp tập huấn", "events/head.training.words"),  # the longest
        ("Lễ khai giảng đón hơn 40 đại biểu.", "attendance/hedges", "hơn", "attendance/hedges.gt"),
        ("Tham dự có hơn 40 đại biểu.", "attendance/nouns", "đại biểu", "attendance/nouns.guests"),
    ],
)
def test_an_entry_is_told_with_its_lists(text: str, section: str, words: str, inside: str) -> None:
    found = {entry.words: entry.lists for entry in entries_in(text, (section,))}
    assert inside in found[words]


@pytest.mark.parametrize("text", ["Trời mưa to.", "", "Hộinghị"])
def test_a_text_without_entries_gives_none(text: str) -> None:
    assert not list(entries_in(text, ("events/head",)))


def test_an_entry_that_stands_twice_is_told_once() -> None:
    found = [entry.words for entry in entries_in("Hội nghị, rồi hội nghị.", ("events/head",))]
    assert found.count("hội nghị") == 1


def test_a_section_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        list(entries_in("Hội nghị", ("events/no_such_section",)))
