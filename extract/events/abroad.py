"""The country of an event that was held abroad: "tại thủ đô Seoul của Hàn Quốc", "ở thành phố Pakse, Lào"."""

from __future__ import annotations

import re
from functools import cache

from extract.model import Span
from extract.text.document import Document
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern


def country_of(document: Document, sentence: Span) -> str | None:
    """The country other than Vietnam in which the event was held by the sentence, or None."""
    for match in _ABROAD.finditer(document.folded, sentence.start, sentence.end):
        place = match["country"] or match["city"]
        start = match.start("country" if match["country"] else "city")
        ends_name = match["country"] is not None and _ends_name(document.text, start)
        if document.text[start].isupper() and not ends_name and not _goes_on(document.text, start + len(place)):
            return _countries()[" ".join(place.split())]
    return None


def _goes_on(text: str, end: int) -> bool:
    """Whether a capitalised word follows: "Lào Cai" is not Laos."""
    return bool(re.match(r" [^\W\d_]", text[end : end + 2])) and text[end + 1].isupper()


def _ends_name(text: str, start: int) -> bool:
    """Whether a capitalised word is right before: "thị trấn Kiến Đức" is not in Germany."""
    before = re.search(r"(\w+) $", text[max(0, start - 30) : start])
    return before is not None and before[1][0].isupper()


@cache
def _countries() -> dict[str, str]:
    """Country by its own name and by those of its cities, folded."""
    countries = load("places")["abroad"]["countries"]
    return {fold(name): country for country, cities in countries.items() for name in (country, *cities)}


# A word of place, and then a country or a city that is known to lie in one.
_ABROAD = WordPattern(
    "places",
    r"""
    (?<!\w) {abroad.before} \s (?:{abroad.kinds}\s)*
    (?:
        (?P<city>{cities})
    |
        (?:[^\W\d]+(?:[\s-][^\W\d]+){0,3}? (?:,\s|\s\(|\s)(?:{abroad.between}\s)*)?  # a city or province of it
        (?P<country>{abroad.countries})
    )
    (?!\w)
    """,
    cities=lambda: [city for cities in load("places")["abroad"]["countries"].values() for city in cities],
)
