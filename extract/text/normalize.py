"""Normal forms of text: canonical characters, one tone placement."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_TONES = "\u0300\u0301\u0309\u0303\u0323"  # grave, acute, hook, tilde, dot below
_ETH = "\xf0"  # the Icelandic letter, whose capital some keyboards print for that of the next one
_D_WITH_STROKE = "\u0111"
_LINE_ENDS = (0x85, 0x2028, 0x2029)


def plain(text: str) -> str:
    """NFC; every Unicode space a plain one, zero-width characters dropped, runs of blanks folded, line ends as "\\n",
    lone surrogates replaced."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _odd_pattern().sub(lambda match: _replacements()[ord(match.group())] or "", text)
    text = unicodedata.normalize("NFC", text)
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def fold(text: str) -> str:
    """Lower case with the tone mark placed one way (hoà → hòa, uỷ → ủy) and one letter đ, of the same length as
    `text`."""
    lowered = text.lower().replace(_ETH, _D_WITH_STROKE)
    if len(lowered) != len(text):  # a few letters of other scripts become longer ("İ"); they are left unchanged
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return _tone_pattern().sub(lambda match: _tone_table().get(match.group(), match.group()), lowered)


def toneless(text: str) -> str:
    """The text without tone marks, its vowels as they are: "trường" → "trương"."""
    parted = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(char for char in parted if char not in _TONES))


@cache
def _replacements() -> dict[int, str | None]:
    """The replacements of single characters; lone surrogates are replaced because UTF-8 cannot encode them."""
    spaces = dict.fromkeys((code for code in range(0x80, 0x3001) if unicodedata.category(chr(code)) == "Zs"), " ")
    dropped = dict.fromkeys([code for code in range(0x20) if chr(code) not in "\n\t\v\f"] + [*map(ord, _ZERO_WIDTH)])
    return {**spaces, **dropped, **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"), **dict.fromkeys(_LINE_ENDS, "\n")}


@cache
def _odd_pattern() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(map(chr, _replacements())))}]")


@cache
def _tone_table() -> dict[str, str]:
    """Old placement of the tone mark to the new one, for the three vowel pairs that have two."""

    def marked(vowel: str) -> list[str]:
        return [unicodedata.normalize("NFC", vowel + tone) for tone in _TONES]

    return {
        one + second: first + other
        for one, other in ("oa", "oe", "uy")
        for first, second in zip(marked(one), marked(other))
    }


@cache
def _tone_pattern() -> re.Pattern[str]:
    """A pair of vowels at the end of a syllable; "quý" keeps its mark, because its u belongs to the consonant."""
    seconds = "".join(sorted({pair[1] for pair in _tone_table()}))
    return re.compile(rf"[ou][{seconds}](?!\w)(?<!q..)")
