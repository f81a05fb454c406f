"""Scoring of the further columns of the tables: totals and scopes, event columns, further events, participants, parts
of posts, and whether every row quotes its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from extract.declaration.tables import Row
from extract.evaluation.gold import ASPECTS
from extract.evaluation.measures import Measure
from extract.evaluation.wording import paired_with, same_wording
from extract.results import Extraction

Gold = Mapping[str, Any]
Measures = Mapping[str, Measure]
Rows = Mapping[str, Sequence[Row]]

POST_PARTS = ("level", "head", "body", "unit")
_WITH_EVIDENCE = ("events", *ASPECTS[1:])


def main_row(rows: Rows) -> Row:
    """The row of the main event; empty where the article reports none."""
    return next((row for row in rows["events"] if row["is_main"]), {})


def judge_event_columns(measures: Measures, golden: Gold, found: Extraction, rows: Rows) -> None:
    """Score status, mode, commune, venue and organizers of the main event."""
    if not golden["is_event"]:
        return
    want, main = golden["event"], main_row(rows)
    measures["status"].compare_cells(found, golden.get("status"), main.get("status"))
    measures["mode"].compare_cells(found, want.get("mode"), main.get("mode"))
    if "commune" in want:
        measures["commune"].compare_sets(found, _known(want["commune"]), _known(main.get("commune")))
    if "venue" in want:
        _compare_names(measures["venue"], found, _known(want["venue"]), _known(main.get("venue")))
    if "organizers" in want:
        organizers = [same_wording(body) for body in want["organizers"]]
        extracted = [same_wording(body) for body in _strings(main.get("organizers"))]
        _compare_names(measures["organizers"], found, organizers, extracted)


def judge_further(measures: Measures, golden: Gold, found: Extraction, rows: Rows) -> None:
    """Score the events besides the main one, by type and first day."""
    if "further" in golden:
        extracted = [(str(row["type"]), row["start_date"]) for row in rows["events"] if not row["is_main"]]
        wanted = [(event["type"], event["start"]) for event in golden["further"]]
        measures["further_events"].compare_sets(found, wanted, extracted)


def judge_totals(measures: Measures, golden: Gold, found: Extraction, rows: Rows) -> None:
    """Score the total number of attendees, and the scope of each count that was found."""
    left = [row for row in rows["attendance"] if not row["derived"]]
    for count in golden["attendance"]:
        match = next((row for row in left if (row["count"], row["cmp"]) == (int(count["n"]), count["cmp"])), None)
        if match and count.get("scope"):
            left.remove(match)
            measures["attendance_scope"].compare_cells(
                found, (count["n"], count["scope"]), (count["n"], match["scope"])
            )
    if golden.get("is_event"):
        want, main = total(golden), main_row(rows)
        extracted = [(main["attendees"], main["attendees_cmp"])] if main.get("attendees") is not None else []
        measures["attendees"].compare_sets(found, [(int(want["n"]), want["cmp"])] if want else [], extracted)


def judge_people(measures: Measures, golden: Gold, found: Extraction, rows: Rows) -> None:
    """Score of the people found whether they took part, and the parts of their posts."""
    took_part = {same_wording(person["name"]): person.get("participant", True) for person in golden["officials"]}
    recorded = {same_wording(str(row["name"])): bool(row["participant"]) for row in rows["officials"]}
    recorded = {name: there for name, there in recorded.items() if name in took_part}
    absent = [name for name in recorded if not took_part[name]]
    measures["non_participant"].compare_sets(found, absent, [name for name, there in recorded.items() if not there])
    for name, there in recorded.items():
        measures["participant"].compare_cells(found, (name, took_part[name]), (name, there))
    posts = {(same_wording(str(row["name"])), same_wording(str(row["position"]))): row for row in rows["positions"]}
    for person in golden["officials"]:
        for post, parts in zip(person["positions"], person.get("parts", [])):
            row = posts.get((same_wording(person["name"]), same_wording(post)))
            if row and parts:
                _judge_post(measures, found, post, parts, row)


def judge_evidence(measures: Measures, found: Extraction, rows: Rows) -> None:
    """Score whether every row quotes the text at its span."""
    for table in _WITH_EVIDENCE:
        for row in rows[table]:
            quoted = found.text[int(str(row["span_start"])) : int(str(row["span_end"]))]
            measures["evidence"].compare_cells(found, quoted, row["quote"] or None)


def _judge_post(measures: Measures, found: Extraction, post: str, parts: Gold, row: Row) -> None:
    for part in POST_PARTS:
        if part in parts:
            golden, extracted = same_wording(parts[part]), same_wording(_string(row[part]))
            same = golden == extracted
            if part == "head" and not same:
                same = _same_head(golden, extracted, same_wording(parts.get("body")))
            measures[f"position_{part}"].compare_cells(found, (post, golden), (post, extracted), same)


def _same_head(golden: str, extracted: str, body: str) -> bool:
    """Whether one head continues into the body: Trưởng Ban and Trưởng Ban Chỉ đạo of a Ban Chỉ đạo."""
    short, long = sorted((golden, extracted), key=len)
    rest = long[len(short) :].strip()
    goes_on = body.startswith(rest) or body.partition(" ")[2].startswith(rest)
    return bool(short and long.startswith(short + " ") and goes_on)


def total(golden: Gold) -> Gold | None:
    """The total that the annotation gives, else its count of scope "event"."""
    if "attendees" in golden:
        given: Gold | None = golden["attendees"]
        return given
    return next((count for count in golden["attendance"] if count.get("scope") == "event"), None)


def _compare_names(measure: Measure, found: Extraction, golden: list[str], extracted: list[str]) -> None:
    """Compare names of which one may be a longer form of the other."""
    measure.compare_sets(found, golden, paired_with(golden, extracted))


def _known(name: object) -> list[str]:
    return [same_wording(str(name))] if name else []


def _string(cell: object) -> str | None:
    return None if cell is None else str(cell)


def _strings(cell: object) -> tuple[str, ...]:
    return tuple(map(str, cell)) if isinstance(cell, tuple) else ()
