"""Named persons with their posts and roles.

names.py finds the persons, posts.py the posts, links.py says whose posts they are, people.py makes one person of
all the places that name it, roles.py reads what the person did. This module puts them together and judges who is an
official.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract import lexicon
from extract.mentions.officials.links import Naming, ending_posts, link
from extract.mentions.officials.names import Name, Refused, find_names
from extract.mentions.officials.people import Person, gather, places_of
from extract.mentions.officials.posts import find_bodies, find_chains, find_heads, small_lettered
from extract.mentions.officials.roles import Deeds, read_roles
from extract.mentions.officials.tails import institution_at
from extract.mentions.officials.words import Phrases, Words, read_words
from extract.model import Findings, Mention, OfficialValue, Position, Rejection, Span
from extract.text import Document

_NEAR = 6
# How far the ways of finding posts and names are to be trusted; the products are checked against annotated articles.
_OF_RULE = {"after": 0.98, "listed": 0.95, "before": 0.94, "both": 0.92, "bare": 0.9}
_OF_NAME = {"family": 1.0, "known": 0.95, "honorific": 0.93, "weak": 0.9}
_WITHOUT_POST = 0.75
_CROWDED = 0.85
_FEW_POSTS = 3
_SIGNED = 2  # paragraphs of an article that has a last line to be signed in


def find_officials(document: Document) -> Findings:
    """Named persons with their posts and roles; refused are namesakes and persons who hold no office."""
    words = read_words(document)
    bodies = find_bodies(words)
    heads = find_heads(words, bodies)
    names, refused = find_names(words, heads, small_lettered(words, bodies))
    chains = find_chains(words, heads, _starts(names))
    if ending := ending_posts(words, names, chains):
        names = [name for name in names if name not in ending]
        chains = find_chains(words, heads, _starts(names))
    namings, alone = link(words, names, chains)
    people = gather(document, words, namings)
    deeds = read_roles(words, places_of(words, document, people, alone))
    signature = _last_line(document)
    officials = [
        (person, deeds[number])
        for number, person in enumerate(people)
        if _is_official(words, person, deeds[number])
        and not _remembered(words, person)
        and not (signature and _signs(words, person, signature))
    ]
    gathering = not (officials and all(done.only_quoted for _, done in officials))
    mentions = tuple(_mention(document, words, person, done, gathering) for person, done in officials)
    return Findings(mentions, tuple(_rejection(document, words, name) for name in refused))


def _starts(names: Sequence[Name]) -> set[int]:
    """Where persons begin, with their honorifics and without."""
    return {at for name in names if name.sure for at in (name.lead, name.start)}


def _is_official(words: Words, person: Person, deeds: Deeds) -> bool:
    """A post makes an official; so does "đồng chí" with a role, or a place in a list of "các đồng chí", and an
    institution printed behind the name of one with a role."""
    if person.positions:
        return True
    listed = any(naming.official and not naming.name.official or naming.name.plural for naming in person.namings)
    if deeds.roles and any(_represents(words, naming) for naming in person.namings):
        return True
    return (listed or bool(deeds.roles)) and any(naming.official for naming in person.namings)


def _represents(words: Words, naming: Naming) -> bool:
    """Whether one who is addressed is named with an institution in place of a post: "bà A - Trung tâm Y tế huyện"."""
    at = naming.name.end
    if naming.name.lead == naming.name.start or at + 1 >= len(words) or words.folded[at] != "-":
        return False
    return words.sentence[at + 1] == words.sentence[at] and institution_at(words, at + 1) > 0


def _last_line(document: Document) -> Span | None:
    """The last line of a body that is long enough to be signed."""
    body = [block.span for block in document.blocks if block.kind == "body"]
    return body[-1] if len(body) >= _SIGNED else None


def _signs(words: Words, person: Person, line: Span) -> bool:
    """Whether the person only signs the article: a name and a post, unaddressed, are all of its last line."""
    naming = person.first
    if len(person.namings) > 1 or naming.name.lead < naming.name.start:
        return False
    first, last = words.start[naming.start], words.end[naming.end - 1]
    return naming.start == naming.name.start and line.start == first and line.end - last <= 1


def _remembered(words: Words, person: Person) -> bool:
    """Whether the person is dead, and the day or the life is remembered."""
    return any(_absences("remembered").before(words, naming.start) for naming in person.namings)


def _mention(
    document: Document, words: Words, person: Person, deeds: Deeds, gathering: bool
) -> Mention[OfficialValue]:
    """A person as a mention; in an article where nobody does more than being quoted, nobody took part in anything."""
    shown = person.first
    span = Span(words.start[shown.start], words.end[shown.end - 1])
    value = OfficialValue(
        name=_spelling(document, words, person),
        honorific=_honorific(document, words, person),
        positions=person.positions,
        roles=deeds.roles or ("other",),
        participant=gathering and not _absent(words, person, deeds),
        level=next((held.level for held in person.positions if held.level), None),
        confidence=_confidence(person),
        organization=next((_organization(held) for held in person.positions if held.body), None),
    )
    return Mention("official", span, document.quote(span), value, shown.rule)


def _spelling(document: Document, words: Words, person: Person) -> str:
    """The name as first printed in small letters; in title case where it is only printed in capitals."""
    full = [naming.name for naming in person.namings if naming.name.evidence != "given"]
    printed = [document.text[words.start[name.start] : words.end[name.end - 1]] for name in full]
    return next((name for name in printed if not name.isupper()), printed[0].title())


def _honorific(document: Document, words: Words, person: Person) -> str | None:
    for naming in person.namings:
        name = naming.name
        if name.lead < name.start:
            return document.text[words.start[name.lead] : words.end[name.start - 1]]
    return None


def _confidence(person: Person) -> float:
    """The share of rows found this way whose name and posts are all right, as measured on annotated articles."""
    found = person.first
    evidence = max(_OF_NAME[naming.name.evidence] for naming in person.namings if naming.name.evidence in _OF_NAME)
    if not person.positions:
        return round(_WITHOUT_POST * evidence, 2)
    crowded = _CROWDED if len(person.positions) > _FEW_POSTS else 1.0
    return round(_OF_RULE[found.rule] * evidence * crowded, 2)


def _organization(held: Position) -> str:
    """The body of a post with its unit: "UBND huyện Sìn Hồ"."""
    return " ".join(part for part in (held.body, held.unit) if part)


def _absent(words: Words, person: Person, deeds: Deeds) -> bool:
    """Whether the words around some naming say that the person was not there, or was only quoted."""
    after = (at for naming in person.namings for at in range(naming.end, min(naming.end + _NEAR, len(words))))
    if any(_absences("words").at(words, at) for at in after):
        return True
    before = (at for naming in person.namings for at in range(max(naming.start - _NEAR, 0), naming.start))
    if any(_absences("dismissed").at(words, at) for at in before):
        return True
    quoted = deeds.only_quoted or not deeds.roles
    return quoted and any(_absences("quoted").before(words, naming.start) for naming in person.namings)


def _rejection(document: Document, words: Words, name: Refused) -> Rejection:
    span = Span(words.start[name.start], words.end[name.end - 1])
    return Rejection("official", span, document.quote(span), "name", name.reason)


@cache
def _absences(name: str) -> Phrases:
    return Phrases({name: lexicon.load("roles")["absent"][name]})
