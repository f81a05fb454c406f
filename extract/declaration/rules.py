"""A rule as a value: its name in the column `rule` or `reason` of a table, its condition, and example sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """A rule by which something was found or refused.

    `holds` is what must hold, `yields` what is made of it: a value of the table, or "refused". `examples` are texts of
    an article of which the rule finds or refuses something, `others` texts of which it does not. `when` is the
    condition; None where the finder itself yields the name, since it reads a form ("symbol") and tests nothing more.
    `feature` is the name of a weighed rule in weights.toml, where several rules have one name in the tables.
    """

    name: str
    holds: str
    yields: str
    examples: tuple[str, ...]
    others: tuple[str, ...]
    when: Callable[[Subject], object] | None = None
    feature: str | None = None

    @property
    def refuses(self) -> bool:
        """Whether the name is a reason of rejections, not a rule by which something is found."""
        return self.yields == "refused"

    @property
    def weighed_as(self) -> str:
        """Its name in weights.toml."""
        return self.feature or self.name

    def applies(self, subject: Subject) -> bool:
        """Whether the condition holds of a subject."""
        return self.when is not None and bool(self.when(subject))


def first_applying(rules: Iterable[Rule[Subject]], subject: Subject) -> Rule[Subject] | None:
    """The first rule of a list whose condition holds; the order of a list is that in which its rules are tried."""
    return next((rule for rule in rules if rule.applies(subject)), None)
