"""The histories that are kept by hand."""

from __future__ import annotations

from pathlib import Path

from extract.gazetteer.compilation import kept


def test_the_kept_histories_can_be_read() -> None:
    data = Path(kept.__file__).resolve().parents[1] / "data"
    events = kept.read_history(data / "history.csv")
    assert all(event.unit or event.day for event in events)
    rows = (*kept.read_communes(data / "communes.csv"), *kept.read_resolutions(data / "resolutions.csv"))
    days = [row.day for row in rows]
    assert min(days) >= "2002-01-01" and max(days) < "2027"
