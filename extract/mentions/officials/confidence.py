"""How sure a row of officials is, from what it was found by."""

from __future__ import annotations

from extract.mentions.officials.coreference import Person
from extract.mentions.officials.roles import Participation
from extract.weights import weights

_FEW_POSTS = 3


def confidence_of(person: Person, participation: Participation) -> float:
    """The share of rows found this way whose name and posts are all right, as measured on annotated articles."""
    shares = weights().officials
    known = [shares.name[one.name.evidence] for one in person.mentions if one.name.evidence in shares.name]
    found = max(known, default=1.0)
    if not person.positions:
        return round(shares.without_post * found, 2)
    found *= shares.rule[person.first.rule]
    found *= shares.crowded if len(person.positions) > _FEW_POSTS else 1.0
    found *= shares.small if any(held.text[:1].islower() for held in person.positions) else 1.0
    found *= shares.no_deed if not participation.roles or participation.roles == ("other",) else 1.0
    return round(found, 2)
