"""How right the extraction is: precision, recall and accuracy against annotated articles, and every error in its
sentence.

The annotation is that of data/gold/ANNOTATION.md. Two wordings are the same if they differ only in case, tone
placement, punctuation or a usual abbreviation.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from extract.model import CitationValue, Event, Extraction, OfficialValue
from extract.text import lexicon
from extract.text.normalize import fold, plain

Gold = Mapping[str, Any]
_ASPECTS = ("event", "officials", "attendance", "documents")


@dataclass(frozen=True, slots=True)
class Error:
    """One thing missed or wrong: in which article, what, and the sentence that shows it (empty if none does)."""

    article_id: str
    fault: str
    what: str
    sentence: str = ""


@dataclass(slots=True)
class Measure:
    """A running count of right, wrong and missed. An accuracy counts each judged cell once, as right or as wrong."""

    name: str
    is_accuracy: bool
    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[Error] = field(default_factory=list)

    @property
    def value(self) -> float:
        """F1, or the share of right cells for an accuracy; 0 where nothing was judged."""
        if self.is_accuracy:
            return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 0.0

    @property
    def judged(self) -> int:
        """How many cells the figure rests on."""
        return self.right + self.wrong + self.missed

    def compare_sets(self, found: Extraction, golden: Iterable[Hashable], extracted: Iterable[Hashable]) -> None:
        """Count what both have, what only the extraction has (wrong) and what only the gold has (missed)."""
        want, have = Counter(list(golden)), Counter(list(extracted))
        self.right += (want & have).total()
        for fault, rest in (("missed", want - have), ("wrong", have - want)):
            setattr(self, fault, getattr(self, fault) + rest.total())
            self.errors += [_error(found, fault, item) for item in rest]

    def compare_cells(self, found: Extraction, golden: object, extracted: object) -> None:
        """Count one cell as right or wrong."""
        if golden == extracted:
            self.right += 1
        else:
            self.wrong += 1
            self.errors.append(_error(found, "wrong", f"{_words(extracted)} instead of {_words(golden)}"))


@dataclass(frozen=True)
class Score:
    """The measures over a set of articles, by name."""

    measures: dict[str, Measure]

    def figures(self) -> dict[str, float]:
        """Each measure's value, rounded to four places."""
        return {name: round(measure.value, 4) for name, measure in self.measures.items()}


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
    """Judge extractions, by article id, against annotations. An annotated article without an extraction counts as
    all missed."""
    measures = {
        name: Measure(name, accuracy)
        for name, accuracy in (
            ("event_found", False),
            ("event_type", True),
            ("event_dates", True),
            ("part_of_day", True),
            ("province", True),
            ("district", True),
            ("officials_name", False),
            ("officials_post", False),
            ("officials_role", False),
            ("attendance", False),
            ("documents", False),
            ("document_date", True),
        )
    }
    for golden in gold:
        found = extractions.get(golden["id"])
        if found is None:
            raise KeyError(f"article {golden['id']!r} is annotated but was not given")
        aspects = set(golden.get("partial") or _ASPECTS)
        for aspect, judge in (
            ("event", _judge_event),
            ("officials", _judge_officials),
            ("attendance", _judge_attendance),
            ("documents", _judge_documents),
        ):
            if aspect in aspects:
                judge(measures, golden, found)
    return Score(measures)


def same_wording(text: str | None) -> str:
    """One spelling for what is one wording: folded, abbreviations written out, no punctuation."""
    words = re.sub(r"[^\w./ ]+", " ", fold(plain(text or ""))).split()
    expansions = _abbreviations()
    return " ".join(
        " ".join(expansions.get(word, expansions.get(word.strip("."), word.strip("."))) for word in words).split()
    )


@cache
def _abbreviations() -> dict[str, str]:
    return dict(lexicon.load("abbreviations")["words"])


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


def _error(found: Extraction, fault: str, item: object) -> Error:
    return Error(found.article.id, fault, _words(item), _sentence_with(found, item))


def _words(item: object) -> str:
    return " · ".join(_words(part) for part in item) if isinstance(item, tuple) else str(item)


def _sentence_with(found: Extraction, item: object) -> str:
    """The first line that holds the item's rarest word, cut to what a terminal shows."""
    words = [part for part in _flat(item) if part and part not in ("event", "eq")]
    longest = max(words, key=len, default="")
    for line in found.text.split("\n"):
        at = same_wording(line).find(longest) if longest else -1
        if at >= 0:
            start = max(0, min(at, len(line)) - 100)
            return ("…" if start else "") + line[start : start + 240] + ("…" if start + 240 < len(line) else "")
    return ""


def _flat(item: object) -> Iterator[str]:
    if isinstance(item, tuple):
        for part in item:
            yield from _flat(part)
    else:
        yield str(item)
