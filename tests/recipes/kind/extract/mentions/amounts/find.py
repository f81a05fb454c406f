"""Sums of money: "120 triệu đồng"; a price of one piece is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.model import Findings, Mention, Rejection, Span
from extract.text.document import Document
from extract.text.lexicon import any_of, load

KIND = "amount"


@dataclass(frozen=True, slots=True)
class AmountValue:
    """A sum of money in đồng."""

    dong: int


def find_amounts(document: Document) -> Findings:
    """Sums of money in reading order, and the prices refused."""
    mentions: list[Mention[object]] = []
    rejections: list[Rejection] = []
    for match in _pattern().finditer(document.folded):
        span = Span(match.start(), match.end("unit"))
        if match["price"]:
            rejections.append(Rejection(KIND, span, document.quote(span), "sum", "price"))
        else:
            value = AmountValue(int(match["number"]) * load("amounts")["units"][match["unit"]])
            mentions.append(Mention(KIND, span, document.quote(span), value, "sum"))
    return Findings(tuple(mentions), tuple(rejections))


@cache
def _pattern() -> re.Pattern[str]:
    units = any_of(load("amounts")["units"])
    return re.compile(rf"(?<![\w.,])(?P<number>\d+)\s(?P<unit>{units})(?!\w)(?P<price>/)?")
