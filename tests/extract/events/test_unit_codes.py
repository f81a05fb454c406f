"""The codes of a place's units on a day."""

from __future__ import annotations

import pytest

from extract.events.unit_codes import with_codes
from scraper.article import Place

BA_BE = Place(province="Bắc Kạn", district="Ba Bể")


@pytest.mark.parametrize(
    ("place", "day", "codes"),
    [
        (BA_BE, "2020-05-01", ("06", "061", None)),
        (Place(province="Bắc Kạn"), "2020-05-01", ("06", None, None)),
        (Place(province="Không Tên"), "2020-05-01", (None, None, None)),
        (Place(), None, (None, None, None)),
    ],
)
def test_names_that_are_of_one_unit_get_its_code(
    place: Place, day: str | None, codes: tuple[str | None, ...]
) -> None:
    coded = with_codes(place, day, Place(), ())
    assert (coded.province_code, coded.district_code, coded.commune_code) == codes


def test_there_are_no_districts_since_the_reform() -> None:
    coded = with_codes(BA_BE, "2025-08-01", Place(), ())
    assert (coded.district, coded.district_code) == (None, None)


def test_the_level_is_that_of_the_site() -> None:
    assert with_codes(BA_BE, "2020-05-01", Place(level="district"), ()).level == "district"
