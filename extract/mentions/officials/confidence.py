"""The confidence of a row of officials, by its features: the probability that the name and all posts are right."""

from __future__ import annotations

from extract.mentions.officials.coreference import Person
from extract.mentions.officials.roles import Participation
from extract.results import Assessment
from extract.weights import assess, weights

_FEW_POSTS = 3
_BY_SURENESS = ("family", "known", "honorific", "titled", "weak", "foreign")


def assess_person(person: Person, participation: Participation) -> Assessment:
    """The probability that the name and all posts of the person are right."""
    features: dict[str, float] = {"always": 1}
    seen = {mention.name.evidence for mention in person.mentions}
    if evidence := next((one for one in _BY_SURENESS if one in seen), None):
        features[evidence] = 1
    if person.positions:
        features[person.first.rule] = 1
    posts = len(person.positions)
    features |= {
        "without_post": posts == 0,
        "several": min(max(0, posts - 1), _FEW_POSTS) / _FEW_POSTS,
        "crowded": posts > _FEW_POSTS,
        "small": any(held.text[:1].islower() for held in person.positions),
        "no_deed": not participation.roles or participation.roles == ("other",),
        "repeated": len(person.mentions) > 1,
    }
    return assess(features, weights().confidence.official)
