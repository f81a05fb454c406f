"""Patterns of calendar days in folded text: one day, what joins two of them, and where a whole one may begin."""

from __future__ import annotations

from extract.text.patterns import WordPattern

# "bốn", "mười bốn", "hai mươi mốt"
SPOKEN = r"""
    (?:
        (?:{numbers/tens.ten}|{numbers/digits}\s+{numbers/tens.times_ten}) (?:\s+{numbers/digits})?
    |
        {numbers/digits}
    )
    """
# What calls the numeral behind it a day.
_CALLED = r"(?:\b{day.lead}\s+(?:{day.first_ten}\s+)?|\b{day.first_ten}\s+)"
# What may precede the number of a day; some pages have no blank between them ("ngày27/4").
_LEAD = WordPattern("dates", r"(?:\b{day.lead}(?:\s+|(?=\d)))?(?:\b(?P<first_ten>{day.first_ten})\s+)?")
# Day and month in figures or in words, with the year if it is printed.
DAY = WordPattern(
    "dates",
    r"""
    {lead}(?<!\d)
    (?:
        # in figures with commas: "ngày 14, 5, 2024"
        (?P<day_c>0?[1-9]|[12]\d|3[01]) \s?(?P<comma>[,;])\s? (?P<month_c>1[0-2]|0?[1-9])
        \s?(?P=comma)\s? (?P<year_c>{full})(?!\d)(?!\s?[/%]|[.,]\d)
    |
        # in figures with one separator
        (?P<day_n>0?[1-9]|[12]\d|3[01])(?!\d) \s? (?P<sep>[-–/.])(?:(?<=/)/)? \s? (?P<month_n>1[0-2]|0?[1-9])(?!\d)
        (?:
            \s? (?:[-–/.]|,?\s+{year.lead}) \s?
            (?P<year_n>
                {full}(?=\d(?!\d)) | {full}
                | (?:(?<=(?P=sep))|(?<=(?P=sep)\s)) \d\d(?!-\d)  # two digits repeat the separator
            )
            (?:(?<=20\d\d)\d(?!\d))?  # a misprint: "15/6/20222"
            (?![\d%]) (?!\s?/\s?\d|\.\d)
        |
            /(?:2[1-9]\d\d|[2-9]\d\d)(?![\d/%])  # a year misprinted past reading: "15/6/2202", "15/6/222"
        |
            (?!\s?[/.]\s?\d|(?P=sep)\d|%|\s+{month.lead}\s)  # without a year
        )
    |
        # in words
        (?:(?P<full_moon>{day.full_moon})|(?P<day_w>[0-3]?\d)(?!\d)|(?P<day_s>{spoken})\b)
        (?:\s?[,;])?\s+ {month.lead} (?:\s+|(?=\d))
        (?:(?P<month_d>1[0-2]|0?[1-9])(?!\d)|(?P<month_w>{month.names+month.lunar_names})\b(?!\s+{month.near}))
        (?:
            (?:\s?[,;])?\s*(?:[-–/.]|{year.lead})\s*(?P<year_w>(?:1[89]|20)\d\d)(?!\d)
        |
            # in words: "hai nghìn không trăm hai mươi tư"
            (?:\s?[,;])?\s+{year.lead}\s+
            (?P<year_s>{numbers/digits}\s+{numbers/scales}(?:\s+{numeral}\b){0,6})
        )?
    )
    (?:\s+(?P<lunar>{lunar.marks})(?!\w))?
    """,
    lead=_LEAD,
    full=r"(?:1[89]|20)\d\d",
    spoken=SPOKEN,
    numeral="{numbers/digits+numbers/scales+numbers/tens.ten+numbers/tens.times_ten+numbers/tens.zero_tens}",
)
# Between two days: of a range, or of a list.
JOINT = WordPattern(
    "dates",
    r"""
    (?:
        \s?[-–]\s? | \s/\s | \s+{joints.range}\s+
        | \)?\s?(?P<list>,\s+{joints.list}(?=\s)|[,;&+]|\s{joints.list}(?=\s))\s*
    )
    # "chiều 13/5 và sáng 14/5", "chiều 13 và cả ngày 14/5", "20 giờ ngày 3/5 đến 2 giờ ngày 4/5"
    (?:(?:{small.session}\s+)?(?!{small.dawn}\b)(?P<half>{parts})\s+(?=\d|{day.lead}|{weekdays.names}))?
    (?P<whole>{small.whole}\s+)?
    (?:\d{1,2}\s?(?:h|{clock.hour})(?:\s?\d\d)?(?:\s?{clock.minute})?,?\s+(?={day.lead}))?
    (?:{weekdays.names}[\s,(]+(?=\d|{day.lead}))?
    """,
)
# A day without its month, and what joins it to the next one; in words only before another one that is called a day.
HEAD = WordPattern(
    "dates",
    r"""
    (?:
        {lead} (?<!\d)(?P<bare>0?[1-9]|[12]\d|3[01])(?!\d)
    |
        {called} (?P<bare_s>{spoken})\b
    )
    {joint}
    (?(bare_s)(?={called})|(?=\D{0,6}\d|{called}))
    """,
    lead=_LEAD,
    joint=JOINT,
    called=_CALLED,
    spoken=SPOKEN,
)
# The last of several days without their month: "từ mùng ba đến mùng năm", with the words of the lunar new year.
LAST_OF_FIRST_TEN = WordPattern(
    "dates",
    r"""
    (?:\b{day.lead}\s+)?\b{day.first_ten}\s+(?:(?P<n>\d{1,2})(?!\d)|(?P<s>{numbers/digits+numbers/tens.ten})\b)
    (?!\s?[-–/.]\s?\d|\s+{month.lead}\s)(?:\s+(?P<lunar>{lunar.marks})(?!\w))?
    """,
)
# Where a day with a year may begin. A figure comes first, so that the engine looks for figures and nothing else.
FULL_DAY = WordPattern(
    "dates",
    r"\d(?<![\d/.-]\d)\d?(?:\s?[/.-]\s?|\s+{month.lead}\s+)\d{1,2}\D{1,7}(?:19|20)\d\d(?!\d)",
)
