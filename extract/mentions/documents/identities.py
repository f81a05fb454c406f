"""Which citations are of one document, and the key that identifies it: type, number, year or term, and issuer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.mentions.documents.issuers import issuer_of_code, party_term
from extract.mentions.documents.symbols import type_codes
from extract.model import CitationValue, Span
from extract.text.lexicon import load
from extract.text.normalize import fold
from scraper.article import Place


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation with what the value does not keep: the codes of its issuers and the term, which the key is made of."""

    span: Span
    value: CitationValue
    rule: str
    type_code: str | None = None
    bodies: tuple[str, ...] = ()
    term: str | None = None


def merged(cited: Sequence[Citation]) -> list[Citation]:
    """Each document once: one code is one document, and a bare number is the document of its type with that number."""
    kept: list[Citation] = []
    numbered: defaultdict[str, list[int]] = defaultdict(list)
    for citation in cited:
        number = citation.value.number.lstrip("0")
        index = next((index for index in numbered[number] if _same(citation, kept[index])), None)
        if index is None:
            numbered[number].append(len(kept))
            kept.append(citation)
        else:
            kept[index] = _united(kept[index], citation)
    return kept


def _same(one: Citation, other: Citation) -> bool:
    """Whether two citations of one number are of one document."""
    a, b = one.value, other.value
    if one.type_code and other.type_code or one.bodies and other.bodies:
        return (a.symbol or "").casefold() == (b.symbol or "").casefold()
    return a.type == b.type and _compatible(a.issued_date, b.issued_date) and _compatible(a.year, b.year)


def _compatible(one: str | None, other: str | None) -> bool:
    return not one or not other or one == other


def _united(first: Citation, later: Citation) -> Citation:
    """The first citation with what the later one adds; of two type words, the one that the code means."""
    a, b = first.value, later.value
    coded = a if first.type_code or first.bodies else b
    value = replace(
        a,
        type=_better_type(first, later),
        symbol=coded.symbol or a.symbol,
        year=a.year or b.year,
        issuer=a.issuer or b.issuer,
        issued_date=a.issued_date or b.issued_date,
        subject=a.subject or b.subject,
        provision=a.provision or b.provision,
    )
    code, bodies, term = first.type_code or later.type_code, first.bodies or later.bodies, first.term or later.term
    return replace(first, value=value, type_code=code, bodies=bodies, term=term)


def _better_type(first: Citation, later: Citation) -> str:
    meant = type_codes().get(first.type_code or "", ())
    return later.value.type if later.value.type in meant and first.value.type not in meant else first.value.type


def identity(citation: Citation, place: Place) -> str | None:
    """The key of a document: type, number, year or term, and issuer, folded; null where one of them is open.

    Numbers start again every year, in the papers of Party and National Assembly with every term. The code of a body
    that every province has identifies nothing without its place.
    """
    value, bodies = citation.value, citation.bodies
    party = bool(bodies) and bodies[0] in load("issuers")["codes"]["party"]
    period = citation.term or (party_term(value.issued_date) if party else value.year)
    issuer = _resolved_issuer(value, bodies, place)
    if not (period and issuer):
        return None
    return "|".join((fold(value.type), value.number.lstrip("0").lower(), period, fold(issuer)))


def _resolved_issuer(value: CitationValue, bodies: Sequence[str], place: Place) -> str | None:
    """The one body that issued it: of the nation by code or name, or a local one with its unit."""
    national = load("issuers")["national"]
    named = [national[body] for body in bodies if body in national]
    if named:
        return ", ".join(named)
    local = value.issuer or issuer_of_code(bodies)
    if local is None or fold(local) in {fold(name) for name in national.values()}:
        return local
    unit = _proper_name(local) or place.commune or place.district or place.province
    return f"{local}, {unit}" if unit and not _proper_name(local) else local if unit else None


def _proper_name(issuer: str) -> str | None:
    """The name of a unit in an issuer's name ("tỉnh Lai Châu"), without which "UBND tỉnh" is any province's."""
    match = re.search(r"\b(?:tỉnh|thành phố|TP\.?|huyện|thị xã|quận|xã|phường)\s+([A-ZĐÀ-Ỹ]\w*)", issuer)
    return match.group(1) if match else None
