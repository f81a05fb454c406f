"""Reports of events as compared: their days, place, words, people and documents, from the rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from math import fsum
from typing import Any

from extract.linking.comparison.bodies import body_key
from extract.linking.comparison.names import name_key
from extract.linking.events.councils import council_of
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern, whole_words

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RECENT = re.compile(r"(?<!\d)20\d\d(?!\d)")
_INFERRED = "year_inferred"
_QUOTED = re.compile(r"""[“"'‘](?P<phrase>[^“”"'‘’\n]{5,80})[”"'’]""")
DISTINCTIVE = 0.5  # the minimum weight of a distinctive word
_NAME = 1.2  # the minimum weight of a distinctive name
_FIRM = 0.75  # the minimum confidence of a place by which two events are told apart
UNKNOWN_YEAR = "0001"  # the year of reports of one day of a year that none of them tells
UNKNOWN_DAY = "0002-01-01"  # the day of reports of one event that tell no day
_DISTINCTIVE_PAIR = 0.4  # the minimum mean weight of a distinctive pair of neighbours


@dataclass(frozen=True, slots=True)
class Report:
    """One row of `events` as compared.

    `words` are the folded words of its name, title and sentence but for its place and day, `name_words` those of the
    name, `pairs` the neighbouring words of all of it, `quoted` the text in quotation marks, `name_key` the folded name
    with its place; `kind` is the kind of gathering that the name says first ("họp báo"), `numbers` the number in a
    series by the phrase before it ("kỳ họp": 4), `remote` whether people sat at other venues too, `national` whether
    these were all over the country; `local_people` those of `people` whose post is of a unit that is not named, of an
    event with further venues; `council` the council whose session it is; `years` are those of its name and headline,
    `yearly` the year of its name by the three words before it, `year_certain` whether the year of its day is told;
    `firm_place` whether its place is sure; `words_mass`, `name_mass` and `pairs_mass` the total weights.
    """

    event_id: str
    article_id: str
    is_main: bool
    type: str
    name: str
    start: str
    end: str
    published: str
    date_basis: str = ""
    part_of_day: str | None = None
    remote: bool = False
    national: bool = False
    organizers: frozenset[str] = frozenset()
    venue: str = ""
    province: str = ""
    district: str = ""
    commune: str = ""
    attendees: int | None = None
    words: frozenset[str] = frozenset()
    name_words: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()
    name_key: str = ""
    told: str = ""
    kind: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    local_people: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    council: str = ""
    years: frozenset[str] = frozenset()
    yearly: Mapping[str, int] = field(default_factory=dict)
    year_certain: bool = True
    firm_place: bool = True
    words_mass: float = field(init=False)
    name_mass: float = field(init=False)
    pairs_mass: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words_mass", mass(self.words))
        object.__setattr__(self, "name_mass", mass(self.name_words))
        object.__setattr__(self, "pairs_mass", pair_mass(self.pairs))

    @property
    def unit(self) -> tuple[str, str, str]:
        """Province, district and commune, each empty where unknown."""
        return self.province, self.district, self.commune

    @property
    def year_known(self) -> bool:
        """Whether the report has a day of a known year."""
        return self.start > UNKNOWN_DAY

    @property
    def n_days(self) -> int:
        """The number of days of the event; 0 where its first day is unknown."""
        return (date.fromisoformat(self.end) - date.fromisoformat(self.start)).days + 1 if self.start else 0

    @property
    def announced(self) -> bool:
        """Whether the report was published before the event."""
        return bool(self.start) and bool(self.published) and self.published[:10] < self.start

    def says(self, name: str) -> bool:
        """Whether a distinctive name occurs in the words of the report."""
        words = {word for word in name.split() if not word.isdigit()}
        return f" {name} " in f" {self.told} " and mass(words) >= _NAME


def read_report(event: Mapping[str, Any], people: Iterable[str] = (), documents: Iterable[str] = ()) -> Report:
    """The report of one row of `events`; its days are empty where the row has none.

    Where the row has a `day`, that is its first day, whatever it prints. `people` are the names of the officials of the
    event, `documents` the keys of what was cited for it.
    """
    start, end = _days(event)
    folded = fold(" ".join(filter(None, (event["name"], event["title"] if event["is_main"] else None, event["quote"]))))
    places = (fold(event["province"] or ""), fold(event["district"] or ""), fold(event["commune"] or ""))
    without = {word for place in places for word in _WORD.findall(place)} | _date_words(start, end)
    return Report(
        event_id=event["event_id"],
        article_id=event["article_id"],
        is_main=bool(event["is_main"]),
        type=event["type"],
        name=event["name"] or "",
        start=start,
        end=max(start, end),
        published=str(event["published_at"] or ""),
        date_basis=event["date_basis"] or "",
        part_of_day=event["part_of_day"],
        remote=event["mode"] in ("online", "hybrid") or bool(_REMOTE.search(folded)),
        organizers=frozenset(body_key(body) for body in event["organizers"] or ()),
        venue=fold(event["venue"] or ""),
        province=places[0],
        district=places[1],
        commune=places[2],
        attendees=event["attendees"],
        people=frozenset(name_key(name) for name in people),
        local_people=frozenset(name_key(name) for name in event.get("local_people", ())),
        documents=frozenset(documents),
        years=frozenset(_RECENT.findall(fold(" ".join(filter(None, (event["name"], event["title"])))))),
        year_certain=bool(event["published_at"]) or event["date_basis"] not in (None, _INFERRED),
        council=council_of(event["type"], fold(event["name"] or ""), folded, places),
        firm_place=(event.get("place_confidence") or 1.0) >= _FIRM,
        **_wording(fold(event["name"] or ""), folded, without),
    )


def _wording(name: str, folded: str, without: set[str]) -> dict[str, Any]:
    """The fields of a report that its words give: those of its name, and those of all that it prints."""
    printed, of_name = _WORD.findall(folded), _WORD.findall(name)
    return {
        "national": bool(_NATIONAL.search(folded)),
        "words": _without_years(printed) - without,
        "name_words": _without_years(of_name) - without,
        "pairs": _pairs(printed),
        "quoted": quoted_in(folded),
        "name_key": " ".join(of_name),
        "told": " ".join(printed),
        "kind": kind_of(name),
        "numbers": numbers_in(name) | anniversary_in(name),
        "yearly": {match["phrase"]: int(match["year"]) for match in _of_a_year().finditer(name)},
    }


def words_of(text: str) -> frozenset[str]:
    """The folded words of a text, without years."""
    return _without_years(_WORD.findall(fold(text)))


def _without_years(words: Iterable[str]) -> frozenset[str]:
    return frozenset([word for word in words if not (word.isdigit() and _YEAR.fullmatch(word))])


def _pairs(printed: Iterable[str]) -> frozenset[str]:
    """The distinctive pairs of neighbouring words."""
    weights = _weights()
    words = [word for word in printed if not word.isdigit()]
    weighed = [weights.get(word, 1.0) for word in words]
    of_each = zip(pairwise(words), pairwise(weighed))
    return frozenset([f"{a} {b}" for (a, b), (one, other) in of_each if one + other >= 2 * _DISTINCTIVE_PAIR])


def quoted_in(folded: str) -> frozenset[str]:
    """The quoted texts of at least two words in a folded text, as compared."""
    phrases = (" ".join(_WORD.findall(match["phrase"])) for match in _QUOTED.finditer(folded))
    return frozenset(phrase for phrase in phrases if " " in phrase)


def pair_mass(pairs: Iterable[str]) -> float:
    """The total weight of pairs of neighbouring words."""
    weights = _weights()
    return fsum([weights.get(word, 1.0) / 2 for pair in pairs for word in pair.split()])


def distinctive_words(text: str, places: Iterable[str] = ()) -> frozenset[str]:
    """The distinctive words of a text, without those of its place."""
    known = {word for place in places for word in _WORD.findall(place)}
    return frozenset(word for word in words_of(text) - known if weight(word) >= DISTINCTIVE)


def weight(word: str) -> float:
    """The weight of a word, 0 to 1: how distinctive it is."""
    return _weights().get(word, 1.0)


def mass(words: Iterable[str]) -> float:
    """The total weight of words; summed exactly, so that it does not depend on the order of a set."""
    weights = _weights()
    return fsum([weights.get(word, 1.0) for word in words])


def kind_of(name: str) -> str:
    """The first kind of gathering in a folded name, empty where there is none."""
    match = _KIND.search(name)
    return _kinds()[match.group()] if match else ""


def numbers_in(name: str) -> dict[str, int]:
    """The numbers of a session in its folded name, by the phrase before them: "kỳ họp thứ tư" is {"kỳ họp": 4}."""
    found: dict[str, int] = {}
    for match in _NUMBER.finditer(name):
        value = _numeral(match["number"])
        if value is not None:
            found.setdefault(match["phrase"].removesuffix(f" {_ordinal()}"), value)
    return found


def anniversary_in(name: str) -> dict[str, int]:
    """The years of an anniversary in a folded name, by the word before them: "kỷ niệm 70 năm" is {"kỷ niệm": 70}."""
    match = _ANNIVERSARY.search(name)
    return {match["phrase"]: int(match["years"])} if match else {}


def before_number(name: str) -> str:
    """The part of a name before the number of a session: "Hội thi đọc sách" of "Hội thi đọc sách lần thứ IV và trao
    cờ"; all of it where it has none."""
    numbers = _NUMBER.finditer(fold(name))
    match = next((found for found in numbers if _numeral(found["number"]) is not None), None)
    return name[: match.start()] if match else name


def _days(event: Mapping[str, Any]) -> tuple[str, str]:
    """The first and the last day of an event; the last is as far from the first as it prints."""
    start, end = _day(event["start_date"]), _day(event["end_date"])
    first = event.get("day") or start
    if first == start:
        return start, end
    length = date.fromisoformat(max(start, end)) - date.fromisoformat(start) if start else timedelta()
    return first, (date.fromisoformat(first) + length).isoformat()


def _day(value: str | None) -> str:
    """An ISO day; empty where the value is missing or only a month or year."""
    return value[:10] if value and len(value) >= 10 else ""


def _date_words(*days: str) -> set[str]:
    """The printed forms of the days and months of ISO days: "04" and "4"."""
    parts = {part for day in days for part in day[5:].split("-")}
    return parts | {part.lstrip("0") for part in parts}


def _numeral(word: str) -> int | None:
    value: int | None = load("linking")["events"]["numerals"].get(word)
    return int(word) if word.isdigit() else value


@cache
def _weights() -> dict[str, float]:
    steps: dict[str, str] = load("word_weights")["weights"]
    return {word: float(step) for step, words in steps.items() for word in words.split()}


@cache
def _of_a_year() -> re.Pattern[str]:
    """Three words and the year behind them."""
    word = re.escape(load("linking")["events"]["year"])
    return re.compile(rf"(?<!\w)(?P<phrase>\w+ \w+ \w+) {word} (?P<year>20\d\d)(?!\d)")


@cache
def _ordinal() -> str:
    """The word of an ordinal number; "lần thứ 9" and "lần 9" are equal."""
    return str(load("linking")["events"]["ordinal"])


@cache
def _kinds() -> dict[str, str]:
    """The kind of gathering by its phrase."""
    return {fold(phrase): kind for kind, phrases in load("linking")["events"]["kinds"].items() for phrase in phrases}


_REMOTE = whole_words("linking", "events", "remote")
_NATIONAL = whole_words("linking", "events", "national")
_KIND = WordPattern("linking", r"(?<!\w){kinds}(?!\w)", kinds=_kinds)
_NUMBER = WordPattern(
    "linking", r"(?<!\w)(?P<phrase>{events.numbered})\s+(?P<number>\d+|{events.numerals})(?!\w)"
)
_ANNIVERSARY = WordPattern(
    "linking",
    r"(?<!\w)(?P<phrase>{events.anniversary})\s+(?:{events.round}\s+)?(?P<years>\d{1,4})\s+{events.years}(?!\w)",
)
