"""Patterns of the words around a date, from the lexicon."""

from __future__ import annotations

from extract.text.patterns import WordPattern


def _words(name: str) -> WordPattern:
    """Any of the words of a list, anywhere in a clause."""
    return WordPattern("dates", rf"\b{{frames.{name}}}\b")


def _before(name: str) -> WordPattern:
    """Words of a list right before the date, with "ngày" and marks allowed between them and the date."""
    return WordPattern("dates", rf"\b{{frames.{name}}}\s*[:,(]*\s*(?:{{grammar/on}}\s+)?$")


def _named(name: str) -> WordPattern:
    """The name of what is commemorated, between its word and the date, without a mark or a verb that ends a clause."""
    return WordPattern(
        "dates", rf"\b{{frames.{name}}}\b(?:(?!{{frames.ends_name}})[^.;:,(]){{0,60}}(?:\(\s*(?:{{day.lead}}\s+)?)?$"
    )


AHEAD = _words("ahead")
AIMS = _words("aims")
BEHIND = _words("behind")
DOINGS = _words("doings")
HOLDS = _words("held")
# "Đã ký", but for what is signed where people meet for it: "đã ký kết chương trình phối hợp".
ISSUED = WordPattern("dates", r"(?<!\w){frames.issued}(?!\w)(?!\s{frames.signed_together}(?!\w))")
OPENS_TERM = _words("opens_term")
TODAY = _words("today")
AS_OF = _before("as_of")
BORN = _before("born")
BOUNDS = _before("bounds")
DEADLINE = _before("deadline")
PUBLISHED = _before("published")
STATES = _before("states")
COMMEMORATED = _named("commemorated")
FESTIVE = _named("festive")
YEARLY = WordPattern("dates", r"\s*{frames.yearly}\b")
# Words for what lasts until the date, or ends on it: "kéo dài đến hết", "sẽ mở cửa liên tục đến".
GOES_ON = WordPattern(
    "dates",
    r"""
    \b(?:
        {frames.goes_on}(?:\s+{frames.throughout})? \s+{frames.until}
    |
        {frames.lasting}
    )
    \s*[:,(]*\s*(?:{grammar/on}\s+)?$
    """,
)
# A verb of holding right before the date.
HELD = WordPattern(
    "dates",
    r"""
    (?:
        \b{frames.held_on} (?:\s+(?:{frames.fillers}|\d{1,2}(?:[.,]\d)?)[,(]*)* \s*[,(]?\s*
    |
        # how long it lasts: "trong 3 ngày từ"
        \b{frames.durations}\s+(?:[\d.,]+|\w+)\s+{day.lead} (?:\s+\w+){0,3}\s*[,(]*\s*(?:{grammar/from}\s+)?
    )$
    """,
)
# The head of a sentence or clause, with small words up to the date.
CLAUSE = WordPattern(
    "dates",
    r"""
    (?:^|[,;:–\-•*|)\]"”]\s*|\bonline\s*|\bin\s*)
    (?:(?:{frames.fillers}|\d{1,2}(?:[.,]5)?)[\s,(]+)*$
    """,
)
# A symbol, or a number after a document's word, right before the date; or the words of its signing.
NUMBER_BEFORE = WordPattern(
    "dates",
    r"""
    (?:
        (?:
            # a symbol: "12/2021/tt-bnv"
            (?=[\d\s/–-]*[a-z{letters/d:letters}])
            \d+[a-z{letters/d:letters}]?(?:\s?[-–/]\s?[a-z{letters/d:letters}\d]+){1,6}(?:\s\d+)?
        |
            {frames.number+frames.document_words}\s*:?\s*\d+[a-z{letters/d:letters}]?
        |
            {frames.document_words}\b[^.;]{0,60}{frames.issued_before}
        |
            \b{frames.issued_before}
        )
        \s*[,(]*
    |
        \b{frames.document_words}
    )
    \s*$
    """,
)
AT_HOUR = WordPattern("dates", r"{grammar/at_hour}\s*$")
ON = WordPattern("dates", r"\b{grammar/on}\s+(?:{grammar/at_hour}\s+)?$")
CLAUSE_END = WordPattern("dates", r"\s*(?:[.,;)]|$)|\s+{grammar/at}\b")
PLACE_OR_END = WordPattern("dates", r"\s*,?\s*(?:{grammar/at+grammar/in}\b|[,.]?\s*$)")
