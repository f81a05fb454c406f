"""Who took part, and who is only mentioned: absent, replaced, quoted, disciplined, or mentioned for another day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.mentions.officials.assignment import PersonMention
from extract.mentions.officials.clauses import predicate
from extract.mentions.officials.coreference import Person
from extract.mentions.officials.openings import objects
from extract.mentions.officials.roles import Participation, at_occasion
from extract.mentions.officials.verbs import phrases
from extract.model import Mention, OfficialValue
from extract.text import lexicon
from extract.text.phrases import PhraseMatcher
from extract.text.tokens import Tokens

_NEAR = 6
_NEXT = 3  # words between a person and what the person answers for
_QUESTION_REACH = 14  # tokens before a person in which a reporter may be named
_ELECTED = 2  # sentences before its outcome in which an election may be told
_SENT = 8  # tokens between what was sent and its sender
_CLAUSE = 24  # tokens between a verb and the last of the persons that are its objects
_SPOKEN_BEFORE = frozenset({",", "”", "»", '"', "-"})  # between what was said and who said it
_SPEECH = frozenset({"speak", "carrier", "report"})
_OPENING_QUOTES, _CLOSING_QUOTES = ("“", "«"), ("”", "»")


def remembered(tokens: Tokens, person: Person) -> bool:
    """Whether the person is dead and commemorated."""
    return any(_absences("remembered").match_before(tokens, mention.start) for mention in person.mentions) or (
        not person.positions
        and any(_absences("praised").match_before(tokens, mention.start) for mention in person.mentions)
    )


def took_part(tokens: Tokens, person: Person, participation: Participation) -> bool:
    """Whether the person was present, by the words around every mention."""
    if _is_left_out(tokens, person, participation):
        return False
    elsewhere = [mention for mention in person.mentions if not _is_interviewed(tokens, mention)]
    if len(elsewhere) < len(person.mentions) and not any(at_occasion(tokens, mention.start) for mention in elsewhere):
        return False
    if participation.at_occasion:
        return True
    if participation.earlier or all(_is_asked(tokens, one) or _in_speech(tokens, one) for one in person.mentions):
        return False
    if any(_is_elected(tokens, mention) for mention in person.mentions):
        return True
    if not participation.roles:
        return any(_is_concerned(tokens, mention) for mention in person.mentions)
    return not participation.only_quoted or _speaks_there(tokens, person, participation)


def _is_left_out(tokens: Tokens, person: Person, participation: Participation) -> bool:
    """Whether the person was absent or dealt with, or only sent or owns what is named."""
    if any(_says_absent(tokens, mention) or _is_dealt_with(tokens, mention) for mention in person.mentions):
        return True
    if any(_is_at_fault(tokens, mention) for mention in person.mentions) and not participation.at_occasion:
        return True
    if all(_only_sent(tokens, mention) or _only_greeted(tokens, mention) for mention in person.mentions):
        return True
    return not participation.roles and all(_is_possessor(tokens, mention) for mention in person.mentions)


def _speaks_there(tokens: Tokens, person: Person, participation: Participation) -> bool:
    """Whether one who is only quoted spoke at the event: not where all is only attributed ("theo ông A")."""
    if all(_absences("quoted").match_before(tokens, mention.start) for mention in person.mentions):
        return False
    return participation.in_account or not participation.confided


def without_participants(officials: Sequence[Mention[OfficialValue]]) -> tuple[Mention[OfficialValue], ...]:
    """The officials of an article that reports no event: nobody took part in one."""
    return tuple(replace(one, value=replace(one.value, participant=False)) for one in officials)


def _says_absent(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether the words right after a person mean that the person was absent."""
    _, end = tokens.sentence_around(mention.start)
    return _occurs(tokens, "words", mention.end, min(mention.end + _NEAR, end))


def _is_interviewed(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether the words around a person mean that the person spoke to the reporter, or wrote a document."""
    start, end = tokens.sentence_around(mention.start)
    after, before = min(mention.end + _NEAR, end), max(mention.start - _QUESTION_REACH, start)
    if _occurs(tokens, "interviewed", mention.end, after) or _occurs(tokens, "asked", before, mention.start):
        return True
    known = _newspapers()
    found = any(known.match_at(tokens, at) for at in (*range(before, mention.start), *range(mention.end, after)))
    return found and not at_occasion(tokens, mention.start)


def _only_sent(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether the person only sent what the words before name: "đọc thư của Chủ tịch nước A"."""
    start, _ = tokens.sentence_around(mention.start)
    near = range(mention.start - 1, max(start, mention.start - _NEAR), -1)
    at = next((at for at in near if phrases("of").match_at(tokens, at)), start)
    return _occurs(tokens, "sent", max(start, at - _SENT), at)


def _only_greeted(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether something is only passed on to the person: "chuyển lời thăm hỏi tới Thủ tướng A"."""
    start, _ = tokens.sentence_around(mention.start)
    passed = _absences("passed_to").match_before(tokens, mention.start) is not None
    return passed and _occurs(tokens, "passed_on", max(start, mention.start - _SENT), mention.start)


def _is_dealt_with(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether the person is the object of a verb of dismissal, discipline or replacement in the clause before; not the
    subject of a verb of speech behind it: "…, ông A nhấn mạnh"."""
    start, end = tokens.sentence_around(mention.start)
    if not _occurs(tokens, "dealt_with", max(start, mention.start - _CLAUSE), mention.start):
        return False
    if tokens.folded[mention.start - 1] in _SPOKEN_BEFORE and predicate(tokens, mention.end, end) & _SPEECH:
        return False
    for at in range(mention.start - 1, max(start, mention.start - _CLAUSE) - 1, -1):
        if tokens.folded[at] in (";", ":") or _absences("acting").match_at(tokens, at):
            return False
        if _absences("dealt_with").match_at(tokens, at):
            return True
    return False


def _is_at_fault(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether the words right after a person and the posts say what the person answers for: "ông A chịu trách nhiệm
    về", "ông B có những vi phạm"."""
    _, end = tokens.sentence_around(mention.start)
    return _occurs(tokens, "at_fault", mention.end, min(mention.end + _NEXT, end))


def _is_possessor(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether only something of the person is named: "phát ngôn của bà A"; not a deed there: "hồi trống của ông B"."""
    start, _ = tokens.sentence_around(mention.start)
    deed = _occurs(tokens, "own_deeds", max(start, mention.start - _SENT), mention.start)
    return phrases("of").match_before(tokens, mention.start) is not None and not deed


def _is_asked(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether the person is only given a task: "ông A yêu cầu ông B xin lỗi"."""
    return (objects().match_before(tokens, mention.start) or (0, ""))[1] == "asked"


def _is_concerned(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether a person without a role is one for whom the event was held, or who is shown at it."""
    start, end = tokens.sentence_around(mention.start)
    if phrases("earlier").match_at(tokens, start):
        return False
    return _absences("concerned").begins_in(tokens, start, end)


def _is_elected(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether a sentence behind an election says who holds the post: "Các Phó Chủ tịch gồm: ông A, bà B"."""
    start, _ = tokens.sentence_around(mention.start)
    held = _occurs(tokens, "standing_holders", start, mention.name.start)
    outcome = not held and _occurs(tokens, "outcomes", start, mention.name.start)
    if not outcome or not mention.posts + mention.shared or phrases("earlier").match_at(tokens, start):
        return False
    first = next((at for at in range(start, -1, -1) if tokens.sentence[at] < tokens.sentence[start] - _ELECTED), 0)
    return _occurs(tokens, "elections", first, start)


def _in_speech(tokens: Tokens, mention: PersonMention) -> bool:
    """Whether a person is named within the speech of somebody else, between quotation marks of one sentence."""
    start, end = tokens.sentence_around(mention.start)
    opened = next((at for at in range(mention.start - 1, start - 1, -1) if tokens.folded[at] in _OPENING_QUOTES), None)
    if opened is None or any(mark in _CLOSING_QUOTES for mark in tokens.folded[opened : mention.start]):
        return False
    return mention.start - opened > 1


def _occurs(tokens: Tokens, name: str, start: int, end: int) -> bool:
    """Whether a phrase of a list begins at one of these words."""
    return _absences(name).begins_in(tokens, start, end)


@cache
def _newspapers() -> PhraseMatcher:
    """Verbs of telling with the newspaper that was told: "trao đổi với VnExpress"."""
    absent = lexicon.load("roles")["absent"]
    phrases_told = (f"{verb} {newspaper}" for verb in absent["told_to"] for newspaper in absent["newspapers"])
    return PhraseMatcher({"newspapers": list(phrases_told)})


@cache
def _absences(name: str) -> PhraseMatcher:
    return PhraseMatcher({name: lexicon.load("roles")["absent"][name]})
