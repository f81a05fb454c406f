"""The roles of each person at the event, over all mentions of the person.

Persons enumerated together share the introduction before the first ("Dự hội nghị có A; B; C") and the verb after the
last ("A và B đồng chủ trì"). A sentence that only continues a list keeps the introduction of the one before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import get_args

from extract.mentions.names.vocabulary import honorifics
from extract.mentions.officials.clauses import (
    attendance,
    occasions,
    predicate,
    presented,
    quoted_words,
    sides,
    speaks_line,
    together,
)
from extract.mentions.officials.list_headings import goes_on_after, list_heading
from extract.mentions.officials.openings import Opening, opening
from extract.mentions.officials.other_days import PersonTokens, told_of_another_day
from extract.mentions.officials.verbs import phrases, verbs
from extract.model import Role
from extract.text.tokens import Tokens, and_word

_MARKS = frozenset(",;-:)")
_LIST = 40
_FEW = 6
_FIRST = 3
_SPOKEN = frozenset({"speak", "carrier", "report", "chair"})
_CAME = {"came": "there"}  # what tells of others behind a verb of speech
_ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Participation:
    """What a person did: the roles in the order of the vocabulary, and their evidence.

    `only_quoted`: only verbs that introduce speech, or none at all. `at_occasion`: some sentence places the person
    at the event ("tại hội nghị, ông A …"). `in_account`: quoted after a sentence about speeches there. `confided`:
    quoted only with verbs of private talk ("tâm sự"). `earlier`: only roles of another day, or heading a body.
    """

    roles: tuple[Role, ...]
    only_quoted: bool
    at_occasion: bool = False
    in_account: bool = False
    confided: bool = False
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class _Statement:
    """The roles that a sentence gives to one mention: before it, after it, and by its introduction."""

    introduced: frozenset[str]
    before: Opening
    after: frozenset[str]

    @property
    def roles(self) -> frozenset[str]:
        """All roles; for a person who is only the object of an action, those of the action."""
        after = self.after if self.before.admits is None else self.after & self.before.admits
        return self.introduced | self.before.alone | after


@dataclass(slots=True)
class _Record:
    """What was found for one person: roles, those of another day, and where the sentences place the person."""

    told: set[str] = field(default_factory=set)
    earlier: set[str] = field(default_factory=set)
    at_occasion: bool = False
    in_account: bool = False
    public: bool = False


def read_participation(tokens: Tokens, places: Sequence[PersonTokens]) -> dict[int, Participation]:
    """The participation of each person."""
    records: dict[int, _Record] = defaultdict(_Record)
    carried: frozenset[str] = frozenset()
    last, account = -2, False
    past: set[int] = set()
    talk = phrases("talks").first_place(tokens, 0, len(tokens))
    for here in _by_sentence(tokens, places):
        sentence = tokens.sentence[here[0].start]
        carried = carried if goes_on_after(tokens, here[0].start, last) else list_heading(tokens, here[0].start)
        statements = _read_sentence(tokens, here)
        listing = carried and not any(one.roles for one in statements) and _lists(tokens, here[0])
        occasion = at_occasion(tokens, here[0].start)
        past = told_of_another_day(tokens, here, past if sentence == last + 1 else set())
        for place, one in zip(here, statements):
            circumstances = (occasion, account, place.person in past, talk is not None and place.start > talk)
            _record(tokens, records[place.person], place, carried if listing else one.roles, *circumstances)
        account = account or (occasion and any(_SPOKEN & one.roles for one in statements))
        carried = carried if listing else statements[-1].introduced
        last = sentence
    return {person: _settled(record) for person, record in records.items()}


def _record(
    tokens: Tokens,
    record: _Record,
    place: PersonTokens,
    roles: frozenset[str],
    occasion: bool,
    account: bool,
    past: bool,
    talked: bool,
) -> None:
    """Add what one sentence says about a person: `past` where it is told of another day, `talked` where a meeting is
    named before it."""
    if past:
        record.earlier |= roles
        return
    record.told |= roles
    record.at_occasion |= occasion
    if roles:
        record.in_account |= account
        record.public |= not (_says(tokens, place, "confides") or not talked and _says(tokens, place, "informs"))


def at_occasion(tokens: Tokens, place: int) -> bool:
    """Whether the sentence around a word places what was said or done at the event: "tại hội nghị"."""
    start, end = tokens.sentence_around(place)
    quoted = quoted_words(tokens, start, end)
    found = [(at, label) for at, label in occasions().labels_in(tokens, start, end) if at not in quoted]
    if not found:
        return False
    speech = phrases("says").first_place(tokens, place, end)
    there = (label for at, label in found if label not in _CAME or speech is None or at < speech)
    return {_CAME.get(label, label) for label in there} == {"there"}


def _says(tokens: Tokens, place: PersonTokens, name: str) -> bool:
    """Whether a verb of a list is right after a person."""
    _, end = tokens.sentence_around(place.start)
    return phrases(name).begins_in(tokens, place.end, min(place.end + _FEW, end))


def _settled(record: _Record) -> Participation:
    """The roles in order. A verb that only introduces speech is a speech, but not beside a report; a person who met
    others attended if there is no other role."""
    roles = record.told or record.earlier
    only_quoted = roles == {"carrier"}
    heads = roles == {"heads"}
    if heads:
        roles = {"other"}
    if "met" in roles:
        roles = roles - {"met"} or {"attend"}
    if "carrier" in roles and "report" not in roles:
        roles = roles | {"speak"}
    if len(roles) > 1:
        roles = roles - {"other"}
    return Participation(
        tuple(role for role in _ROLES if role in roles),
        only_quoted,
        record.at_occasion,
        record.in_account,
        confided=bool(record.told) and not record.public,
        earlier=heads or (bool(record.earlier) and not record.told),
    )


def _by_sentence(tokens: Tokens, places: Sequence[PersonTokens]) -> list[list[PersonTokens]]:
    groups: list[list[PersonTokens]] = []
    for place in places:
        if groups and tokens.sentence[groups[-1][0].start] == tokens.sentence[place.start]:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _read_sentence(tokens: Tokens, places: Sequence[PersonTokens]) -> list[_Statement]:
    start, end = tokens.sentence_around(places[0].start)
    introduced: frozenset[str] = frozenset()
    statements: list[_Statement] = []
    for index, place in enumerate(places):
        lead = index - 1 if index and presented(tokens, places[index - 1].end, place.start) else index
        gap = places[lead - 1].end if lead else start
        before = opening(tokens, gap, place.start)
        if before.introduces is not None:
            introduced = before.introduces
        elif index and not _goes_on(tokens, gap, place.start):
            introduced = frozenset()
        after = predicate(tokens, place.end, places[index + 1].start if index + 1 < len(places) else end)
        if place.start == start and speaks_line(tokens, place.end, end):
            after.add("speak")
        statements.append(_Statement(introduced, before, frozenset(after)))
    statements = _reported(tokens, places, statements)
    statements = _give_back(tokens, places, _spread(tokens, places, _receive(tokens, places, statements)))
    return _close(tokens, places, _open(tokens, places, statements), end)


def _reported(tokens: Tokens, places: Sequence[PersonTokens], statements: list[_Statement]) -> list[_Statement]:
    """In "Báo cáo với ông A, ông B cho biết" B is the reporter, the subject after the listeners."""
    start, _ = tokens.sentence_around(places[0].start)
    if phrases("reports_to").match_at(tokens, start) is None:
        return statements
    subject = next((index for index in range(len(places)) if statements[index].after), None)
    if subject is None or not subject:
        return statements
    one = statements[subject]
    statements[subject] = _Statement(one.introduced, Opening(frozenset(), frozenset({"report"})), one.after)
    return statements


def _open(tokens: Tokens, places: Sequence[PersonTokens], statements: list[_Statement]) -> list[_Statement]:
    """The introduction of a sentence without a verb after its persons applies to all: "Chủ trì hội nghị đồng chí A,
    đồng chí B".
    """
    begins = statements[0].before.alone
    if not begins or statements[0].before.admits is not None or any(one.after for one in statements):
        return statements
    for index in range(1, len(places)):
        if statements[index].roles or not _together(tokens, places[index - 1], places[index]):
            return statements
        statements[index] = _Statement(begins, statements[index].before, frozenset())
    return statements


def _close(tokens: Tokens, places: Sequence[PersonTokens], statements: list[_Statement], end: int) -> list[_Statement]:
    """The attendance at the end of a list of persons and groups applies to all: "A, Bí thư …; B, Chủ tịch …; lãnh đạo
    các xã đã tới dự"."""
    attends = attendance(tokens, places[-1].end, end)
    for index in range(len(places) - 1, -1, -1):
        one = statements[index]
        if one.roles or (index + 1 < len(places) and not _together(tokens, places[index], places[index + 1])):
            return statements
        statements[index] = _Statement(one.introduced, one.before, attends)
    return statements


def _receive(tokens: Tokens, places: Sequence[PersonTokens], statements: list[_Statement]) -> list[_Statement]:
    """Persons enumerated with a recipient are recipients too: "trao hoa cho các ông A, B"; but in "trả lời A, B cho
    biết" B is the next subject."""
    for index in range(1, len(places)):
        before, here = statements[index - 1].before, statements[index]
        silent = here.before.introduces is None and not here.before.alone
        ends = not here.after or tokens.folded[places[index].end] == and_word()
        if before.receives and silent and ends and _together(tokens, places[index - 1], places[index]):
            statements[index] = _Statement(here.introduced, before, here.after)
    return statements


def _give_back(tokens: Tokens, places: Sequence[PersonTokens], statements: list[_Statement]) -> list[_Statement]:
    """A verb after a recipient and "và" belongs to the giver: "A trao hoa cho B và phát biểu"."""
    giver: int | None = None
    for index, place in enumerate(places):
        if not statements[index].before.receives:
            giver = index
        elif giver is not None and place.end < len(tokens) and tokens.folded[place.end] == and_word():
            given = statements[giver]
            statements[giver] = _Statement(given.introduced, given.before, given.after | statements[index].after)
    return statements


def _spread(tokens: Tokens, places: Sequence[PersonTokens], statements: list[_Statement]) -> list[_Statement]:
    """Persons joined by a comma or "và" share the verb after the last of them, and the participle before the first."""
    for index in range(len(places) - 2, -1, -1):
        one = statements[index]
        if _together(tokens, places[index], places[index + 1]) and not one.after:
            statements[index] = _Statement(one.introduced, one.before, statements[index + 1].after)
    return statements


def _together(tokens: Tokens, first: PersonTokens, second: PersonTokens) -> bool:
    """Whether there are only marks, "và" and a remark in brackets ("bìa phải") between two persons."""
    gap = tokens.folded[first.end : second.start]
    if gap[:1] == ["("] and ")" in gap:
        gap = gap[gap.index(")") + 1 :]
    return len(gap) <= _FEW and all(word in _MARKS or word in together() for word in gap)


def _goes_on(tokens: Tokens, start: int, end: int) -> bool:
    """Whether there is only an enumeration between two persons: marks, "và", groups without a verb, or the verb of the
    first alone ("ông A, Bí thư chủ trì, bà B, …")."""
    verb = next(iter(verbs(tokens, start, end, nominal=False)), None)
    alone = verb is not None and verb.start == start and tokens.folded[verb.end : end] in ([","], [";"])
    return end - start <= _LIST and (verb is None or alone)


def _lists(tokens: Tokens, first: PersonTokens) -> bool:
    """Whether a sentence without a verb continues a list: it begins with a person, a side or a group, and is not a
    heading of its own ("Thư ký: …")."""
    start, _ = tokens.sentence_around(first.start)
    colons = (at for at in range(start, first.start) if tokens.folded[at] == ":")
    headed = any(honorifics().match_before(tokens, at) is None for at in colons)  # "Đ/c: A" is not a heading
    return (first.start - start <= _FIRST and not headed) or sides(tokens, start)
