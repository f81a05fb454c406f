"""The bodies that held the event: the subject of the verb that holds it.

The sentence that reports the event is asked first, then the other sentences that name an event of its kind. In each the
words before the verb are cut at commas, dashes and "và"; read from the verb backwards, a piece that begins like a body
is an organizer, a piece that begins like an adverbial ("tại …", "nhân dịp …") ends the subject, and any other belongs
to the name before it ("Sở Văn hóa, Thể thao và Du lịch").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from extract.events.triggers import EventTrigger
from extract.gazetteer.units import province_names
from extract.model import EventType, Span
from extract.text import lexicon
from extract.text.document import Document
from extract.text.normalize import fold
from extract.text.patterns import WordPattern, whole_words

_JOINT = WordPattern(
    "events", r"(?i:(\s*[,;]\s*(?:{joined})?|:\s+|\s*[-–]\s+|\s+{joined}))", joined=r"{organizer.joined_by}\s+"
)
_PARENTHESES = re.compile(r"\s*\([^)]*\)")
_QUOTED = WordPattern("events", r"(?:\s{grammar/about})?\s[“\"][^”\"]*[”\"]")
_LATE_START = WordPattern("events", r"(?:\d|\bdo|”)\s+(?=[A-Z{letters/bodies_begin:letters}])")
_LONGEST = 120
_OPENING_SENTENCES = 20  # in which another sentence than the reporting one may name the organizers

_Reader = Callable[[Document, Span], tuple[str, ...]]


def find_organizers(
    document: Document, sentence: Span, kind: EventType | None = None, triggers: Sequence[EventTrigger] = ()
) -> tuple[str, ...]:
    """The organizing bodies as printed, without parentheses and terms; empty where a person held it or none is named.

    `kind` and `triggers` tell which other sentences speak of the same event; without them only `sentence` is read.
    """
    found = _first_found(document, [sentence], (_subject, _passive_agent, _owner_of_session(kind)))
    if not found and triggers:
        others = [*_up_to_names(document, triggers, kind, sentence)]
        title = [other for other in others if other.start == document.sentences[0].start]
        found = _first_found(document, others, (_holder,)) or _first_found(document, title, (_subject,))
        found = found or _first_found(document, document.sentences[:_OPENING_SENTENCES], (_passive_agent,))
    return tuple(body for body in found if not (kind == "visit" and _is_delegation(body)))


def _first_found(document: Document, sentences: Iterable[Span], readers: Sequence[_Reader]) -> tuple[str, ...]:
    return next(filter(None, (read(document, sentence) for read in readers for sentence in sentences)), ())


def _up_to_names(
    document: Document, triggers: Sequence[EventTrigger], kind: EventType | None, told: Span
) -> Iterator[Span]:
    """The opening sentences that name an event of the kind, up to the last name; the title, which is short, whole."""
    for sentence in document.sentences[:_OPENING_SENTENCES]:
        named = [one.span.end for one in triggers if one.type == kind and sentence.contains(one.span)]
        if named and sentence != told:
            yield sentence if sentence == document.sentences[0] else Span(sentence.start, named[-1])


def _subject(document: Document, sentence: Span) -> tuple[str, ...]:
    """The bodies before a verb that holds an event, the surest verbs first."""
    return _holder(document, sentence) or _bodies_before(document, sentence, "other_verbs")


def _holder(document: Document, sentence: Span) -> tuple[str, ...]:
    return _bodies_before(document, sentence, "holding_verbs")


def _bodies_before(document: Document, sentence: Span, verbs: str) -> tuple[str, ...]:
    verb = _verb_pattern(verbs).search(document.folded, sentence.start, sentence.end)
    return _bodies_in(document.text[sentence.start : verb.start()]) if verb else ()


def _passive_agent(document: Document, sentence: Span) -> tuple[str, ...]:
    """The bodies of a gathering "do … tổ chức": "Hội thi do Hội Phụ nữ huyện phối hợp tổ chức"."""
    agent = _AGENT.search(document.folded, sentence.start, sentence.end)
    return _bodies_in(document.text[slice(*agent.span("agent"))]) if agent else ()


def _owner_of_session(kind: EventType | None) -> _Reader:
    """What reads the body whose own session, meeting or voter meeting is told of: "kỳ họp thứ 5, HĐND tỉnh"."""
    sessions = lexicon.load("events")["organizer"]["own_sessions"].get(kind or "", [])

    def read(document: Document, sentence: Span) -> tuple[str, ...]:
        owner = sessions and _session_pattern(tuple(sessions)).search(document.folded, sentence.start, sentence.end)
        return _bodies_in(_name_from(document, owner.end(), sentence.end)) if owner else ()

    return read


def _name_from(document: Document, start: int, end: int) -> str:
    """The body's name that begins at `start`: its first word, then capitalised words, abbreviations, tiers of units."""
    small_words, end_of_name = lexicon.load("events")["organizer"]["small_words"], start
    for word in re.compile(r"\s?[\w.]+").finditer(document.text, start, end):
        printed = word.group().strip()
        goes_on = word.start() == start or printed[0].isupper() or fold(printed) in small_words
        if end_of_name != word.start() or not goes_on:
            break
        end_of_name = word.end()
    return document.text[start:end_of_name]


def _bodies_in(subject: str) -> tuple[str, ...]:
    """The bodies that a subject names, in printed order."""
    subject = _PARENTHESES.sub("", _QUOTED.compiled.sub("”", subject)).strip(" ,”")
    pieces = _JOINT.compiled.split(_without_members(subject))
    bodies = [trimmed for body in _bodies(pieces) if len(body) <= _LONGEST and (trimmed := _trim(body))]
    return () if any(_is_clause(body) for body in bodies) else tuple(bodies)


def _is_clause(body: str) -> bool:
    """Whether the words are no name: a bare generic word ("ban"), or a clause ("xã đều phân công cán bộ")."""
    bare = len(body.split()) == 1 and not body.isupper()
    return bare or bool(_CLAUSES.search(fold(body)))


def _without_members(subject: str) -> str:
    """The subject without those who lead or make up the body: ", gồm ông A; bà B", "do Giám đốc A dẫn đầu"."""
    for members in _MEMBERS.finditer(fold(subject)):
        rest = fold(subject[members.end() :])
        if members["verb"] != "do" or not _BODY.match(rest):
            return subject[: members.start()]
    return subject


def _bodies(pieces: list[str]) -> list[str]:
    """The organizers among pieces and the joints between them, which alternate; in printed order."""
    bodies: list[str] = []
    tail = ""
    for position in range(len(pieces) - 1, -1, -2):
        piece = pieces[position].strip()
        late = _late_body(piece)
        if position and not _are_peers(pieces[position - 2 : position + 1]):
            tail = pieces[position - 1] + piece + tail
            continue
        if _BODY.match(fold(piece)) or late:
            bodies = _with_body((late or piece) + tail, bodies)
            tail = ""
        elif fold(piece) in _provinces() and position:
            continue  # "Công đoàn huyện Tân Phú, Đồng Nai"
        elif not piece or _ADVERBIAL.match(fold(piece)):
            return _without_place(bodies, piece)
        else:
            joint = pieces[position - 1] if position else ""
            tail = joint + piece + tail
        if late:
            break
    return bodies


def _are_peers(around: Sequence[str]) -> bool:
    """Whether a joint stands between bodies; a dash does so between committees only: "Huyện ủy - HĐND - UBND"."""
    before, joint, after = around
    committees = [_COMMITTEE.search(fold(piece)) for piece in (before, after)]
    return joint.strip() not in ("-", "–") or all(committees)


def _with_body(body: str, later: list[str]) -> list[str]:
    """The bodies with one before them; units that only say where it lies go, those of a list are several."""
    plural = _PLURAL.match(fold(body))
    if plural:
        names = _LIST.split(body[plural.end() :])
        return [f"{plural['tier']} {names[0]}", *names[1:], *later]
    if len(later) and _UNIT.match(fold(later[0])) and _names_lower_unit(body, later[0]):
        return _with_body(body, later[1:])
    return [body, *later]


def _names_lower_unit(body: str, unit: str) -> bool:
    """Whether the body's own unit lies in the unit: a commune's or district's body before a district or province."""
    ranks = lexicon.load("events")["organizer"]["tiers"]
    rank = next((rank for rank, words in enumerate(ranks) if fold(unit).startswith(tuple(map(fold, words)))), 0)
    return bool(_lower_tiers(rank).search(fold(body)))


def _without_place(bodies: list[str], adverbial: str) -> list[str]:
    """The bodies but for the units that go on saying where: "tại thành phố Vinh, tỉnh Nghệ An, Sở Y tế"."""
    where = lexicon.load("events")["organizer"]["where"]
    if fold(adverbial).startswith(tuple(f"{word} " for word in where)):
        while len(bodies) > 1 and _UNIT.match(fold(bodies[0])):
            bodies = bodies[1:]
    return bodies


def _late_body(piece: str) -> str | None:
    """The body that follows a date, "do" or "dẫn đầu" inside a piece: "Ngày 14/6 Sở Y tế", "do UBND huyện"."""
    led = _LED.search(fold(piece))
    if led:
        return piece[led.end() :]
    for match in _LATE_START.finditer(piece):
        rest = piece[match.end() :]
        if _BODY.match(fold(rest)):
            return rest
    return None


def _is_delegation(body: str) -> bool:
    """Whether the body is a delegation, which holds its working sessions and inspections but no visit."""
    return bool(_DELEGATION.match(fold(body)))


def _trim(body: str) -> str:
    """The body without its term, a person at its head, or what belongs to the verb."""
    match = _TRAILING.search(fold(body))
    return body[: match.start() if match else len(body)].strip(" ,")


@cache
def _lower_tiers(rank: int) -> WordPattern:
    """The tier words below the rank, in the list that begins with the lowest."""
    ranks = lexicon.load("events")["organizer"]["tiers"]
    lower = [word for words in ranks[:rank] for word in words] or [" "]
    return WordPattern("events", r"(?<!\w){lower}(?!\w|\s{organizer.no_tier_before})", lower=lambda: lower)


@cache
def _verb_pattern(verbs: str) -> WordPattern:
    """A verb with its adverbs; "đoàn kiểm tra" and "ban chỉ đạo diễn tập" are names, not a subject and its verb."""
    other = "+organizer.no_subject_of_other" if verbs == "other_verbs" else ""
    return WordPattern(
        "events",
        rf"{{organizer.no_subject{other}:unless}}(?:,?\s+{{organizer.adverbs}})*,?\s+{{organizer.{verbs}}}(?!\w)",
    )


# A gathering, and the bodies by which it is held.
_AGENT = WordPattern(
    "events",
    r"""
    (?<!\w){attendance/occasions.nouns}[^.;,]{0,60}?\s
    {grammar/by+grammar/is_done}\s+
    (?P<agent>(?:{grammar/several}\s)?{organizer.bodies}(?!\w)[^.;]{0,200}?)
    (?:\s+{organizer.adverbs})*\s+{organizer.holding_verbs}(?!\w)
    """,
)


@cache
def _session_pattern(sessions: tuple[str, ...]) -> WordPattern:
    """A session up to the body that it is of: "kỳ họp thứ 5, khóa XV của" before HĐND."""
    return WordPattern(
        "events",
        r"""
        (?<!\w){sessions}
        (?:\s{grammar/ordinal}\s\w+(?:\s\w+)?)? ,?\s (?:{grammar/of}\s)?
        (?={organizer.session_bodies}(?!\w))
        """,
        sessions=lambda: sessions,
    )


_MEMBERS = WordPattern("events", r",?\s(?P<verb>{organizer.members+grammar/by})\s(?!{organizer.bodies}(?!\w))")
# Several units of one tier: "các huyện A, B".
_PLURAL = WordPattern("events", r"{places/tiers.plural}\s(?P<tier>{organizer.plural_tiers})\s")
# A person who leads a delegation, up to the delegation.
_LED = WordPattern("events", r"(?<!\w){organizer.led_by}\s+(?={organizer.delegations}(?!\w))")
_DELEGATION = WordPattern("events", r"{organizer.delegations}(?!\w)")
_BODY = WordPattern(
    "events",
    r"(?!{organizer.no_bodies}(?!\w))(?:{organizer.bodies}(?!\w)|{places/tiers.plural}\s{organizer.plural_tiers}\s)",
)
# A committee at the end of a date or by itself: "Sáng 18/4, Huyện ủy", "HĐND".
_COMMITTEE = WordPattern("events", r"(?:^|\d\s|,\s){organizer.committees}(?!\w)")


@cache
def _provinces() -> frozenset[str]:
    return frozenset(fold(name) for name in province_names())


_ADVERBIAL = WordPattern("events", r"\W*(?:\d|{organizer.adverbials}(?!\w))")
_TRAILING = WordPattern("events", r",?\s+{organizer.trailing}(?!\w)")
_UNIT = WordPattern("events", r"{organizer.unit_tiers}\s(?!{organizer.no_unit_before})")
_LIST = WordPattern("events", r"\s*,\s*|\s+{grammar/and}\s+")
_CLAUSES = whole_words("events", "organizer", "clauses")
