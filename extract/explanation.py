"""Explanations of the cells of an article's tables: evidence, rule, points of features, entries of lexicons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.declaration.tables import Cell, Row, Table
from extract.mentions import KINDS
from extract.model import Mention, Span
from extract.results import Event, Extraction
from extract.tables.rows import TABLES
from extract.text.document import Document, read_document
from extract.text.entries import entries_in
from extract.weights import weights

Points = Sequence[tuple[str, float]]
Entries = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

_EVIDENCE = frozenset(("span_start", "span_end", "quote", "rule", "url", "title", "published_at"))
_DECIDING = ("head", "holding", "presence", "no_event", "kinds", "status", "mode")
_OF_EVENTS = tuple(f"events/{section}" for section in _DECIDING)
_DAYS = ("start_date", "end_date", "date_precision", "date_basis", "part_of_day", "start_time")
_PLACE = ("province", "district", "commune", "venue", "country")
_TOLD_BY_SENTENCE = ("name", "status", "mode", "organizers")


@dataclass(frozen=True, slots=True)
class Reason:
    """The explanation of some cells: their values, their confidence, the rule that found them and its words, the points
    of the weighed features and the threshold, and the lexicon entries that occur in the sentence, by their lists.
    `parts` are the explanations of single cells, or of what they depend on."""

    cells: str
    depth: int = 0
    confidence: float | None = None
    rule: str = ""
    span: Span | None = None
    quote: str = ""
    weighed: Points = ()
    needed: float | None = None
    entries: Entries = ()
    parts: tuple[Reason, ...] = ()


def reasons_of(found: Extraction) -> Iterator[Reason]:
    """The reasons of every row of an extraction, in the order of the tables."""
    document = read_document(found.article)
    yield from (_event(document, found, event) for event in found.events)
    for kind in KINDS:
        mentions = {mention.span: mention for mention in found.of_kind(kind.name)}
        for table in kind.tables:
            for row in table.rows(found):
                yield _row(document, table, row, mentions.get(_span(row)), kind.explained_by)
    rejections = next(table for table in TABLES if table.name == "rejections")
    yield from (_row(document, rejections, row, None, ()) for row in rejections.rows(found))


def _row(
    document: Document, table: Table, row: Row, mention: Mention[object] | None, sections: Iterable[str]
) -> Reason:
    """The reason of a row: all of its cells come from one span."""
    span, value = _span(row), mention.value if mention else None
    return Reason(
        cells=f"{table.name}: {_said(row, set(row) - _EVIDENCE - {'confidence'})}",
        confidence=getattr(value, "confidence", None),
        rule=str(row["rule"]),
        span=span,
        quote=str(row["quote"]),
        weighed=getattr(value, "weighed", ()),
        needed=weights().attendance.needed if table.name == "attendance" else None,
        entries=_entries(document, span, sections, whole_sentence=mention is not None),
    )


def _event(document: Document, found: Extraction, event: Event) -> Reason:
    """The explanation of an event: of its row, type, days, place, attendees and of the cells read from its sentence."""
    events = next(table for table in TABLES if table.name == "events")
    row = next(row for row in events.rows(found) if row["event_id"] == event.id)
    parts = (
        _type(event),
        _days(found, event, row),
        _place(found, event, row),
        _attendees(found, event, row),
        Reason(_said(row, _TOLD_BY_SENTENCE), 1, rule=event.rule, span=event.span, quote="(the sentence above)"),
    )
    return Reason(
        cells=f"events: {_said(row, ('is_main', 'type', 'start_date', 'province', 'name'))}",
        confidence=event.confidence,
        rule=event.rule,
        span=event.span,
        quote=document.quote(event.span),
        weighed=event.weighed,
        needed=weights().detection.threshold if event.is_main else None,
        entries=_entries(document, event.span, _OF_EVENTS, whole_sentence=True),
        parts=(_sureness(event, "event", "confidence"), *(part for part in parts if part.cells)),
    )


def _type(event: Event) -> Reason:
    votes = ", ".join(f"{kind} {votes:.2f}" for kind, votes in event.votes)
    rule = f"votes: {votes}" if votes else "named in its sentence"
    overruled = f"; overruled by {event.type_rule}" if event.type_rule else ""
    return Reason(
        f"type={event.type}", 1, rule=f"{rule}{overruled}", parts=(_sureness(event, "type", "type_confidence"),)
    )


def _days(found: Extraction, event: Event, row: Row) -> Reason:
    own = [mention for mention in found.dates if found.event_of(mention) == event.id]
    parts = tuple(_mention(found, mention, f"{mention.value.kind} {mention.value.start}") for mention in own)
    return Reason(_said(row, _DAYS), 1, parts=(*parts, _sureness(event, "dates", "dates_confidence")))


def _place(found: Extraction, event: Event, row: Row) -> Reason:
    """The explanation of the event's place: the mentions of its units, and of its venue."""
    place = event.place
    names = {name for name in (place.province, place.district, place.commune) if name}
    mentions = [
        mention
        for mention in found.of_kind("place")
        if names & {mention.value.place.province, mention.value.place.district, mention.value.place.commune}
        or (event.venue and mention.value.venue == event.venue)
    ]
    parts = tuple(_mention(found, mention, mention.text) for mention in mentions)
    return Reason(_said(row, _PLACE), 1, parts=(*parts, _sureness(event, "place", "place_confidence")))


def _attendees(found: Extraction, event: Event, row: Row) -> Reason:
    total = found.total_of(event)
    counts = (mention for mention in found.attendance if mention.value == total)
    own = [mention for mention in counts if found.event_of(mention) == event.id]
    parts = tuple(_mention(found, mention, mention.text) for mention in own[:1])
    cells = _said(row, ("attendees", "attendees_max", "attendees_cmp", "attendees_unit"))
    return Reason(cells, 1, parts=(*parts, _sureness(event, "attendees", "attendees_confidence")))


def _mention(found: Extraction, mention: Mention[object], wording: str) -> Reason:
    """The explanation of the mention that a cell of an event was taken from."""
    weighed: Points = getattr(mention.value, "weighed", ())
    return Reason(f"{mention.kind}: {wording}", 2, None, mention.rule, mention.span, mention.text, weighed)


def _sureness(event: Event, cell: str, column: str) -> Reason:
    """The features behind the confidence of a cell, in log odds."""
    assessed = event.assessed.get(cell)
    if assessed is None:
        return Reason(f"{column}: no cell", 2)
    return Reason(f"{column}, log odds", 2, assessed.confidence, weighed=assessed.weighed)


def _entries(document: Document, span: Span, sections: Iterable[str], whole_sentence: bool) -> Entries:
    """The lexicon entries that occur in the span, or in its sentences, grouped by lists."""
    text = document.quote(span)
    if whole_sentence:
        first, last = document.sentence_at(span.start), document.sentence_at(max(span.start, span.end - 1))
        text = document.text[min(first.start, span.start) : max(last.end, span.end)]
    by_list: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for entry in entries_in(text, sections):
        by_list[entry.lists].append(entry.words)
    return tuple((lists, tuple(words)) for lists, words in by_list.items())


def _span(row: Row) -> Span:
    return Span(int(str(row["span_start"])), int(str(row["span_end"])))


def _said(row: Row, columns: Iterable[str]) -> str:
    """The cells of a row that are not empty, in the order of the row."""
    wanted = set(columns)
    cells = ((name, cell) for name, cell in row.items() if name in wanted and not name.endswith("_id"))
    return ", ".join(f"{name}={_plain(cell)}" for name, cell in cells if cell not in (None, (), ""))


def _plain(cell: Cell) -> str:
    return "; ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)
