"""Citations as printed: the numbers after a type word, each with the day, the issuer and the term that follow it.

`read_numbers` reads a whole list ("Nghị quyết số 18, 19-NQ/TW", "Chỉ thị 03, 05 của Bộ Chính trị"); a code that is
printed once, at the end of such a list, applies to every number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.mentions.documents.issuers import read_issuer
from extract.mentions.documents.symbols import Symbol, read_symbol
from extract.mentions.documents.type_words import TypeWord
from extract.model import Span
from extract.text.calendar import Day, read_day
from extract.text.document import Document
from extract.text.patterns import WordPattern


@dataclass(frozen=True, slots=True)
class CitationDetails:
    """The details after a number: day, issuer, year and term of the Party; `end` is the end of the last of them."""

    end: int
    day: Day | None = None
    issuer: Span | None = None
    year: str | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """A number cited after a type word; `symbol` is None where only the number is printed. `rule` names the form."""

    span: Span
    number: str
    rule: str
    symbol: Symbol | None = None
    year: str | None = None
    details: CitationDetails = CitationDetails(0)


def read_numbers(document: Document, word: TypeWord, limit: int) -> tuple[CitedNumber, ...]:
    """The numbers after a type word, up to `limit`, where the next type word begins; empty without a citation."""
    lead = _LEAD.match(document.folded, word.span.end)
    assert lead is not None
    first = _read_number(document, lead.end(), "numbered" if lead["so"] else "bare")
    if first is None:
        return _distant(document, word, limit)
    numbers = [first]
    while following := _next_number(document, numbers[-1]):
        numbers.append(following)
    numbers = _shared_code(numbers)
    return tuple(numbers) if _stands(document, word, numbers) else ()


def read_details(document: Document, at: int) -> CitationDetails:
    """The day, issuer and term after a number, in any order, each at most once."""
    details = CitationDetails(at)
    while (longer := _longer(document, details)) is not None:
        details = longer
    return details


def is_counted(document: Document, at: int) -> bool:
    """Whether a number that ends at `at` counts the noun that follows it ("02 đoàn kiểm tra")."""
    noun = _COUNTED.match(document.folded, at)
    return noun is not None and document.text[noun.start("noun")].islower()


def _longer(document: Document, details: CitationDetails) -> CitationDetails | None:
    folded = document.folded
    if (
        details.day is None
        and (lead := _DAY_LEAD.match(folded, details.end))
        and (day := read_day(folded, lead.end()))
    ):
        closing = folded[day.span.end : day.span.end + 1] == ")" and "(" in lead.group()
        return replace(details, end=day.span.end + closing, day=day)
    if details.year is None and (year := _YEAR.match(folded, details.end)):
        return replace(details, end=year.end(), year=year["year"])
    if details.term is None and (term := _TERM.match(folded, details.end)):
        return replace(details, end=term.end(), term=term["term"].upper())
    if (
        details.issuer is None
        and (lead := _ISSUER_LEAD.match(folded, details.end))
        and (issuer := read_issuer(document, lead.end()))
    ):
        term = _TERM.search(folded, issuer.start, issuer.end)
        return replace(details, end=issuer.end, issuer=issuer, term=term["term"].upper() if term else details.term)
    return None


def _read_number(document: Document, at: int, rule: str) -> CitedNumber | None:
    """A number with or without code at `at`, with its tail."""
    symbol = read_symbol(document.text, at)
    if symbol:
        return CitedNumber(
            symbol.span, symbol.number, "symbol", symbol, symbol.year, read_details(document, symbol.span.end)
        )
    match = _NUMBER.match(document.text, at)
    if match is None:
        return None
    return CitedNumber(
        Span(*match.span()), match["number"], rule, None, match["year"], read_details(document, match.end())
    )


def _next_number(document: Document, cited_number: CitedNumber) -> CitedNumber | None:
    """The next number of the list. Without a code of its own it follows a bare number, or has "số"."""
    joint = _JOINT.match(document.folded, cited_number.details.end)
    if joint is None:
        return None
    following = _read_number(document, joint.end(), "list")
    if following is None:
        return None
    loose = following.symbol is None and not joint["so"]
    if loose and not _closed(document, following):
        return None
    if (
        loose
        and (cited_number.details.end > cited_number.span.end or cited_number.symbol)
        and not _leads_to_code(document, following)
    ):
        return None
    return following


def _leads_to_code(document: Document, cited_number: CitedNumber) -> bool:
    """Whether the next number of the list has a code, which then applies to this one too: "…; 20, 21-NQ/TW"."""
    joint = _JOINT.match(document.folded, cited_number.span.end)
    return joint is not None and read_symbol(document.text, joint.end()) is not None


def _closed(document: Document, cited_number: CitedNumber) -> bool:
    """Whether a bare number of a list ends the citation, rather than counting the noun after it."""
    return cited_number.details.end > cited_number.span.end or bool(
        _CLOSING.match(document.folded, cited_number.span.end)
    )


def _shared_code(numbers: list[CitedNumber]) -> list[CitedNumber]:
    """The list with the code of its last member given to the bare numbers before it."""
    shared = numbers[:]
    for index in range(len(numbers) - 2, -1, -1):
        code = shared[index + 1].symbol
        if (
            shared[index].symbol is None
            and shared[index].details.end == shared[index].span.end
            and code
            and code.year is None
        ):
            number = shared[index].number
            text = number + code.text[len(code.number) :]
            shared[index] = replace(
                shared[index], symbol=replace(code, span=shared[index].span, number=number, text=text), rule="list"
            )
    return shared


def _stands(document: Document, word: TypeWord, numbers: list[CitedNumber]) -> bool:
    """Whether the type word with these numbers is a citation: it needs a code or "số", except after some words."""
    first = numbers[0]
    if first.symbol:
        return True
    if first.year is None and first.details.end == first.span.end and is_counted(document, first.span.end):
        return False
    if word.type.coded:
        return False
    if first.rule == "numbered" or word.type.bare or (word.type.proper and first.details.issuer):
        return True
    if word.type.proper and word.capitalised:
        return _closed(document, first)
    return numbers[-1].details.issuer is not None and word.capitalised and not word.type.nickname


def _distant(document: Document, word: TypeWord, limit: int) -> tuple[CitedNumber, ...]:
    """A number and code a few words after the type word: "Luật Đầu tư công số 39/2019/QH14"."""
    gap = _GAP.match(document.folded, word.span.end, limit)
    symbol = read_symbol(document.text, gap.end()) if gap else None
    if gap is None or symbol is None:
        return ()
    details = read_details(document, symbol.span.end)
    issuer = _OF.match(document.folded, word.span.end)
    if issuer and details.issuer is None:
        details = replace(details, issuer=read_issuer(document, issuer.end()))
    return (CitedNumber(symbol.span, symbol.number, "distant", symbol, symbol.year, details),)


# Between the type word and its number; a qualifier needs "số" after it.
_LEAD = WordPattern(
    "document_types",
    r"""
    (?:
        (?:\s+{words.qualifiers}){0,2} \s*\(?
        (?P<so>{grammar/number}|so)(?:\b|(?=\d)) \s*[:.]?\s*
    |
        \s*:?\s*
    )
    """,
)
# Up to fourteen words, years among them, without a full stop, then "số", a bracket or the number of a law.
_GAP = WordPattern(
    "document_types",
    r"""
    (?:[\s,(–-]{1,3}(?:[^\W\d_]+|(?:19|20)\d\d)\)?){1,14}?
    (?:(?:[\s,(\[–-]{1,3}{grammar/number}\s*:?\s*|\s?[(\[]) (?=\d) | \s(?=\d{1,3}/(?:19|20)\d\d/qh\d))
    """,
)
# A number alone or with its year; not a day, a percentage, a decimal, thousands or a telephone number.
_NUMBER = re.compile(
    r"(?P<number>\d{1,5}[a-z]?)(?![\w%])(?:\s?/\s?(?P<year>(?:19|20)\d\d)(?![\w/]))?"
    r"(?!\s?[/.-]\s?\d|,\d|\s?[x×%]|/\w)"
)
# Between two numbers of a list.
_JOINT = WordPattern(
    "document_types",
    r"""
    \s*
    (?: [,;]\s*(?:{grammar/and}\s+)? | \s{grammar/and+grammar/together+grammar/or}\s+ )
    (?P<so>{grammar/number}\s*:?\s*)? (?=\d)
    """,
)
# After a bare number that ends a citation.
_CLOSING = WordPattern(
    "document_types",
    r"""
    \s*(?:[.,;:)”"'’\]\n]|$|\s{words.after}(?!\w))
    """,
)
_COUNTED = WordPattern("document_types", r"[ ]+(?P<noun>{refused.counted})(?!\w)")
# Before the day of a document.
_DAY_LEAD = WordPattern(
    "document_types",
    r"""
    (?:
        [ ,(]* (?:{grammar/has+grammar/is_done}\s+){0,2} (?:{words.issued}\s+)?
        (?:
            {grammar/on}\s+
        |
            {grammar/about_hour+grammar/at_hour}\s+
            \d{1,2}\s?(?:h|{dates/clock.hour}|:)\s?\d{0,2}(?:\s?{dates/clock.minute})?,?\s+
        )?
        (?={dates/day.lead}[\s\d])
    |
        [ ,]*\((?=\d)
    |
        \s?\n[^\n,.;:]{2,40},\s(?={dates/day.lead}[\s\d])  # on a letterhead the place stands before the day
    )
    """,
)
_YEAR = WordPattern("document_types", r"[ ,(]*\b{dates/year.lead} (?P<year>(?:19|20)\d\d)(?!\s?[-–]\s?\d)\)?")
_TERM = WordPattern("document_types", r"[\s,]*\(?\b{words.term}\s+(?P<term>[ivx]{1,5})(?!\w)\)?")
# Before the name of the issuer.
_ISSUER_LEAD = WordPattern(
    "document_types",
    r",?\s+{grammar/of}\s+|,?\s+{grammar/by}\s+(?=[^.,;]{0,60}{words.issues})",
)
_OF = WordPattern("document_types", r"\s+{grammar/of}\s+")
