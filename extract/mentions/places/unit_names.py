"""The bare name of a unit in the text: capitalised syllables, or the number of a quận or phường."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.gazetteer.records import Level
from extract.gazetteer.units import is_unit
from extract.text.document import Document

_NUMBER = re.compile(r"\d{1,2}(?![\d/.,]*\d)")
_NUMBER_AFTER = re.compile(r" \d{1,2}(?![\d/.,]*\d)")  # "Hà Giang 1", a ward since 2025
_LONGEST_NAME = 5  # syllables: "Phan Rang - Tháp Chàm" has four, "Bà Rịa - Vũng Tàu" too


def read_name(
    document: Document, at: int, levels: tuple[Level, ...], misprinted: bool = False
) -> tuple[int, str, Level] | None:
    """The longest name of a unit of one of the levels that begins at `at`: its end, itself, its level.

    Of a misprinted name only the first syllable is capitalised: "huyện Cái nước".
    """
    ends = list(syllable_ends(document.text, at, misprinted))
    for end in reversed(ends):
        name = document.text[at:end]
        for level in levels:
            if is_unit(name, (level,)):
                return end, name, level
    return None


def syllable_ends(text: str, at: int, misprinted: bool = False) -> Iterator[int]:
    """The ends of the capitalised syllables from `at` on, in order; a number ("Quận 5") is one syllable."""
    first = at
    number = _NUMBER.match(text, at)
    if number:
        yield number.end()
        return
    for _ in range(_LONGEST_NAME):
        match = _SYLLABLE.match(text, at)
        if match is None or not (match["word"][0].isupper() or misprinted and at > first):
            return
        yield match.end()
        at = match.end()
        if numbered := _NUMBER_AFTER.match(text, at):
            yield numbered.end()


# A syllable with the dash or blank before it; names of the highlands have apostrophes in them ("K'Bang", and with
# blanks around it "Cư M ' gar").
_APART = r"(?<=(?<!\w)[^\W\d_])[ ]['’][ ]?|(?<=(?<!\w)[^\W\d_])['’][ ]"
_SYLLABLE = re.compile(
    rf"(?:^|(?<=\w))?(?:[ ]?[-–][ ]?|[ ])?(?P<word>[^\W\d_]\w*(?:(?:{_APART}|['’])[^\W\d_]\w*)*)"
)
