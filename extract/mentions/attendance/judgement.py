"""Whether the people counted attended the event: the points of the signs in the words around a count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.declaration.rules import first_applying
from extract.mentions.attendance.context import CountContext, read_context
from extract.mentions.attendance.counts import Count
from extract.mentions.attendance.rules import RULE_NAMES
from extract.mentions.attendance.signs_around import AROUND
from extract.mentions.attendance.signs_before import BEFORE, OF_NUMBER
from extract.text.document import Document
from extract.weights import Features, Points, points_of, weights


# What people are refused for is said of those joined to them too: "tuyển chọn 83 giáo viên trung học và 5 giáo viên".
_GO_ON = frozenset({"represented", "recipients", "committee"})


@dataclass(frozen=True, slots=True)
class JudgedCount:
    """A count with the signs found in the words around it; `noun` where the counted noun is not people."""

    count: Count
    features: Features
    noun: str | None = None

    @property
    def weighed(self) -> Points:
        """The points of each sign."""
        return points_of(self.features, weights().attendance.signs)

    @property
    def points(self) -> float:
        """The sum of the points; positive for people who attended."""
        return sum(points for _, points in self.weighed)

    @property
    def came(self) -> bool:
        """Whether these people took part."""
        return not self.noun and self.points >= weights().attendance.needed

    @property
    def rule(self) -> str:
        """The sign with the most points for attendance."""
        if self.noun:
            return "noun"
        best = max(self.weighed, key=lambda sign: sign[1], default=("count", 0.0))
        return RULE_NAMES[best[0]] if best[1] > 0 else "count"

    @property
    def reason(self) -> str:
        """The sign with the most points against attendance."""
        worst = min(self.weighed, key=lambda sign: sign[1], default=("context", 0.0))
        return self.noun or (RULE_NAMES[worst[0]] if worst[1] < 0 else "context")


def judge_count(
    document: Document, count: Count, before: JudgedCount | None, last: JudgedCount | None = None
) -> JudgedCount:
    """The count with the signs in the words around it; `before` is the last count of people who attended, `last` the
    last of all."""
    if count.refused:
        return JudgedCount(count, {}, count.refused)
    represented = last is not None and last.reason in _GO_ON and _share_sentence(document, last.count, count)
    context = read_context(document, count, before.count if before else None, represented)
    return JudgedCount(count, dict.fromkeys(_signs(context), 1.0))


def _share_sentence(document: Document, first: Count, second: Count) -> bool:
    return document.sentence_at(first.span.start).contains(second.span)


def _signs(context: CountContext) -> Iterator[str]:
    """The signs for a count and against it, by their names in weights.toml: of each group the first that holds."""
    before = first_applying(BEFORE, context)
    judged = replace(context, before=before.weighed_as) if before else context
    around = (first_applying(group, judged) for group in AROUND)
    for sign in (*(first_applying(group, context) for group in OF_NUMBER), before, *around):
        if sign:
            yield sign.weighed_as
