"""The bodies in a subject: "Sáng 12/3, Huyện ủy, HĐND và UBND huyện Ba Bể" before a verb of holding an event.

The words are cut at commas, dashes and "và"; read from the verb backwards, a piece that begins like a body is one, a
piece that begins like an adverbial ("tại …", "nhân dịp …") ends the subject, and any other belongs to the name before
it ("Sở Văn hóa, Thể thao và Du lịch"). Persons, documents and reported speech are not organizers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract.events.subject_clauses import BODY, PLURAL, subject_proper, without_members
from extract.gazetteer.units import is_unit, province_names
from extract.text import lexicon
from extract.text.normalize import fold
from extract.text.patterns import WordPattern, whole_words

_LONGEST = 120  # characters of a body's name
_MOST_WORDS = 8  # maximum words of a name that does not begin like a body's


def bodies_in(subject: str, firms: bool = False) -> tuple[str, ...]:
    """The bodies that a subject names, in printed order; with `firms` also a name that does not begin like a body's."""
    subject = subject_proper(subject)
    before, _, after = subject.rpartition(";")
    if _ADVERBIAL.match(fold(before)) and BODY.match(fold(after.strip())):
        subject = after.strip()  # "Được sự đồng ý của Huyện ủy; Đảng ủy xã"
    if _FROM.search(fold(subject)):
        return ()
    pieces = _JOINT.compiled.split(without_members(subject))
    read = [body for body in _bodies(pieces, firms) if len(body) <= _LONGEST]
    bodies = list(dict.fromkeys(trimmed for body in read if (trimmed := _trim(body))))
    if firms and not read and (name := _proper_name(pieces)):
        return (name,)
    of_paper = any(_ON_PAPER.search(fold(body)) for body in read)
    return () if of_paper or any(_is_clause(body) for body in bodies) else tuple(bodies)


def _proper_name(pieces: list[str]) -> str | None:
    """The last piece where it is a name of another kind than bodies have: a unit, a firm, a club ("Agribank Ba Bể").

    A person's name, which has only capitalised words and is not an abbreviation, is excluded.
    """
    name = pieces[-1].strip()
    before = pieces[-3].strip() if len(pieces) > 2 else ""
    if before and not _ADVERBIAL.match(fold(before)) or not _is_name(name):
        return None
    words = name.split()
    small = [word for word in words if word[0].islower()]
    capitals = [word for word in words[1:] if word[0].isupper()]
    short = words[0].isupper() and len(words[0]) > 2
    return name if short or small and capitals or is_unit(name, ("province", "district")) else None


def _is_name(words: str) -> bool:
    """Whether a few words begin like a name and are no adverbial, person or prose."""
    folded = _BRANCH.compiled.sub("", fold(words))
    if not 1 <= len(words.split()) <= _MOST_WORDS or not words[0].isupper() or _PROSE.search(folded):
        return False
    return not any(pattern.match(folded) for pattern in (_ADVERBIAL, _PERSON, _NO_NAME))


def _is_partner(name: str) -> bool:
    """Whether a name that "phối hợp với" joins to a body is one, and not a person's: "Agribank Ba Bể"."""
    return bool(name) and _is_name(name) and not _SURNAME.match(fold(name))


def _is_clause(body: str) -> bool:
    """Whether the words are not a name: a bare generic word ("ban"), one that takes up a body ("thành phố này"), or a
    clause ("xã đều phân công cán bộ")."""
    folded = fold(body)
    bare = len(body.split()) == 1 and not body.isupper() and BODY.fullmatch(folded)
    return bool(bare or _TAKES_UP.search(folded) or _CLAUSES.search(folded))


def _bodies(pieces: list[str], firms: bool) -> list[str]:
    """The organizers among pieces and the joints between them (these alternate), in printed order; with `firms` also
    names of another kind that a word joins to them."""
    bodies: list[str] = []
    tail = ""
    for position in range(len(pieces) - 1, -1, -2):
        piece = pieces[position].strip()
        late = None if BODY.match(fold(piece)) and not _LED.search(fold(piece)) else _late_body(piece)
        if position and not _are_peers(pieces[position - 2 : position + 1]):
            tail = pieces[position - 1] + piece + tail
            continue
        if BODY.match(fold(piece)) or late or _is_people(pieces[:position], piece):
            bodies = _with_body((late or piece) + tail, bodies)
            tail = ""
        elif fold(piece) in _provinces() and position:
            continue  # "Công đoàn huyện Tân Phú, Đồng Nai"
        elif (all_of_them := _ended(pieces[position : position + 2], tail, bodies)) is not None:
            return all_of_them
        elif firms and not tail and _is_joined(pieces, position, bool(bodies)):
            bodies = [piece, *bodies]
        else:
            tail = "".join(pieces[max(0, position - 1) : position + 1]).rstrip() + tail
        if late:
            break
    return bodies


def _ended(at_end: Sequence[str], tail: str, bodies: list[str]) -> list[str] | None:
    """The bodies where a piece, with the joint after it, ends the subject before them; None where it goes on."""
    piece = at_end[0].strip()
    if not piece or _ADVERBIAL.match(fold(piece)):
        return [] if _LEADERS.match(fold(piece)) else _without_place(bodies, piece)
    if _SAYS.search(fold(piece)):
        return []
    if _PERSON.match(fold(piece)):
        return bodies  # "Phó Chủ tịch HĐND huyện - Lò A Pao chủ trì"
    return _inner_body(piece) if bodies and not tail and _is_located(at_end, bodies) else None


def _is_located(prose: Sequence[str], bodies: Sequence[str]) -> bool:
    """Whether prose and a comma stand before what are only units: "chuyện Hội Nông dân xã Nà Mẫu, huyện Ba Bể"."""
    piece, joint = (part.strip() for part in prose)
    return joint == "," and piece[:1].islower() and all(_UNIT.match(fold(body)) for body in bodies)


def _inner_body(piece: str) -> list[str]:
    """The last body inside prose, other than a unit, which the units after it only locate."""
    starts = [match.start("body") for match in _INNER.finditer(fold(piece))]
    return [piece[starts[-1] :]] if starts else []


def _is_joined(pieces: list[str], position: int, followed: bool) -> bool:
    """Whether the piece is the name of a firm or a club, which a word joins to a body after it ("Agribank Ba Bể và Hội
    Nông dân huyện") or before it ("Hội Nông dân huyện phối hợp với Agribank")."""
    if not _is_partner(pieces[position].strip()):
        return False
    if position and _PARTNERS.search(fold(pieces[position - 1])):
        return True
    before = fold(pieces[position - 2].strip()) if position else ""
    begins = not before or bool(_ADVERBIAL.match(before) or _UNIT.match(before))
    return followed and begins and bool(_JOINED.search(fold(pieces[position + 1])))


def _is_people(before: list[str], piece: str) -> bool:
    """Whether the people of a place are the subject by themselves: "Ngày 9/5, nhân dân thôn Đông"."""
    alone = not before or bool(_ADVERBIAL.match(fold(before[-2].strip())))
    return alone and bool(_PEOPLE.match(fold(piece)))


def _are_peers(around: Sequence[str]) -> bool:
    """Whether a joint is between bodies; a dash only between committees: "Huyện ủy - HĐND - UBND"."""
    before, joint, after = around
    committees = [_COMMITTEE.search(fold(piece)) for piece in (before, after)]
    return joint.strip() not in ("-", "–") or all(committees)


def _with_body(body: str, later: list[str]) -> list[str]:
    """The bodies with another one before them; units that only locate it are dropped, those of a list are several."""
    plural = PLURAL.match(fold(body))
    if plural:
        names = _LIST.split(body[plural.end() :])
        return [f"{plural['tier']} {names[0]}", *names[1:], *later]
    if len(later) and _UNIT.match(fold(later[0])) and (_is_institution(body) or _names_lower_unit(body, later[0])):
        return _with_body(body, later[1:])
    return [body, *later]


def _is_institution(body: str) -> bool:
    """Whether the body is one that a unit after it only locates, and not its partner."""
    return bool(_INSTITUTION.match(fold(body)))


def _names_lower_unit(body: str, unit: str) -> bool:
    """Whether the body's own unit is in the unit: a commune's or district's body before a district or province."""
    ranks = lexicon.load("events")["organizer"]["tiers"]
    rank = next((rank for rank, words in enumerate(ranks) if fold(unit).startswith(tuple(map(fold, words)))), 0)
    return bool(_lower_tiers(rank).search(fold(body)))


def _without_place(bodies: list[str], adverbial: str) -> list[str]:
    """The bodies without the units that continue an adverbial of place: "tại thành phố Vinh, tỉnh Nghệ An, Sở Y tế"."""
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
    for match in (*_LATE_START.finditer(piece), *_LATE_UNIT.finditer(piece)):
        rest = piece[match.end() :]
        if BODY.match(fold(rest)) or _PEOPLE.match(fold(rest)):
            return rest
    return None


def is_delegation(body: str) -> bool:
    """Whether the body is a delegation, which can be the organizer of working sessions and inspections but not of
    visits."""
    return bool(_DELEGATION.match(fold(body)))


def _trim(body: str) -> str:
    """The body without its term, a person at its head, or what belongs to the verb."""
    ends = [pattern.search(fold(body)) for pattern in (_TRAILING, _DATED, *([_GOES] if is_delegation(body) else ()))]
    body = body[: min((match.start() for match in ends if match), default=len(body))].partition("(")[0]
    body = " ".join(body.split()).strip(" ,:")
    dangling = _DANGLING.search(fold(body))
    return body[: dangling.start()].strip(" ,:") if dangling else body


@cache
def _lower_tiers(rank: int) -> WordPattern:
    """The tier words below the rank, in the list that begins with the lowest."""
    ranks = lexicon.load("events")["organizer"]["tiers"]
    lower = [word for words in ranks[:rank] for word in words] or [" "]
    return WordPattern(
        "events",
        r"(?<!\w){organizer.no_tier_after:unless_apart}{lower}(?!\w|\s{organizer.no_tier_before})",
        lower=lambda: lower,
    )


@cache
def _provinces() -> frozenset[str]:
    return frozenset(fold(name) for name in province_names())


_JOINT = WordPattern(
    "events", r"(?i:(\s*[,;]\s*(?:{joined})?|:\s+|\s*[-–]\s+|\s+{joined}))", joined=r"{organizer.joined_by}\s+"
)
_INNER = WordPattern(
    "events",
    r"(?<=\s)(?!{organizer.no_bodies+organizer.unit_tiers+organizer.hamlets}(?!\w))(?P<body>{organizer.bodies}(?!\w))",
)
_DANGLING = WordPattern("events", r"(?:,?\s+{organizer.dangling})+$")
_TAKES_UP = WordPattern("events", r"^{organizer.generic}$|\s{organizer.this_one}$")
_LATE_START = WordPattern("events", r"(?:\d|\bdo|”)\s+(?=[A-Z{letters/bodies_begin:letters}])")
# A unit in small letters after a day: "ngày 23.7 xã Mường Sang".
_LATE_UNIT = WordPattern(
    "events", r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\s+(?={organizer.unit_tiers}\s[A-Z{letters/bodies_begin:letters}])"
)
# Words that join a body to the name before it, or a name to the body before it.
_JOINED = WordPattern("events", r"(?<!\w){organizer.joined_by}\s*$")
_PARTNERS = WordPattern("events", r"(?<!\w){organizer.partners}\s*$")
_BRANCH = WordPattern("events", r"\s{organizer.branches}(?!\w)")
_SURNAME = WordPattern("events", r"{names/family.kinh+names/family.north+names/family.south}(?!\w)")
# A person who leads a delegation, up to the delegation.
_LED = WordPattern("events", r"(?<!\w){organizer.led_by}\s+(?={organizer.delegations}(?!\w))")
_DELEGATION = WordPattern("events", r"{organizer.delegations}(?!\w)")
# A committee at the end of a date or by itself: "Sáng 18/4, Huyện ủy", "HĐND".
_INSTITUTION = WordPattern("events", r"{organizer.institutions}(?!\w)")
_COMMITTEE = WordPattern("events", r"(?:^|\d\s|,\s){organizer.committees}(?!\w)")
_NO_NAME = WordPattern("events", r"{organizer.no_names}(?!\w)")
_PROSE = WordPattern("events", r"(?<!\w){organizer.prose}(?!\w)")
_SAYS = WordPattern("events", r"(?<!\w){organizer.says}$")
_PEOPLE = WordPattern("events", r"{organizer.people}(?!\w)")
_PERSON = WordPattern("events", r"{organizer.posts}(?!\w)")
# People of several bodies, which are listed after them: "lãnh đạo các sở, ngành, huyện Ba Bể".
_LEADERS = WordPattern("events", r"{organizer.people_of}\s{places/tiers.plural}(?!\w)")
# People told by where they are from: "120 học sinh đến từ các trường".
_FROM = WordPattern("events", r"(?<!\w)\d[^,;]{1,60}\s{organizer.origin}(?!\w)")
# A document about an event: "UBND tỉnh có văn bản về việc hoãn".
_ON_PAPER = WordPattern("events", r"(?<!\w){organizer.papers}(?!\w)[^.;]{0,60}\s{organizer.on_subject}(?!\w)")
_ADVERBIAL = WordPattern("events", r"\W*(?:\d|{organizer.adverbials}(?!\w))")
_TRAILING = WordPattern("events", r",?\s+{organizer.trailing}(?!\w)")
# A day after the name: "Quân khu 5 ngày 4/12".
_DATED = WordPattern(
    "events", r",?\s+(?:{dates/parts+dates/small.on_day}\s+)?(?:{dates/day.lead}\s+)?\d{1,2}[/.-]\d"
)
_GOES = WordPattern("events", r"\s+{organizer.goes}(?!\w)")
_UNIT = WordPattern("events", r"{organizer.unit_tiers}\s(?!{organizer.no_unit_before})")
_LIST = WordPattern("events", r"\s*,\s*|\s+{grammar/and}\s+")
_CLAUSES = whole_words("events", "organizer", "clauses")
