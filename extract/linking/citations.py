"""Citations as they are compared: type, number, series, issuer and period in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq

from extract.linking.bodies import body_key, written_out
from extract.linking.mention_source import Places
from extract.linking.posts import bare_unit, committee_key
from extract.mentions.documents.issuers import party_term
from extract.mentions.documents.symbols import type_codes
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern
from extract.text.tokens import and_word

_SYMBOL = WordPattern(
    "linking",
    r"""
    ^(?P<number>\d+[a-z{letters/d:letters}]?) \s*[/–-]\s*
    (?:(?P<year>(?:19|20)\d\d)\s*[/-]\s*)?
    (?P<code>[^\d\s].*)$
    """,
)
_CENTRE_IN_CODE = WordPattern("linking", r"\b{issuers.centre_short}\b")
_COMMITTEE = WordPattern("linking", r"(?P<tier>{issuers.committee_tiers}) {posts.committee}(?P<name>.*)$")
# The National Assembly counts its papers through a term; their code tells it ("QH14").
_ASSEMBLY = re.compile(r"qh(\d\d)(?!\d)")
_TERM = WordPattern("linking", r"{document_types/words.term} ([ivx]+)")
_MINISTRY = WordPattern("linking", r"(?!{issuers.no_ministry}){issuers.ministry} ")
_PARTY = WordPattern("linking", r"{issuers.party}(?!\w)")
_UNIT = WordPattern("linking", r"\s(?P<tier>{issuers.tiers})(?!\w)(?! {issuers.no_unit_before})\.?(?P<name>.*)$")
_NOWHERE = {"citation_id": "", "article_id": ""}


class LawKey(NamedTuple):
    """What identifies a document. `series` is the code of its number; one that has the year in it is another series."""

    type: str
    number: str
    period: str
    series: str
    issuer: str
    level: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A row of `documents` as it is compared; what it does not tell is empty. `level` is that of the event reported."""

    citation_id: str
    article_id: str
    day: str
    province: str
    level: str
    type: str
    number: str
    period: str
    series: str
    issuer: str
    issuer_level: str
    printed_type: str
    printed_issuer: str
    symbol: str | None
    issued: str | None
    subject: str | None

    @property
    def key(self) -> LawKey | None:
        """The document, where the citation tells all that identifies it."""
        if not (self.period and self.issuer and self.series):
            return None
        return LawKey(self.type, self.number, self.period, self.series, self.issuer, self.issuer_level)


class _Issuer(NamedTuple):
    """A body in one spelling, its level, and how it is written."""

    key: str = ""
    level: str = ""
    written: str = ""


def read_citations(folder: Path, places: Places) -> Iterator[Citation]:
    """The citations of a folder of tables."""
    columns = "citation_id article_id event_id type number year symbol issuer issued_date subject".split()
    with pq.ParquetFile(folder / "documents.parquet") as file:
        for batch in file.iter_batches(batch_size=5_000, columns=columns):
            for row in batch.to_pylist():
                yield read_citation(row, places.of(row["event_id"], row["article_id"]))


@cache
def known_laws() -> tuple[Citation, ...]:
    """The documents of the nation that are known without a citation, as citations that tell everything."""
    types = {code: names[0] for code, names in type_codes().items()}
    return tuple(
        read_citation(_known_row(symbol, types, day, subject), {"day": ""})
        for symbol, issues in load("known_laws")["laws"].items()
        for day, subject in issues
    )


def _known_row(symbol: str, types: Mapping[str, str], day: str, subject: str) -> dict[str, Any]:
    number, code = re.split(r"[-/]", symbol, maxsplit=1)
    told = {"type": types[re.split(r"[-/]", code)[0]], "number": number, "symbol": symbol}
    return {**dict.fromkeys(("year", "issuer")), **told, "issued_date": day, "subject": subject, **_NOWHERE}


def read_citation(row: Mapping[str, Any], place: Mapping[str, Any]) -> Citation:
    """The citation of one row of `documents`. `place` is that of the event, with its `day`."""
    year, series, bodies = _symbol(row["symbol"] or "")
    usual = load("linking")["issuers"]["usual"].get(fold(row["type"]), "")
    issuer = _issuer(row["issuer"] or usual, bodies, place)
    return Citation(
        citation_id=row["citation_id"],
        article_id=row["article_id"],
        day=place.get("day") or "",
        province=place.get("province") or "",
        level=_event_level(place),
        type=_type(row["type"], series),
        number=row["number"].lstrip("0").lower(),
        period=_period(row, year, issuer),
        series=series,
        issuer=issuer.key,
        issuer_level=issuer.level,
        printed_type=row["type"],
        printed_issuer=issuer.written,
        symbol=row["symbol"],
        issued=row["issued_date"],
        subject=row["subject"],
    )


@lru_cache(maxsize=1 << 15)
def _symbol(symbol: str) -> tuple[str, str, tuple[str, ...]]:
    """The year in a symbol, its series, and the codes of the bodies in it."""
    match = _SYMBOL.match(fold(symbol))
    if match is None:
        return "", "", ()
    code = _CENTRE_IN_CODE.compiled.sub("tw", re.sub(r"[\s/–-]+", "-", match["code"]).strip("-"))
    year = "" if _ASSEMBLY.search(code) else match["year"] or ""
    bodies = tuple(name for part in code.split("-") if (name := re.sub(r"\d+$", "", part)) in _bodies())
    return year, f"{'year-' if year else ''}{code}", bodies


def _type(printed: str, series: str) -> str:
    """The type that the code means, where it means one; else the word that is printed."""
    meant = _types_of_codes().get(series.removeprefix("year-").split("-")[0], ())
    folded = fold(printed)
    return folded if not meant or folded in meant or len(meant) > 1 else meant[0]


def _period(row: Mapping[str, Any], year: str, issuer: _Issuer) -> str:
    """The year of the number, or the term of the National Assembly or of the Party's Central Committee; empty where it
    is not told."""
    if assembly := _ASSEMBLY.search(fold(row["symbol"] or "")):
        return f"qh{assembly.group(1)}"
    if issuer.key != party_key():
        return year or (row["issued_date"] or "")[:4] or (row["year"] or "")
    term = _TERM.search(fold(row["issuer"] or ""))
    return term.group(1).upper() if term else party_term(row["issued_date"]) or ""


def _issuer(printed: str, bodies: tuple[str, ...], place: Mapping[str, Any]) -> _Issuer:
    """The one body that issued a document; nothing where it may be one of many units.

    Organs of the Party's centre count their papers together, so that they are one.
    """
    national = next((_bodies()[body] for body in bodies if body in _national()), None)
    if national:
        return _Issuer(party_key() if fold(national) == party_key() else _loose(national), "central", national)
    folded = fold(printed)
    if _PARTY.match(folded):
        return _Issuer(party_key(), "central", printed)
    central = _central().get(_loose(printed))
    if central:
        return _Issuer(_loose(central), "central", central)
    if _MINISTRY.match(folded):
        return _Issuer(_loose(printed), "central", written_out(printed))
    return _committee(folded, bodies, place) or _local(printed or _coded(bodies), place)


def _committee(folded: str, bodies: tuple[str, ...], place: Mapping[str, Any]) -> _Issuer | None:
    """The Party committee of a province or district, whose standing members' papers it counts among its own."""
    match, words = _COMMITTEE.search(folded), load("linking")["issuers"]
    level = "province" if "tu" in bodies else "district" if {"hu", "thu", "qu"} & set(bodies) else ""
    level = level or (words["committee_tiers"][match["tier"]] if match else "")
    if not level:
        return None
    printed = bare_unit(match["name"].strip()) if match else ""
    return _of_unit(committee_key(), words["committees"][level], level, printed, place)


def _local(printed: str, place: Mapping[str, Any]) -> _Issuer:
    """A body of a unit: printed with its tier, or of the province where the event was told of in no district."""
    match = _UNIT.search(fold(printed))
    if match:
        body, name = printed[: match.start()], bare_unit(match["name"].strip())
        level = load("linking")["issuers"]["tiers"][match["tier"]]
        return _of_unit(body_key(body), written_out(body).strip(), level, name, place)
    if printed and body_key(printed) in _everywhere() and place.get("province") and not place.get("district"):
        return _of_unit(body_key(printed), written_out(printed), "province", "", place)
    return _Issuer()


def _of_unit(body: str, written: str, level: str, printed: str, place: Mapping[str, Any]) -> _Issuer:
    """A body of a unit by the unit's printed name, or that of the event; nothing where neither is known."""
    name = printed or fold(place.get(level) or "")
    above = fold(place.get("province") or "") if level != "province" else ""
    if not (body and name) or (level != "province" and not above):
        return _Issuer()
    return _Issuer(", ".join(filter(None, (f"{body} {name}", above))), level, f"{written} {name.title()}")


def _coded(bodies: tuple[str, ...]) -> str:
    return next((_bodies()[body] for body in bodies), "")


def _loose(name: str) -> str:
    """A body's compared name without "và", which is left out at will."""
    return " ".join(word for word in body_key(name).split() if word != and_word())


def _event_level(place: Mapping[str, Any]) -> str:
    return next((level for level in ("commune", "district", "province") if place.get(level)), "central")


@cache
def party_key() -> str:
    """The Party's centre as it is compared."""
    return str(load("linking")["issuers"]["centre"])


@cache
def counted_twice() -> frozenset[str]:
    """Types of which an issuer counts two series, one with the year in the number and one without."""
    return frozenset(load("linking")["issuers"]["counted_twice"])


@cache
def _bodies() -> dict[str, str]:
    """The names of bodies by their folded codes, those of the nation and those of every unit."""
    issuers = load("issuers")
    return {fold(code): name for section in ("local", "national") for code, name in issuers[section].items()}


@cache
def _national() -> frozenset[str]:
    return frozenset(fold(code) for code in load("issuers")["national"])


@cache
def _central() -> dict[str, str]:
    """The names of the nation's bodies by their compared ones."""
    words = load("linking")["issuers"]["central"]
    named = {name: name for name in load("issuers")["national"].values()} | words
    return {_loose(other): name for other, name in named.items()}


@cache
def _everywhere() -> frozenset[str]:
    """The bodies that every province has one of."""
    return frozenset(body_key(load("issuers")["local"][code]) for code in load("linking")["issuers"]["everywhere"])


@cache
def _types_of_codes() -> dict[str, tuple[str, ...]]:
    return {fold(code): tuple(map(fold, names)) for code, names in type_codes().items()}
