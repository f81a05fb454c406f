"""A name of a person in the text, and words that look like one and are no official's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Evidence = Literal["family", "weak", "honorific", "given", "known", "foreign", "titled"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name as the words `start` to `end`; its honorifics and degrees begin at the word `lead`.

    `evidence` is the reason why it is a name: a family name, a weak one, an honorific alone, a given name after an
    honorific ("ông Thăng"), a name with more evidence elsewhere in the text, syllables joined by hyphens, or
    foreign words behind an office ("titled").
    """

    lead: int
    start: int
    end: int
    evidence: Evidence
    official: bool = False
    plural: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is a name in any context; two syllables after a weak family name may be any two words."""
        if self.evidence == "foreign":
            return False
        return self.evidence != "weak" or self.end - self.start > 2 or self.lead < self.start


@dataclass(frozen=True, slots=True)
class RefusedName:
    """Words that look like a person's name and are not an official's, with the reason."""

    start: int
    end: int
    reason: str
