"""The bodies that held the event: the subject of the verb that holds it."""

from __future__ import annotations

import re
from functools import cache

from extract import lexicon
from extract.model import Span
from extract.text import Document

_SEPARATORS = re.compile(
    r"\s*(?:,?\s*(?:đã\s+)?(?:chủ trì,\s*)?phối hợp (?:cùng |với )?(?:cùng |với )?"
    r"|,\s*(?:cùng\s+)?|\s+và\s+|;\s*|\s+cùng (?:với )?)"
)
_LONGEST = 90


def find_organizers(document: Document, sentence: Span) -> tuple[str, ...]:
    """The organising bodies as printed: the words before "tổ chức" that begin like a body, split where they are
    joined."""
    verb = _verb_pattern().search(document.folded, sentence.start, sentence.end)
    if verb is None:
        return ()
    subject = _subject(document, Span(sentence.start, verb.start()))
    return tuple(part for part in _split(document, subject)) if subject else ()


def _subject(document: Document, before: Span) -> Span | None:
    """The words between the last date or place adverbial and the verb."""
    for match in _body_pattern().finditer(document.folded, before.start, before.end):
        start = match.start()
        prefix = document.folded[max(before.start, start - 8) : start]
        if prefix.rstrip().endswith((" tại", " ở", " của", "tại", " số")):
            continue
        return Span(start, before.end)
    return None


def _split(document: Document, subject: Span) -> list[str]:
    parts: list[str] = []
    start = subject.start
    for match in _SEPARATORS.finditer(document.folded, subject.start, subject.end):
        if _body_pattern().match(document.folded, match.end()) or match.end() >= subject.end:
            parts.append(document.text[start : match.start()])
            start = match.end()
    parts.append(document.text[start : subject.end])
    return [part.strip(" ,") for part in parts if 2 < len(part.strip(" ,")) <= _LONGEST]


@cache
def _verb_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:,?\s+(?:vừa|đã|sẽ|long trọng|trang trọng|tiếp tục|phối hợp|chủ trì|đồng loạt))*\s+"
        r"(?:tổ chức|tiến hành|khai mạc|phát động|ra quân|có buổi|mở lớp|mở|khai giảng|công bố|trao tặng|thăm|kiểm tra"
        r"|giám sát|họp)(?!\w)"
    )


@cache
def _body_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lexicon.any_of(lexicon.load('events')['organizer']['bodies'])}(?!\w)")
