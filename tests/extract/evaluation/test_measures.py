"""Running counts: F1 and accuracy."""

from __future__ import annotations

import pytest

from extract.evaluation.measures import Measure


@pytest.mark.parametrize(
    ("right", "wrong", "missed", "f1", "accuracy"),
    [(0, 0, 0, 0.0, 0.0), (3, 0, 0, 1.0, 1.0), (2, 1, 1, 2 / 3, 2 / 3), (0, 2, 2, 0.0, 0.0)],
)
def test_figures(right: int, wrong: int, missed: int, f1: float, accuracy: float) -> None:
    assert Measure("m", False, right, wrong, missed).value == pytest.approx(f1)
    assert Measure("m", True, right, wrong).value == pytest.approx(accuracy)
