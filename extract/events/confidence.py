"""Confidence of the main cells of an event, and of the row: log odds of features with weights from weights.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extract.events.dates import EventDates
from extract.events.detection import DateMention, DetectedEvent
from extract.events.types import TypeDecision
from extract.gazetteer.publisher import home_of
from extract.mentions.dates.resolution import parse_day
from extract.model import AttendanceValue, Mention, PlaceValue, Span
from extract.results import Assessment
from extract.text.document import Document
from extract.weights import assess, weights
from scraper.article import Place

_MOST_VOTES = 8.0
_MOST_POINTS = 10.0
_SEVERAL = 3  # maximum of counts used as features; more is no further evidence
_FAR_DAYS = 30


def assess_type(document: Document, decided: TypeDecision, detection: DetectedEvent) -> Assessment:
    """The confidence of the type of an event."""
    ranked = sorted(decided.votes.values(), reverse=True)
    first, second = (*ranked, 0.0, 0.0)[:2]
    return assess(
        {
            "always": 1,
            "points": _share_of_points(detection),
            "site": _is_of_a_unit(document),
            "margin": (first - second) / first if first else 0,
            "strength": min(first, _MOST_VOTES) / _MOST_VOTES,
            "title_agrees": decided.in_title == decided.type,
            "title_differs": decided.in_title not in (None, decided.type),
            "overruled": decided.rule is not None,
            "unnamed": not decided.votes and decided.in_sentence is None,
        },
        weights().confidence.type,
    )


def assess_dates(
    document: Document, detection: DetectedEvent, when: EventDates, dates: Sequence[DateMention]
) -> Assessment | None:
    """The confidence of the days of an event; None where it has none."""
    if when.start is None:
        return None
    days = {day.value.start for day in dates if day.value.kind in ("event", "scheduled")}
    published, start = parse_day(document.article.published_at), parse_day(when.start)
    return assess(
        {
            "always": 1,
            "points": _share_of_points(detection),
            "in_sentence": detection.date is not None,
            "from_publication": when.basis == "published",
            "year_inferred": when.basis == "year_inferred",
            "several_days": when.start != when.end,
            "no_whole_day": start is None,
            "other_days": _several(len(days - {when.start, when.end})),
            "unpublished": published is None,
            "far": bool(published and start and abs((published - start).days) > _FAR_DAYS),
        },
        weights().confidence.dates,
    )


def assess_place(
    document: Document, mentions: Iterable[Mention[PlaceValue]], sentence: Span, place: Place
) -> Assessment | None:
    """The confidence of the place of an event; None where it has none."""
    if place.province is None and place.district is None and place.commune is None:
        return None
    named = list(mentions)
    lowest = next(level for level in ("commune", "district", "province") if getattr(place, level))
    same = [one.span for one in named if getattr(one.value.place, lowest) == getattr(place, lowest)]
    others = {one.value.place.province for one in named} - {None, place.province}
    title = document.blocks[0].span
    return assess(
        {
            "always": 1,
            "site": home_of(document).province == place.province,
            "district": place.district is not None,
            "commune": place.commune is not None,
            "in_sentence": any(sentence.contains(span) for span in same),
            "in_title": any(title.contains(span) for span in same),
            "others": _several(len(others)),
        },
        weights().confidence.place,
    )


def assess_attendees(total: AttendanceValue | None, counts: int) -> Assessment | None:
    """The confidence of the number of attendees of an event with so many counts; None where it has none."""
    if total is None:
        return None
    points = sum(points for _, points in total.weighed)
    return assess(
        {
            "always": 1,
            "points": max(0.0, min(points, _MOST_POINTS)) / _MOST_POINTS,
            "others": _several(counts - 1),
            "inexact": total.cmp != "eq",
            "guests": "guests" in dict(total.weighed),
        },
        weights().confidence.attendees,
    )


def assess_event(document: Document, detection: DetectedEvent, cells: Mapping[str, Assessment]) -> Assessment:
    """The confidence of the row: that the article reports an event of this type on these days."""
    return assess(
        {
            "always": 1,
            "points": _share_of_points(detection),
            "site": _is_of_a_unit(document),
            "type": _log_odds(cells["type"]),
            "dates": _log_odds(cells["dates"]) if "dates" in cells else 0,
            "undated": "dates" not in cells,
        },
        weights().confidence.event,
    )


def _is_of_a_unit(document: Document) -> bool:
    """Whether the site is that of a province or a unit of it, and not a newspaper."""
    return home_of(document).province is not None


def _share_of_points(detection: DetectedEvent) -> float:
    return min(detection.points, _MOST_POINTS) / _MOST_POINTS


def _log_odds(cell: Assessment) -> float:
    return sum(points for _, points in cell.weighed)


def _several(number: int) -> float:
    return max(0, min(number, _SEVERAL)) / _SEVERAL
