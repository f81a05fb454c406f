"""Classification of dates by the words around them: the first of the rules whose condition holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from extract.declaration.rules import Rule, Subject, first_applying
from extract.mentions.dates.context import DateContext, PeriodContext
from extract.mentions.dates.rules import DATES, PERIODS
from extract.model import DateKind


@dataclass(frozen=True, slots=True)
class ClassifiedDate:
    """The kind of a date and the rule by which it was classified."""

    kind: DateKind
    rule: str


def kind_of(context: DateContext) -> ClassifiedDate:
    """The kind of a day or a range of days."""
    return _classified(first_applying(DATES, context))


def kind_of_period(context: PeriodContext) -> ClassifiedDate:
    """The kind of a period: a term, a limit, a vague day of an event, or only mentioned."""
    return _classified(first_applying(PERIODS, context))


def _classified(rule: Rule[Subject] | None) -> ClassifiedDate:
    assert rule is not None  # the last of each list applies to all
    return ClassifiedDate(cast(DateKind, rule.yields), rule.name)
