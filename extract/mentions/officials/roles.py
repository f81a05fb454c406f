"""What each person did at the event, over all the places that name the person.

Persons enumerated together share what is said of all of them: the introduction before the first ("Dự hội nghị có A;
B; C") and the verb after the last ("A và B đồng chủ trì"). A sentence that only goes on with a list keeps the
introduction of the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from extract.mentions.officials.clauses import Opening, attendance, opening, phrases, predicate, sides, together, verbs
from extract.mentions.officials.words import AND, Words
from extract.model import Role

_MARKS = frozenset(",;-:)")
_LIST = 40
_FEW = 6
_FIRST = 3
_ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Place:
    """The words `start` to `end` that stand for a person, by a number that is the person's own."""

    start: int
    end: int
    person: int


@dataclass(frozen=True, slots=True)
class Deeds:
    """What a person did: the roles in the order of the vocabulary, and whether the person is only quoted."""

    roles: tuple[Role, ...]
    only_quoted: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says of one place: before it, after it, and what it was introduced with."""

    introduced: frozenset[str]
    before: Opening
    after: frozenset[str]

    @property
    def roles(self) -> frozenset[str]:
        """All of it; of one who is only an object of what is done, what is done."""
        after = self.after if self.before.admits is None else self.after & self.before.admits
        return self.introduced | self.before.alone | after


def read_roles(words: Words, places: Sequence[Place]) -> dict[int, Deeds]:
    """What each person did."""
    told: dict[int, set[str]] = {place.person: set() for place in places}
    earlier: dict[int, set[str]] = {place.person: set() for place in places}
    carried: frozenset[str] = frozenset()
    last = -2
    for here in _by_sentence(words, places):
        sentence = words.sentence[here[0].start]
        carried = carried if sentence == last + 1 else _heading(words, here[0])
        said = _read_sentence(words, here)
        listing = carried and not any(one.roles for one in said) and _lists(words, here[0])
        day = earlier if _of_another_day(words, here[0]) else told
        for place, one in zip(here, said):
            day[place.person] |= carried if listing else one.roles
        carried = carried if listing else said[-1].introduced
        last = sentence
    return {person: _settled(roles or earlier[person]) for person, roles in told.items()}


def _of_another_day(words: Words, first: Place) -> bool:
    """Whether the sentence opens with "Trước đó": what it tells counts only for those of whom nothing else is told."""
    start, _ = words.sentence_around(first.start)
    return phrases("earlier").at(words, start) is not None


def _heading(words: Words, first: Place) -> frozenset[str]:
    """What the line above a list says of those in it, where nobody is named there: "Tham dự cuộc họp có:"."""
    end, _ = words.sentence_around(first.start)
    if not end or words.folded[end - 1] != ":":
        return frozenset()
    start, _ = words.sentence_around(end - 1)
    return opening(words, start, end).introduces or frozenset()


def _settled(told: set[str]) -> Deeds:
    """The roles in order. A verb that only carries words is a speech, but not beside a report; who met others attended
    where nothing else is told."""
    only_quoted = told == {"carrier"}
    if "met" in told:
        told = told - {"met"} or {"attend"}
    if "carrier" in told and "report" not in told:
        told = told | {"speak"}
    if len(told) > 1:
        told = told - {"other"}
    return Deeds(tuple(role for role in _ROLES if role in told), only_quoted)


def _by_sentence(words: Words, places: Sequence[Place]) -> list[list[Place]]:
    groups: list[list[Place]] = []
    for place in places:
        if groups and words.sentence[groups[-1][0].start] == words.sentence[place.start]:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _read_sentence(words: Words, places: Sequence[Place]) -> list[_Said]:
    start, end = words.sentence_around(places[0].start)
    introduced: frozenset[str] = frozenset()
    said: list[_Said] = []
    for index, place in enumerate(places):
        gap = places[index - 1].end if index else start
        before = opening(words, gap, place.start)
        if before.introduces is not None:
            introduced = before.introduces
        elif index and not _goes_on(words, gap, place.start):
            introduced = frozenset()
        after = predicate(words, place.end, places[index + 1].start if index + 1 < len(places) else end)
        said.append(_Said(introduced, before, frozenset(after)))
    said = _give_back(words, places, _spread(words, places, _receive(words, places, said)))
    return _close(words, places, _open(words, places, said), end)


def _open(words: Words, places: Sequence[Place], said: list[_Said]) -> list[_Said]:
    """What begins a sentence without a verb after its persons is said of all: "Chủ trì hội nghị đồng chí A, đồng chí
    B".
    """
    begins = said[0].before.alone
    if not begins or said[0].before.admits is not None or any(one.after for one in said):
        return said
    for index in range(1, len(places)):
        if said[index].roles or not _together(words, places[index - 1], places[index]):
            return said
        said[index] = _Said(begins, said[index].before, frozenset())
    return said


def _close(words: Words, places: Sequence[Place], said: list[_Said], end: int) -> list[_Said]:
    """The attendance that ends a list of persons and groups is theirs: "A, Bí thư …; B, Chủ tịch …; lãnh đạo các xã đã
    tới dự"."""
    attends = attendance(words, places[-1].end, end)
    for index in range(len(places) - 1, -1, -1):
        if said[index].roles or (index + 1 < len(places) and not _together(words, places[index], places[index + 1])):
            return said
        said[index] = _Said(said[index].introduced, said[index].before, attends)
    return said


def _receive(words: Words, places: Sequence[Place], said: list[_Said]) -> list[_Said]:
    """Who is named together with one to whom something is done is one too: "trao hoa cho các ông A, B"; but "trả lời
    A, B cho biết" goes on with B."""
    for index in range(1, len(places)):
        before, here = said[index - 1].before, said[index]
        silent = here.before.introduces is None and not here.before.alone
        ends = not here.after or words.folded[places[index].end] == AND
        if before.receives and silent and ends and _together(words, places[index - 1], places[index]):
            said[index] = _Said(here.introduced, before, here.after)
    return said


def _give_back(words: Words, places: Sequence[Place], said: list[_Said]) -> list[_Said]:
    """What follows a receiver after "và" is the giver's: "A trao hoa cho B và phát biểu"."""
    giver: int | None = None
    for index, place in enumerate(places):
        if not said[index].before.receives:
            giver = index
        elif giver is not None and place.end < len(words) and words.folded[place.end] == AND:
            given = said[giver]
            said[giver] = _Said(given.introduced, given.before, given.after | said[index].after)
    return said


def _spread(words: Words, places: Sequence[Place], said: list[_Said]) -> list[_Said]:
    """Persons joined by a comma or "và" share the verb after the last of them, and the participle before the first."""
    for index in range(len(places) - 2, -1, -1):
        if _together(words, places[index], places[index + 1]) and not said[index].after:
            said[index] = _Said(said[index].introduced, said[index].before, said[index + 1].after)
    return said


def _together(words: Words, first: Place, second: Place) -> bool:
    """Whether only marks, "và" and a remark in brackets ("bìa phải") stand between two persons."""
    gap = words.folded[first.end : second.start]
    if gap[:1] == ["("] and ")" in gap:
        gap = gap[gap.index(")") + 1 :]
    return len(gap) <= _FEW and all(word in _MARKS or word in together() for word in gap)


def _goes_on(words: Words, start: int, end: int) -> bool:
    """Whether nothing but an enumeration stands between two persons: marks, "và", groups without a verb, or the verb of
    the first alone ("ông A, Bí thư chủ trì, bà B, …")."""
    verb = next(iter(verbs(words, start, end, nominal=False)), None)
    alone = verb is not None and verb.start == start and words.folded[verb.end : end] in ([","], [";"])
    return end - start <= _LIST and (verb is None or alone)


def _lists(words: Words, first: Place) -> bool:
    """Whether a sentence without a verb goes on with a list: a person begins it, or the name of a side or a group; not
    a heading of its own ("Thư ký: …")."""
    start, _ = words.sentence_around(first.start)
    headed = ":" in words.folded[start : first.start]
    return (first.start - start <= _FIRST and not headed) or sides(words, start)
