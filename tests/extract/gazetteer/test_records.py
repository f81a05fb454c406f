"""The committed tables of units as they are read: records by code and by name."""

from __future__ import annotations

from extract.gazetteer.records import UnitRecord, records, records_by_name


def record(valid_from: str, valid_to: str, code: str = "11") -> UnitRecord:
    return UnitRecord(code, "tỉnh", "Mẫu", "", valid_from, valid_to, "", "", "", "", "", "mẫu")


def test_a_record_is_valid_on_its_first_and_its_last_day() -> None:
    found = record("2004-01-01", "2025-06-30")
    assert [found.stands(day) for day in ("2003-12-31", "2004-01-01", "2025-06-30", "2025-07-01")] == [
        False,
        True,
        True,
        False,
    ]
    assert record("2025-07-01", "").stands("2100-01-01")


def test_the_length_of_the_code_is_the_level() -> None:
    assert [record("", "", code).level for code in ("11", "095", "06433")] == ["province", "district", "commune"]


def test_the_records_of_a_unit_are_in_chronological_order() -> None:
    several = [own for own in records().values() if len(own) > 1]
    assert several
    assert all([one.valid_from for one in own] == sorted(one.valid_from for one in own) for own in several)


def test_a_unit_is_found_by_each_of_its_names() -> None:
    named = records_by_name()
    for own in list(records().values())[::50]:
        assert all(one in named[one.level, one.key] for one in own)
    assert ("province", "mường không có") not in named
