"""Citations as compared: type, number, series, issuer and period in canonical spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq

from extract.linking.documents.issuers import Issuer, coded_bodies, issuer_of, party_key
from extract.linking.persons.mention_source import Places
from extract.mentions.documents.issuers import party_term
from extract.mentions.documents.symbols import type_codes
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern

_SYMBOL = WordPattern(
    "linking",
    r"""
    ^(?P<number>\d+[a-z{letters/d:letters}]?) \s*[/–-]\s*
    (?:(?P<year>(?:19|20)\d\d)\s*[/-]\s*)?
    (?P<code>[^\d\s].*)$
    """,
)
_NUMBER_YEAR = re.compile(r"0*\d+\s*[/-]\s*(?P<year>(?:19|20)\d\d)")
_CENTRE_IN_CODE = WordPattern("linking", r"\b{issuers.centre_short}\b")
# The National Assembly numbers its documents within a term, which is in their code ("QH14").
# Its resolutions are printed with and without their type in it.
_ASSEMBLY_TYPE = WordPattern("linking", r"^{issuers.assembly_types}-(?=\w*qh\d\d)")
_ASSEMBLY = re.compile(r"qh(\d\d)(?!\d)")
_TERM = WordPattern("linking", r"{document_types/words.term} ([ivx]+)")
_NUMBERED_APART = "2009"  # since when legal texts are numbered apart from decisions on single cases
_MOST_LEGAL = 120  # maximum number of a legal text of one body in a year
_NOWHERE = {"citation_id": "", "article_id": "", "span_start": 0}


class LawKey(NamedTuple):
    """The key of a document. `series` is the code of its number; a code with the year in it is another series."""

    type: str
    number: str
    period: str
    series: str
    issuer: str
    level: str


@dataclass(frozen=True, slots=True)
class CitationRecord:
    """A row of `documents` as compared; unknown values are empty. `level` is that of the reported event."""

    citation_id: str
    article_id: str
    day: str
    province: str
    level: str
    type: str
    number: str
    period: str
    year: str
    series: str
    issuer: str
    issuer_level: str
    printed_type: str
    printed_issuer: str
    symbol: str | None
    issued: str | None
    subject: str | None
    start: int = 0

    @property
    def bodies(self) -> tuple[str, ...]:
        """The folded codes of bodies in the number."""
        return _symbol(self.symbol or "")[2]

    @property
    def key(self) -> LawKey | None:
        """The key of the document, where the citation has all its parts."""
        if not (self.period and self.issuer and self.series):
            return None
        return LawKey(self.type, self.number, self.period, self.series, self.issuer, self.issuer_level)


def read_citations(folder: Path, places: Places) -> Iterator[CitationRecord]:
    """The citations of a folder of tables."""
    columns = "citation_id article_id event_id type number year symbol issuer issued_date subject span_start".split()
    with pq.ParquetFile(folder / "documents.parquet") as file:
        for batch in file.iter_batches(batch_size=5_000, columns=columns):
            for row in batch.to_pylist():
                yield read_citation(row, places.of(row["event_id"], row["article_id"]))


@cache
def known_laws() -> tuple[CitationRecord, ...]:
    """National documents that are known without a citation, as complete citations."""
    return tuple(law for law, _ in _known_laws())


@cache
def known_cues() -> Mapping[LawKey, tuple[str, ...]]:
    """Folded words that tell which document a number means where they stand near it, by the document."""
    return {law.key: cues for law, cues in _known_laws() if law.key and cues}


@cache
def _known_laws() -> tuple[tuple[CitationRecord, tuple[str, ...]], ...]:
    types = {code: names[0] for code, names in type_codes().items()}
    return tuple(
        (read_citation(_known_row(symbol, types, day, subject), {"day": ""}), tuple(map(fold, cues)))
        for symbol, issues in load("known_laws")["laws"].items()
        for day, subject, *cues in issues
    )


def _known_row(symbol: str, types: Mapping[str, str], day: str, subject: str) -> dict[str, Any]:
    number, *codes = re.split(r"[-/]", symbol)
    code = next(code for code in codes if not code.isdigit())
    # A resolution of the National Assembly has no code of its type in its number.
    cells = {"type": types.get(code, types["NQ"]), "number": number, "symbol": symbol}
    return {**dict.fromkeys(("year", "issuer")), **cells, "issued_date": day, "subject": subject, **_NOWHERE}


def read_citation(row: Mapping[str, Any], place: Mapping[str, Any]) -> CitationRecord:
    """The citation of one row of `documents`. `place` is that of the event, with its `day`."""
    year, series, bodies = _symbol(row["symbol"] or "")
    usual = load("linking")["issuers"]["usual"].get(fold(row["type"]), "")
    issuer = issuer_of(row["issuer"] or usual, bodies, place)
    series = _with_year(row, series)
    if not series and (short := _NUMBER_YEAR.fullmatch(row["symbol"] or "")):
        year, series = short["year"], _series_of_year(row, short["year"], issuer)
    return CitationRecord(
        citation_id=row["citation_id"],
        article_id=row["article_id"],
        day=place.get("day") or "",
        province=place.get("province") or "",
        level=_event_level(place),
        type=_type(row["type"], series),
        number=row["number"].lstrip("0").lower(),
        period=_period(row, year, issuer),
        year=year or row["year"] or "",
        series=series,
        issuer=issuer.key,
        issuer_level=issuer.level,
        printed_type=row["type"],
        printed_issuer=issuer.written,
        symbol=row["symbol"],
        issued=row["issued_date"],
        subject=row["subject"],
        start=row["span_start"],
    )


@lru_cache(maxsize=1 << 15)
def _symbol(symbol: str) -> tuple[str, str, tuple[str, ...]]:
    """The year in a symbol, its series, and the codes of the bodies in it."""
    match = _SYMBOL.match(fold(symbol))
    if match is None:
        return "", "", ()
    code = _CENTRE_IN_CODE.compiled.sub("tw", re.sub(r"[\s/–-]+", "-", match["code"]).strip("-"))
    code = _ASSEMBLY_TYPE.compiled.sub("", code)
    year = "" if _ASSEMBLY.search(code) else match["year"] or ""
    bodies = tuple(name for part in code.split("-") if (name := re.sub(r"\d+$", "", part)) in coded_bodies())
    return year, f"{'year-' if year else ''}{code}", bodies


def _with_year(row: Mapping[str, Any], series: str) -> str:
    """The series of a number as legal texts of its type have it: with the year in it, though only the code is printed.
    "013" is the end of a year that was torn apart ("30/2 013/NĐ-CP") and of no series."""
    code = load("linking")["issuers"]["with_year"].get(fold(row["type"]))
    if not code or not series.startswith(f"{fold(code)}-"):
        return series
    return "" if re.fullmatch(r"0\d\d", row["number"]) else f"year-{series}"


def _series_of_year(row: Mapping[str, Any], year: str, issuer: Issuer) -> str:
    """The series of a number that has its year in it and no code ("Quyết định 32/2014 của UBND tỉnh"), by the issuer;
    empty for bodies whose code is not known. Of a high number the year may have been added by who cites it."""
    codes: dict[str, str] = load("linking")["issuers"]["legal_series"].get(fold(row["type"]), {})
    if fold(row["type"]) in counted_twice() and year >= _NUMBERED_APART and _count(row["number"]) > _MOST_LEGAL:
        return ""
    return next((f"year-{fold(code)}" for body, code in codes.items() if issuer.key.startswith(body)), "")


def _count(number: str) -> int:
    """A number without the letter behind it."""
    return int(re.sub(r"\D", "", number) or 0)


def _type(printed: str, series: str) -> str:
    """The type that the code means, if it means one; else the printed word."""
    meant = _types_of_codes().get(series.removeprefix("year-").split("-")[0], ())
    folded = fold(printed)
    return folded if not meant or folded in meant or len(meant) > 1 else meant[0]


def _period(row: Mapping[str, Any], year: str, issuer: Issuer) -> str:
    """The year of the number, or the term of the National Assembly or of the Party's Central Committee; empty where it
    is unknown."""
    if assembly := _ASSEMBLY.search(fold(row["symbol"] or "")):
        return f"qh{assembly.group(1)}"
    if issuer.key != party_key():
        return year or (row["issued_date"] or "")[:4] or (row["year"] or "")
    term = _TERM.search(fold(row["issuer"] or ""))
    return term.group(1).upper() if term else party_term(row["issued_date"]) or _term_of_year(year or row["year"])


def _term_of_year(year: str | None) -> str:
    """The term of the Party's Central Committee in a year; empty for a year with two."""
    first, last = (party_term(f"{year}-{day}") if year else None for day in ("01-01", "12-31"))
    return first if first and first == last else ""


def _event_level(place: Mapping[str, Any]) -> str:
    return next((level for level in ("commune", "district", "province") if place.get(level)), "central")


@cache
def counted_twice() -> frozenset[str]:
    """Types of which an issuer has two series of numbers, one with the year in the number and one without."""
    return frozenset(load("linking")["issuers"]["counted_twice"])


@cache
def _types_of_codes() -> dict[str, tuple[str, ...]]:
    return {fold(code): tuple(map(fold, names)) for code, names in type_codes().items()}
