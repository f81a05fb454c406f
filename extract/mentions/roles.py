"""What a person did, from the verbs around the places that name the person.

A clause may introduce persons ("Dự hội nghị có …", "với sự tham dự của …", "do … làm trưởng đoàn"), say beforehand what the next
person does ("Phát biểu tại hội nghị, …"), or follow its subject ("… chủ trì và phát biểu kết luận"). Persons enumerated together
share what is said of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from extract import lexicon
from extract.mentions.words import Phrases, Word
from extract.model import Role

_FAR = 26
_TOGETHER = frozenset((",", ";", "và", "cùng", "với", "-", ":", ")", "(", "các", "đồng", "chí", "."))


@dataclass(frozen=True, slots=True)
class Place:
    """The words `start` to `end` that stand for a person, by a key that is the person's own."""

    start: int
    end: int
    person: int


@dataclass(frozen=True, slots=True)
class _Verb:
    place: int
    end: int
    role: Role


def read_roles(words: Sequence[Word], places: Sequence[Place], sentences: Sequence[tuple[int, int]]) -> dict[int, set[Role]]:
    """The roles of each person. `sentences` are the ranges of words of the sentences."""
    roles: dict[int, set[Role]] = {place.person: set() for place in places}
    carried: set[Role] = set()
    at = 0
    for start, end in sentences:
        here: list[Place] = []
        while at < len(places) and places[at].start < end:
            here.append(places[at])
            at += 1
        if here:
            carried = _read_sentence(words, here, start, end, roles, carried)
        else:
            carried = set()
    return roles


def _read_sentence(words: Sequence[Word], places: Sequence[Place], start: int, end: int, roles: dict[int, set[Role]], carried: set[Role]) -> set[Role]:
    """Add the roles that one sentence tells; give back what it introduced its persons with, for the sentences that go on with the list."""
    introduced: set[Role] = set()
    before: list[set[Role]] = []
    after: list[set[Role]] = []
    for index, place in enumerate(places):
        gap_start = places[index - 1].end if index else start
        opening, told = _opening(words, gap_start, place.start, first=index == 0)
        if opening is not None:
            introduced = opening
        elif index and not _goes_on(words, gap_start, place.start):
            introduced = set()
        before.append(introduced | told)
        gap_end = places[index + 1].start if index + 1 < len(places) else end
        after.append(_predicate(words, place.end, gap_end, last=index + 1 == len(places)))
    _spread(words, places, after)
    verbless = not any(after) and not any(before) and _lists(words, places[0], start)
    for place, introduction, predicate in zip(places, before, after):
        roles[place.person] |= _weighed(introduction | (carried if verbless else set()), predicate)
    return carried if verbless else introduced


def _weighed(introduction: set[Role], predicate: set[Role]) -> set[Role]:
    if "report" in introduction and predicate == {"speak"}:
        return introduction
    return introduction | predicate


def _lists(words: Sequence[Word], first: Place, start: int) -> bool:
    """Whether a sentence without a verb goes on with a list: it begins with a person, or names a side."""
    return first.start - start <= 3 or _clause().at(words, start) is not None


def _goes_on(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether nothing but an enumeration stands between two persons: marks, "và", groups without a verb."""
    return not any(_verbs().at(words, at) and _is_verb(words, at, start) for at in range(start, end)) and end - start <= 40


def _opening(words: Sequence[Word], start: int, end: int, *, first: bool) -> tuple[set[Role] | None, set[Role]]:
    """What the words before a person say: roles that introduce it and those after it, and roles of it alone."""
    clause = _last_clause(words, start, end)
    if clause >= end:
        return None, set()
    if words[end - 1].folded == "do":
        return set(), set()
    verbs = [verb for verb in _verbs_in(words, clause, end, nominal=True)]
    presents = _presents_at(words, clause, end)
    if presents is not None:
        found = {verb.role for verb in verbs if verb.place <= presents}
        if found:
            return found, set()
        if _sides().at(words, clause):
            return {"attend"}, set()
        return (None if not first else None), set()
    if first or words[clause - 1].folded in (";", ".", ","):
        opening = _participle(words, start if first else clause, end)
        if opening:
            return (None, opening)
    return None, set()


def _participle(words: Sequence[Word], start: int, end: int) -> set[Role]:
    """"Phát biểu tại hội nghị," "Thay mặt …, " before the subject: the roles of the verbs that begin the sentence."""
    if end <= start or words[end - 1].folded not in (",", ":") and end - start > 6:
        return set()
    first = _verbs().at(words, start)
    if not first:
        return set()
    found: set[Role] = {_role(first[1])}
    at = start + first[0]
    joined = _joins().at(words, at)
    if joined and (second := _verbs().at(words, at + joined[0])):
        found.add(_role(second[1]))
    return found - {"attend"} if "attend" in found and words[end - 1].folded == "," and len(found) > 1 else found


def _last_clause(words: Sequence[Word], start: int, end: int) -> int:
    """Where the last clause before a person begins: after the last ";" or ".", or after a comma that a verb follows."""
    clause = start
    for at in range(start, end):
        if words[at].folded in (";", "."):
            clause = at + 1
        elif words[at].folded == "," and at + 1 < end and _verbs().at(words, at + 1) and _presents_at(words, at + 1, end) is not None:
            clause = at + 1
    while clause < end and words[clause].folded in (",", "và", ")", "-"):
        clause += 1
    return clause


def _presents_at(words: Sequence[Word], start: int, end: int) -> int | None:
    """The place of "có", "gồm", "của" or ":" that ends the clause before a person, with at most an honorific or a group after it."""
    for at in range(end - 1, max(start, end - 8) - 1, -1):
        if _presents().at(words, at):
            return at
        if words[at].folded in (",", ";"):
            return None
    return None


def _predicate(words: Sequence[Word], start: int, end: int, *, last: bool) -> set[Role]:
    """The roles of the verbs that follow a person, up to what was said or to the next clause."""
    end = min(end, start + _FAR)
    stop = next((at for at in range(start, end) if words[at].folded in (":", ";", "“", "\"", "”") or words[at].folded == "." ), end)
    if not last:
        stop = min(stop, _clause_before_next(words, start, stop))
    found: set[Role] = set()
    previous: _Verb | None = None
    for verb in _verbs_in(words, start, stop, nominal=False):
        if previous and not _joined(words, previous, verb):
            break
        found.add(verb.role)
        previous = verb
        if _says().at(words, verb.place):
            break
    if _other(words, start, stop) and not found:
        found.add("other")
    return found


def _clause_before_next(words: Sequence[Word], start: int, stop: int) -> int:
    """Where a clause begins that introduces the next person ("… ; cùng dự có B")."""
    for at in range(start, stop):
        if words[at].folded in (",", ";") and _verbs().at(words, at + 1) and _presents_at(words, at + 1, stop) is not None:
            return at
    return stop


def _joined(words: Sequence[Word], first: _Verb, second: _Verb) -> bool:
    """Whether a second verb has the same subject: "và", a comma or "đồng thời" stands right before it."""
    at = second.place - 1
    while at > first.place and words[at].folded in ("đã", "có", "trực", "tiếp", "đến", "tới"):
        at -= 1
    return at < first.end or words[at].folded in _words("joins") or (words[at].folded == "thời" and words[at - 1].folded == "đồng")


def _verbs_in(words: Sequence[Word], start: int, end: int, *, nominal: bool) -> Iterable[_Verb]:
    at = start
    while at < end:
        found = _verbs().at(words, at)
        if found and at + found[0] <= end and (nominal or _is_verb(words, at, start)):
            yield _Verb(at, at + found[0], _role(found[1]))
            at += found[0]
        else:
            at += 1


def _is_verb(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a verb is one: printed small, and not after "lễ", "buổi", "nghe" and the like."""
    if words[at].shape != "lower" and at > start:
        return False
    return at <= start or _nouns().before(words, at, 2) is None


def _spread(words: Sequence[Word], places: Sequence[Place], after: list[set[Role]]) -> None:
    """Persons joined by a comma or "và" share the verb that follows the last of them."""
    for index in range(len(places) - 2, -1, -1):
        gap = words[places[index].end : places[index + 1].start]
        if not after[index] and len(gap) <= 4 and all(word.folded in _TOGETHER for word in gap):
            after[index] |= after[index + 1]


def _other(words: Sequence[Word], start: int, end: int) -> bool:
    return any(_appointments().at(words, at) for at in range(start, end))


def _role(label: str) -> Role:
    role: Role = label  # type: ignore[assignment]
    return role


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    return lexicon.load("roles")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_lexicon()["clause"][name])


@cache
def _verbs() -> Phrases:
    return Phrases(_lexicon()["verbs"])


@cache
def _nouns() -> Phrases:
    return Phrases({"noun": _lexicon()["clause"]["nouns"]})


@cache
def _presents() -> Phrases:
    return Phrases({"presents": _lexicon()["clause"]["presents"]})


@cache
def _sides() -> Phrases:
    return Phrases({"side": _lexicon()["clause"]["sides"]})


@cache
def _clause() -> Phrases:
    return Phrases({"side": _lexicon()["clause"]["sides"], "group": ["các đồng chí", "các"]})


@cache
def _joins() -> Phrases:
    return Phrases({"join": _lexicon()["clause"]["joins"]})


@cache
def _says() -> Phrases:
    return Phrases({"says": _lexicon()["clause"]["says"]})


@cache
def _appointments() -> Phrases:
    return Phrases({"other": _lexicon()["clause"]["other"]})
