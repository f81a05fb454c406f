"""Clauses around a person: the verbs in them, and those that give the person's role.

A clause may introduce persons ("Dự hội nghị có …", "với sự tham dự của …", "do … làm trưởng đoàn"), precede the person
whose action it is ("Phát biểu tại hội nghị, …"), or follow its subject ("… chủ trì và phát biểu kết luận").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.text import lexicon
from extract.text.phrases import PhraseMatcher, split_phrase
from extract.text.tokens import Tokens, and_word

_FAR = 32
_NEAR = 6
_GROUP = 8
_OBJECT = 9
_OPENS = 6
_SAID = 6  # tokens of quoted speech, with the colon before it
_QUOTES = (":", ";", "“", '"', "”", ".")
_SPEECH = (":", "“", '"')
_COUNTS = "0123456789%"


_OF_LEADERS = frozenset({"lead", "chair"})  # roles of the object of another verb: "bầu A làm trưởng ban"
_DEEDS = frozenset({"chair", "attend", "speak", "report", "award", "sign", "other", "carrier"})


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a role as the words `start` to `end`."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The meaning of the words before a person: the roles of all persons that follow (`introduces`, None where there is
    no new introduction), those of this one only (`alone`), the roles of verbs after it that are valid (`admits`, None
    for all), and whether the person is the recipient of an action (`receives`), whose giver may be the next subject.
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


def opening(tokens: Tokens, start: int, end: int) -> Opening:
    """The opening of a person at `end`, by the words from `start` on."""
    clause = _last_clause(tokens, start, end)
    if clause >= end:
        return Opening(_listed_before(tokens, start, clause))
    if appointments().match_before(tokens, end, 4):
        return Opening(frozenset(), frozenset({"other"}), _OF_LEADERS)
    if (object_ := _objects().match_before(tokens, end)) and object_[1] != "none":
        return _OBJECTS[object_[1]]
    if phrases("by").match_at(tokens, end - 1):
        return _done_by(tokens, clause, end)
    presents = _presents_at(tokens, clause, end)
    if presents is None:
        begins = clause > start or start == 0 or tokens.sentence[start - 1] != tokens.sentence[start]
        return Opening(
            _listed_before(tokens, start, clause), _participle(tokens, clause, end) if begins else frozenset()
        )
    said = [verb for verb in verbs(tokens, clause, presents + 1, nominal=True) if not _part_played(tokens, start, verb)]
    found = frozenset(verb.role for verb in _group(tokens, said))
    if found or phrases("sides").match_at(tokens, clause):
        return Opening(found or frozenset({"attend"}))
    if any(appointments().match_at(tokens, at) for at in range(clause, presents)):
        return Opening(frozenset({"other"}))
    return Opening()


def _part_played(tokens: Tokens, start: int, verb: Verb) -> bool:
    """Whether a verb right after a person names its function: "do ông A làm Trưởng đoàn và các thành viên gồm B"."""
    behind = verb.start == start > 0 and tokens.sentence[start - 1] == tokens.sentence[start]
    return behind and verb.role in _OF_LEADERS and phrases("parts").match_at(tokens, start) is not None


def predicate(tokens: Tokens, start: int, end: int) -> set[str]:
    """The roles of the verbs that follow a person, up to quoted speech or the next clause; "carrier" for a verb that
    only introduces speech."""
    end = min(end, start + _FAR)
    stop = next((at for at in range(start, end) if tokens.folded[at] in _QUOTES), end)
    stop = _next_introduction(tokens, start, stop)
    found: set[str] = set()
    previous: Verb | None = None
    deputy = phrases("deputies").match_at(tokens, start) is not None
    for verb in verbs(tokens, start, stop, nominal=False):
        if deputy and verb.role == "attend":
            continue
        if previous and not _joined(tokens, previous, verb):
            break
        found.add("carrier" if _carries(tokens, verb) else verb.role)
        previous = verb
        if phrases("says").match_at(tokens, verb.start):
            break
    near = range(start, min(start + _NEAR, stop))
    return found or ({"other"} if any(appointments().match_at(tokens, at) for at in near) else set())


def speaks_line(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the text after a person who begins a line is this person's speech: "Ông A, Chủ tịch UBND xã: Bà con
    …"."""
    if end - start < _SAID or tokens.folded[start] != ":":
        return False
    return tokens.folded[start + 1] in _SPEECH or tokens.shape[start + 1] == "capital"


def attendance(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """The roles of "tới dự" and of verbs joined to it, where a list of persons continues with groups from `start`
    on."""
    joint = (",", ";", and_word())
    goes_on = start < end and (tokens.folded[start] in joint or phrases("along").match_at(tokens, start))
    if not goes_on or not _group_named(tokens, start, end):
        return frozenset()
    stop = next((at for at in range(start, end) if tokens.folded[at] in _SPEECH), end)
    found = list(verbs(tokens, start, stop, nominal=False))
    first = next((at for at, verb in enumerate(found) if verb.role == "attend"), None)
    return frozenset() if first is None else frozenset(verb.role for verb in _joined_to(tokens, found[first:]))


def _group_named(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a group follows the mark or the "và" at `start`."""
    return any(phrases("crowds").match_at(tokens, at) for at in range(start, min(start + 4, end)))


def verbs(tokens: Tokens, start: int, end: int, *, nominal: bool) -> Iterator[Verb]:
    """The verbs of roles between two words; with `nominal` also those inside nouns ("sự tham dự")."""
    known, at = _verbs(), start
    named: tuple[int, str] | None = None
    while at < end:
        found = known.match_at(tokens, at)
        if found is None or at + found[0] > end:
            at += 1
            continue
        if found[1] != "none":
            joined = named == (at - 1, found[1]) and tokens.folded[at - 1] == and_word()
            if nominal or (_finite(tokens, at, start) and not joined):
                yield Verb(at, at + found[0], found[1])
            else:  # "lễ công bố và triển khai quyết định" is the name of the event
                named = at + found[0], found[1]
        at += found[0]


def _carries(tokens: Tokens, verb: Verb) -> bool:
    """Whether a verb only introduces speech."""
    carrier = phrases("carriers").match_at(tokens, verb.start)
    return carrier is not None and carrier[0] == verb.end - verb.start


def sides(tokens: Tokens, at: int) -> bool:
    """Whether a sentence begins here that continues a list: it names a side or a group."""
    return phrases("sides").match_at(tokens, at) is not None or phrases("groups").match_at(tokens, at) is not None


def _done_by(tokens: Tokens, clause: int, end: int) -> Opening:
    """ "Đoàn công tác do A …" makes A its leader, "Báo cáo do A …" its reporter; else the verb after A decides."""
    if phrases("papers").match_at(tokens, clause):
        return Opening(frozenset(), frozenset({"report"}), _OF_LEADERS)
    if any(phrases("parties").match_at(tokens, at) for at in range(clause, end)):
        return Opening(frozenset(), frozenset({"lead"}), _OF_LEADERS)
    standing = any(phrases("standing").match_at(tokens, at) for at in range(clause, end))
    if standing and not any(phrases("held").match_at(tokens, at) for at in range(clause, end)):
        return Opening(frozenset(), frozenset({"heads"}), _DEEDS)
    return Opening(frozenset())


def _listed_before(tokens: Tokens, start: int, clause: int) -> frozenset[str] | None:
    """The roles at the beginning of a list whose first items are not persons: "Dự có 31 đại biểu; đồng chí A; B"."""
    if clause <= start or ";" not in (tokens.folded[clause - 1], tokens.folded[clause - 2]):
        return None
    begin = next((at + 1 for at in range(clause - 2, start, -1) if tokens.folded[at] == "."), start)
    presents = next((at for at in range(begin, clause) if phrases("contains").match_at(tokens, at)), None)
    if presents is None or presents - begin > _GROUP:
        return None
    return frozenset(verb.role for verb in _group(tokens, list(verbs(tokens, begin, presents, nominal=True)))) or None


def _participle(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """ "Phát biểu tại hội nghị," before the subject: the roles of the verbs that begin the clause."""
    if tokens.folded[end - 1] not in (",", ":") and (end - start > _OPENS or tokens.shape[start] == "lower"):
        return frozenset()
    begin = list(verbs(tokens, start, min(start + _OPENS, end), nominal=True))
    if not begin or begin[0].start > start:
        return frozenset()
    return frozenset(verb.role for verb in _group(tokens, begin))


def _group(tokens: Tokens, found: list[Verb]) -> list[Verb]:
    """The last verb with a capital that begins a clause, else the last of all, with the verbs joined to it; the verb in
    "lễ khai mạc" only if there is no other."""
    found = [verb for verb in found if not phrases("named").match_before(tokens, verb.start)] or found
    if not found:
        return []
    first = next((at for at in range(len(found) - 1, -1, -1) if tokens.capital[found[at].start]), None)
    if first is None:
        first = len(found) - 1
        while first and _joined(tokens, found[first - 1], found[first]):
            first -= 1
    return _joined_to(tokens, found[first:])


def _joined_to(tokens: Tokens, found: Sequence[Verb]) -> list[Verb]:
    """The first verb and those joined to it in sequence."""
    group = [found[0]]
    for verb in found[1:]:
        if not _joined(tokens, group[-1], verb):
            break
        group.append(verb)
    return group


def _last_clause(tokens: Tokens, start: int, end: int) -> int:
    """The first word of the last clause before a person: after the last ";" or ".", or a comma before an introduction.
    """
    clause = start
    for at in range(start, end):
        introduces = (
            tokens.folded[at] == ","
            and _verbs().match_at(tokens, at + 1)
            and _presents_at(tokens, at + 1, end) is not None
            and not _verbs().is_phrase(tokens, clause, at)
        )
        if tokens.folded[at] in (";", ".") or introduces:
            clause = at + 1
    while clause < end and tokens.folded[clause] in (",", and_word(), ")", "-"):
        clause += 1
    return clause


def _presents_at(tokens: Tokens, start: int, end: int) -> int | None:
    """The place of "có", "gồm", "của" or ":" that ends the clause before a person, at most a group's name after it."""
    for at in range(end - 1, max(start, end - _GROUP) - 1, -1):
        if phrases("presents").match_at(tokens, at):
            return at
        if tokens.folded[at] in (",", ";"):
            return None
    return None


def _next_introduction(tokens: Tokens, start: int, stop: int) -> int:
    """The first word of a clause that introduces other persons ("…, cùng dự có B") or has a subject of its own."""
    for at in range(start, stop):
        if tokens.folded[at] == "," and phrases("subjects").match_at(tokens, at + 1):
            return at
        if tokens.folded[at] == "," and (verb := _verbs().match_at(tokens, at + 1)):
            after = range(at + 1 + verb[0], min(at + 1 + verb[0] + _NEAR, len(tokens)))
            if any(phrases("contains").match_at(tokens, place) for place in after if _in_sentence(tokens, place, at)):
                return at
    return stop


def _in_sentence(tokens: Tokens, place: int, other: int) -> bool:
    return tokens.sentence[place] == tokens.sentence[other]


def _joined(tokens: Tokens, first: Verb, second: Verb) -> bool:
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
        _OBJECT if says else _NEAR
    )


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


@cache
def phrases(name: str) -> PhraseMatcher:
    """The phrases of one list of the lexicon's [clause]."""
    return PhraseMatcher({name: lexicon.load("roles")["clause"][name]})


@cache
def _counted() -> frozenset[str]:
    """Last words of the nouns of people counted."""
    return frozenset(split_phrase(noun)[-1] for noun in lexicon.load("roles")["clause"]["counted"])


@cache
def occasions() -> PhraseMatcher:
    """Phrases that place a sentence at the event ("there") or at another one ("elsewhere")."""
    clause = lexicon.load("roles")["clause"]
    return PhraseMatcher({name: clause[name] for name in ("elsewhere", "there")})


@cache
def _objects() -> PhraseMatcher:
    """Phrases right before a person who is quoted, or the object of an action."""
    return PhraseMatcher(lexicon.load("roles")["objects"])


@cache
def together() -> frozenset[str]:
    """Words that may occur between persons who are named together."""
    return frozenset(lexicon.load("roles")["clause"]["together"])


def appointments() -> PhraseMatcher:
    """Words of election and appointment."""
    return phrases("other")


@cache
def _verbs() -> PhraseMatcher:
    return PhraseMatcher(lexicon.load("roles")["verbs"])
