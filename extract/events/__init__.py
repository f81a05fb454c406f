"""Which event an article reports, and which mentions belong to it.

The story: find the words that name occasions, weigh whether the article reports one at all, take the sentence that
reports it as the frame, and read type, days, place, organisers and mode from that frame and what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from scraper.article import stable_id

from extract import lexicon
from extract.events.frames import DateMention, Frame, find_frame
from extract.events.occasions import Occasion, find_occasions
from extract.events.organizers import find_organizers
from extract.events.types import event_type
from extract.events.when import When, event_days
from extract.model import Event, Extraction, Findings, Mention, MentionKind, Mode, Rejection, Status
from extract.text import Document


def assemble(document: Document, findings: Sequence[Findings]) -> Extraction:
    """The extraction of a document from what the finders saw."""
    dates = _of_kind(findings, "date")
    occasions = find_occasions(document)
    frame = find_frame(document, occasions, dates)
    main = _main_event(document, occasions, frame, dates) if frame else None
    attendance = _of_kind(findings, "attendance")
    kept = Extraction(
        article=document.article,
        text=document.text,
        events=(main,) if main else (),
        officials=_of_kind(findings, "official"),
        attendance=attendance if main else (),
        citations=_of_kind(findings, "document"),
        dates=_with_frame_date(dates, frame) if frame else dates,
        rejections=_rejections(findings, () if main else attendance),
    )
    return kept if main is None else _with_owners(kept, main)


def _main_event(document: Document, occasions: Sequence[Occasion], frame: Frame, dates: Sequence[DateMention]) -> Event:
    when = event_days(document, frame, dates)
    return Event(
        id=stable_id("e", document.article.id, "main"),
        is_main=True,
        type=event_type(document, occasions, frame),
        name=_name(document, frame),
        status=_status(document, frame, when),
        span=frame.sentence,
        rule="dated_frame" if frame.date else "undated_frame",
        confidence=round(frame.confidence, 3),
        start_date=when.start,
        end_date=when.end,
        date_precision=when.precision,
        date_basis=when.basis,
        part_of_day=when.part_of_day,
        mode=_mode(document, frame),
        organizers=find_organizers(document, frame.sentence),
        place=document.article.place,
    )


def _name(document: Document, frame: Frame) -> str:
    """The event's name: from the occasion's first word to the end of its clause, else the title."""
    if frame.occasion is None:
        return document.article.title or document.quote(document.sentences[0])
    rest = document.text[frame.occasion.span.start : frame.sentence.end]
    return re.split(r"[.;]|,\s|\s(?:do|cho|tại|với sự|nhằm)\s", rest, maxsplit=1)[0].strip()


def _status(document: Document, frame: Frame, when: When) -> Status:
    sentence = document.folded[frame.sentence.start : frame.sentence.end]
    title = document.folded[document.sentences[0].start : document.sentences[0].end]
    if any(_pattern("status", "cancelled").search(text) for text in (sentence, title)):
        return "cancelled"
    published = document.article.published_at
    still_to_come = bool(when.start and published and len(when.start) == 10 and when.start > published[:10])
    return "scheduled" if still_to_come or _pattern("status", "scheduled").search(sentence) else "held"


def _mode(document: Document, frame: Frame) -> Mode:
    said = [document.folded[span.start : span.end] for span in (document.sentences[0], frame.sentence)]
    remote = any(_pattern("mode", "remote").search(text) for text in said)
    if not remote and not _pattern("mode", "venues").search(document.folded):
        return "in_person"
    return "hybrid" if _pattern("mode", "hall").search(document.folded) else "online"


def _with_owners(found: Extraction, main: Event) -> Extraction:
    """Give the main event the officials, counts and citations of its article, and the days that are its own."""
    mentions: list[Mention[Any]] = [*found.officials, *found.attendance, *found.citations]
    mentions += [day for day in found.dates if day.value.kind in ("event", "scheduled") and _is_day_of(main, day)]
    owners = {(mention.kind, mention.span): main.id for mention in mentions}
    return Extraction(
        **{name: getattr(found, name) for name in Extraction.__slots__ if name != "owners"}, owners=owners
    )


def _with_frame_date(dates: Sequence[DateMention], frame: Frame) -> tuple[DateMention, ...]:
    """The dates, with the frame's own said to be the event's though its words did not say so."""
    return tuple(
        replace(day, value=replace(day.value, kind="event")) if day is frame.date and day.value.kind == "other" else day
        for day in dates
    )


def _is_day_of(event: Event, day: DateMention) -> bool:
    return bool(event.start_date and event.end_date and event.start_date <= day.value.start <= event.end_date)


def _rejections(findings: Sequence[Findings], attendance: Sequence[Mention[Any]]) -> tuple[Rejection, ...]:
    """What the finders refused, and counts of an article that reports no event at which anybody could be counted."""
    refused = [rejection for found in findings for rejection in found.rejections]
    refused += [Rejection("attendance", mention.span, mention.text, mention.rule, "no_event") for mention in attendance]
    return tuple(sorted(refused, key=lambda rejection: (rejection.span, rejection.kind)))


def _of_kind(findings: Sequence[Findings], kind: MentionKind) -> tuple[Mention[Any], ...]:
    return tuple(mention for found in findings for mention in found.mentions if mention.kind == kind)


@cache
def _pattern(section: str, key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lexicon.any_of(lexicon.load('events')[section][key])}(?!\w)")
