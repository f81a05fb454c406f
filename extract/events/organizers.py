"""The bodies that held the event: the subject of the verb of holding it.

The sentence that reports the event is read first, then the other sentences that name an event of its type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from extract.events.subjects import bodies_in, is_delegation
from extract.events.triggers import EventTrigger
from extract.mentions.documents.issuers import read_issuer
from extract.model import Span
from extract.results import EventType
from extract.text import lexicon
from extract.text.document import Document
from extract.text.normalize import fold
from extract.text.patterns import WordPattern

_REPORT_SENTENCES = 3  # title and first sentences, which tell whether a visit was also a working session
_OPENING_SENTENCES = 20  # sentences, besides the reporting one, that may name the organizers

_Reader = Callable[[Document, Span], tuple[str, ...]]


def find_organizers(
    document: Document, sentence: Span, kind: EventType | None = None, triggers: Sequence[EventTrigger] = ()
) -> tuple[str, ...]:
    """The organizing bodies as printed, without parentheses and terms; empty where a person held it or none is named.

    `kind` and `triggers` give the other sentences about the same event; without them only `sentence` is read.
    """
    found = _first_found(document, [sentence], (_subject, _passive_agent, _owner_of_session(kind)))
    others = [*_up_to_names(document, triggers, kind, sentence)]
    if found and sentence == document.sentences[0]:  # a title may omit some
        found = max(found, _first_found(document, others, (_holder,)), key=len)
    if not found and sentence == document.sentences[0]:  # the body tells whose event the title names
        found = _first_found(document, others[:1], (_subject,))
    if not found and triggers:
        title = [other for other in others if other.start == document.sentences[0].start]
        found = _first_found(document, others, (_holder,)) or _first_found(document, title, (_subject,))
        found = found or _first_found(document, document.sentences[:_OPENING_SENTENCES], (_passive_agent,))
    report = (*document.sentences[:_REPORT_SENTENCES], sentence)
    works = any(_WORKS.search(document.folded, span.start, span.end) for span in report)
    only_visits = kind == "visit" and not works
    return tuple(body for body in found if not (only_visits and is_delegation(body)))


def _first_found(document: Document, sentences: Iterable[Span], readers: Sequence[_Reader]) -> tuple[str, ...]:
    return next(filter(None, (read(document, sentence) for read in readers for sentence in sentences)), ())


def _up_to_names(
    document: Document, triggers: Sequence[EventTrigger], kind: EventType | None, main_sentence: Span
) -> Iterator[Span]:
    """The opening sentences that name an event of the kind, up to the last name; the title, which is short, whole."""
    for sentence in document.sentences[:_OPENING_SENTENCES]:
        named = [one.span.end for one in triggers if one.type == kind and sentence.contains(one.span)]
        if named and sentence != main_sentence:
            yield sentence if sentence == document.sentences[0] else Span(sentence.start, named[-1])


def _subject(document: Document, sentence: Span) -> tuple[str, ...]:
    """The bodies before a verb of holding an event, the most certain verbs first."""
    return _holder(document, sentence) or _bodies_before(document, sentence, "other_verbs")


def _holder(document: Document, sentence: Span) -> tuple[str, ...]:
    return _bodies_before(document, sentence, "holding_verbs")


def _bodies_before(document: Document, sentence: Span, verbs: str) -> tuple[str, ...]:
    read = (
        _before(document, sentence.start, verb.start(), verbs == "holding_verbs")
        for verb in _VERBS[verbs].finditer(document.folded, sentence.start, sentence.end)
    )
    return next(filter(None, read), ()) if verbs == "holding_verbs" else next(read, ())


def _before(document: Document, start: int, verb: int, holding: bool) -> tuple[str, ...]:
    """The bodies of the subject from `start` on that ends at the verb; of "tổ chức" a firm may be one."""
    if _is_quoted(document.text[start:verb]):
        return ()
    taken_up = _TAKEN_UP.search(document.text, start, verb)
    if taken_up and verb == taken_up.end():
        return _named_before(document, taken_up["word"], taken_up.start("word"))
    return bodies_in(document.text[start:verb], firms=holding)


def _is_quoted(before: str) -> bool:
    """Whether the words are followed by what a quotation in them has not yet ended: 'trao giải "Phương án'."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _named_before(document: Document, word: str, end: int) -> tuple[str, ...]:
    """The body that a generic word refers to, by its first name in the text: "Bộ" of "Bộ Giao thông Vận tải"."""
    for first in re.finditer(rf"(?<!\w){word} (?=\w)", document.text[:end]):
        name = read_issuer(document, first.start()) if document.text[first.end()].isupper() else None
        if name:
            return (document.quote(name),)
    return ()


def _passive_agent(document: Document, sentence: Span) -> tuple[str, ...]:
    """The bodies of a gathering "do … tổ chức": "Hội thi do Hội Phụ nữ huyện phối hợp tổ chức"."""
    agent = _AGENT.search(document.folded, sentence.start, sentence.end)
    return bodies_in(document.text[slice(*agent.span("agent"))]) if agent else ()


def _owner_of_session(kind: EventType | None) -> _Reader:
    """The reader of the body of a session, meeting or voter meeting: "kỳ họp thứ 5, HĐND tỉnh"."""
    sessions = lexicon.load("events")["organizer"]["own_sessions"].get(kind or "", [])

    def read(document: Document, sentence: Span) -> tuple[str, ...]:
        owner = sessions and _session_pattern(tuple(sessions)).search(document.folded, sentence.start, sentence.end)
        if not owner:
            return ()
        issuer = read_issuer(document, owner.end())
        names = (_name_from(document, owner.end(), sentence.end), document.quote(issuer) if issuer else "")
        return bodies_in(max(names, key=len))

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


def _verb_pattern(verbs: str) -> WordPattern:
    """A verb with its adverbs; "đoàn kiểm tra" and "ban chỉ đạo diễn tập" are names, not subject and verb."""
    apart = r"(?=[,\s])"  # asked first: the words before a verb need not be looked at inside another word
    adverbs = r"(?:,?\s+{organizer.adverbs})*,?\s+"
    verb = rf"{{organizer.no_subject:unless}}{adverbs}{{organizer.{verbs}}}(?!\w)"
    if verbs == "holding_verbs":
        return WordPattern("events", apart + verb)
    session = rf"{{organizer.no_subject:unless}}{adverbs}{{organizer.has_session}}(?!\w)"
    return WordPattern("events", rf"{apart}(?:{session}|{{organizer.no_subject_of_other:unless}}{verb})")


_VERBS = {verbs: _verb_pattern(verbs) for verbs in ("holding_verbs", "other_verbs")}
_WORKS = WordPattern("events", r"(?<!\w){kinds.working}(?!\w)")
# A gathering, and the bodies by which it is held.
_AGENT = WordPattern(
    "events",
    r"""
    (?<!\w){attendance/occasions.nouns}[^.;,]{0,60}?,?\s
    {grammar/by+grammar/is_done}\s+
    (?P<agent>(?:{grammar/several}\s)?{organizer.bodies}(?!\w)[^.;]{0,200}?) {organizer.no_subject:unless}
    (?:\s+{organizer.adverbs})*\s+{organizer.agent_verbs}(?!\w)
    """,
)


@cache
def _session_pattern(sessions: tuple[str, ...]) -> WordPattern:
    """A session up to the body that it is of: "kỳ họp thứ 5, khóa XV của" before HĐND. Its words are those of the
    triggers in the sentence, so that there is one pattern for each set of them."""
    return WordPattern(
        "events",
        r"""
        (?<!\w){sessions}
        (?:\s{organizer.kinds_of_session})* (?:\s{grammar/ordinal}\s\w+(?:\s\w+)?)?
        (?:
            ,?\s (?:{grammar/of}\s)? (?={organizer.session_bodies}(?!\w))
        |
            \s{grammar/of}\s (?={organizer.bodies}(?!\w))
        )
        """,
        sessions=lambda: sessions,
    )


# A body's first word alone, which refers to one named before: "Bộ sẽ chủ trì".
_TAKEN_UP = WordPattern("events", r"(?:^|[,.\n]\s?)(?P<word>{organizer.taken_up:printed})$")
