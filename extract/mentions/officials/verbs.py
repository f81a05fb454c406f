"""Verbs of roles in a sentence, and which of them have one subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.text import lexicon
from extract.text.phrases import PhraseMatcher, split_phrase
from extract.text.tokens import Tokens, and_word

_NEAR = 6  # words between two verbs of one subject
_NEAR_SPEECH = 9  # the same where the second verb introduces speech
_COUNTS = "0123456789%"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a role as the words `start` to `end`."""

    start: int
    end: int
    role: str


def verbs(tokens: Tokens, start: int, end: int, *, nominal: bool) -> Iterator[Verb]:
    """The verbs of roles between two words; with `nominal` also those inside nouns ("sự tham dự")."""
    known, reached = role_verbs(), start
    named: tuple[int, str] | None = None
    for at in known.begun_in(tokens, start, end):
        found = known.match_at(tokens, at) if at >= reached else None
        if found is None or at + found[0] > end:
            continue
        if found[1] != "none":
            in_name = named == (at - 1, found[1]) and tokens.folded[at - 1] == and_word()
            if nominal or (_finite(tokens, at, start) and not in_name):
                yield Verb(at, at + found[0], found[1])
            else:  # "lễ công bố và triển khai quyết định" is the name of the event
                named = at + found[0], found[1]
        reached = at + found[0]


def _finite(tokens: Tokens, at: int, start: int) -> bool:
    """Whether a verb is finite: in lower case, not after "lễ", "buổi", "nghe" and the like, nor after people
    counted."""
    if at == start:
        return True
    counted = tokens.folded[at - 1] in _counted() and phrases("counted").match_before(tokens, at)
    if counted and at - counted[0] > start and tokens.folded[at - counted[0] - 1][-1] in _COUNTS:
        return False
    if tokens.capital[at]:
        return tokens.folded[at - 1] == "-"
    return phrases("nouns").match_before(tokens, at, 2) is None


def joined(tokens: Tokens, first: Verb, second: Verb) -> bool:
    """Whether a second verb has the same subject: "và", a comma or "đồng thời" is right before it and it is near, or it
    introduces speech at the event of the first verb ("chủ trì hội nghị nhấn mạnh")."""
    says = phrases("says").match_at(tokens, second.start) is not None
    at = second.start - 1
    while at > first.start and (
        phrases("fillers").match_at(tokens, at) or (says and phrases("occasions").match_at(tokens, at))
    ):
        at -= 1
    if at < first.end:
        return first.role != "attend" or phrases("purposes").match_at(tokens, second.start) is not None
    if phrases("also").match_before(tokens, at + 1):
        return True
    return phrases("joins").match_at(tokens, at) is not None and second.start - first.end <= (
        _NEAR_SPEECH if says else _NEAR
    )


def joined_to(tokens: Tokens, found: Sequence[Verb]) -> list[Verb]:
    """The first verb and those joined to it in sequence."""
    group = [found[0]]
    for verb in found[1:]:
        if not joined(tokens, group[-1], verb):
            break
        group.append(verb)
    return group


def group(tokens: Tokens, found: list[Verb]) -> list[Verb]:
    """The last verb with a capital that begins a clause, else the last of all, with the verbs joined to it; the verb in
    "lễ khai mạc" only if there is no other."""
    found = [verb for verb in found if not phrases("named").match_before(tokens, verb.start)] or found
    if not found:
        return []
    first = next((at for at in range(len(found) - 1, -1, -1) if tokens.capital[found[at].start]), None)
    if first is None:
        first = len(found) - 1
        while first and joined(tokens, found[first - 1], found[first]):
            first -= 1
    return joined_to(tokens, found[first:])


def introduces_speech(tokens: Tokens, verb: Verb) -> bool:
    """Whether a verb only introduces speech."""
    carrier = phrases("carriers").match_at(tokens, verb.start)
    return carrier is not None and carrier[0] == verb.end - verb.start


@cache
def phrases(name: str) -> PhraseMatcher:
    """The phrases of one list of the lexicon's [clause]."""
    return PhraseMatcher({name: lexicon.load("roles")["clause"][name]})


@cache
def _counted() -> frozenset[str]:
    """Last words of the nouns of people counted."""
    return frozenset(split_phrase(noun)[-1] for noun in lexicon.load("roles")["clause"]["counted"])


def appointments() -> PhraseMatcher:
    """Words of election and appointment."""
    return phrases("other")


@cache
def role_verbs() -> PhraseMatcher:
    """The verbs, with the role that each gives."""
    return PhraseMatcher(lexicon.load("roles")["verbs"])
