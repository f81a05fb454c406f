"""Keys of personal names for comparison: one key for all spellings of a name."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.gazetteer.spelling import i_for_y
from extract.text.normalize import fold
from extract.text.patterns import WordPattern

# "Mỹ" and "Mĩ", "Lý" and "Lí", "Kỳ" and "Kì" are one syllable; "quý" and "quí" too, but "Thúy" and "Thúi" are two.
_FINAL_Y = WordPattern(
    "linking",
    r"(?<=[bcd{letters/d:letters}ghklmnpqrstvx])[{letters/y:letters}](?!\w)|(?<=qu)[{letters/y:letters}](?!\w)",
)


@lru_cache(maxsize=1 << 17)
def name_key(name: str) -> str:
    """The name folded, without honorifics or a foreign guest's country, hyphens as blanks, final y as i."""
    folded = re.sub(r"[\s\-–.]+", " ", fold(name)).strip()
    folded = _BEFORE.compiled.sub("", folded) or folded
    return _FINAL_Y.compiled.sub(lambda match: match.group().translate(i_for_y()), _without_country(folded))


def _without_country(name: str) -> str:
    """The name without the country before it ("đức angela merkel"), where no Vietnamese family name follows it."""
    match = _COUNTRY.match(name)
    if match is None or name[match.end() :].isspace() or " " not in name[match.end() :]:
        return name
    rest = name[match.end() :]
    return rest if rest.isascii() else name


_BEFORE = WordPattern("linking", r"^(?:{names.before}\s+)+(?=\S+\s)")
_COUNTRY = WordPattern("linking", r"^{names.countries}\s+")
