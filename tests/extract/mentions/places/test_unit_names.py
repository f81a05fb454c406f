"""The bare name of a unit at a place of the text, and where its syllables end."""

from __future__ import annotations

import pytest

from extract.gazetteer.records import Level
from extract.mentions.places.unit_names import read_name, syllable_ends
from tests.extract.texts import document_of


@pytest.mark.parametrize(
    ("text", "levels", "name", "level"),
    [
        ("Mường Chà họp", ("district",), "Mường Chà", "district"),
        ("Mường Chà Lò Văn Khiên", ("district",), "Mường Chà", "district"),  # the longest that is known
        ("Phan Rang - Tháp Chàm họp", ("district",), "Phan Rang - Tháp Chàm", "district"),
        ("Bà Rịa – Vũng Tàu họp", ("province",), "Bà Rịa – Vũng Tàu", "province"),
        ("K'Bang họp", ("district",), "K'Bang", "district"),
        ("Cư M ' gar họp", ("district",), "Cư M ' gar", "district"),
        ("5 họp", ("district",), "5", "district"),
        ("Hà Giang 1 họp", ("commune",), "Hà Giang 1", "commune"),
        ("Lai Châu họp", ("district", "province"), "Lai Châu", "district"),  # the first level of those asked for
        ("Lai Châu họp", ("province", "district"), "Lai Châu", "province"),
    ],
)
def test_a_name(text: str, levels: tuple[Level, ...], name: str, level: str) -> None:
    assert read_name(document_of(text), 0, levels) == (len(name), name, level)


@pytest.mark.parametrize(
    ("text", "level"),
    [("Mường Chà họp", "province"), ("mường chà họp", "district"), ("Lò Văn Khiên", "district"), ("12/3", "district")],
)
def test_no_name(text: str, level: Level) -> None:
    assert read_name(document_of(text), 0, (level,)) is None


def test_a_later_syllable_in_lower_case_is_read_as_a_misprint_only() -> None:
    document = document_of("Cái nước họp")
    assert read_name(document, 0, ("district",)) is None
    assert read_name(document, 0, ("district",), misprinted=True) == (8, "Cái nước", "district")


@pytest.mark.parametrize(
    ("text", "misprinted", "syllables"),
    [
        ("Mường Chà họp", False, ["Mường", "Mường Chà"]),
        ("Mường Chà họp", True, ["Mường", "Mường Chà", "Mường Chà họp"]),
        ("Hà Giang 1 họp", False, ["Hà", "Hà Giang", "Hà Giang 1"]),
        ("Bà Rịa-Vũng Tàu", False, ["Bà", "Bà Rịa", "Bà Rịa-Vũng", "Bà Rịa-Vũng Tàu"]),
        ("Một Hai Ba Bốn Năm Sáu", False, ["Một", "Một Hai", "Một Hai Ba", "Một Hai Ba Bốn", "Một Hai Ba Bốn Năm"]),
        ("12 họp", False, ["12"]),
        ("125 họp", False, []),
        ("12/3 họp", False, []),
        ("họp", True, []),  # the first syllable is always capitalised
        ("", False, []),
    ],
)
def test_the_ends_of_syllables(text: str, misprinted: bool, syllables: list[str]) -> None:
    assert [text[:end] for end in syllable_ends(text, 0, misprinted)] == syllables
