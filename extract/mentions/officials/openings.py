"""Clauses before a person, and the roles that they give.

A clause may introduce persons ("Dự hội nghị có …", "với sự tham dự của …", "do … làm trưởng đoàn"), or precede the
person whose action it is ("Phát biểu tại hội nghị, …").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.mentions.officials.verbs import Verb, appointments, group, phrases, role_verbs, verbs
from extract.text import lexicon
from extract.text.phrases import PhraseMatcher
from extract.text.tokens import Tokens, and_word

_FAR = 32  # words between "của" and a person who is still of the list that it begins
_NEAR = 6
_GROUP = 8
_OPENS = 6
_LISTED = (",", ";")
_ATTEND = frozenset({"attend"})
LEADERS = frozenset({"lead", "chair"})  # roles of the object of another verb: "bầu A làm trưởng ban"
_HEADS = frozenset({"chair", "attend", "speak", "report", "award", "sign", "other", "carrier"})


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
    "asked": Opening(frozenset(), frozenset({"other"}), frozenset()),
    "welcomed": Opening(frozenset({"attend"})),
    "receivers": Opening(frozenset(), frozenset({"other"}), frozenset(), receives=True),
    "met": Opening(frozenset(), frozenset({"met"}), frozenset(), receives=True),
}


def opening(tokens: Tokens, start: int, end: int) -> Opening:
    """The opening of a person at `end`, by the words from `start` on."""
    clause = _last_clause(tokens, start, end)
    if clause >= end:
        return Opening(_listed_before(tokens, start, clause))
    if appointments().match_before(tokens, end, 4):
        return Opening(frozenset(), frozenset({"other"}), LEADERS)
    if (object_ := objects().match_before(tokens, end)) and object_[1] != "none":
        return _OBJECTS[object_[1]]
    if phrases("by").match_at(tokens, end - 1):
        return _done_by(tokens, clause, end)
    presents = _presents_at(tokens, clause, end)
    if presents is None:
        return _without_introduction(tokens, start, clause, end)
    return _introduced(tokens, start, clause, presents)


def _without_introduction(tokens: Tokens, start: int, clause: int, end: int) -> Opening:
    """The opening of a person whom the clause before does not introduce."""
    if _listed_by_presence(tokens, clause, end):
        return Opening(_ATTEND)
    begins = clause > start or start == 0 or tokens.sentence[start - 1] != tokens.sentence[start]
    return Opening(_listed_before(tokens, start, clause), _participle(tokens, clause, end) if begins else frozenset())


def _introduced(tokens: Tokens, start: int, clause: int, presents: int) -> Opening:
    """The opening of persons whom a clause introduces up to "có", "gồm", "của" or ":" at `presents`."""
    inside = [verb for verb in verbs(tokens, clause, presents + 1, nominal=True) if not _of_others(tokens, start, verb)]
    if phrases("of").match_at(tokens, presents):
        inside = [verb for verb in inside if _is_noun(tokens, verb)]
        if not inside:
            return Opening()
    found = frozenset(verb.role for verb in group(tokens, inside))
    if found or phrases("sides").match_at(tokens, clause):
        return Opening(found or frozenset({"attend"}))
    if appointments().begins_in(tokens, clause, presents):
        return Opening(frozenset({"other"}))
    return Opening()


def _is_noun(tokens: Tokens, verb: Verb) -> bool:
    """Whether a verb is made a noun, whose subject follows "của": "sự tham dự của", "với sự dự, chỉ đạo của"."""
    first = max(verb.start - _NEAR, 0)
    return phrases("nominal").begins_in(tokens, first, verb.end)


def _listed_by_presence(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a person goes on with a list of those present: "có sự tham gia của lãnh đạo xã, ông A"."""
    of = next((at for at in range(end - 1, start, -1) if phrases("of").match_at(tokens, at)), None)
    if of is None or tokens.folded[end - 1] not in _LISTED or end - of > _FAR:
        return False
    came = [verb for verb in verbs(tokens, start, of, nominal=True) if verb.end == of and verb.role == "attend"]
    goes_on = bool(came) and _is_noun(tokens, came[-1])
    return goes_on and next(iter(verbs(tokens, of, end, nominal=False)), None) is None


def _of_others(tokens: Tokens, start: int, verb: Verb) -> bool:
    """Whether a verb names the function of the person before it, or is in the passive."""
    return _part_played(tokens, start, verb) or phrases("passive").match_before(tokens, verb.start) is not None


def _part_played(tokens: Tokens, start: int, verb: Verb) -> bool:
    """Whether a verb right after a person names its function: "do ông A làm Trưởng đoàn và các thành viên gồm B"."""
    behind = verb.start == start > 0 and tokens.sentence[start - 1] == tokens.sentence[start]
    return behind and verb.role in LEADERS and phrases("parts").match_at(tokens, start) is not None


def _done_by(tokens: Tokens, clause: int, end: int) -> Opening:
    """ "Đoàn công tác do A …" makes A its leader, "Báo cáo do A …" its reporter; else the verb after A decides."""
    if phrases("papers").match_at(tokens, clause):
        return Opening(frozenset(), frozenset({"report"}), LEADERS)
    if phrases("parties").begins_in(tokens, clause, end):
        return Opening(frozenset(), frozenset({"lead"}), LEADERS)
    standing = phrases("standing").begins_in(tokens, clause, end)
    if standing and not phrases("held").begins_in(tokens, clause, end):
        return Opening(frozenset(), frozenset({"heads"}), _HEADS)
    return Opening(frozenset())


def _listed_before(tokens: Tokens, start: int, clause: int) -> frozenset[str] | None:
    """The roles at the beginning of a list whose first items are not persons: "Dự có 31 đại biểu; đồng chí A; B"."""
    if clause <= start or ";" not in (tokens.folded[clause - 1], tokens.folded[clause - 2]):
        return None
    begin = next((at + 1 for at in range(clause - 2, start, -1) if tokens.folded[at] == "."), start)
    presents = next((at for at in range(begin, clause) if phrases("contains").match_at(tokens, at)), None)
    if presents is None or presents - begin > _GROUP:
        return None
    return frozenset(verb.role for verb in group(tokens, list(verbs(tokens, begin, presents, nominal=True)))) or None


def _participle(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """ "Phát biểu tại hội nghị," before the subject: the roles of the verbs that begin the clause."""
    if tokens.folded[end - 1] not in (",", ":") and (end - start > _OPENS or tokens.shape[start] == "lower"):
        return frozenset()
    if _ends_speech(tokens, start, end):
        return frozenset()
    if deputy := phrases("deputies").match_at(tokens, start):
        return frozenset(verb.role for verb in list(verbs(tokens, start + deputy[0], end, nominal=False))[:1])
    start = _after_place(tokens, start, end)
    begin = list(verbs(tokens, start, min(start + _OPENS, end), nominal=True))
    if not begin or begin[0].start > start:
        return frozenset()
    return frozenset(verb.role for verb in group(tokens, begin))


def _after_place(tokens: Tokens, start: int, end: int) -> int:
    """Where the participle begins behind a place or a time: "Tại phiên họp sáng 9/5, [báo cáo] dự thảo, ông A …"."""
    comma = next((at for at in range(start, end - 1) if tokens.folded[at] == ","), None)
    if comma is None or tokens.folded[end - 1] != "," or not phrases("opens_place").match_at(tokens, start):
        return start
    return comma + 1 if role_verbs().match_at(tokens, comma + 1) else start


def _ends_speech(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a speech ends before a person, "… nghèo mà thôi”, ông A nói", and not a title that is quoted."""
    words = tokens.folded[start : end - 1]
    if words[-1:] == ["”"]:
        return "“" not in words[1:]
    return words[-1:] == ['"'] and words.count('"') % 2 == 1


def _last_clause(tokens: Tokens, start: int, end: int) -> int:
    """The first word of the last clause before a person: after the last ";" or ".", or a comma before an introduction.
    """
    clause = start
    for at in range(start, end):
        introduces = (
            tokens.folded[at] == ","
            and role_verbs().match_at(tokens, at + 1)
            and _presents_at(tokens, at + 1, end) is not None
            and not role_verbs().is_phrase(tokens, clause, at)
        )
        if tokens.folded[at] in (";", ".", "…") or introduces:
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


@cache
def objects() -> PhraseMatcher:
    """Phrases right before a person who is quoted, or the object of an action, labelled by the list they are of."""
    return PhraseMatcher(lexicon.load("roles")["objects"])
