"""Places before the reform by the units since."""

from __future__ import annotations

import pytest

from extract import extract
from extract.gazetteer.since_reform import PresentPlace, present_place
from extract.tables.rows import rows_of
from scraper.article import Article, Place


@pytest.mark.parametrize(
    ("place", "day", "present"),
    [
        (Place(), "2020-01-01", PresentPlace()),
        (Place(province="Hà Giang", province_code="02"), "2020-01-01", PresentPlace(province="08")),
        (Place(province="Hà Tây", province_code="28"), "2007-01-01", PresentPlace(province="01")),
        (
            Place(province_code="49", district_code="502", commune="An Sơn", commune_code="20350"),
            "2020-01-01",
            PresentPlace("Thành phố", "Phường", "48", "20350", ("20350",)),
        ),
        (
            Place(province_code="08", commune_code="00922"),
            "2026-01-01",
            PresentPlace(None, "Xã", "08", "00922", ("00922",)),
        ),
    ],
)
def test_the_codes_of_today(place: Place, day: str, present: PresentPlace) -> None:
    assert present_place(place, day) == present


def test_of_a_district_all_its_communes_are_told() -> None:
    present = present_place(Place(province_code="84", district_code="851"), "2017-05-01")
    assert (present.district_tier, present.province, present.commune) == ("Thị xã", "86", None)
    assert len(present.communes) > 1


def test_a_commune_without_a_code_does_not_stand_for_its_district() -> None:
    assert present_place(Place(district_code="851", commune="Không Có"), "2017-05-01").communes == ()


def event_row(text: str, published: str) -> dict[str, object]:
    article = Article(id="a1", title="", paragraphs=(text,), published_at=published)
    (row,) = [row for row in rows_of(extract(article))["events"] if row["is_main"]]
    return dict(row)


def test_events_say_the_tier_and_the_codes_of_today() -> None:
    row = event_row("Sáng ngày 12/5/2017, UBND thị xã Duyên Hải, tỉnh Trà Vinh tổ chức hội nghị.", "2017-05-13")
    assert (row["district_code"], row["district_tier"], row["province_code_2025"]) == ("851", "Thị xã", "86")
    row = event_row("Sáng ngày 12/5/2017, UBND huyện Duyên Hải, tỉnh Trà Vinh tổ chức hội nghị.", "2017-05-13")
    assert (row["district_code"], row["district_tier"], row["province_code_2025"]) == ("850", "Huyện", "86")


def test_the_unit_is_that_of_the_events_day() -> None:
    text = "Sáng ngày 27/6/2025, UBND huyện Na Hang, tỉnh Tuyên Quang tổ chức hội nghị tổng kết."
    row = event_row(text, "2025-07-02")
    assert (row["district"], row["district_code"], row["district_tier"]) == ("Na Hang", "072", "Huyện")
