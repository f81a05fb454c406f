"""The changes between versions of units."""

from __future__ import annotations

from extract.gazetteer.compilation import changes, timeline
from tests.extract.gazetteer.compilation.invented import FIRST, HISTORY, REFORM, SECOND, calendar, versions


def test_changes_of_units_that_keep_their_codes_have_kinds() -> None:
    found = versions(calendar())
    assert [(change.kind, change.day) for change in changes.within({"00001": found["00001"]})] == [
        ("retyped", "2020-03-01")
    ]
    assert [change.kind for change in changes.within({"00010": found["00010"]})] == ["moved"]


def test_what_a_history_tells_of_two_units() -> None:
    higher = timeline.higher_versions([FIRST, SECOND], HISTORY, REFORM)
    assert {(change.kind, change.before, change.after) for change in changes.between(HISTORY, higher)} == {
        ("divided", "001", "002"),
        ("merged", "003", "001"),
    }


def test_a_commune_without_a_known_end_is_abolished_into_nothing() -> None:
    ended = list(changes.open_ends(versions(calendar()), set(), REFORM))
    assert [(change.kind, change.before, change.after) for change in ended] == [("abolished", "00004", "")]


def test_the_reform_divides_and_merges() -> None:
    pairs = [("00001", "00001"), ("00004", "00001"), ("00010", "00001"), ("00010", "00002")]
    new = {"00001": "1600/NQ", "00002": "1600/NQ", "00003": "1600/NQ"}
    found = list(changes.reform(pairs, ["00001", "00004", "00010", "00007"], new, REFORM))
    assert {(change.kind, change.before, change.after) for change in found} == {
        ("merged", "00001", "00001"),
        ("merged", "00004", "00001"),
        ("divided", "00010", "00001"),
        ("divided", "00010", "00002"),
        ("abolished", "00007", ""),
        ("established", "", "00003"),
    }
