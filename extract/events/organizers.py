"""The bodies that held the event: the subject of the verb that holds it.

The words before the verb are cut at commas and "và"; read from the verb backwards, a piece that begins like a body
is an organiser, a piece that begins like an adverbial ("tại …", "nhân dịp …") ends the subject, and any other
belongs to the name before it ("Sở Văn hóa, Thể thao và Du lịch").
"""

from __future__ import annotations

import re
from functools import cache

from extract.model import Span
from extract.text import lexicon
from extract.text.document import Document
from extract.text.normalize import fold

_JOINT = re.compile(
    r"(\s*[,;]\s*|\s+(?:và|cùng(?:\s+với)?|(?:phối|kết)\s+hợp(?:\s+cùng)?(?:\s+với)?)\s+)", re.IGNORECASE
)
_PARENTHESES = re.compile(r"\s*\([^)]*\)")
_LATE_START = re.compile(r"(?:\d|\bdo)\s+(?=[A-ZĐÁÀÂĂÊÔƠƯÚÙỦÝỦỶỦỲ])")
_LONGEST = 120


def find_organizers(document: Document, sentence: Span) -> tuple[str, ...]:
    """The organising bodies as printed, without parentheses and terms; empty where a person held it or none is
    named."""
    verb = next(filter(None, (_search(verbs, document, sentence) for verbs in ("holding_verbs", "other_verbs"))), None)
    if verb is None:
        return ()
    subject = _PARENTHESES.sub("", document.text[sentence.start : verb.start()])
    return tuple(_trim(body) for body in _bodies(_JOINT.split(subject)) if len(body) <= _LONGEST)


def _search(verbs: str, document: Document, sentence: Span) -> re.Match[str] | None:
    return _verb_pattern(verbs).search(document.folded, sentence.start, sentence.end)


def _bodies(pieces: list[str]) -> list[str]:
    """The organisers among pieces and the joints between them, which alternate; in printed order."""
    bodies: list[str] = []
    tail = ""
    for position in range(len(pieces) - 1, -1, -2):
        piece = pieces[position].strip()
        late = _late_body(piece)
        if _body_pattern().match(fold(piece)) or late:
            bodies.insert(0, (late or piece) + tail)
            tail = ""
        elif not piece or _adverbial_pattern().match(fold(piece)):
            return _without_place(bodies, piece)
        else:
            joint = pieces[position - 1] if position else ""
            tail = joint + piece + tail
        if late:
            break
    return bodies


def _without_place(bodies: list[str], adverbial: str) -> list[str]:
    """The bodies but for the units that go on saying where: "tại thành phố Vinh, tỉnh Nghệ An, Sở Y tế"."""
    if fold(adverbial).startswith(("tại ", "ở ", "trên ")):
        while len(bodies) > 1 and _unit_pattern().match(fold(bodies[0])):
            bodies = bodies[1:]
    return bodies


def _late_body(piece: str) -> str | None:
    """The body that follows a date or "do" inside a piece: "Ngày 14/6 Sở Y tế", "do UBND huyện"."""
    for match in _LATE_START.finditer(piece):
        rest = piece[match.end() :]
        if _body_pattern().match(fold(rest)):
            return rest
    return None


def _trim(body: str) -> str:
    """The body without its term, a person at its head, or what belongs to the verb."""
    match = _trailing_pattern().search(fold(body))
    return body[: match.start() if match else len(body)].strip(" ,")


@cache
def _verb_pattern(verbs: str) -> re.Pattern[str]:
    """A verb with its adverbs; "đoàn kiểm tra" and "ban chỉ đạo diễn tập" are names, not a subject and its verb."""
    words = lexicon.load("events")["organizer"]
    name_before = r"(?<!ban)" + (r"(?<!đoàn)(?<!tổ)(?<!chỉ đạo)" if verbs == "other_verbs" else "")
    return re.compile(
        rf"{name_before}(?:\s+{lexicon.any_of(words['adverbs'])})*\s+{lexicon.any_of(words[verbs])}(?!\w)"
    )


@cache
def _body_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?!xã\s+hội){lexicon.any_of(lexicon.load('events')['organizer']['bodies'])}(?!\w)")


@cache
def _adverbial_pattern() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:\d|{lexicon.any_of(lexicon.load('events')['organizer']['adverbials'])}(?!\w))")


@cache
def _trailing_pattern() -> re.Pattern[str]:
    starts = lexicon.any_of(lexicon.load("events")["organizer"]["trailing"])
    return re.compile(rf",?\s+{starts}(?!\w)")


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|thị trấn)\s(?!ủy|đoàn)")
