"""Which citations are of one document, and the key that identifies it: type, number, year or term, and issuer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.mentions.documents.issuers import issuer_of_code, party_term
from extract.mentions.documents.symbols import type_codes
from extract.mentions.posts.canonical import canonical_body
from extract.model import CitationValue, Span
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern
from scraper.article import Place


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation with the codes of its issuers and the term, which are needed for its key but not stored."""

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
        return _bare_symbol(a) == _bare_symbol(b)
    return a.type == b.type and _compatible(a.issued_date, b.issued_date) and _compatible(a.year, b.year)


def _bare_symbol(value: CitationValue) -> str:
    """A symbol as compared: "07-CTr/ĐU" and "7-CTr/ĐU" are equal."""
    return (value.symbol or "").casefold().lstrip("0")


def _compatible(one: str | None, other: str | None) -> bool:
    return not one or not other or one == other


def _united(first: Citation, later: Citation) -> Citation:
    """The first citation completed by the later one; of two type words, the one that the code means."""
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
        provision=_provisions(a.provision, b.provision),
    )
    code, bodies, term = first.type_code or later.type_code, first.bodies or later.bodies, first.term or later.term
    return replace(first, value=value, type_code=code, bodies=bodies, term=term)


def _provisions(one: str | None, other: str | None) -> str | None:
    """The parts of a document that either citation names, each once."""
    if not one or not other:
        return one or other
    return one if fold(other) in map(fold, one.split("; ")) else f"{one}; {other}"


def _better_type(first: Citation, later: Citation) -> str:
    meant = type_codes().get(first.type_code or "", ())
    return later.value.type if later.value.type in meant and first.value.type not in meant else first.value.type


def identity(citation: Citation, place: Place) -> str | None:
    """The key of a document: type, number, year or term, and issuer in canonical spelling; None where one is unknown.

    Numbers start again every year, those of the Party and the National Assembly every term. Bodies that issue both
    rules and single decisions number each in a series of its own: the numbers of rules have the year
    ("24/2018/QĐ-TTg"), those of decisions do not ("24/QĐ-TTg"), and a bare number may be of either. The code of a
    body that every province has is not enough without its place.
    """
    value, bodies = citation.value, citation.bodies
    party = _of_the_party(value, bodies)
    period = citation.term or (party_term(value.issued_date) if party else value.year)
    issuer = _resolved_issuer(value, ("TW",) if party and not bodies else bodies, place)
    series = () if party or citation.term else _series(value)
    if not (period and issuer) or series is None:
        return None
    return "|".join((fold(value.type), value.number.lstrip("0").lower(), period, issuer, *series))


def _of_the_party(value: CitationValue, bodies: Sequence[str]) -> bool:
    """Whether the issuer is a central body of the Party, by the code or, without one, by the printed name."""
    codes = load("issuers")["codes"]
    if bodies:
        return bodies[0] in codes["party"]
    return _one_spelling(value.issuer or "") in {_one_spelling(name) for name in codes["party_organs"]}


def _series(value: CitationValue) -> tuple[str, ...] | None:
    """The series of the number: empty for that of rules; None where it is unknown."""
    if value.type not in load("document_types")["words"]["two_series"]:
        return ()
    if value.symbol is None:
        return None
    return () if re.match(r"\d+\w?/(?:19|20)\d\d/", value.symbol) else ("cb",)


def _resolved_issuer(value: CitationValue, bodies: Sequence[str], place: Place) -> str | None:
    """The issuing body in canonical spelling: a national one by code or name, or a local one with its unit."""
    national = load("issuers")["national"]
    named = [national[body] for body in bodies if body in national]
    if named:
        return ", ".join(map(_one_spelling, named))
    local = value.issuer or issuer_of_code(bodies)
    if local is None:
        return None
    spelled = _one_spelling(local)
    if spelled in {_one_spelling(name) for name in national.values()} or _names_unit(local):
        return spelled
    unit = _unit_of_tier(spelled, place) or place.commune or place.district or place.province
    return f"{spelled} {fold(unit)}" if unit else None


def _one_spelling(issuer: str) -> str:
    """An issuer's name folded, without its term, abbreviations written out: "HĐND tỉnh" is "hội đồng nhân dân tỉnh"."""
    spelled = fold(canonical_body(_TERM.compiled.sub("", issuer)) or "")
    return str(load("issuers")["fuller"].get(spelled, spelled))


# The term at the end of an issuer's name: "khóa XII".
_TERM = WordPattern("issuers", r"(?i:[\s,]*\(?{words.terms}\s+[ivxlc]+\)?)$")
_TIER = WordPattern("issuers", r"(?<!\w){words.tiers}\s+(?=\S)")


def _names_unit(issuer: str) -> bool:
    """Whether an issuer's name ends in that of a unit ("tỉnh Lai Châu"); without one it may be of any province."""
    return _TIER.search(fold(issuer)) is not None and issuer.split()[-1][:1].isupper()


def _unit_of_tier(spelled: str, place: Place) -> str | None:
    """The unit that a tier at the end of an issuer's name means: of "UBND tỉnh" the province of the site."""
    tiers = load("issuers")["tier_levels"]
    level = next((level for word, level in tiers.items() if spelled.endswith(word)), "")
    return {"province": place.province, "district": place.district, "commune": place.commune}.get(level)
