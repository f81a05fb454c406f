"""Whole numbers in Vietnamese text: figures with dots, figures with a scale word, words, and ranges of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from extract.model import Span
from extract.text.lexicon import load
from extract.text.patterns import WordPattern

_MOST_WORDS = 15  # words of a numeral after its first; hundreds of thousands with units take as many
_LONGEST_LEAD = 24  # characters before figures with blanks in which the word before them is


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, or a range with its `upper` end. `in_words` where no figure is printed."""

    span: Span
    value: int
    upper: int | None = None
    in_words: bool = False


def read_number(folded: str, offset: int, glued: bool = False) -> Number | None:
    """The number or range printed at `offset` of folded text: "1.640", "16 nghìn", "hai trăm", "50 - 100".

    `glued` figures stand right behind a word: "hơn1.000".
    """
    number = _read_single(folded, offset, glued)
    joint = _JOINT.match(folded, number.span.end) if number else None
    if number is None or joint is None:
        return number
    upper = _read_single(folded, joint.end(), glued=True)
    if upper is None or upper.value <= number.value or upper.in_words != number.in_words:
        return number
    return Number(Span(offset, upper.span.end), number.value, upper.value, number.in_words)


def _read_single(folded: str, offset: int, glued: bool = False) -> Number | None:
    figures = _FIGURES[glued, _is_spaced(folded, offset)].match(folded, offset)
    if figures and _is_two_numbers(folded, offset, figures["figures"]):
        return None
    if figures:
        scale = figures["scale"]
        plain = _plain(figures["figures"], bool(scale))
        if plain is None:
            return None
        value = plain * load("numbers")["scales"].get(scale, 1) + int(figures["rest"] or 0)
        return Number(Span(offset, figures.end()), int(value)) if value == int(value) else None
    words = _WORDS.match(folded, offset)
    spoken = number_in_words(words["words"]) if words else None
    return Number(Span(offset, words.end()), spoken, in_words=True) if words and spoken is not None else None


def _is_two_numbers(folded: str, offset: int, figures: str) -> bool:
    """Whether the first of figures with blanks between them number something: "khu phố 3 250 người"."""
    if " " not in figures or "." in figures:
        return False
    return _ORDINAL_LEAD.search(folded[max(0, offset - _LONGEST_LEAD) : offset]) is not None


def _is_spaced(folded: str, offset: int) -> bool:
    """Whether thousands are parted by a dot with a blank: "hơn 1. 200", "1. 000", no number of a list.

    A word that a quantity follows stands before them, or a group begins with a zero, as no number does.
    """
    spaced = _SPACED.match(folded, offset)
    if spaced is None:
        return False
    before = folded[max(0, offset - _LONGEST_LEAD) : offset]
    return spaced["zero"] is not None or _SPACED_LEAD.search(before) is not None


def _plain(figures: str, scaled: bool) -> Decimal | None:
    """The figures as a number: a dot parts thousands; so does a comma before three digits if no scale word follows.

    None where commas part numbers of a list: before a scale word ("200,300,600 triệu"), where hundreds of millions
    would be told ("120,150,130 hộ"), or between two numbers of three figures ("200,300 đại biểu"; not "200,000").
    """
    figures = figures.replace(" .", ".").replace(". ", ".")
    if figures.isdigit():
        return Decimal(figures)
    if re.fullmatch(r"\d{3},\d{3}", figures) and not figures.endswith("000"):
        return None
    dotted = re.fullmatch(r"\d{1,3}(?:[. '’]\d{3})+", figures)
    if dotted or (not scaled and re.fullmatch(r"\d{1,2}(?:,\d{3})+|\d{3},\d{3}", figures)):
        return Decimal(re.sub(r"\D", "", figures))
    return Decimal(figures.replace(",", ".")) if figures.count(",") < 2 else None


def number_in_words(words: str) -> int | None:
    """The value of a folded numeral in words ("một nghìn hai trăm linh năm" is 1205), or None for anything else.

    A bare scale ("trăm", as in "hàng trăm") gives an order of magnitude, not a value.
    """
    if words.split()[0] in load("numbers")["scales"]:
        return None
    total = group = 0
    pending: int | None = None  # the digit whose place value is not known yet
    vocabulary = load("numbers")
    for word in words.split():
        if word in vocabulary["digits"]:
            group, pending = group + (pending or 0), vocabulary["digits"][word]
        elif word in vocabulary["tens"]["ten"]:
            group, pending = group + 10, None
        elif word in vocabulary["tens"]["times_ten"]:
            group, pending = group + _times(pending) * 10, None
        elif vocabulary["scales"].get(word) == 100:
            group, pending = group + _times(pending) * 100, None
        elif word in vocabulary["scales"]:
            total, group, pending = total + (group + (pending or 0) or 1) * vocabulary["scales"][word], 0, None
        elif word not in vocabulary["tens"]["zero_tens"]:
            return None
    return total + group + (pending or 0)


def _times(digit: int | None) -> int:
    return 1 if digit is None else digit


def _figures_pattern(glued: bool, spaced: bool) -> WordPattern:
    """Figures that are not part of a code; `glued` ones may stand right behind a word or the dash of a range ("50-60");
    `spaced` ones have blanks beside their dots."""
    before = "" if glued else r"(?<![\w/.,–-])(?<!\d['’])(?<!\D\d \. )(?<!\D\d\d \. )"  # not the end of "1 . 200"
    parted = r"\d{1,3}(?:[.'’]\d{3}){1,4}|[1-9]\d{0,2}(?: \d{3}(?!\d)){1,3}|\d{1,3}(?:,\d{3}){1,4}"
    parted = rf"{_SPACED_FIGURES}|{parted}" if spaced else parted
    decimal = r"\d{1,3}\.\d\d?(?=\s+{scales}\b)"  # "1.2 nghìn"
    figures = rf"{before}(?P<figures>{parted}|{decimal}|\d{{1,9}}(?:,\d{{1,3}})?)"
    no_code = r"(?![\d%]|[.,]\d|/|-[^\W\d]|\s%)(?:\s?\([^()\d]{3,40}\)(?=\s))?"  # "45 (bốn mươi lăm)"
    rest = r"(?(thousands)(?:\s(?P<rest>\d{3})(?![\d%]|[.,/]\d))?)"  # "2 nghìn 500"
    scaled = rf"(?:\s+(?=(?P<thousands>{{thousands}}\b)?)(?P<scale>{{scales}})\b{rest})?"
    return WordPattern("numbers", figures + no_code + scaled, thousands=_thousands)


def _thousands() -> list[str]:
    return [word for word, value in load("numbers")["scales"].items() if value == 1000]


_LEADS = ("spaced.before", "attendance/hedges.gt", "attendance/hedges.lt", "attendance/hedges.approx")
_SPACED_FIGURES = r"[1-9]\d{0,2}(?:[ ]?\.[ ]?\d{3}){1,4}"
# Figures of which a dot has a blank beside it, and whether a group after a blank begins with a zero.
_SPACED = re.compile(
    rf"(?=\d{{1,3}}(?:\.\d{{3}})*(?:[ ]\.|\.[ ]))(?=(?P<zero>[\d.]+[ ]?\.[ ]?0\d\d(?!\d)))?{_SPACED_FIGURES}(?!\d)"
)
_SPACED_LEAD = WordPattern("numbers", rf"(?<!\w){{{'+'.join(_LEADS)}}}\s+$")
_ORDINAL_LEAD = WordPattern("numbers", r"(?<!\w){spaced.ordinals}\s+$")
# By whether they stand right behind a word or a dash, and whether their dots have blanks beside them.
_FIGURES = {key: _figures_pattern(*key) for key in product((False, True), repeat=2)}
_WORDS = WordPattern(
    "numbers",
    rf"(?<!\w)(?P<words>{{numeral}}\b(?:\s+{{numeral}}\b){{0,{_MOST_WORDS}}})"
    r"(?:\s?\(\d[\d.]{0,8}\)(?=\s))?",  # "bốn mươi lăm (45)"
    numeral="{digits+scales+tens.ten+tens.times_ten+tens.zero_tens}",
)
_JOINT = WordPattern("numbers", r"\s*{range.joints}\s*(?=\w)")
