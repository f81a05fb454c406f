"""Documents cited by number: laws, decrees, plans, directives, of State, Party, Front and mass organisations.

A citation begins with a type word ("Nghị quyết", "NQ") or, where the code says the type, with the number itself. A
document cited twice is one mention, at its first place, with the details of all places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.gazetteer.publisher import home_of
from extract.mentions.documents.citations import CitedNumber, is_counted, read_details, read_numbers
from extract.mentions.documents.identities import Citation, identity, merged
from extract.mentions.documents.issue_days import announced, issue_day
from extract.mentions.documents.issuers import issuer_of_code
from extract.mentions.documents.standards import find_standards
from extract.mentions.documents.provisions import provision_after, provision_before
from extract.mentions.documents.symbols import issuer_codes, read_symbol, type_codes
from extract.mentions.documents.type_words import TypeWord, find_type_words, type_names
from extract.model import CitationValue, Findings, Mention, Rejection, Span
from extract.text.calendar import Day
from extract.text.document import Document
from extract.text.lexicon import load
from extract.text.overlaps import is_free
from extract.text.patterns import WordPattern
from scraper.article import Place

_NUMBER = re.compile(r"\s+\d+")


def find_documents(document: Document) -> Findings:
    """Documents cited by number, each once, and rejected numbers after type words."""
    words = find_type_words(document)
    cited = [
        citation for word, limit in zip(words, _limits(words, document)) for citation in _of_word(document, word, limit)
    ]
    cited += _without_word(document, [citation.span for citation in cited])
    cited = sorted([*cited, *find_standards(document)], key=lambda citation: citation.span)
    home = home_of(document) if cited else Place()
    mentions = tuple(_mention(document, citation, home) for citation in merged(_tails_shared(document, cited)))
    return Findings(mentions, tuple(_rejections(document, words, [citation.span for citation in cited])))


def _limits(words: Sequence[TypeWord], document: Document) -> list[int]:
    """For each type word, the offset of the next one."""
    return [*(word.span.start for word in words[1:]), len(document.text)]


def _of_word(document: Document, word: TypeWord, limit: int) -> Iterator[Citation]:
    """The citations of one type word; the first one's span begins with the word, the others' with their numbers."""
    numbers = read_numbers(document, word, limit)
    before = announced(document, word.span.start) if numbers else (None, None)
    start = word.span.start
    for index, cited_number in enumerate(numbers):
        name = _type_name(word, cited_number)
        if cited_number.rule == "distant" and name != word.type.name:
            start = cited_number.span.start
        yield _citation(document, name, cited_number, start, before if index == 0 else (None, None))
        start = numbers[index + 1].span.start if index + 1 < len(numbers) else start


def _citation(
    document: Document, name: str, cited_number: CitedNumber, start: int, before: tuple[Day | None, Span | None]
) -> Citation:
    """The citation of one number. Day and issuer after the number take precedence over those before the type word."""
    details, symbol = cited_number.details, cited_number.symbol
    end = max(cited_number.span.end, details.end)
    day, issuer = details.day or before[0], details.issuer or before[1]
    bodies = symbol.bodies if symbol else ()
    issued = issue_day(document, day) if day else None
    value = CitationValue(
        type=name,
        number=cited_number.number,
        symbol=symbol.text if symbol else f"{cited_number.number}/{cited_number.year}" if cited_number.year else None,
        year=cited_number.year or details.year or (issued[:4] if issued else None),
        issuer=document.quote(issuer) if issuer else issuer_of_code(bodies),
        issued_date=issued,
        subject=_subject(document, end),
        provision=provision_before(document, start) or provision_after(document, end),
    )
    term = details.term or (symbol.term if symbol else None)
    return Citation(Span(start, end), value, cited_number.rule, symbol.type_code if symbol else None, bodies, term)


def _type_name(word: TypeWord, cited_number: CitedNumber) -> str:
    """The type as printed; from the code where the word abbreviates two types, or is too far from the number."""
    code = cited_number.symbol.type_code if cited_number.symbol else None
    if code is None or word.type.generic or cited_number.symbol is None:
        return word.type.name
    named = word.type.name in type_codes()[code]
    if cited_number.rule == "distant" and not named:
        return _type_of_code(code, cited_number.symbol.bodies)
    return _type_of_code(code, cited_number.symbol.bodies) if word.short and named else word.type.name


def _type_of_code(code: str, bodies: Sequence[str]) -> str:
    """The type that a code alone means, which for some codes depends on the issuer."""
    other = load("issuers")["codes"]["by_body"].get(code)
    if other and bodies and bodies[0] in other["bodies"]:
        return str(other["type"])
    return type_codes()[code][0]


def _without_word(document: Document, taken: Sequence[Span]) -> Iterator[Citation]:
    """Citations without a type word, by numbers whose code has the type and the issuer: "(12/KH-UBND)"."""
    end = 0
    for match in _BARE_SYMBOL.find_in(document.folded, document.text):
        symbol = read_symbol(document.text, match.start())
        if symbol is None or symbol.span.start < end or symbol.type_code is None or len(symbol.words) < 2:
            continue
        if not is_free(symbol.span, taken) or not set(symbol.bodies) & set(issuer_codes()):
            continue
        end = symbol.span.end
        cited_number = CitedNumber(
            symbol.span, symbol.number, "code_alone", symbol, symbol.year, read_details(document, symbol.span.end)
        )
        yield _citation(
            document, _type_of_code(symbol.type_code, symbol.bodies), cited_number, symbol.span.start, (None, None)
        )


def _subject(document: Document, at: int) -> str | None:
    """The subject of the document: the words after "về", up to a mark or the next type word with a number."""
    match = _SUBJECT.match(document.folded, at)
    return document.text[match.start("subject") : match.end("subject")].strip() if match else None


def _tails_shared(document: Document, cited: Sequence[Citation]) -> list[Citation]:
    """Citations joined by nothing but a comma or "và" take the issuer that the last of them prints.

    Documents with consecutive numbers were issued together, and take the day too: "Quyết định số 217-QĐ/TW và Quyết
    định số 218-QĐ/TW, ngày 12/12/2013".
    """
    shared = list(cited)
    for index in range(len(shared) - 2, -1, -1):
        here, following = shared[index], shared[index + 1]
        between = document.folded[here.span.end : following.span.start]
        if _BETWEEN.fullmatch(between):
            shared[index] = _with_tail(here, following.value)
    return shared


def _with_tail(citation: Citation, following: CitationValue) -> Citation:
    value = citation.value
    if value.issuer is None:
        value = replace(value, issuer=following.issuer)
    if value.issued_date is None and value.type == following.type and _consecutive(value, following):
        value = replace(value, issued_date=following.issued_date, year=value.year or following.year)
    return replace(citation, value=value)


def _consecutive(one: CitationValue, other: CitationValue) -> bool:
    """Whether two numbers with one code follow each other."""
    if not (one.symbol and other.symbol and one.number.isdigit() and other.number.isdigit()):
        return False
    same_code = one.symbol[len(one.number) :] == other.symbol[len(other.number) :]
    return same_code and int(other.number) - int(one.number) == 1


def _mention(document: Document, citation: Citation, home: Place) -> Mention[object]:
    key = identity(citation, home)
    return Mention(
        "document", citation.span, document.quote(citation.span), replace(citation.value, key=key), citation.rule
    )


def _rejections(document: Document, words: Sequence[TypeWord], taken: Sequence[Span]) -> Iterator[Rejection]:
    """Rejections for numbers that are not citations: counts after a type word, numbers of bodies, slogans, plenums."""
    cited = {span.start for span in taken}
    for word in words:
        number = _NUMBER.match(document.folded, word.span.end)
        if number and word.span.start not in cited and is_counted(document, number.end()):
            span = Span(word.span.start, number.end())
            yield Rejection("document", span, document.quote(span), "type_word", "count")
    for match in _REFUSED.find_in(document.folded):
        span = Span(*match.span())
        if match.lastgroup and is_free(span, taken):
            yield Rejection("document", span, document.quote(span), "type_word", match.lastgroup)


_BARE_SYMBOL = WordPattern(
    "document_types",
    r"\d(?<![\w./-]\d)\d{0,4}[a-z]?(?=\s?[-–/]{1,2}\s?(?:[A-Z{letters/D:letters}]{2}|\d{4}\s?[/-]))",
    begins=r"\d",
)
_SUBJECT = WordPattern(
    "document_types",
    r"""
    [\s,:]*[“"]? {words.about} \s+[“"]?
    (?P<subject>(?:[^\n;.”"]|\.(?=\d)){3,300}?)
    (?=[\n;”"] | \.(?!\d) | $ | ,?\s+(?:{grammar/and}\s+)?{types}\s+(?:{grammar/number}\s+)?\d)
    """,
    types=type_names,
)
_BETWEEN = WordPattern("document_types", r"\s*(?:[,;]|,?\s?{grammar/and})?\s*(?:{grammar/number}\s*)?")
# Numbers after words other than documents; the group that matched is the reason.
_REFUSED = WordPattern(
    "document_types",
    r"""
    \b
    (?:
        (?P<body_name>{refused.bodies}\s+(?:{grammar/number}\s+)?\d+)
    |
        (?P<slogan>{refused.slogans}\s+\d+k?)
    |
        (?P<plenum>{refused.resolution}\s+{refused.plenums}\s+\d+)
    )
    (?!\w)
    """,
    begins="refused.bodies+refused.slogans+refused.resolution",
)
