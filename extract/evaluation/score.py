"""Scoring: precision, recall and accuracy of an extraction against annotated articles, and every error with its
sentence.

The annotation is that of data/gold/ANNOTATION.md. Two wordings are the same if they differ only in case, tone
placement, punctuation or a usual abbreviation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from extract.evaluation import columns
from extract.evaluation.columns import POST_PARTS, Gold
from extract.evaluation.gold import ASPECTS
from extract.evaluation.measures import Measure
from extract.evaluation.wording import same_wording
from extract.model import CitationValue, OfficialValue
from extract.results import Event, Extraction
from extract.tables.rows import rows_of
from extract.text.normalize import plain

# Each measure with whether it is an accuracy (else an F1); those of _OPTIONAL need fields that older gold lacks.
_MEASURES = {
    "event_found": False,
    "event_type": True,
    "event_dates": True,
    "part_of_day": True,
    "province": True,
    "district": True,
    "officials_name": False,
    "officials_post": False,
    "officials_role": False,
    "attendance": False,
    "documents": False,
    "document_date": True,
    "evidence": True,
}
_OPTIONAL = {
    "attendees": False,
    "attendance_scope": True,
    "non_participant": False,
    "participant": True,
    "commune": False,
    "organizers": False,
    "venue": False,
    "status": True,
    "mode": True,
    "further_events": False,
    **{f"position_{part}": True for part in POST_PARTS},
}


@dataclass(frozen=True)
class Score:
    """The measures over a set of articles, by name."""

    measures: dict[str, Measure]

    def reported(self) -> dict[str, Measure]:
        """The measures, without the optional ones for which nothing was judged."""
        return {name: one for name, one in self.measures.items() if one.judged or not one.optional}

    def figures(self) -> dict[str, float]:
        """Each reported measure's value, rounded to four places."""
        return {name: round(measure.value, 4) for name, measure in self.reported().items()}


def read_gold(path: Path) -> list[Gold]:
    """The annotations of a JSON Lines file. Raises ValueError naming file and line where one is not an annotation."""
    lines: list[Gold] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            lines.append({"id": json.loads(line)["id"], **json.loads(line)})
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path}:{number}: not an annotation: {error!r}") from None
    return lines


def score(gold: Iterable[Gold], extractions: Mapping[str, Extraction]) -> Score:
    """The score of extractions, by article id, against annotations. Raises KeyError for an article that was not given,
    and for a field that an annotation lacks."""
    measures = {name: Measure(name, accuracy) for name, accuracy in _MEASURES.items()}
    measures |= {name: Measure(name, accuracy, optional=True) for name, accuracy in _OPTIONAL.items()}
    for golden in gold:
        found = extractions.get(golden["id"])
        if found is None:
            raise KeyError(f"article {golden['id']!r} is annotated but was not given")
        try:
            _judge(measures, golden, found)
        except KeyError as error:
            raise KeyError(f"the annotation of article {golden['id']!r} lacks {error}") from None
    return Score(measures)


def score_by_group(gold: Iterable[Gold], extractions: Mapping[str, Extraction]) -> dict[str, Score]:
    """The score of each group of articles (`group` of the annotation, "none" where a line has none), by its name."""
    groups: dict[str, list[Gold]] = {}
    for golden in gold:
        groups.setdefault(golden.get("group") or "none", []).append(golden)
    return {name: score(lines, extractions) for name, lines in sorted(groups.items())}


def _judge(measures: dict[str, Measure], golden: Gold, found: Extraction) -> None:
    """Count what one article got right and wrong, of the aspects that its line annotates."""
    aspects, rows = set(golden.get("partial") or ASPECTS), rows_of(found)
    if "event" in aspects:
        _judge_event(measures, golden, found)
        columns.judge_event_columns(measures, golden, found, rows)
    if "officials" in aspects:
        _judge_officials(measures, golden, found)
        columns.judge_people(measures, golden, found, rows)
    if "attendance" in aspects:
        _judge_attendance(measures, golden, found)
        columns.judge_totals(measures, golden, found, rows)
    if "documents" in aspects:
        _judge_documents(measures, golden, found)
    columns.judge_further(measures, golden, found, rows)
    columns.judge_evidence(measures, found, rows)


def _judge_event(measures: dict[str, Measure], golden: Gold, found: Extraction) -> None:
    main = found.main_event
    measures["event_found"].compare_sets(found, ["event"] if golden["is_event"] else [], ["event"] if main else [])
    if not golden["is_event"]:
        return
    want = golden["event"]
    measures["event_type"].compare_cells(found, want["type"], main and main.type)
    if want["start"] and not want["start"].startswith("--"):  # judged only where the annotation knows the day
        measures["event_dates"].compare_cells(
            found, (want["start"], want["end"]), (main and main.start_date, main and main.end_date)
        )
    measures["part_of_day"].compare_cells(found, want.get("part_of_day"), main and main.part_of_day)
    for unit in ("province", "district"):
        if want.get(unit):
            measures[unit].compare_cells(found, same_wording(want[unit]), same_wording(_unit(main, unit)))


def _unit(event: Event | None, unit: str) -> str | None:
    name: str | None = getattr(event.place, unit) if event else None
    return name


def _judge_officials(measures: dict[str, Measure], golden: Gold, found: Extraction) -> None:
    people = {same_wording(person["name"]): person for person in golden["officials"]}
    extracted: list[tuple[str, OfficialValue]] = [
        (same_wording(mention.value.name), mention.value) for mention in found.officials
    ]
    measures["officials_name"].compare_sets(found, people, [name for name, _ in extracted])
    measures["officials_post"].compare_sets(
        found,
        [(name, same_wording(post)) for name, person in people.items() for post in person["positions"]],
        [
            (name, post)
            for name, person in extracted
            for post in (same_wording(position.text) for position in person.positions)
            if not _is_shorter_form(post, people.get(name))
        ],
    )
    present = {name: person for name, person in people.items() if person.get("participant", True)}
    measures["officials_role"].compare_sets(
        found,
        [(name, role) for name, person in present.items() for role in person["roles"]],
        [(name, role) for name, person in extracted if name in present for role in person.roles],
    )


def _is_shorter_form(post: str, person: Gold | None) -> bool:
    """Whether a post is only another form of one that the annotation has in full: neither right nor wrong."""
    if person is None:
        return False
    full = [same_wording(position) for position in person["positions"]]
    variants = [same_wording(variant) for variant in person.get("variants", [])]
    return post not in full and (post in variants or any(f" {post} " in f" {position} " for position in full))


def _judge_attendance(measures: dict[str, Measure], golden: Gold, found: Extraction) -> None:
    measures["attendance"].compare_sets(
        found,
        [(int(count["n"]), str(count["cmp"])) for count in golden["attendance"]],
        [(mention.value.count, mention.value.cmp) for mention in found.attendance if not mention.value.derived],
    )


def _judge_documents(measures: dict[str, Measure], golden: Gold, found: Extraction) -> None:
    want = {_document_key(cited["type"], cited["number"], cited["symbol"]): cited for cited in golden["documents"]}
    have: dict[Hashable, CitationValue] = {
        _document_key(mention.value.type, mention.value.number, mention.value.symbol): mention.value
        for mention in found.citations
    }
    measures["documents"].compare_sets(found, want, have)
    for key, cited in want.items():
        if key in have and "date" in cited:
            measures["document_date"].compare_cells(found, cited["date"], have[key].issued_date)


def _document_key(kind: str, number: str | None, symbol: str | None) -> tuple[str, str, str | None]:
    """Type, number without leading zeros, and symbol with one kind of dash."""
    spelled = re.sub(r"\s+", "", re.sub(r"[–—−]", "-", plain(symbol or ""))).upper()
    return same_wording(kind), (number or "").lstrip("0").upper(), spelled or None
