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
from extract.text import lexicon, patterns
from extract.text.document import Document
from extract.text.normalize import fold

_AND = r"(?:và|cùng(?:\s+với)?|(?:phối|kết)\s+hợp(?:\s+cùng)?(?:\s+với)?)\s+"
_JOINT = re.compile(rf"(\s*[,;]\s*(?:{_AND})?|:\s+|\s*[-–]\s+|\s+{_AND})", re.IGNORECASE)
_PARENTHESES = re.compile(r"\s*\([^)]*\)")
_QUOTED = re.compile(r"(?:\svề)?\s[“\"][^”\"]*[”\"]")
_LATE_START = re.compile(r"(?:\d|\bdo|”)\s+(?=[A-ZĐÁÀÂĂÊÔƠƯÚÙỦÝỦỶỦỲ])")
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
    agent = _agent_pattern().search(document.folded, sentence.start, sentence.end)
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
    subject = _PARENTHESES.sub("", _QUOTED.sub("”", subject)).strip(" ,”")
    pieces = _JOINT.split(_without_members(subject))
    bodies = [trimmed for body in _bodies(pieces) if len(body) <= _LONGEST and (trimmed := _trim(body))]
    return () if any(_is_clause(body) for body in bodies) else tuple(bodies)


def _is_clause(body: str) -> bool:
    """Whether the words are no name: a bare generic word ("ban"), or a clause ("xã đều phân công cán bộ")."""
    bare = len(body.split()) == 1 and not body.isupper()
    return bare or bool(patterns.whole_words("events", "organizer", "clauses").search(fold(body)))


def _without_members(subject: str) -> str:
    """The subject without those who lead or make up the body: ", gồm ông A; bà B", "do Giám đốc A dẫn đầu"."""
    for members in _members_pattern().finditer(fold(subject)):
        rest = fold(subject[members.end() :])
        if members["verb"] != "do" or not _body_pattern().match(rest):
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
        if _body_pattern().match(fold(piece)) or late:
            bodies = _with_body((late or piece) + tail, bodies)
            tail = ""
        elif fold(piece) in _provinces() and position:
            continue  # "Công đoàn huyện Tân Phú, Đồng Nai"
        elif not piece or _adverbial_pattern().match(fold(piece)):
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
    committees = [_committee_pattern().search(fold(piece)) for piece in (before, after)]
    return joint.strip() not in ("-", "–") or all(committees)


def _with_body(body: str, later: list[str]) -> list[str]:
    """The bodies with one before them; units that only say where it lies go, those of a list are several."""
    plural = _plural_pattern().match(fold(body))
    if plural:
        names = re.split(r"\s*,\s*|\s+và\s+", body[plural.end() :])
        return [f"{plural['tier']} {names[0]}", *names[1:], *later]
    if len(later) and _unit_pattern().match(fold(later[0])) and _names_lower_unit(body, later[0]):
        return _with_body(body, later[1:])
    return [body, *later]


def _names_lower_unit(body: str, unit: str) -> bool:
    """Whether the body's own unit lies in the unit: a commune's or district's body before a district or province."""
    ranks = lexicon.load("events")["organizer"]["tiers"]
    rank = next((rank for rank, words in enumerate(ranks) if fold(unit).startswith(tuple(map(fold, words)))), 0)
    lower = lexicon.any_of([word for words in ranks[:rank] for word in words] or [" "])
    return bool(re.search(rf"(?<!\w){lower}(?!\w|\shội)", fold(body)))


def _without_place(bodies: list[str], adverbial: str) -> list[str]:
    """The bodies but for the units that go on saying where: "tại thành phố Vinh, tỉnh Nghệ An, Sở Y tế"."""
    if fold(adverbial).startswith(("tại ", "ở ", "trên ")):
        while len(bodies) > 1 and _unit_pattern().match(fold(bodies[0])):
            bodies = bodies[1:]
    return bodies


def _late_body(piece: str) -> str | None:
    """The body that follows a date, "do" or "dẫn đầu" inside a piece: "Ngày 14/6 Sở Y tế", "do UBND huyện"."""
    led = _led_pattern().search(fold(piece))
    if led:
        return piece[led.end() :]
    for match in _LATE_START.finditer(piece):
        rest = piece[match.end() :]
        if _body_pattern().match(fold(rest)):
            return rest
    return None


def _is_delegation(body: str) -> bool:
    """Whether the body is a delegation, which holds its working sessions and inspections but no visit."""
    return bool(_delegation_pattern().match(fold(body)))


def _trim(body: str) -> str:
    """The body without its term, a person at its head, or what belongs to the verb."""
    match = _trailing_pattern().search(fold(body))
    return body[: match.start() if match else len(body)].strip(" ,")


def _words(key: str) -> str:
    return lexicon.any_of(lexicon.load("events")["organizer"][key])


@cache
def _verb_pattern(verbs: str) -> re.Pattern[str]:
    """A verb with its adverbs; "đoàn kiểm tra" and "ban chỉ đạo diễn tập" are names, not a subject and its verb."""
    name_before = r"(?<!ban)(?<!các)(?<!những)" + (r"(?<!đoàn)(?<!tổ)(?<!chỉ đạo)" if verbs == "other_verbs" else "")
    return re.compile(rf"{name_before}(?:,?\s+{_words('adverbs')})*,?\s+{_words(verbs)}(?!\w)")


@cache
def _agent_pattern() -> re.Pattern[str]:
    body = rf"(?:các\s)?{_words('bodies')}(?!\w)"
    verb = rf"(?:\s+{_words('adverbs')})*\s+{_words('holding_verbs')}(?!\w)"
    gathering = rf"(?<!\w){lexicon.any_of(lexicon.load('attendance')['occasions']['nouns'])}[^.;,]{{0,60}}?\s"
    return re.compile(rf"{gathering}(?:do|được)\s+(?P<agent>{body}[^.;]{{0,200}}?){verb}")


@cache
def _session_pattern(sessions: tuple[str, ...]) -> re.Pattern[str]:
    """A session up to the body that it is of: "kỳ họp thứ 5, khóa XV của" before HĐND."""
    between = r"(?:\sthứ\s\w+(?:\s\w+)?)?,?\s(?:của\s)?"
    return re.compile(rf"(?<!\w){lexicon.any_of(sessions)}{between}(?={_words('session_bodies')}(?!\w))")


@cache
def _members_pattern() -> re.Pattern[str]:
    return re.compile(rf",?\s(?P<verb>gồm|bao gồm|do)\s(?!{_words('bodies')}(?!\w))")


@cache
def _plural_pattern() -> re.Pattern[str]:
    """Several units of one tier: "các huyện A, B"."""
    plural = lexicon.any_of(lexicon.load("places")["tiers"]["plural"])
    return re.compile(rf"{plural}\s(?P<tier>huyện|xã|phường|thị trấn|tỉnh|quận)\s")


@cache
def _led_pattern() -> re.Pattern[str]:
    """A person who leads a delegation, up to the delegation."""
    return re.compile(rf"(?<!\w)(?:dẫn đầu|làm trưởng)\s+(?={_words('delegations')}(?!\w))")


@cache
def _delegation_pattern() -> re.Pattern[str]:
    return re.compile(rf"{_words('delegations')}(?!\w)")


@cache
def _body_pattern() -> re.Pattern[str]:
    plural = _plural_pattern().pattern.replace("?P<tier>", "?:")
    return re.compile(rf"(?!{_words('no_bodies')}(?!\w))(?:{_words('bodies')}(?!\w)|{plural})")


@cache
def _committee_pattern() -> re.Pattern[str]:
    """A committee at the end of a date or by itself: "Sáng 18/4, Huyện ủy", "HĐND"."""
    return re.compile(rf"(?:^|\d\s|,\s){_words('committees')}(?!\w)")


@cache
def _provinces() -> frozenset[str]:
    return frozenset(fold(name) for name in province_names())


@cache
def _adverbial_pattern() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:\d|{_words('adverbials')}(?!\w))")


@cache
def _trailing_pattern() -> re.Pattern[str]:
    return re.compile(rf",?\s+{_words('trailing')}(?!\w)")


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|thị trấn)\s(?!ủy|đoàn)")
