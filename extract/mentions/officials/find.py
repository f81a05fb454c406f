"""Named persons with their posts and roles.

`names.find` finds the persons, `posts.find` the posts; `assignment` assigns posts to persons, `coreference` joins the
mentions of one person, `roles` reads what the person did. This module combines them and decides who is an official.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.mentions.names.find import find_names
from extract.mentions.names.values import NameMention, RefusedName
from extract.mentions.officials.adjacency import ending_posts
from extract.mentions.officials.assignment import PersonMention, assign_posts
from extract.mentions.officials.confidence import assess_person
from extract.mentions.officials.coreference import Person, places_of, resolve_coreference
from extract.mentions.officials.presence import remembered, took_part
from extract.mentions.officials.roles import Participation, read_participation
from extract.mentions.officials.verbs import phrases
from extract.mentions.posts.complement import institution_at
from extract.mentions.posts.find import find_bodies, find_chains, find_heads, small_lettered
from extract.mentions.posts.levels import highest
from extract.model import Findings, Mention, OfficialValue, Position, Rejection, Span
from extract.text.document import Document
from extract.text.tokens import Tokens, read_tokens

_SIGNED = 2  # minimum paragraphs of an article whose last line may be a signature
_LISTED = 3  # lines at the end of an article that may be a list of persons
_BODY = 3  # words of a body before the calling in its name
_NUMBER = 5  # characters of the number before a person in a list


def find_officials(document: Document) -> Findings:
    """Named persons with their posts and roles; namesakes and persons without an office are rejected."""
    tokens = read_tokens(document)
    bodies = find_bodies(tokens)
    heads = find_heads(tokens, bodies)
    names, refused = find_names(tokens, heads, small_lettered(tokens, bodies))
    names = [_after_body(name, bodies) for name in names]
    chains = find_chains(tokens, heads, _starts(names))
    if ending := ending_posts(tokens, names, chains):
        names = [name for name in names if name not in ending]
        chains = find_chains(tokens, heads, _starts(names))
    namings, alone = assign_posts(tokens, names, chains)
    people = resolve_coreference(document, tokens, namings)
    participation = read_participation(tokens, places_of(tokens, document, people, alone))
    signature = None if _ends_in_list(document, tokens, people) else _last_line(document)
    reasons = [_reason(tokens, person, participation[number], signature) for number, person in enumerate(people)]
    officials = [(person, participation[number]) for number, person in enumerate(people) if not reasons[number]]
    left = [(person, reason) for person, reason in zip(people, reasons) if reason]
    gathering = not officials or any(not done.only_quoted or done.at_occasion for _, done in officials)
    mentions = tuple(_mention(document, tokens, person, done, gathering) for person, done in officials)
    refused += [RefusedName(one.first.name.start, one.first.name.end, reason) for one, reason in left]
    refused.sort(key=lambda name: name.start)
    return Findings(mentions, tuple(_rejection(document, tokens, name) for name in refused))


def _after_body(name: NameMention, bodies: Mapping[int, tuple[int, str]]) -> NameMention:
    """A name without the calling that ends a body before it: "Chủ tịch Hội [Nhà báo] Lò Văn …"."""
    ends = any(at + bodies[at][0] == name.start for at in range(name.lead - _BODY, name.lead) if at in bodies)
    return replace(name, lead=name.start) if ends and name.lead < name.start else name


def _reason(tokens: Tokens, person: Person, participation: Participation, signature: Span | None) -> str:
    """Why a person is not an official: "remembered", "signature", or "no_post" for one without post, rank and role;
    else ""."""
    if not _is_official(tokens, person, participation):
        return "no_post"
    if remembered(tokens, person):
        return "remembered"
    return "signature" if signature and _signs(tokens, person, signature) else ""


def _starts(names: Sequence[NameMention]) -> set[int]:
    """The words at which persons begin, with their honorifics and without."""
    return {at for name in names if name.sure for at in (name.lead, name.start)}


def _is_official(tokens: Tokens, person: Person, participation: Participation) -> bool:
    """Whether a person is an official: by a post, by "đồng chí" with a role or in a list of "các đồng chí", or by an
    institution after the name of a person with a role."""
    if person.positions:
        return True
    if all(_receives(tokens, mention) for mention in person.mentions):
        return False
    listed = any(mention.official and not mention.name.official or mention.name.plural for mention in person.mentions)
    if participation.roles and any(_represents(tokens, mention) for mention in person.mentions):
        return True
    return (listed or bool(participation.roles)) and any(mention.official for mention in person.mentions)


def _receives(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether something is handed to the person: "trao huy hiệu cho đồng chí A"."""
    return phrases("handed_to").match_before(tokens, mention.start) is not None


def _represents(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether a person with an honorific is named with an institution instead of a post: "bà A - Trung tâm Y tế
    huyện"."""
    at = mention.name.end
    if mention.name.lead == mention.name.start or at + 1 >= len(tokens) or tokens.folded[at] != "-":
        return False
    return tokens.sentence[at + 1] == tokens.sentence[at] and institution_at(tokens, at + 1) > 0


def _last_line(document: Document) -> Span | None:
    """The last line of a body that is long enough to have a signature."""
    body = [block.span for block in document.blocks if block.kind == "body"]
    return body[-1] if len(body) >= _SIGNED else None


def _ends_in_list(document: Document, tokens: Tokens, people: Sequence[Person]) -> bool:
    """Whether one of the two lines before the last is a person with a post and nothing else, as in a list or table."""
    body = [block.span for block in document.blocks if block.kind == "body"][-_LISTED:-1]
    ends = {tokens.end[one.end - 1]: one for person in people if person.positions for one in person.mentions}
    listed = ((line, ends[line.end]) for line in body if line.end in ends)
    return any(tokens.start[mention.start] - line.start <= _NUMBER for line, mention in listed)


def _signs(tokens: Tokens, person: Person, line: Span) -> bool:
    """Whether the person only signs the article: its last line is only a name without honorific, and a post."""
    mention = person.first
    if len(person.mentions) > 1 or mention.name.lead < mention.name.start:
        return False
    first, last = tokens.start[mention.start], tokens.end[mention.end - 1]
    return mention.start == mention.name.start and line.start == first and line.end - last <= 1


def _mention(
    document: Document, tokens: Tokens, person: Person, participation: Participation, gathering: bool
) -> Mention[OfficialValue]:
    """A person as a mention; in an article where persons are only quoted, nobody took part in an event."""
    shown = person.first
    span = Span(tokens.start[shown.start], tokens.end[shown.end - 1])
    sure = assess_person(person, participation)
    value = OfficialValue(
        name=_spelling(document, tokens, person),
        honorific=_honorific(document, tokens, person),
        positions=person.positions,
        roles=participation.roles or ("other",),
        participant=gathering and took_part(tokens, person, participation),
        level=highest(person.positions),
        confidence=sure.confidence,
        weighed=sure.weighed,
        places=tuple(tokens.start[mention.start] for mention in person.mentions),
        organization=next((_organization(held) for held in person.positions if held.body), None),
    )
    return Mention("official", span, document.quote(span), value, shown.rule)


def _spelling(document: Document, tokens: Tokens, person: Person) -> str:
    """The name as first printed in mixed case; in title case where it is printed in capitals only."""
    names = [mention.name for mention in person.mentions if mention.name.evidence != "given"]
    full = [name for name in names if name.end - name.start >= len(person.key)] or names
    printed = [document.text[tokens.start[name.start] : tokens.end[name.end - 1]] for name in full]
    usual = [name for name in printed if not name.isupper()]
    return next((name for name in usual if name.split()[-1][:1].isupper()), (usual or [printed[0].title()])[0])


def _honorific(document: Document, tokens: Tokens, person: Person) -> str | None:
    for mention in person.mentions:
        name = mention.name
        if name.lead < name.start:
            return document.text[tokens.start[name.lead] : tokens.end[name.start - 1]]
    return None


def _organization(held: Position) -> str:
    """The body of a post with its unit: "UBND huyện Sìn Hồ"."""
    return " ".join(part for part in (held.body, held.unit) if part)


def _rejection(document: Document, tokens: Tokens, name: RefusedName) -> Rejection:
    span = Span(tokens.start[name.start], tokens.end[name.end - 1])
    return Rejection("official", span, document.quote(span), "name", name.reason)
