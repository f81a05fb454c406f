"""Running counts of what an extraction got right, wrong and missed, with the single errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from extract.evaluation.wording import same_wording
from extract.results import Extraction


@dataclass(frozen=True, slots=True)
class Error:
    """One item missed or wrong: its article, the item, and the sentence that shows it (empty if none does)."""

    article_id: str
    fault: str
    what: str
    sentence: str = ""


@dataclass(slots=True)
class Measure:
    """A running count of right, wrong and missed. An accuracy counts each judged cell once, as right or as wrong.

    `optional` for a measure of a column that older annotations do not have: left out where nothing was judged.
    """

    name: str
    is_accuracy: bool
    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[Error] = field(default_factory=list)
    optional: bool = False

    @property
    def value(self) -> float:
        """F1, or the share of right cells for an accuracy; 0 where nothing was judged."""
        if self.is_accuracy:
            return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 0.0

    @property
    def judged(self) -> int:
        """The number of cells judged."""
        return self.right + self.wrong + self.missed

    def compare_sets(self, found: Extraction, golden: Iterable[Hashable], extracted: Iterable[Hashable]) -> None:
        """Count what both have, what only the extraction has (wrong) and what only the gold has (missed)."""
        want, have = Counter(list(golden)), Counter(list(extracted))
        self.right += (want & have).total()
        for fault, rest in (("missed", want - have), ("wrong", have - want)):
            setattr(self, fault, getattr(self, fault) + rest.total())
            self.errors += [_error(found, fault, item) for item in rest]

    def compare_cells(self, found: Extraction, golden: object, extracted: object, same: bool | None = None) -> None:
        """Count one cell as right or wrong; `same` where more than equal cells are right."""
        if golden == extracted if same is None else same:
            self.right += 1
        else:
            self.wrong += 1
            self.errors.append(_error(found, "wrong", f"{_words(extracted)} instead of {_words(golden)}"))


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
