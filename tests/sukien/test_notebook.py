"""Display of an extraction in a notebook."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sukien import extract_text, load

TEXT = (
    "Sáng 12/3, UBND xã Vân Nham tổ chức hội nghị triển khai nhiệm vụ. Dự hội nghị có 45 đại biểu; "
    "đồng chí Lò Thị Mẫu, Chủ tịch UBND xã phát biểu."
)


def test_the_frames_are_those_that_load_gives(sample_tables: Path) -> None:
    frames, loaded = extract_text(TEXT, published="2024-03-13").to_frames(), load(sample_tables)
    for name in ("articles", "events", "officials", "positions", "attendance", "documents", "dates", "rejections"):
        pd.testing.assert_series_equal(getattr(frames, name).dtypes, getattr(loaded, name).dtypes)
    assert list(frames.officials["name"]) == ["Lò Thị Mẫu"] and list(frames.attendance["count"]) == [45]


def test_a_notebook_shows_the_text_with_its_evidence_marked() -> None:
    html = extract_text(TEXT + " <b>1 < 2</b>", published="2024-03-13")._repr_html_()
    assert ">45 đại biểu</mark>" in html and "<b>" not in html and "&lt;b&gt;" in html
    assert "No event" in extract_text("Trời rét.")._repr_html_()
