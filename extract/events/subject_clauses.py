"""The clause before a verb of holding an event, reduced to what names its subject: without datelines, brackets, who
tells it, and who makes up or leads the bodies."""

from __future__ import annotations

import re

from extract.text.normalize import fold
from extract.text.patterns import WordPattern


def subject_proper(clause: str) -> str:
    """The words of a clause that name the subject of its verb, with all before them that is no telling."""
    subject = _PARENTHESES.sub("", _without_quotations(_without_dateline(clause))).strip(" ,”")
    agent = _AGENT.search(fold(subject))
    if agent:  # "Hội nghị về thuế - hải quan do Bộ Tài chính và Sở Công Thương"
        subject = subject[agent.end() :]
    return _without_telling(subject)


def _without_dateline(subject: str) -> str:
    """The subject without the initials of a newspaper before it: "TP - Thị đoàn Mường Lay"."""
    initials = _INITIALS.match(subject)
    return subject[initials.end() :] if initials and not BODY.match(fold(initials["name"])) else subject


def _without_telling(subject: str) -> str:
    """The subject of what somebody tells: the words after the verb of saying where they name anything ("Sở Y tế cho
    biết UBND tỉnh sẽ"), else who tells it ("Sở Y tế cho biết ngày 25/10 sẽ"), and with partners both."""
    told = list(_TOLD.finditer(fold(subject)))
    if not told:
        return subject
    who, what = subject[: told[-1].start()], subject[told[-1].end() :]
    if _GOES_ON.match(fold(what)):
        return f"{who} {what}"
    return what if any(letter.isupper() for letter in what) else who


def _without_quotations(subject: str) -> str:
    """The subject with its quotations cut out, but for those that are the name of a fund or a club."""
    kept, end = "", 0
    for quoted in _QUOTED.finditer(fold(subject)):
        kept, end = f"{kept}{subject[end : quoted.start()]}”", quoted.end()
    return kept + subject[end:]


def without_members(subject: str) -> str:
    """The subject without those who lead or make up the bodies: ", gồm ông A; bà B", "do Giám đốc A dẫn đầu"."""
    kept, cut = subject, False
    for members in _MEMBERS.finditer(fold(subject)):
        body = subject[: members.start()].rpartition(",")[2].strip()
        are_bodies = bool(BODY.match(fold(subject[members.end() :])))
        is_one = BODY.match(fold(body)) and not PLURAL.match(fold(body))
        if cut and not are_bodies:  # "…, Tổ đại biểu HĐND huyện gồm ông C"
            kept += f", {body}" if is_one else ""
        elif not cut and (not are_bodies or members["several"] and is_one):  # "Cụm số 2 gồm huyện A, huyện B"
            kept, cut = subject[: members.start()], True
    return kept


_INITIALS = WordPattern("events", r"(?P<name>[A-Z{letters/bodies_begin:letters}]{2,8})\s*[-–]\s+")
# A gathering and by whom it is held, before the bodies.
_AGENT = WordPattern(
    "events", r"(?<!\w){attendance/occasions.nouns}(?!\w)[^.;]*?\s{grammar/by}\s(?={organizer.bodies}(?!\w))"
)
_PARENTHESES = re.compile(r"\s*\([^)]*\)")
_QUOTED = WordPattern("events", r"(?:\s{grammar/about})?\s{organizer.called:unless_apart}[“\"][^”\"]*[”\"]")
_MEMBERS = WordPattern("events", r",?\s(?:(?P<several>{organizer.members})|{grammar/by})\s")
_TOLD = WordPattern("events", r"(?<!\w){organizer.informs}(?!\w),?\s*")
_GOES_ON = WordPattern("events", r"(?:{organizer.adverbs+organizer.joined_by})(?!\w)")
# Several units of one tier: "các huyện A, B".
PLURAL = WordPattern("events", r"{places/tiers.plural}\s(?P<tier>{organizer.plural_tiers})\s")
BODY = WordPattern(
    "events",
    r"(?!{organizer.no_bodies}(?!\w))(?:{organizer.bodies}(?!\w)|{places/tiers.plural}\s{organizer.plural_tiers}\s)",
)
