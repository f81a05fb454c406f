"""Personal names as they are compared: one key for the spellings that print one name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extract.text.lexicon import any_of, load
from extract.text.normalize import fold

# "Mỹ" and "Mĩ", "Lý" and "Lí", "Kỳ" and "Kì" are one syllable; "quý" and "quí" too, but "Thúy" and "Thúi" are two.
_FINAL_Y = re.compile(r"(?<=[bcdđghklmnpqrstvx])([yýỳỷỹỵ])(?!\w)|(?<=qu)([yýỳỷỹỵ])(?!\w)")
_AS_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


@lru_cache(maxsize=1 << 17)
def name_key(name: str) -> str:
    """The name folded, without honorifics or a foreign guest's country, hyphens as blanks, final y as i."""
    folded = re.sub(r"[\s\-–.]+", " ", fold(name)).strip()
    folded = _before_pattern().sub("", folded) or folded
    return _FINAL_Y.sub(lambda match: match.group().translate(_AS_I), _without_country(folded))


def is_full_name(key: str) -> bool:
    """Whether a name has a family name and a given one: one syllable alone is anybody's."""
    return " " in key


def _without_country(name: str) -> str:
    """The name without the country before it ("đức angela merkel"), where no Vietnamese family name follows it."""
    match = _country_pattern().match(name)
    if match is None or name[match.end() :].isspace() or " " not in name[match.end() :]:
        return name
    rest = name[match.end() :]
    return rest if rest.isascii() else name


@cache
def _before_pattern() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(load('linking')['names']['before'])}\s+)+(?=\S+\s)")


@cache
def _country_pattern() -> re.Pattern[str]:
    return re.compile(rf"^{any_of(load('linking')['names']['countries'])}\s+")
