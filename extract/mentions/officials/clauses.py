"""Clauses around a person, and the roles that they give: what follows its subject ("… chủ trì và phát biểu kết luận"),
and marks of speech, lists and occasions.
"""

from __future__ import annotations

from functools import cache

from extract.mentions.officials.openings import LEADERS
from extract.mentions.officials.verbs import (
    Verb,
    appointments,
    introduces_speech,
    joined,
    joined_to,
    phrases,
    role_verbs,
    verbs,
)
from extract.text import lexicon
from extract.text.phrases import PhraseMatcher
from extract.text.tokens import Tokens, and_word

_FAR = 32  # words after a person in which its verbs may occur
_NEAR = 6
_SAID = 6  # tokens of quoted speech, with the colon before it
_QUOTES = (":", ";", "“", '"', "”", ".")
_SPEECH = (":", "“", '"')
_GUESTS = frozenset({"attend", "met"})  # roles of those in a list who came, or received a party


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
        if previous and not joined(tokens, previous, verb):
            break
        if _is_made(tokens, start, verb):
            return {"other"}
        found.add("carrier" if introduces_speech(tokens, verb) else verb.role)
        previous = verb
        if phrases("says").match_at(tokens, verb.start):
            break
    return found or ({"other"} if appointments().begins_in(tokens, start, min(start + _NEAR, stop)) else set())


def _is_made(tokens: Tokens, start: int, verb: Verb) -> bool:
    """Whether the words of leading name the office to which the sentence tells elections: "A giữ chức …; B làm trưởng
    ban"."""
    if verb.role not in LEADERS or phrases("parts").match_at(tokens, verb.start) is None:
        return False
    begin, _ = tokens.sentence_around(start)
    return phrases("made").begins_in(tokens, begin, verb.start)


def _next_introduction(tokens: Tokens, start: int, stop: int) -> int:
    """The first word of a clause that introduces other persons ("…, cùng dự có B") or has a subject of its own."""
    for at in range(start, stop):
        if tokens.folded[at] == "," and phrases("subjects").match_at(tokens, at + 1):
            return at
        if tokens.folded[at] == "," and (verb := role_verbs().match_at(tokens, at + 1)):
            after = range(at + 1 + verb[0], min(at + 1 + verb[0] + _NEAR, len(tokens)))
            if any(phrases("contains").match_at(tokens, place) for place in after if _in_sentence(tokens, place, at)):
                return at
    return stop


def _in_sentence(tokens: Tokens, place: int, other: int) -> bool:
    return tokens.sentence[place] == tokens.sentence[other]


def presented(tokens: Tokens, start: int, end: int) -> bool:
    """Whether only "có" or "có:" is between two persons: the first is the object of the verb that introduces the second
    ("Tháp tùng Thủ tướng có: ông A")."""
    at = end - (end > start and tokens.folded[end - 1] == ":")
    return at - start == 1 and phrases("contains").match_at(tokens, start) is not None


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
    first = next((at for at, verb in enumerate(found) if verb.role in _GUESTS), None)
    return frozenset() if first is None else frozenset(verb.role for verb in joined_to(tokens, found[first:]))


def _group_named(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a group follows the mark or the "và" at `start`."""
    return phrases("crowds").begins_in(tokens, start, min(start + 4, end))


def quoted_words(tokens: Tokens, start: int, end: int) -> frozenset[int]:
    """The words of a sentence between “ and ”; to its beginning where only the closing mark is in it."""
    quoted: set[int] = set()
    opened = start
    for at in range(start, end):
        if tokens.folded[at] == "“":
            opened = at
        elif tokens.folded[at] == "”":
            quoted.update(range(opened, at))
    return frozenset(quoted)


def sides(tokens: Tokens, at: int) -> bool:
    """Whether a sentence begins here that continues a list: it names a side or a group."""
    return phrases("sides").match_at(tokens, at) is not None or phrases("groups").match_at(tokens, at) is not None


@cache
def occasions() -> PhraseMatcher:
    """Phrases that place a sentence at the event ("there"; "came" of who is there) or at another one ("elsewhere")."""
    clause = lexicon.load("roles")["clause"]
    return PhraseMatcher({name: clause[name] for name in ("elsewhere", "there", "came")})


@cache
def together() -> frozenset[str]:
    """Words that may occur between persons who are named together."""
    return frozenset(lexicon.load("roles")["clause"]["together"])
