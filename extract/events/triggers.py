"""Event triggers: the phrases that name a conference, a training, a visit; with their standing in the sentence.

A trigger is a phrase, not a word: "hội nghị trực tuyến toàn quốc tập huấn" is one trigger, and its most specific word
gives the type. The words before it show whether the event is held ("tổ chức hội nghị"), referred to again ("tại hội
nghị") or only a topic ("công tác kiểm tra").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.events.heads import Standing, heads, longest_head, openings
from extract.model import Span
from extract.results import EventType
from extract.text import lexicon
from extract.text.document import Document
from extract.text.patterns import WordPattern, whole_words

_HEAD = 3  # first sentences, in which an event has its full name
_PURPOSE = 3  # the rank of words for a purpose
_GATHERINGS: frozenset[EventType] = frozenset(("ceremony", "conference", "congress", "meeting", "festival"))
# Occasions that are also called "hội nghị" once their name is told.
_CALLED_CONFERENCES: frozenset[EventType] = frozenset(("voter_meeting", "training", "dialogue", "election"))
_COMPANY = 120  # characters before a head in which its required words may occur
_WORDS_BEFORE = 32  # characters before a trigger that decide its standing


@dataclass(frozen=True, slots=True)
class EventTrigger:
    """A phrase that names an event. `rank` is how specific its type word is, 1 (a conference) to 3 (a training)."""

    type: EventType
    rank: int
    span: Span
    standing: Standing


def find_triggers(document: Document) -> tuple[EventTrigger, ...]:
    """All triggers of the text in reading order; a bare noun has the type of its full name in the first sentences."""
    folded = document.folded
    found = _with_joined_topics(folded, list(_phrases(folded)))
    end_of_head = document.sentences[min(_HEAD, len(document.sentences)) - 1].end if document.sentences else 0
    telling = [one for one in found if one.span.end <= end_of_head]
    telling += [one for one in found if one.span.end > end_of_head and one.standing == "anaphor"]
    names = _full_names(folded, telling)
    opened = next((one for one in telling if one.rank == _PURPOSE and one.standing in ("held", "plain")), None)
    printed = (_words(folded, one.span.start, one.span.end) for one in found)
    titled = _titled(document, found)
    return tuple(
        _taken_up(one, titled if _is_bare(one) and titled else opened if words in openings() else names.get(words))
        for one, words in zip(found, printed, strict=True)
    )


def _with_joined_topics(folded: str, found: Sequence[EventTrigger]) -> list[EventTrigger]:
    """The triggers, where one that a topic is joined to is a topic too: "kế hoạch tổ chức hội trại và lễ giao quân"."""
    read: list[EventTrigger] = []
    for one in found:
        last = read[-1] if read else None
        joined = last and last.standing == "topic" and _AND.fullmatch(folded, last.span.end, one.span.start)
        read.append(replace(one, standing="topic") if joined and one.standing == "plain" else one)
    return read


def _titled(document: Document, triggers: Sequence[EventTrigger]) -> EventTrigger | None:
    """The occasion of the title that the article calls a conference from then on; None where one is held by name."""
    title = document.sentences[0] if document.sentences else Span(0, 0)
    named = [one for one in triggers if title.contains(one.span) and one.standing in ("held", "plain")]
    held = any(one.type == "conference" and one.standing in ("held", "plain") for one in triggers)
    alone = len({one.type for one in named}) == 1 and named[0].type in _CALLED_CONFERENCES
    return named[0] if alone and not held else None


def _is_bare(trigger: EventTrigger) -> bool:
    """Whether a trigger only takes up some gathering: "tại hội nghị"."""
    return trigger.type == "conference" and trigger.rank == 1 and trigger.standing == "anaphor"


def _full_names(folded: str, triggers: Iterable[EventTrigger]) -> dict[str, EventTrigger]:
    """For each noun that begins the name of an event, the first such name: "đại hội" to "đại hội thể dục thể thao"."""
    names: dict[str, EventTrigger] = {}
    for trigger in triggers:
        words = _words(folded, trigger.span.start, trigger.span.end).split(" ")
        for count in range(1, min(len(words), longest_head() + 1)):
            noun = " ".join(words[:count])
            compound = " ".join(words[: count + 1]) in lexicon.load("events")["phrase"]["compounds"]
            if noun in heads() and heads()[noun].rank <= trigger.rank and not compound:
                names.setdefault(noun, trigger)
    return names


def _taken_up(trigger: EventTrigger, name: EventTrigger | None) -> EventTrigger:
    """A trigger that refers to a full name has its type, and the rank of the bare noun."""
    return replace(trigger, type=name.type) if name else trigger


def _words(folded: str, start: int, end: int) -> str:
    """The text of a match with single blanks between words, as in the lexicon."""
    return " ".join(folded[start:end].split())


def _phrases(folded: str) -> Iterator[EventTrigger]:
    names = [Span(*name.span()) for name in _NAMES.find_in(folded)]
    words = [span for span in _heads_in(folded) if not any(name.contains(Span(*span)) for name in names)]
    position = 0
    while position < len(words):
        last = position
        while last + 1 < len(words) and _are_one(folded, words[last], words[last + 1]):
            last += 1
        yield _trigger(folded, words[position : last + 1])
        position = last + 1


def _heads_in(folded: str) -> Iterator[tuple[int, int]]:
    """The heads in reading order, also those within words that are none here: "trao quyết định" in "tổ chức trao"."""
    end = 0
    for match in _HEAD_WORDS.find_in(folded):
        word: re.Match[str] | None = match if match.start() >= end else None
        while word:
            head = _head_at(folded, word)
            if head:
                yield head
                end = word.end()
            rest = folded.find(" ", word.start(), match.end())
            word = _HEAD_WORDS.search(folded, rest) if not head and rest >= 0 else None
            word = word if word and word.start() < match.end() else None


def _head_at(folded: str, word: re.Match[str]) -> tuple[int, int] | None:
    """The head at a match: its words, or only the first ones where no council is named: "họp" of "họp kỳ thứ"."""
    start, end = word.span()
    while end > start:
        if _words(folded, start, end) in heads() and _has_company(folded, start, end):
            return start, end
        end = folded.rfind(" ", start, end)
    return None


def _has_company(folded: str, start: int, end: int) -> bool:
    """Whether the words that a head requires before or after it are there, and those that it excludes are not."""
    head = heads()[_words(folded, start, end)]
    before = folded[max(0, start - _COMPANY) : start]
    after = folded[end : end + _COMPANY // 2]
    if head.unless and before.rstrip().endswith(head.unless):
        return False
    if head.but_for and after.lstrip().startswith(head.but_for):
        return False
    company = ((head.beside, before), (head.ahead, after))
    return all(not needed or any(word in text for word in needed) for needed, text in company)


def _are_one(folded: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two heads are of one phrase; a ceremony and a visit, though joined, are two: "dự lễ và thăm hộ nghèo"."""
    between = folded[one[1] : other[0]]
    kinds = [heads()[_words(folded, *span)].type for span in (one, other)]
    apart = kinds[1] == "visit" and kinds[0] in _GATHERINGS and bool(between.strip())
    return not apart and _links(between)


def _links(between: str) -> bool:
    """Whether the words between two heads join them into one phrase."""
    return len(between) < 40 and _FILLERS.fullmatch(between) is not None


def _trigger(folded: str, words: list[tuple[int, int]]) -> EventTrigger:
    """The phrase of adjacent heads; the most specific one gives the type.

    Of two purposes the first decides ("tập huấn nghiệp vụ thanh tra"); of two gatherings the last is the purpose
    ("họp mặt tuyên truyền").
    """
    named = [heads()[_words(folded, start, end)] for start, end in words]
    rank = max(head.rank for head in named)
    of_rank = [head for head in named if head.governs] or [head for head in named if head.rank == rank]
    head = of_rank[0] if of_rank[0].governs or rank == _PURPOSE else of_rank[-1]
    span = Span(words[0][0], words[-1][1])
    standing = head.standing or _standing(folded, span.start, span.end)
    if head.type == "inspection" and _WENT.search(folded, max(0, span.start - _COMPANY), span.start):
        standing = "held"
    of_findings = _FINDINGS.search(folded, max(0, span.start - _WORDS_BEFORE), span.start)
    if head.type == "inspection" and standing == "anaphor" and of_findings:
        standing = "topic"
    return EventTrigger(head.type, head.rank, span, standing)


def _standing(folded: str, start: int, end: int) -> Standing:
    if any(of_others.search(folded, max(0, start - _COMPANY), start) for of_others in (_DELEGATES, _SUBMITTED)):
        return "topic"
    before = folded[max(0, start - _WORDS_BEFORE) : start]
    if _COMMITTEE.search(before) and _MEETS.match(folded, start):
        return "plain"
    if _MOTIVE.search(folded, max(0, start - _COMPANY), start) and not _BEFORE["held"].search(before):
        return "topic"
    if _TALLY.search(before) or _WON_AT.search(folded, max(0, start - _COMPANY), start):
        return "topic"
    if _PASSIVE.search(before) and _LAUNCHED.fullmatch(folded, start, end):
        return "held"
    if _PREPARING.search(before) and _ON_A_DAY.match(folded, end):
        return "held"
    if _TO_BE_HELD.match(folded, end):
        return "held"
    for standing in _STANDINGS:
        if _BEFORE[standing].search(before):
            return "held" if standing == "anaphor" and _HELD_BY.match(folded, end) else standing
    after = _HELD_AFTER.match(folded, end)
    of_another = after and _PART_OF.search(folded, end, after.end())
    return "held" if after and not of_another and not _SEVERAL.search(before) else "plain"


# The session before which something will be laid: "chờ trình HĐND thành phố thông qua tại".
_SUBMITTED = WordPattern("events", r"(?<!\w){phrase.submitted}\s[^.;]{0,80}\s{further.at}\s$")
# A number of gatherings is a tally of work done: "tổ chức 35 buổi", "mở gần 180 lớp".
_TALLY = WordPattern(
    "events", r"{phrase.numbered:unless_apart}(?<![\w/.-])(?:0?[5-9]|[1-9]\d{1,2}|\d\.\d{3})\s(?:{phrase.counters}\s)?$"
)
# A contest at which somebody has won what he is praised for: "đạt thành tích cao tại hội thi".
_WON_AT = WordPattern("events", r"(?<!\w){phrase.won}\s[^.;]{0,80}\s{phrase.won_at}\s(?:{grammar/several}\s)?$")
# What something else is held for: "Nhân dịp lễ hội đền Đông, UBND xã họp".
_MOTIVE = WordPattern("events", r"(?:^|[\n.])\s*{presence.motives}\s[^.;,\n]{0,60}$")
# Who meets: "Ban Chỉ đạo 35 họp", where other words after "chỉ đạo" tell what somebody is told to do.
_COMMITTEE = WordPattern("events", r"(?<!\w){phrase.committees}\s(?:\w*\d\w*\s)?$")
_MEETS = WordPattern("events", r"{phrase.meets}(?!\w)")
_AND = WordPattern("events", r"[^.;:,\n]{0,40}\s{grammar/and}\s")
# What is held is the larger event: "Lễ ký kết nằm trong khuôn khổ Lễ hội … diễn ra".
_PART_OF = whole_words("events", "kinds", "part_of")
# Before events of which none is told by itself: "dừng các lễ hội đang diễn ra".
_SEVERAL = WordPattern("events", r"(?<!\w){grammar/several+grammar/some}\s$")
_FINDINGS = WordPattern("events", r"(?<!\w){phrase.findings}\s$")
# What will be held on a day, though it is still prepared: "Kế hoạch tổ chức lễ giao quân, sẽ diễn ra ngày 11/2".
_TO_BE_HELD = WordPattern(
    "events",
    r"""
    (?:[^.;,]|,\s(?={name.terms+status.will+status.planned}(?!\w))){0,100}?
    (?<!\w){status.will+status.planned}\s(?:{status.will}\s)?(?:{grammar/is_done}\s)?{holding.takes_place+holding.hold}\s
    [^.;]{0,50}?\d
    """,
)
# What somebody is about to hold on a day: "UBND huyện đang chuẩn bị tổ chức hội thi vào ngày 25/5".
_PREPARING = WordPattern("events", r"(?<!\w){holding.about:unless_apart}{holding.preparing}\s{holding.hold}\s$")
_ON_A_DAY = WordPattern("events", r"[^.;]{0,120}\s{grammar/on+further.on}\s(?:[^\s.;]+\s){0,3}\d")
_STANDINGS: tuple[Standing, ...] = ("held", "anaphor", "topic")


_PASSIVE = WordPattern("events", r"(?<!\w){grammar/is_done}\s+$")
_LAUNCHED = WordPattern("events", r"{holding.launched}")
_NAMES = whole_words("events", "phrase", "names")
_HEAD_WORDS = WordPattern("events", r"(?<!\w){heads}(?!\w)", begins="heads", heads=lambda: heads())
_FILLERS = WordPattern("events", r" ?,? ?(?:{phrase.fillers}(?: ?, ?| ))*")
# Verbs after the name of an event that is held: "Hội thao … diễn ra", "Liên hoan … được Sở Văn hóa tổ chức".
_HELD_AFTER = WordPattern(
    "events",
    r"""
    (?:[^.;,]|,\s(?={name.terms}(?!\w))){0,140}?
    (?<!\w) (?:{holding.takes_place}|{grammar/is_done+grammar/by}[ ](?:[^.;,]{3,80}[ ])?{holding.hold}) (?!\w)
    """,
)
# The same after one that is referred to again: "tại hội thảo do Sở Y tế tổ chức".
_HELD_BY = WordPattern(
    "events", r"[^.;,]{0,60}?(?<!\w){grammar/by}[ ][^.;,]{3,120}[ ]{holding.hold}(?!\w)"
)
# Somebody went somewhere to do it: "đến huyện X để kiểm tra".
_WENT = WordPattern("events", r"(?<!\w){phrase.went}\s[^.;,]{1,80}\s{phrase.in_order}\s$")
# Delegates named by the event that they attend ("gặp mặt đoàn đại biểu huyện dự đại hội"); what an anniversary is of;
# what is attended besides ("nhân dịp dự Diễn đàn").
_DELEGATES = WordPattern(
    "events",
    r"""
    (?<!\w)
    (?:
        {phrase.delegates}(?:\s[^\s,.;]+){0,6}\s{phrase.attending}
    |
        {phrase.besides}
    |
        {phrase.anniversary}[ ]\d+[ ]{dates/year.lead}(?:\s[^\s,.;]+){1,8}
    )
    \s$
    """,
)
_BY_STANDING: dict[Standing, str] = {
    "held": r"{holding.prepared:unless_apart}{holding.verbs}",
    "anaphor": r"{holding.anaphors}",
    "topic": r"{phrase.teams+phrase.guards:unless_apart}(?:{phrase.topic_before}|{holding.prepared}\s+{holding.hold})",
}
# The words that end right before a trigger of each standing, with counters ("buổi", "01") allowed between. A "Ban Tổ
# chức diễn tập" is a body, a "kế hoạch tổ chức diễn tập" a document; neither is an event that is held.
_BEFORE: dict[Standing, WordPattern] = {
    standing: WordPattern("events", r"(?<!\w){words}\s+(?:(?:{phrase.counters}|\d+)\s+)?[“\"‘]?$", words=words)
    for standing, words in _BY_STANDING.items()
}
