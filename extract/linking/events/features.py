"""Features of the comparison of two reports, for and against their being of one event, each from 0 to 1."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from extract.linking.comparison.posts import within
from extract.linking.events.reports import DISTINCTIVE, Report, mass, pair_mass, weight
from extract.text.lexicon import load

_MOST_SHARED = 10.0  # maximum weight of shared words; more is no further evidence
_MOST_PAIRS = 5.0  # the same of pairs of neighbouring words
_FEW_PEOPLE = 20  # smaller counts are too common to be evidence
_LONG = 3  # minimum days of an event for which the same first and last day are evidence


def features(one: Report, other: Report) -> dict[str, float]:
    """The features of two reports by name; only those that are not 0."""
    found = {
        **_day_features(one, other),
        **_kind_features(one, other),
        **_word_features(one, other),
        **_phrase_features(one, other),
        **_place_features(one, other),
        **_people_features(one, other),
        **_organizer_features(one, other),
    }
    return {name: float(value) for name, value in found.items() if value}


def _day_features(one: Report, other: Report) -> dict[str, float]:
    part = {one.part_of_day, other.part_of_day}
    return {
        "same_first_day": one.start == other.start,
        "same_days": one.start == other.start and one.end == other.end != one.start,
        "same_long_days": one.start == other.start and one.end == other.end and one.n_days >= _LONG,
        "one_announced": one.announced != other.announced,
        "same_part_of_day": None not in part and len(part) == 1,
        "other_part_of_day": None not in part and len(part) == 2 and one.start == other.start,
        "no_year_known": not (one.year_known and other.year_known),
        "day_from_publication": "published" in (one.date_basis, other.date_basis),
    }


def _kind_features(one: Report, other: Report) -> dict[str, float]:
    same_type = one.type == other.type
    return {
        "same_type": same_type,
        "related_type": not same_type and related_types(one.type, other.type),
        "other_type": not same_type and not related_types(one.type, other.type),
        "both_main": one.is_main and other.is_main,
        "same_kind": same(one.kind, other.kind),
        "other_kind": differs(one.kind, other.kind) and not same(one.council, other.council),
        "same_council": same(one.council, other.council),
        "other_council": differs(one.council, other.council),
        "same_once": one.kind in _once() and same(one.kind, other.kind) and _one_host(one, other),
        "same_number": bool(set(one.numbers.items()) & set(other.numbers.items())),
    }


def _word_features(one: Report, other: Report) -> dict[str, float]:
    common = one.words & other.words
    shared, name_shared = mass(common), mass(one.name_words & other.name_words)
    fewest, fewest_in_name = min(one.words_mass, other.words_mass), min(one.name_mass, other.name_mass)
    distinctive = any(weight(word) >= DISTINCTIVE for word in common)
    return {
        "shared_words": min(shared, _MOST_SHARED) / _MOST_SHARED,
        "contained_words": shared / fewest if fewest >= 1 else 0,
        "similar_words": shared / (one.words_mass + other.words_mass - shared) if shared else 0,
        "contained_name": name_shared / fewest_in_name if fewest_in_name >= 1 else 0,
        "similar_name": name_shared / (one.name_mass + other.name_mass - name_shared) if fewest_in_name >= 1 else 0,
        "no_telling_word": not distinctive,
        "unshared_name": min(fewest_in_name - name_shared, _MOST_PAIRS) / _MOST_PAIRS,
        "one_nameless": fewest_in_name < 1,
    }


def _phrase_features(one: Report, other: Report) -> dict[str, float]:
    shared = pair_mass(one.pairs & other.pairs)
    fewest = min(one.pairs_mass, other.pairs_mass)
    return {
        "shared_pairs": min(shared, _MOST_PAIRS) / _MOST_PAIRS,
        "contained_pairs": shared / fewest if fewest >= 1 else 0,
        "same_quoted": bool(one.quoted & other.quoted),
        "name_within": one.says(other.name_key) or other.says(one.name_key),
    }


def _place_features(one: Report, other: Report) -> dict[str, float]:
    return {
        "same_province": same(one.province, other.province),
        "same_district": same(one.district, other.district),
        "other_district": differs(one.district, other.district),
        "same_commune": same(one.commune, other.commune),
        "other_commune": differs(one.commune, other.commune),
        "same_venue": same(one.venue, other.venue) or _shares_most(_house(one.venue), _house(other.venue)),
        "other_venue": venues_differ(one, other),
        "other_province": differs(one.province, other.province),
        "place_unknown": not one.province or not other.province,
    }


def _people_features(one: Report, other: Report) -> dict[str, float]:
    fewest = min(len(one.people), len(other.people))
    shared = len(one.people & other.people)
    return {
        "shared_people": min(shared, 4) / 4,
        "contained_people": shared / fewest if fewest else 0,
        "no_shared_person": shared == 0 and fewest >= 2,
        "other_only_person": shared == 0 and fewest == 1,
        "same_count": one.attendees is not None and one.attendees == other.attendees and one.attendees >= _FEW_PEOPLE,
        "other_count": _counts_differ(one.attendees, other.attendees),
        "shared_document": bool(one.documents & other.documents),
    }


def _organizer_features(one: Report, other: Report) -> dict[str, float]:
    exact = bool(one.organizers & other.organizers)
    return {
        "same_organizer": exact,
        "like_organizer": not exact and share_organizer(one, other),
        "other_organizer": organizers_differ(one, other),
    }


def share_organizer(one: Report, other: Report) -> bool:
    """Whether two reports have an organizer in common, in any wording."""
    return any(within(a, b) for a in one.organizers for b in other.organizers)


def organizers_differ(one: Report, other: Report) -> bool:
    """Whether the organizers of both are known, and none is in common."""
    return bool(one.organizers and other.organizers) and not share_organizer(one, other)


def same(one: str, other: str) -> bool:
    """Whether both are known and equal."""
    return bool(one) and one == other


def differs(one: str, other: str) -> bool:
    """Whether both are known and not equal."""
    return bool(one) and bool(other) and one != other


def related_types(one: str, other: str) -> bool:
    """Whether two types are in one family of types that reports use for the same event."""
    return any(one in family and other in family for family in _families())


def venues_differ(one: Report, other: Report) -> bool:
    """Whether both venues are known, and have most of the words that tell a venue not in common."""
    a, b = _house(one.venue), _house(other.venue)
    return differs(a, b) and not _shares_most(a, b)


def _shares_most(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return 2 * len(a & b) > min(len(a), len(b)) if a and b else False


@lru_cache(maxsize=1 << 13)
def _house(venue: str) -> str:
    """The words of a venue that tell it from another; empty where it has none ("Hội trường lớn")."""
    words = load("linking")["events"]
    bare = " ".join(word for word in venue.split() if word not in words["venue_words"])
    return next((house[0] for house in words["one_house"] if any(name in bare for name in house)), bare)


def _counts_differ(one: int | None, other: int | None) -> bool:
    """Whether the larger of two counts is more than three times the smaller: "hơn 200" and "gần 250" are not apart."""
    return one is not None and other is not None and max(one, other) > 3 * min(one, other)


def numbers_differ(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    """Whether two names have another number after the same phrase ("kỳ họp thứ 3" and "kỳ họp thứ 4")."""
    return any(one[phrase] != other[phrase] for phrase in one.keys() & other.keys())


def _one_host(one: Report, other: Report) -> bool:
    """Whether one body may hold both: they share an organizer, or one has none and both are of one unit."""
    if one.organizers and other.organizers:
        return bool(one.organizers & other.organizers)
    return bool(one.province) and one.unit == other.unit


@cache
def _once() -> frozenset[str]:
    return frozenset(load("linking")["events"]["once"])


@cache
def _families() -> tuple[Collection[str], ...]:
    return tuple(frozenset(types) for types in load("linking")["events"]["families"].values())
