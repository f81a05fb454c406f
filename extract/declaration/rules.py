"""A rule as a value: the name in the column `rule` or `reason` of a table, and example sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by which something was found or refused.

    `holds` is what must hold, `yields` what is made of it: a value of the table, or "refused". `examples` are texts of
    an article of which the rule finds or refuses something, `others` texts of which it does not.
    """

    name: str
    holds: str
    yields: str
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def refuses(self) -> bool:
        """Whether the name is a reason of rejections, not a rule by which something is found."""
        return self.yields == "refused"
