"""Laws: one row a document over all its citations, and the document of each citation.

A document is identified by type, number, period (its year, or the term of a body that numbers by terms), series and
issuer. A citation with all of these means that document. A shorter one ("Thông tư 22", "Nghị quyết 09 của Bộ Chính
trị") means the only document that fits, and none where several fit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.linking.documents.citations import CitationRecord, LawKey, counted_twice, known_cues, known_laws
from extract.linking.documents.issuers import issuer_near
from extract.linking.documents.passages import Passage
from extract.linking.events.reports import DISTINCTIVE, mass, weight, words_of
from extract.mentions.documents.issuers import party_term
from scraper.article import stable_id

Row = dict[str, Any]
Passages = Callable[[Sequence[CitationRecord]], Mapping[str, Passage]]
_YEARS = 8  # maximum age of a document that is cited without its year
_SUBJECT = 2.5  # minimum weight of the words that two subjects share
_TOLD, _HARDLY = 0.75, 0.4  # minimum share of a subject near a citation that means it, maximum of any other's
_DISTINCTIVE_WORDS = 3  # minimum distinctive words that both have
_LEVELS = ("central", "province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A citation with the document that it means, the confidence, and the reason."""

    citation: CitationRecord
    key: LawKey
    score: float
    reasons: tuple[str, ...]


def resolve(citations: Iterable[CitationRecord], passages: Passages = lambda asked: {}) -> list[Resolved]:
    """Every citation whose document is certain; independent of the order of the citations.

    `passages` tells what stands around those citations that nothing else resolves, by their ids.
    """
    ordered = sorted(citations, key=lambda citation: citation.citation_id)
    whole = [Resolved(one, one.key, 1.0, ("type", "number", "period", "issuer")) for one in ordered if one.key]
    known = _Known(_agreeing(whole), known_laws())
    short = [known.resolve(one) or one for one in ordered if not one.key]
    found = [one for one in short if isinstance(one, Resolved)]
    bare = [one for one in short if isinstance(one, CitationRecord)]
    alone = _agreeing([made for one in bare if (made := _by_itself(one))])
    certain = known.whole + found + alone
    still = [one for one in _without(bare, alone) if known.may_mean(one) or _lacks_issuer(one)]
    around = passages(still)
    told = [made for one in still if (made := _told(one, known, around.get(one.citation_id, Passage())))]
    return certain + told


def _without(citations: Iterable[CitationRecord], resolved: Iterable[Resolved]) -> list[CitationRecord]:
    """The citations that are not resolved."""
    done = {one.citation.citation_id for one in resolved}
    return [one for one in citations if one.citation_id not in done]


def _lacks_issuer(citation: CitationRecord) -> bool:
    """Whether a citation lacks only its issuer, whose kind its number tells: "12/QĐ-UBND"."""
    return bool(citation.period and citation.series and citation.bodies) and not citation.issuer


def _told(citation: CitationRecord, known: _Known, around: Passage) -> Resolved | None:
    """The document of a citation by what stands around it: its subject, or its only issuer."""
    if not _lacks_issuer(citation):
        return known.told_by(citation, around)
    issuer = issuer_near(around.close, citation.bodies, citation.province)
    whole = replace(citation, issuer=issuer.key, issuer_level=issuer.level, printed_issuer=issuer.written)
    return Resolved(whole, whole.key, 0.85, ("type", "number", "period", "issuer_nearby")) if whole.key else None


def _contradicts(citation: CitationRecord, key: LawKey) -> bool:
    """Whether a citation tells another issuer, series or period than a document has."""
    if citation.issuer and citation.issuer != key.issuer or citation.series and citation.series != key.series:
        return True
    return bool(citation.period) and citation.period != key.period


def _by_itself(citation: CitationRecord) -> Resolved | None:
    """The document of a citation without a symbol that no other citation names: of a type with one series of
    numbers."""
    if citation.series or not (citation.period and citation.issuer) or citation.type in counted_twice():
        return None
    key = LawKey(citation.type, citation.number, citation.period, "", citation.issuer, citation.issuer_level)
    return Resolved(citation, key, 0.9, ("type", "number", "period", "issuer"))


def _agreeing(resolved: Sequence[Resolved]) -> list[Resolved]:
    """The citations without those that have another day for a document than most, which are probably misread."""
    days: dict[LawKey, Counter[str]] = defaultdict(Counter)
    for one in resolved:
        if len(one.citation.issued or "") == 10:
            days[one.key][one.citation.issued or ""] += 1
    usual = {key: min(found, key=lambda day: (-found[day], day)) for key, found in days.items()}
    return [one for one in resolved if len(one.citation.issued or "") < 10 or one.citation.issued == usual[one.key]]


class _Known:
    """The documents that complete citations identify, for the resolution of shorter ones."""

    def __init__(self, whole: list[Resolved], known: Iterable[CitationRecord]) -> None:
        self.whole = whole
        self._keys: dict[tuple[str, str], set[LawKey]] = defaultdict(set)
        self._issued: dict[LawKey, str] = {}
        self._places: dict[LawKey, set[str]] = defaultdict(set)
        self._subjects: dict[LawKey, set[str]] = defaultdict(set)
        for one in whole:
            self._keys[one.key.type, one.key.number].add(one.key)
            self._places[one.key].add(one.citation.province)
            self._subjects[one.key] |= words_of(one.citation.subject or "")
            if one.citation.issued:
                self._issued.setdefault(one.key, one.citation.issued)
        for law in known:
            if law.key:
                self._keys[law.key.type, law.key.number].add(law.key)
                self._issued.setdefault(law.key, law.issued or "")
                self._subjects[law.key] |= words_of(law.subject or "")

    def resolve(self, citation: CitationRecord) -> Resolved | None:
        """The document that a short citation means; None where none or several fit.

        Of several, it is the one with the subject of the citation. A number that begins again every year, or one
        without its issuer, needs the subject to mean a document.
        """
        of_number = sorted(self._keys.get((citation.type, citation.number), ()))
        fitting = [key for key in of_number if self._fits(citation, key)]
        named = [key for key in fitting if self._tells(citation, key)]
        matching = tuple(name for name in ("issuer", "period", "series") if getattr(citation, name))
        if len(named) == 1:
            return Resolved(citation, named[0], 0.95, ("type", "number", *matching, "subject"))
        if len(fitting) == 1 and (citation.issuer or citation.series) and _of_its_time(citation, fitting[0]):
            score = 0.9 if citation.period else 0.85
            return Resolved(citation, fitting[0], score, ("type", "number", *matching, "only_one"))
        return None

    def may_mean(self, citation: CitationRecord) -> bool:
        """Whether any document fits a citation."""
        of_number = self._keys.get((citation.type, citation.number), ())
        return any((self._subjects[key] or key in known_cues()) and self._fits(citation, key) for key in of_number)

    def told_by(self, citation: CitationRecord, around: Passage) -> Resolved | None:
        """The only fitting document whose subject, or words that are known to tell it, stand around a citation."""
        of_number = sorted(self._keys.get((citation.type, citation.number), ()))
        fitting = [key for key in of_number if self._fits(citation, key)]
        shares = {key: self._share(key, around.words) for key in fitting}
        cued = [key for key in fitting if around.has_any(known_cues().get(key, ()))]
        named = cued if len(cued) == 1 else [key for key, share in shares.items() if share >= _TOLD]
        if len(named) != 1 or any(share > _HARDLY for key, share in shares.items() if key != named[0]):
            return None
        return Resolved(citation, named[0], 0.85, ("type", "number", "subject_nearby"))

    def _share(self, key: LawKey, words: frozenset[str]) -> float:
        """The share of a document's subject, by weight, that stands among words; 0 for a subject of few words."""
        subject = self._subjects[key]
        shared = subject & words
        if mass(shared) < _SUBJECT or sum(weight(word) >= DISTINCTIVE for word in shared) < _DISTINCTIVE_WORDS:
            return 0.0
        return mass(shared) / mass(subject)

    def _tells(self, citation: CitationRecord, key: LawKey) -> bool:
        """Whether the subjects of a citation and a document share enough distinctive words."""
        shared = words_of(citation.subject or "") & self._subjects[key]
        return mass(shared) >= _SUBJECT and sum(weight(word) >= DISTINCTIVE for word in shared) >= 2

    def _fits(self, citation: CitationRecord, key: LawKey) -> bool:
        """Whether a citation does not contradict a document, which existed at the time and was not too old."""
        if _contradicts(replace(citation, period=""), key):
            return False
        issued = self._issued.get(key, key.period if key.period.isdigit() else "")
        if citation.period and citation.period not in (key.period, issued[:4]):
            return False
        if citation.year and issued and citation.year != issued[:4]:
            return False
        if citation.day and issued and issued > citation.day:
            return False
        if not citation.period and issued and citation.day and int(citation.day[:4]) - int(issued[:4]) > _YEARS:
            return False
        return key.level == "central" or citation.province in self._places[key]


def _of_its_time(citation: CitationRecord, key: LawKey) -> bool:
    """Whether a citation has the period of a document, or was printed in the term within which the issuer numbers its
    documents. One in an article without a day needs the subject."""
    if citation.period or not citation.day:
        return bool(citation.period)
    return not key.period.isdigit() and (key.period.startswith("qh") or party_term(citation.day) == key.period)


def law_id(key: LawKey) -> str:
    """The id of a document: a hash of what identifies it."""
    return stable_id("l", *key)


def law_rows(resolved: Iterable[Resolved]) -> Iterator[Row]:
    """The rows of `laws`, in the order of their keys."""
    of_law: dict[LawKey, list[Resolved]] = defaultdict(list)
    for one in resolved:
        of_law[one.key].append(one)
    return (_law_row(key, [one.citation for one in of_law[key]]) for key in sorted(of_law))


def citation_row(one: Resolved) -> Row:
    """The row of a citation in `law_citations`."""
    return {
        "law_id": law_id(one.key),
        "citation_id": one.citation.citation_id,
        "article_id": one.citation.article_id,
        "score": one.score,
        "reasons": one.reasons,
    }


def _law_row(key: LawKey, citations: list[CitationRecord]) -> Row:
    citations = sorted(citations, key=lambda one: (one.day or "9999", one.citation_id))
    levels = Counter(level for level in {one.article_id: one.level for one in citations}.values())
    dated = [one for one in citations if one.day]
    return {
        "law_id": law_id(key),
        "key": "|".join(key),
        "type": _commonest(one.printed_type for one in citations),
        "number": key.number,
        "period": key.period,
        "series": key.series or None,
        "issuer": _commonest(one.printed_issuer for one in citations) or key.issuer,
        "level": key.level,
        "symbol": max((one.symbol for one in citations if one.symbol), key=_length, default=None),
        "issued_date": _commonest(one.issued for one in citations),
        "subject": _commonest(one.subject for one in citations),
        "n_citations": sum(levels.values()),
        **{f"n_{level}": levels[level] for level in _LEVELS},
        "first_cited": dated[0].day if dated else None,
        "first_article_id": citations[0].article_id,
    }


def _length(text: str) -> tuple[int, str]:
    return len(text), text


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None
