"""From the places that name persons to the persons: one entry a person, with the union of posts and roles.

A person named twice is one; "ông Thăng" and "đồng chí Chủ tịch UBND huyện" are the person that the article names in
full, where only one fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.mentions.officials.links import Naming
from extract.mentions.officials.name_contexts import syllables
from extract.mentions.officials.positions import position, same_post, union
from extract.mentions.officials.posts import Chain
from extract.mentions.officials.roles import Place
from extract.mentions.officials.words import Words
from extract.model import Position
from extract.text import Document


@dataclass(slots=True)
class Person:
    """A person with every naming of it in reading order."""

    key: tuple[str, ...]
    namings: list[Naming] = field(default_factory=list)
    positions: tuple[Position, ...] = ()

    @property
    def first(self) -> Naming:
        """The naming to show as evidence: the first with posts, else the first of all."""
        return next((naming for naming in self.namings if naming.posts), self.namings[0])


def gather(document: Document, words: Words, namings: Sequence[Naming]) -> list[Person]:
    """The persons in the order of their first naming."""
    people: dict[tuple[str, ...], Person] = {}
    for naming in namings:
        key = syllables(words, naming.name.start, naming.name.end)
        if naming.name.evidence != "given" and (naming.name.sure or naming.posts):
            people.setdefault(key, Person(key)).namings.append(naming)
    for naming in namings:
        given = words.folded[naming.name.start]
        if naming.name.evidence == "given" and (person := _called(people.values(), given)):
            person.namings.append(naming)
    for person in people.values():
        person.namings.sort(key=lambda naming: naming.start)
        person.positions = _positions(document, words, person)
    return list(people.values())


def places_of(
    words: Words, document: Document, people: Sequence[Person], chains: Iterable[Chain]
) -> list[Place]:
    """Every place that stands for a person, in reading order: its namings, and posts alone that are one person's."""
    places = [
        Place(naming.start, naming.end, number) for number, person in enumerate(people) for naming in person.namings
    ]
    for chain in chains:
        holder = None if chain.several or chain.posts[-1].plural else _holder(document, words, people, chain)
        if holder is not None:
            places.append(Place(chain.start, chain.end, holder))
    return sorted(places, key=lambda place: place.start)


def _positions(document: Document, words: Words, person: Person) -> tuple[Position, ...]:
    posts = [(post, naming.rule) for naming in person.namings for post in naming.posts]
    if not posts:
        posts = [(post, "shared") for naming in person.namings for post in naming.shared]
    return union(position(document, words, post, rule) for post, rule in posts if not post.plural)


def _called(people: Iterable[Person], given: str) -> Person | None:
    """The only person of that given name."""
    fitting = [person for person in people if person.key[-1] == given]
    return fitting[0] if len(fitting) == 1 else None


def _holder(document: Document, words: Words, people: Sequence[Person], chain: Chain) -> int | None:
    """The only person who holds the posts of a chain that stands alone."""
    texts = [document.text[words.start[post.start] : words.end[post.end - 1]] for post in chain.posts]
    fitting = [
        number
        for number, person in enumerate(people)
        if all(any(same_post(held.text, text) for held in person.positions) for text in texts)
    ]
    return fitting[0] if len(fitting) == 1 else None
