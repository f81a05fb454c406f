"""The versions of units from lists of several days."""

from __future__ import annotations

from extract.gazetteer.compilation.kept import Earlier
from extract.gazetteer.compilation.sources import Listed
from tests.extract.gazetteer.compilation.invented import calendar, told, versions


def test_a_change_is_dated_by_the_resolution_that_speaks_of_it_most_closely() -> None:
    assert told(versions(calendar())["00001"]) == [
        ("", "2020-03-01", "Xã", "001", ""),
        ("2020-03-01", "", "Thị trấn", "001", "802/NQ"),
    ]


def test_a_commune_that_is_gone_ends_with_the_resolution_of_its_province() -> None:
    assert told(versions(calendar())["00004"]) == [("", "2020-02-01", "Xã", "001", "")]


def test_a_commune_moves_when_its_district_ends() -> None:
    assert told(versions(calendar())["00010"]) == [
        ("", "2020-01-01", "Xã", "003", ""),
        ("2020-01-01", "", "Xã", "001", "800/NQ"),
    ]


def test_before_a_town_was_founded_its_wards_were_of_an_unknown_kind_in_the_district_that_it_was_taken_from() -> None:
    assert told(versions(calendar())["00007"]) == [
        ("", "2010-05-01", "", "001", ""),
        ("2010-05-01", "", "Phường", "002", "11/NQ-CP"),
    ]


def test_what_a_commune_was_earlier_is_taken_from_the_history() -> None:
    was = Earlier("00007", "2010-05-01", "Thị trấn", "Bến Cũ", "001", "11/NQ-CP", True)
    (first, second) = versions(calendar(was))["00007"]
    assert (first.unit, first.end) == (Listed("Thị trấn", "Bến Cũ", "001"), "2010-05-01")
    founded = Earlier("00007", "2012-01-01", "-", "", "", "12/NQ-CP", False)
    assert told(versions(calendar(founded))["00007"]) == [("2012-01-01", "", "Phường", "002", "12/NQ-CP")]


def test_a_name_spelled_otherwise_without_any_resolution_is_no_change() -> None:
    undated = calendar(resolutions=[])
    assert [one.unit.name for one in versions(undated)["00013"]] == ["Phó Bảng"]
