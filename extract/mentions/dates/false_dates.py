"""Figures that look like a date and are not: fractions, scores, file names, codes of documents."""

from __future__ import annotations

from dataclasses import dataclass

from extract.declaration.rules import Rule, first_applying
from extract.mentions.dates.expressions import DateExpression
from extract.text.calendar import Days
from extract.text.lexicon import load
from extract.text.patterns import WordPattern

_LEFT = 24  # characters before the figures that are examined


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures in the form of a day: the folded text, the words before them, and the figures as printed."""

    folded: str
    expression: DateExpression
    days: Days
    left: str
    printed: str

    @property
    def goes_on(self) -> str | None:
        """What the token that they are part of is: "file", "code", or None where they are a whole one."""
        longer = _LONGER.match(self.folded, self.expression.span.end)
        if longer and longer["file"]:
            return "file"
        return "code" if longer and not self.expression.named else None

    @property
    def bare(self) -> bool:
        """Whether they have no word of a date and no year: such figures are a day only by a cue before them."""
        worded = any(char.isalpha() for char in self.printed)  # "12 tháng 3", "23, 24 và 25-3"
        return not (self.expression.named or self.days.last.year or worded)


def is_false_date(folded: str, expression: DateExpression) -> str | None:
    """Why the expression is not a date, in one word ("fraction", "score", "file", …), or None for a date."""
    days = expression.days
    if days is None:
        return None
    left = folded[max(0, expression.span.start - _LEFT) : expression.span.start]
    figures = Figures(folded, expression, days, left, folded[days.span.start : days.span.end])
    rule = first_applying(FALSE_DATES, figures)
    return rule.name if rule else None


def _is_day(figures: Figures) -> bool:
    """Whether figures with a slash are a day: after a word that a day follows, or where they make sense as one and
    count nothing."""
    if _needs_day(figures):
        return True
    return not _COUNTED.match(figures.folded, figures.expression.span.end) and _makes_sense(figures)


def _needs_day(figures: Figures) -> bool:
    """Whether a day must follow the words before the figures: a holiday's name, or "kéo dài đến"."""
    return bool(_HOLIDAY.search(figures.left) or _LASTS.search(figures.left))


def _makes_sense(figures: Figures) -> bool:
    """Whether figures with a slash are a day: alone in brackets, or after a preposition and not a proper fraction."""
    days = figures.days
    assert days.first.month
    if figures.left.rstrip().endswith("(") and figures.folded.startswith(")", figures.expression.span.end):
        return True
    improper = days.form != "day" or days.first.day > days.first.month
    return improper and bool(_PREPOSITION.search(figures.left))


# What follows figures that are part of a longer token.
_LONGER = WordPattern("dates", r"(?:[\w-]*\.(?P<file>{cues.file_types})\b|[/_]\w|-\w)")
_SCORE = WordPattern("dates", r"\b{cues.scores}(?:\s+\w+){0,2}\s*$")
_HOLIDAY = WordPattern("dates", r"\b{cues.holidays}\s*$")
_LASTS = WordPattern("dates", r"\b{frames.goes_on}(?:\s+{frames.throughout})?\s+{frames.until}\s*$")
_PREPOSITION = WordPattern("dates", r"\b{cues.prepositions}\s*$")
_COUNTED = WordPattern("dates", r"\s+{cues.fraction_nouns}\b")

FALSE_DATES: tuple[Rule[Figures], ...] = (
    Rule(
        "file",
        "Part of a file's name.",
        "refused",
        ("Xem anh 12-3-2024.jpg.",),
        ("Ngày 12-3-2024, xã họp.",),
        lambda figures: figures.goes_on == "file",
    ),
    Rule(
        "code",
        "Part of a longer code.",
        "refused",
        ("Mã số 12/3/2024-AB.",),
        ("Ngày 12/3/2024, xã họp.",),
        lambda figures: figures.goes_on == "code",
    ),
    Rule(
        "always",
        "Round the clock.",
        "refused",
        ("Trạm trực 24/7.",),
        ("Ngày 24/7, trạm trực.",),
        lambda figures: figures.bare and figures.printed == load("dates")["cues"]["always"],
    ),
    Rule(
        "score",
        "The score of a game.",
        "refused",
        ("Đội xã Hòa An thắng 3-1.",),
        ("Sáng 3-1, xã họp.",),
        lambda figures: figures.bare and _SCORE.search(figures.left),
    ),
    Rule(
        "fraction",
        "A share of what is counted.",
        "refused",
        ("Có 8/12 huyện hoàn thành.",),
        ("Sáng 8/12, xã họp.",),
        lambda figures: figures.bare and "/" in figures.printed and not _is_day(figures),
    ),
    Rule(
        "number",
        "A bare number.",
        "refused",
        ("Năng suất đạt 5.12 tấn.",),
        ("Sáng 5.12, xã họp.", "Giải kéo dài đến 21-10."),
        lambda figures: figures.bare and "/" not in figures.printed and not _needs_day(figures),
    ),
)
