"""Reports that hypothesis makes, of a few names, days and provinces, for what must hold for any of them."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from extract.linking.events.reports import Report
from tests.extract.linking.reports import report

COFFEE = "Hội thảo phát triển cây cà phê bền vững"
NAMES = (COFFEE, "Hội thảo cây cà phê bền vững vùng cao", "Lễ giao nhận quân đợt một", "Lễ giao nhận quân", "Hội nghị")
PROVINCES = (None, "Điện Biên", "Lai Châu")
DAYS = ("2023-05-11", "2023-05-12", "2023-05-13", None)
REPORTS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(DAYS), st.sampled_from(PROVINCES), st.integers(0, 2)), max_size=9
)
Made = tuple[str, str | None, str | None, int]


def made(rows: Iterable[Made]) -> list[Report]:
    return [
        report(at, name, ("Lò Văn Tấn",), start_date=day, province=province, published_at=f"2023-05-1{hours}")
        for at, (name, day, province, hours) in enumerate(rows)
    ]
