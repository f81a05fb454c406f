"""An annotated article, and extractions of it written by hand, for tests of the scoring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extract.evaluation.score import score
from extract.model import AttendanceValue, CitationValue, Mention, OfficialValue, Position, Role, Scope, Span
from extract.results import Event, Extraction
from scraper.article import Article, Place

TEXT = "Đồng chí Vừ A Tủa, Chủ tịch UBND huyện, dự họp."


NOWHERE = Span(0, 1)


GOLD: Mapping[str, Any] = {
    "id": "a1",
    "is_event": True,
    "status": "held",
    "event": {
        "type": "meeting",
        "start": "2024-03-12",
        "end": "2024-03-13",
        "part_of_day": "morning",
        "province": "Điện Biên",
        "district": None,
        "commune": "Mường Phăng",
        "mode": "hybrid",
        "organizers": ["UBND huyện", "Hội Nông dân huyện"],
        "venue": "Hội trường UBND huyện",
    },
    "further": [{"type": "election", "start": "2024-05-01"}],
    "officials": [
        {
            "name": "Vừ A Tủa",
            "positions": ["Chủ tịch UBND huyện"],
            "roles": ["attend"],
            "participant": True,
            "parts": [{"head": "Chủ tịch", "body": "UBND", "unit": "huyện", "level": "district"}],
        },
        {"name": "Lò Văn Páo", "positions": [], "roles": ["speak"], "participant": False},
    ],
    "attendance": [{"n": 40, "cmp": "gt", "unit": "đại biểu", "scope": "event"}],
    "documents": [{"type": "Kế hoạch", "number": "5", "symbol": "05/KH-UBND", "date": None}],
}


def event(**changed: Any) -> Event:
    right: dict[str, Any] = {"type": "meeting", "start_date": "2024-03-12", "end_date": "2024-03-13"}
    right |= {"part_of_day": "morning", "venue": "hội trường", "mode": "hybrid"}
    right |= {"organizers": ("Hội Nông dân", "UBND huyện")}
    place = Place(province="điện biên", commune="mường phăng")
    said: dict[str, Any] = {"is_main": True, "status": "held", **right, "place": place, **changed}
    return Event("e1", name="", span=NOWHERE, rule="r", confidence=1.0, **said)


ELECTION = event(is_main=False, type="election", start_date="2024-05-01")


def count(number: int, scope: Scope = "event", derived: bool = False) -> Mention[AttendanceValue]:
    value = AttendanceValue(number, "gt", "đại biểu", scope, derived=derived)
    return Mention("attendance", NOWHERE, TEXT[:1], value, "r")


def official(
    name: str, posts: tuple[str, ...] = (), roles: tuple[Role, ...] = (), participant: bool = True
) -> Mention[OfficialValue]:
    parts = {"head": "Chủ tịch", "body": "UBND", "unit": "huyện", "level": "district"}
    positions = tuple(Position(post, NOWHERE, **parts) for post in posts)
    value = OfficialValue(name, positions=positions, roles=roles, participant=participant)
    return Mention("official", NOWHERE, name, value, "r")


def citation(kind: str, number: str, symbol: str | None, day: str | None = None) -> Mention[CitationValue]:
    return Mention("document", NOWHERE, kind, CitationValue(kind, number, symbol, issued_date=day), "r")


KINDS = {"officials": "official", "attendance": "attendance", "citations": "document", "dates": "date"}


def judged(*, gold: Mapping[str, Any] = GOLD, **found: Any) -> dict[str, tuple[int, int, int]]:
    """The numbers of right, wrong and missed items of each measure, for an extraction written by hand."""
    mentions = {kind: found.pop(name) for name, kind in KINDS.items() if name in found}
    extraction = Extraction(Article(id="a1", paragraphs=(TEXT,)), TEXT, mentions=mentions, **found)
    measures = score([gold], {"a1": extraction}).measures
    return {name: (one.right, one.wrong, one.missed) for name, one in measures.items()}
