"""Whose session a report tells of."""

from __future__ import annotations

from typing import Any

import pytest

from extract.linking.events.features import features
from tests.extract.linking.reports import report

UNIT = {"province": "Điện Biên", "type": "council_session"}


@pytest.mark.parametrize(
    ("name", "cells", "council"),
    [
        ("Kỳ họp thứ 9 HĐND tỉnh khóa XV", UNIT, "province / điện biên"),
        ("Kỳ họp thứ 9 HĐND tỉnh Điện Biên", {**UNIT, "district": "Mường Nhé"}, "province / điện biên"),
        ("phiên chất vấn của HĐND huyện", {**UNIT, "district": "Mường Nhé"}, "district / điện biên / mường nhé"),
        ("Kỳ họp thứ 4 HĐND thành phố Đà Nẵng", {**UNIT, "province": "Đà Nẵng"}, "province / đà nẵng"),
        ("Kỳ họp HĐND TP.HCM", {**UNIT, "province": "Hồ Chí Minh"}, "province / hồ chí minh"),
        ("Kỳ họp HĐND huyện", UNIT, ""),
        ("Kỳ họp HĐND tỉnh Lai Châu", UNIT, ""),
        ("Kỳ họp thứ 6 Quốc hội khóa XIV", {**UNIT, "province": None}, "assembly"),
        ("Phiên họp thứ 35 Ủy ban Thường vụ Quốc hội", {**UNIT, "province": None}, "standing"),
        ("Chủ tịch Quốc hội dự kỳ họp", {**UNIT, "province": None}, ""),
        ("Hội nghị đại biểu HĐND tỉnh tiếp xúc cử tri", {"type": "voter_meeting"}, ""),
    ],
)
def test_the_council_of_a_session(name: str, cells: dict[str, Any], council: str) -> None:
    assert report(1, name, **cells).council == council


def test_sessions_of_one_council_on_a_day_speak_for_one_event() -> None:
    one = report(1, "Phiên chất vấn kỳ họp HĐND tỉnh", **UNIT)
    assert "same_council" in features(one, report(2, "Kỳ họp thứ 9 HĐND tỉnh Điện Biên", **UNIT))
    district = report(3, "Kỳ họp HĐND huyện Mường Nhé", **UNIT, district="Mường Nhé")
    assert "other_council" in features(one, district)
