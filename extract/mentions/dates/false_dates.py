"""Figures that look like a date and are not: fractions, scores, file names, codes of documents."""

from __future__ import annotations


from extract.mentions.dates.expressions import DateExpression
from extract.text.lexicon import load
from extract.text.patterns import WordPattern

_LEFT = 24  # characters before the figures that are examined


def is_false_date(folded: str, expression: DateExpression) -> str | None:
    """Why the expression is not a date, in one word ("fraction", "score", "file", …), or None for a date."""
    if expression.days is None:
        return None
    longer = _LONGER.match(folded, expression.span.end)
    if longer and (longer["file"] or not expression.named):
        return "file" if longer["file"] else "code"
    printed = folded[expression.days.span.start : expression.days.span.end]
    worded = any(char.isalpha() for char in printed)  # "12 tháng 3", "23, 24 và 25-3"
    return None if expression.named or expression.days.last.year or worded else _doubt(folded, expression, printed)


def _doubt(folded: str, expression: DateExpression, printed: str) -> str | None:
    """What bare figures without a year are, if they are not a day: a day needs a cue before them."""
    left = folded[max(0, expression.span.start - _LEFT) : expression.span.start]
    if printed == load("dates")["cues"]["always"]:
        return "always"
    if _SCORE.search(left):
        return "score"
    if _HOLIDAY.search(left):
        return None
    slashed = "/" in printed
    if slashed and not _COUNTED.match(folded, expression.span.end) and _makes_sense(folded, left, expression):
        return None
    return "fraction" if slashed else "number"


def _makes_sense(folded: str, left: str, expression: DateExpression) -> bool:
    """Whether figures with a slash are a day: alone in brackets, or after a preposition and not a proper fraction."""
    assert expression.days is not None and expression.days.first.month
    if left.rstrip().endswith("(") and folded.startswith(")", expression.span.end):
        return True
    improper = expression.days.form != "day" or expression.days.first.day > expression.days.first.month
    return improper and bool(_PREPOSITION.search(left))


# What follows figures that are part of a longer token.
_LONGER = WordPattern("dates", r"(?:[\w-]*\.(?P<file>{cues.file_types})\b|[/_]\w|-\w)")
_SCORE = WordPattern("dates", r"\b{cues.scores}(?:\s+\w+){0,2}\s*$")
_HOLIDAY = WordPattern("dates", r"\b{cues.holidays}\s*$")
_PREPOSITION = WordPattern("dates", r"\b{cues.prepositions}\s*$")
_COUNTED = WordPattern("dates", r"\s+{cues.fraction_nouns}\b")
