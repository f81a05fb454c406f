"""A usual pipeline for comparison: underthesea.ner for persons, dateparser.search_dates for days, regular expressions
for the rest. It fills the same types as the extraction, so that the same code scores both.

It is meant to be fair: underthesea is given sentence by sentence, which is faster and more accurate than a whole
article at once; dateparser is given the publication day, the order of day and month and the preference for past days,
and what it finds without a month is left out (of six settings tried, the one with most event days right); the
expressions know the usual forms of symbols, State and Party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from dateparser.search import search_dates
from underthesea import ner, sent_tokenize

from extract.model import (
    AttendanceValue,
    CitationValue,
    Comparator,
    Mention,
    OfficialValue,
    PartOfDay,
    Position,
    Role,
    Span,
)
from extract.results import Event, EventType, Extraction
from extract.text.document import Document, read_document
from scraper.article import Article, stable_id

_POST = re.compile(
    r"(?:Phó |Nguyên )?(?:Bí thư|Chủ tịch|Giám đốc|Trưởng|Chánh|Thứ trưởng|Bộ trưởng|Ủy viên|Uỷ viên|Hiệu trưởng)"
    r"[^,.;:()\n–]{0,60}"
)
_HONORIFIC = re.compile(r"\s*(?:đồng chí|ông|bà|Đ/c|đ/c)\s*$")
_DAY_AND_MONTH = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}|tháng")
_SYMBOL = re.compile(
    r"(?P<type>Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Công văn|Luật|Hướng dẫn|Báo cáo|Thông báo)"
    r"\s+(?:số:?\s*)?(?P<symbol>(?P<number>\d+)(?:/(?P<year>\d{4}))?[/-][A-ZĐ][\w/-]*)"
    r"(?:,?\s+ngày\s+(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4}))?"
)
_COUNT = re.compile(
    r"(?:(?P<cmp>hơn|trên|gần|khoảng)\s+)?(?P<n>\d{1,3}(?:\.\d{3})+|\d+)\s+(?P<unit>người|đại biểu|học viên|cử tri)"
)
_COMPARATORS: dict[str | None, Comparator] = {"hơn": "gt", "trên": "gt", "gần": "lt", "khoảng": "approx", None: "eq"}
_TYPES: tuple[tuple[str, EventType], ...] = (
    ("tập huấn", "training"),
    ("tiếp xúc cử tri", "voter_meeting"),
    ("kỳ họp", "council_session"),
    ("đại hội", "congress"),
    ("kiểm tra|giám sát|khảo sát", "inspection"),
    ("đối thoại|tiếp công dân", "dialogue"),
    ("thăm|chúc mừng|tặng quà|dâng hương", "visit"),
    ("phát động|ra quân", "campaign"),
    ("hội thi|giải ", "competition"),
    ("diễn tập", "drill"),
    ("bầu cử|hiệp thương", "election"),
    ("ngày hội|lễ hội", "festival"),
    ("lễ ", "ceremony"),
    ("hội nghị|hội thảo|tọa đàm", "conference"),
    ("họp|làm việc|giao ban", "meeting"),
)
_PARTS: tuple[tuple[str, PartOfDay], ...] = (
    ("sáng", "morning"),
    ("trưa", "noon"),
    ("chiều", "afternoon"),
    ("tối", "evening"),
)
_ROLES: tuple[tuple[str, Role], ...] = (
    ("chủ trì", "chair"),
    ("dự", "attend"),
    ("phát biểu|nhấn mạnh|đề nghị", "speak"),
    ("báo cáo|trình bày", "report"),
    ("trao|tặng", "award"),
)


def extract_as_usual(article: Article) -> Extraction:
    """The extraction of an article by the usual pipeline."""
    document = read_document(article)
    event = _event(document)
    mentions: dict[str, tuple[Mention[Any], ...]] = {
        "official": tuple(_officials(document)),
        "attendance": tuple(_attendance(document)),
        "document": tuple(_citations(document)),
    }
    found = [mention for of_kind in mentions.values() for mention in of_kind]
    owners = {(mention.kind, mention.span): event.id for mention in found} if event else {}
    events = (event,) if event else ()
    return Extraction(article, document.text, events, mentions, owners=owners)


def persons(text: str) -> list[str]:
    """The names that underthesea labels PER in a text, as it spells them."""
    names: list[list[str]] = []
    for word, _, _, label in ner(text):
        if label == "B-PER":
            names.append([word])
        elif label == "I-PER" and names:
            names[-1].append(word)
    return [" ".join(words) for words in names]


def _event(document: Document) -> Event | None:
    """An event if the title or the first lines have a word for one; its type is that of the most specific word."""
    head = " ".join(document.text.split("\n")[:4]).lower()
    kind = next((kind for pattern, kind in _TYPES if re.search(pattern, head)), None)
    if kind is None:
        return None
    day = _first_day(document)
    return Event(
        id=stable_id("e", document.article.id, "usual"),
        is_main=True,
        type=kind,
        name=document.article.title,
        status="held",
        span=document.sentences[0],
        rule="keywords",
        confidence=1.0,
        start_date=day,
        end_date=day,
        part_of_day=next((part for word, part in _PARTS if re.search(rf"\b{word}\b", head)), None),
    )


def _first_day(document: Document) -> str | None:
    published = document.article.published_at
    settings: dict[str, Any] = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past", "PARSERS": ["absolute-time"]}
    if published:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(published).replace(tzinfo=None)
    found = search_dates(document.text, languages=["vi"], settings=settings) or []
    return next((moment.date().isoformat() for words, moment in found if _DAY_AND_MONTH.search(words)), None)


def _officials(document: Document) -> Iterator[Mention[OfficialValue]]:
    """Each person once, with the posts just before or after the name in the same sentence."""
    seen: set[str] = set()
    for block in document.blocks:
        offset = block.span.start
        for sentence in sent_tokenize(document.quote(block.span)):
            offset = max(offset, document.text.find(sentence, offset))
            for name in persons(sentence):
                mention = _official(sentence, name, offset)
                if mention and name not in seen:
                    seen.add(name)
                    yield mention


def _official(sentence: str, name: str, offset: int) -> Mention[OfficialValue] | None:
    at = sentence.find(name)
    posts = _posts(sentence, at, at + len(name)) if at >= 0 else []
    if not posts:
        return None
    span = Span(offset + at, offset + at + len(name))
    roles = tuple(role for words, role in _ROLES if re.search(words, sentence.lower()))
    value = OfficialValue(name, positions=tuple(Position(post.strip(), span) for post in posts), roles=roles)
    return Mention("official", span, name, value, "ner")


def _posts(sentence: str, start: int, end: int) -> list[str]:
    before = _POST.findall(sentence[max(0, start - 80) : start])[-1:]
    after = re.match(r"\s*[,(–-]\s*", sentence[end:])
    follows = _POST.match(sentence, end + after.end()) if after else None
    return [follows.group()] if follows else [_HONORIFIC.sub("", post) for post in before]


def _attendance(document: Document) -> Iterator[Mention[AttendanceValue]]:
    for match in _COUNT.finditer(document.text):
        count = int(match["n"].replace(".", ""))
        value = AttendanceValue(count, _COMPARATORS[match["cmp"]], match["unit"])
        yield Mention("attendance", Span(*match.span()), match.group(), value, "number_and_noun")


def _citations(document: Document) -> Iterator[Mention[CitationValue]]:
    seen: set[str] = set()
    for match in _SYMBOL.finditer(document.text):
        if match["symbol"] not in seen:
            seen.add(match["symbol"])
            issued = f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}" if match["y"] else None
            value = CitationValue(match["type"], match["number"], match["symbol"], match["year"], issued_date=issued)
            yield Mention("document", Span(*match.span()), match.group(), value, "number_and_code")
