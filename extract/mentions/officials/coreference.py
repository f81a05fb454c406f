"""Coreference of persons: from mentions to persons, each with the union of posts and roles.

Mentions of one name are one person; "ông Thăng" and "đồng chí Chủ tịch UBND huyện" are the person that the article
names in full, where only one fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.mentions.names.context import syllables
from extract.mentions.names.honorifics import lead_of
from extract.mentions.officials.assignment import PersonMention
from extract.mentions.officials.other_days import PersonTokens
from extract.mentions.posts.find import PostChain
from extract.mentions.posts.home import ArticleHome
from extract.mentions.posts.levels import settle_levels
from extract.mentions.posts.values import position, same_post, union
from extract.model import Position
from extract.text.document import Document
from extract.text.tokens import Tokens


@dataclass(slots=True)
class Person:
    """A person with all mentions in reading order."""

    key: tuple[str, ...]
    mentions: list[PersonMention] = field(default_factory=list)
    positions: tuple[Position, ...] = ()

    @property
    def first(self) -> PersonMention:
        """The mention to show as evidence: the first with posts, else the first of all."""
        return next((mention for mention in self.mentions if mention.posts), self.mentions[0])


def resolve_coreference(document: Document, tokens: Tokens, mentions: Sequence[PersonMention]) -> list[Person]:
    """The persons in the order of their first mention."""
    people: dict[tuple[str, ...], Person] = {}
    for mention in mentions:
        key = syllables(tokens, mention.name.start, mention.name.end)
        if mention.name.evidence != "given" and (mention.name.sure or mention.posts):
            people.setdefault(key, Person(key)).mentions.append(mention)
    for mention in mentions:
        given = tokens.folded[mention.name.start]
        if mention.name.evidence == "given" and (person := _called(people.values(), given)):
            person.mentions.append(mention)
    for key in list(people):
        if (whole := _whole_name(people, key)) is not None:
            people[whole].mentions += people.pop(key).mentions
    for person in people.values():
        person.mentions.sort(key=lambda mention: mention.start)
    found = [_positions(document, tokens, person) for person in people.values()]
    for person, positions in zip(people.values(), settle_levels(ArticleHome(document), found)):
        person.positions = positions
    return list(people.values())


def places_of(
    tokens: Tokens, document: Document, people: Sequence[Person], chains: Iterable[PostChain]
) -> list[PersonTokens]:
    """Every place that refers to a person, in reading order: mentions of the name, and posts alone of one holder."""
    places = [
        PersonTokens(mention.start, mention.end, number)
        for number, person in enumerate(people)
        for mention in person.mentions
    ]
    for chain in chains:
        holder = None if chain.several or chain.posts[-1].plural else _holder(document, tokens, people, chain)
        if holder is not None:
            places.append(PersonTokens(lead_of(tokens, chain.start), chain.end, holder))
    return sorted(places, key=lambda place: place.start)


def _positions(document: Document, tokens: Tokens, person: Person) -> tuple[Position, ...]:
    posts = [(post, mention.rule) for mention in person.mentions for post in mention.posts]
    if not posts:
        posts = [(post, "shared") for mention in person.mentions for post in mention.shared]
    return union(position(document, tokens, post, rule) for post, rule in posts if not post.plural)


def _whole_name(people: dict[tuple[str, ...], Person], key: tuple[str, ...]) -> tuple[str, ...] | None:
    """The only name that ends in these two syllables, where a person is addressed by them without the family name ("ông
    Hoài Bảo")."""
    if len(key) != 2 or any(mention.name.evidence not in ("honorific", "weak") for mention in people[key].mentions):
        return None
    if any(mention.name.lead == mention.name.start for mention in people[key].mentions):
        return None
    fitting = [other for other in people if len(other) > 2 and other[-2:] == key]
    return fitting[0] if len(fitting) == 1 else None


def _called(people: Iterable[Person], given: str) -> Person | None:
    """The only person of that given name."""
    fitting = [person for person in people if person.key[-1] == given]
    return fitting[0] if len(fitting) == 1 else None


def _holder(document: Document, tokens: Tokens, people: Sequence[Person], chain: PostChain) -> int | None:
    """The only person who holds the posts of a chain without a name."""
    texts = [document.text[tokens.start[post.start] : tokens.end[post.end - 1]] for post in chain.posts]
    fitting = [
        number
        for number, person in enumerate(people)
        if all(any(same_post(held.text, text) for held in person.positions) for text in texts)
    ]
    return fitting[0] if len(fitting) == 1 else None
