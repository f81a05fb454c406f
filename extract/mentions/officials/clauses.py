"""Clauses around a person: the verbs in them, and which of these say what the person did.

A clause may introduce persons ("Dự hội nghị có …", "với sự tham dự của …", "do … làm trưởng đoàn"), say beforehand
what the next person does ("Phát biểu tại hội nghị, …"), or follow its subject ("… chủ trì và phát biểu kết luận").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract import lexicon
from extract.mentions.officials.words import AND, Phrases, Words

_FAR = 32
_NEAR = 6
_GROUP = 8
_OBJECT = 9
_OPENS = 6
_QUOTES = (":", ";", "“", '"', "”", ".")
_SPEECH = (":", "“", '"')


_OF_LEADERS = frozenset({"lead", "chair"})  # what is said of the object of another verb: "bầu A làm trưởng ban"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a role as the words `start` to `end`."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What the words before a person say: of all persons that follow (`introduces`, null where nothing new is
    said), of this one alone (`alone`), which roles of the verbs after it count (`admits`, null where all do), and
    whether the person is one to whom something is done (`receives`), whose giver may go on as the subject.
    """

    introduces: frozenset[str] | None = None
    alone: frozenset[str] = frozenset()
    admits: frozenset[str] | None = None
    receives: bool = False


_OBJECTS = {
    "quoted": Opening(frozenset(), frozenset({"carrier"}), frozenset()),
    "followed": Opening(frozenset(), frozenset({"other"}), frozenset()),
    "welcomed": Opening(frozenset({"attend"})),
    "receivers": Opening(frozenset(), frozenset({"other"}), frozenset(), receives=True),
}


def opening(words: Words, start: int, end: int) -> Opening:
    """What the words from `start` up to a person at `end` say of it."""
    clause = _last_clause(words, start, end)
    if clause >= end:
        return Opening(_listed_before(words, start, clause))
    if appointments().before(words, end, 4):
        return Opening(frozenset(), frozenset({"other"}), _OF_LEADERS)
    if (object_ := _objects().before(words, end)) and object_[1] != "none":
        return _OBJECTS[object_[1]]
    if phrases("by").at(words, end - 1):
        return _done_by(words, clause, end)
    presents = _presents_at(words, clause, end)
    if presents is None:
        begins = clause > start or start == 0 or words.sentence[start - 1] != words.sentence[start]
        return Opening(_listed_before(words, start, clause), _participle(words, clause, end) if begins else frozenset())
    said = [verb for verb in verbs(words, clause, presents + 1, nominal=True) if not _part_played(words, start, verb)]
    found = frozenset(verb.role for verb in _group(words, said))
    if found or phrases("sides").at(words, clause):
        return Opening(found or frozenset({"attend"}))
    return Opening()


def _part_played(words: Words, start: int, verb: Verb) -> bool:
    """Whether a verb right behind a person tells its part: "do ông A làm Trưởng đoàn và các thành viên gồm B"."""
    behind = verb.start == start > 0 and words.sentence[start - 1] == words.sentence[start]
    return behind and verb.role in _OF_LEADERS and phrases("parts").at(words, start) is not None


def predicate(words: Words, start: int, end: int) -> set[str]:
    """The roles of the verbs that follow a person, up to what was said or to the next clause; "carrier" for a verb that
    only carries what was said."""
    end = min(end, start + _FAR)
    stop = next((at for at in range(start, end) if words.folded[at] in _QUOTES), end)
    stop = _next_introduction(words, start, stop)
    found: set[str] = set()
    previous: Verb | None = None
    deputy = phrases("deputies").at(words, start) is not None
    for verb in verbs(words, start, stop, nominal=False):
        if deputy and verb.role == "attend":
            continue
        if previous and not _joined(words, previous, verb):
            break
        found.add("carrier" if _carries(words, verb) else verb.role)
        previous = verb
        if phrases("says").at(words, verb.start):
            break
    near = range(start, min(start + _NEAR, stop))
    return found or ({"other"} if any(appointments().at(words, at) for at in near) else set())


def attendance(words: Words, start: int, end: int) -> frozenset[str]:
    """The roles of "tới dự" and of what is joined to it, where groups go on with a list of persons from `start` on."""
    if start >= end or words.folded[start] not in (",", ";", AND) or not _group_named(words, start, end):
        return frozenset()
    stop = next((at for at in range(start, end) if words.folded[at] in _SPEECH), end)
    found = list(verbs(words, start, stop, nominal=False))
    first = next((at for at, verb in enumerate(found) if verb.role == "attend"), None)
    return frozenset() if first is None else frozenset(verb.role for verb in _joined_to(words, found[first:]))


def _group_named(words: Words, start: int, end: int) -> bool:
    """Whether a group is named right after the mark or the "và" at `start`."""
    return any(phrases("crowds").at(words, at) for at in range(start + 1, min(start + 4, end)))


def verbs(words: Words, start: int, end: int, *, nominal: bool) -> Iterator[Verb]:
    """The verbs of roles between two words; with `nominal` also those inside nouns ("sự tham dự")."""
    known, at = _verbs(), start
    while at < end:
        found = known.at(words, at)
        if found is None or at + found[0] > end:
            at += 1
            continue
        if found[1] != "none" and (nominal or _finite(words, at, start)):
            yield Verb(at, at + found[0], found[1])
        at += found[0]


def _carries(words: Words, verb: Verb) -> bool:
    """Whether a verb only carries what was said."""
    carrier = phrases("carriers").at(words, verb.start)
    return carrier is not None and carrier[0] == verb.end - verb.start


def sides(words: Words, at: int) -> bool:
    """Whether a sentence begins here that goes on with a list: it names a side or a group."""
    return phrases("sides").at(words, at) is not None or phrases("groups").at(words, at) is not None


def _done_by(words: Words, clause: int, end: int) -> Opening:
    """ "Đoàn công tác do A …" makes A its leader, "Báo cáo do A …" its reporter; else the verb after A decides."""
    if phrases("papers").at(words, clause):
        return Opening(frozenset(), frozenset({"report"}), _OF_LEADERS)
    if any(phrases("parties").at(words, at) for at in range(clause, end)):
        return Opening(frozenset(), frozenset({"lead"}), _OF_LEADERS)
    return Opening(frozenset())


def _listed_before(words: Words, start: int, clause: int) -> frozenset[str] | None:
    """What a list said at its beginning, where its first items are no persons: "Dự có 31 đại biểu; đồng chí A; B"."""
    if clause <= start or ";" not in (words.folded[clause - 1], words.folded[clause - 2]):
        return None
    begin = next((at + 1 for at in range(clause - 2, start, -1) if words.folded[at] == "."), start)
    presents = next((at for at in range(begin, clause) if phrases("contains").at(words, at)), None)
    if presents is None or presents - begin > _GROUP:
        return None
    return frozenset(verb.role for verb in _group(words, list(verbs(words, begin, presents, nominal=True)))) or None


def _participle(words: Words, start: int, end: int) -> frozenset[str]:
    """ "Phát biểu tại hội nghị," before the subject: the roles of the verbs that begin the clause."""
    if words.folded[end - 1] not in (",", ":") and (end - start > _OPENS or words.shape[start] == "lower"):
        return frozenset()
    begin = list(verbs(words, start, min(start + _OPENS, end), nominal=True))
    if not begin or begin[0].start > start:
        return frozenset()
    return frozenset(verb.role for verb in _group(words, begin))


def _group(words: Words, found: list[Verb]) -> list[Verb]:
    """The last verb that begins a clause with a capital, else the last of all, and the verbs joined to it; the verb of
    "lễ khai mạc" only where there is no other."""
    found = [verb for verb in found if not phrases("named").before(words, verb.start)] or found
    if not found:
        return []
    first = next((at for at in range(len(found) - 1, -1, -1) if words.capital[found[at].start]), None)
    if first is None:
        first = len(found) - 1
        while first and _joined(words, found[first - 1], found[first]):
            first -= 1
    return _joined_to(words, found[first:])


def _joined_to(words: Words, found: Sequence[Verb]) -> list[Verb]:
    """The first verb and those that are joined to it, one after another."""
    group = [found[0]]
    for verb in found[1:]:
        if not _joined(words, group[-1], verb):
            break
        group.append(verb)
    return group


def _last_clause(words: Words, start: int, end: int) -> int:
    """Where the last clause before a person begins: after the last ";" or ".", or a comma that an introduction
    follows.
    """
    clause = start
    for at in range(start, end):
        introduces = (
            words.folded[at] == ","
            and _verbs().at(words, at + 1)
            and _presents_at(words, at + 1, end) is not None
            and not _verbs().spells(words, clause, at)
        )
        if words.folded[at] in (";", ".") or introduces:
            clause = at + 1
    while clause < end and words.folded[clause] in (",", AND, ")", "-"):
        clause += 1
    return clause


def _presents_at(words: Words, start: int, end: int) -> int | None:
    """The place of "có", "gồm", "của" or ":" that ends the clause before a person, at most a group's name after it."""
    for at in range(end - 1, max(start, end - _GROUP) - 1, -1):
        if phrases("presents").at(words, at):
            return at
        if words.folded[at] in (",", ";"):
            return None
    return None


def _next_introduction(words: Words, start: int, stop: int) -> int:
    """Where a clause begins that introduces other persons ("…, cùng dự có B") or has a subject of its own."""
    for at in range(start, stop):
        if words.folded[at] == "," and phrases("subjects").at(words, at + 1):
            return at
        if words.folded[at] == "," and (verb := _verbs().at(words, at + 1)):
            after = range(at + 1 + verb[0], min(at + 1 + verb[0] + _NEAR, len(words)))
            if any(phrases("contains").at(words, place) for place in after if _in_sentence(words, place, at)):
                return at
    return stop


def _in_sentence(words: Words, place: int, other: int) -> bool:
    return words.sentence[place] == words.sentence[other]


def _joined(words: Words, first: Verb, second: Verb) -> bool:
    """Whether a second verb has the same subject: "và", a comma or "đồng thời" stands right before it, not far off,
    or it says what is said at the occasion that the first names ("chủ trì hội nghị nhấn mạnh")."""
    says = phrases("says").at(words, second.start) is not None
    at = second.start - 1
    while at > first.start and (phrases("fillers").at(words, at) or (says and phrases("occasions").at(words, at))):
        at -= 1
    if at < first.end:
        return first.role != "attend" or phrases("purposes").at(words, second.start) is not None
    if phrases("also").before(words, at + 1):
        return True
    return phrases("joins").at(words, at) is not None and second.start - first.end <= (_OBJECT if says else _NEAR)


def _finite(words: Words, at: int, start: int) -> bool:
    """Whether a verb is one: printed small, and not after "lễ", "buổi", "nghe" and the like."""
    if at == start:
        return True
    if words.capital[at]:
        return words.folded[at - 1] == "-"
    return phrases("nouns").before(words, at, 2) is None


@cache
def phrases(name: str) -> Phrases:
    """The phrases of one list of the lexicon's [clause]."""
    return Phrases({name: lexicon.load("roles")["clause"][name]})


@cache
def _objects() -> Phrases:
    """What makes the person right after it one who is quoted, or to whom something is done."""
    return Phrases(lexicon.load("roles")["objects"])


@cache
def together() -> frozenset[str]:
    """Words that may stand between persons who are named together."""
    return frozenset(lexicon.load("roles")["clause"]["together"])


def appointments() -> Phrases:
    """Words of election and appointment."""
    return phrases("other")


@cache
def _verbs() -> Phrases:
    return Phrases(lexicon.load("roles")["verbs"])
