"""Citations for the tests of the linking, as rows of `documents` about an event of one province."""

from __future__ import annotations

from typing import Any

from extract.linking.documents.citations import CitationRecord, read_citation
from extract.linking.documents.laws import resolve

PROVINCE = {"province": "Điện Biên", "district": None, "commune": None}


def cited(at: int, kind: str, number: str, symbol: str | None = None, *, issuer: str | None = None,
          date: str | None = None, year: str | None = None, subject: str | None = None, day: str = "2018-05-12",
          start: int = 0, **place: Any) -> CitationRecord:  # fmt: skip
    row = {"citation_id": f"c{at:03}", "article_id": f"a{at:03}", "type": kind, "number": number, "year": year,
           "symbol": symbol, "issuer": issuer, "issued_date": date, "subject": subject,
           "span_start": start}  # fmt: skip
    return read_citation(row, {**PROVINCE, **place, "day": day})


def keys(*citations: CitationRecord) -> dict[str, str]:
    return {one.citation.citation_id: "|".join(one.key[:5]) for one in resolve(citations)}
