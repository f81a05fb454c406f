"""Runs of capitalised words."""

from __future__ import annotations

import pytest

from extract.mentions.names.runs import in_hyphens, read_capital_runs
from tests.extract.texts import tokens_of


def runs(text: str, *cuts: int) -> list[str]:
    read = tokens_of(text)
    return [" ".join(read.folded[run.start : run.end]) for run in read_capital_runs(read, cuts)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dự có ông Vừ A Tủa và bà Lò Thị Mẫu", ["vừ a tủa", "lò thị mẫu"]),
        ("bà Lò thị Mẫu", ["lò thị mẫu"]),  # misprint of "thị" in lower case
        ("ông Y - Vinh Niê", ["y - vinh niê"]),
        ("già làng Rơ-Châm Ngọc", ["rơ - châm ngọc"]),
        ("Vừ A Tủa, Lò Văn Páo", ["vừ a tủa", "lò văn páo"]),
        ("Chủ tịch Vừ A Tủa. Bà Mai nói", ["chủ", "vừ a tủa", "bà mai"]),  # no run crosses the end of a sentence
        ("dự có bà Anne-Claire Maubert", ["anne - claire maubert"]),
        ("Bà Anne-Claire Maubert nói", ["bà anne - claire maubert"]),
        ("ông Lò Văn Páo-Bản Pom", ["lò văn páo", "bản pom"]),
        ("bà Lò Thị Mai-Sa, Bí thư", ["lò thị mai - sa", "bí"]),
        ("bà Lò Thị Mai-Sa La", ["lò thị mai", "sa la"]),
        ("ông Anton F. Becker nói", ["anton f . becker"]),
        ("xã Lò Văn F. Becker nói", ["lò văn f", "becker"]),
        ("ông Lò Văn F. Bà Mai nói", ["lò văn f", "bà mai"]),
        ("tuyến Hà Nội-Điện Biên", ["hà nội", "điện biên"]),
        ("hội nghị bàn về", []),
    ],
)
def test_runs(text: str, found: list[str]) -> None:
    assert runs(text) == found


def test_no_run_reaches_over_a_cut() -> None:
    assert runs("UBND Huyện Mường Chà", 1) == ["ubnd", "huyện mường chà"]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [("Khăm-phết nói", 1, True), ("Khăm-phết nói", 2, True), ("Khăm - phết", 1, False), ("xã-huyện", 1, False)],
)
def test_a_foreign_name_in_syllables(text: str, place: int, expected: bool) -> None:
    assert in_hyphens(tokens_of(text), place) is expected
