"""Decoding of bytes to NFC text, with detection of the encoding.

UTF-8 is chosen wherever the bytes are UTF-8, with a few bad bytes allowed. UTF-16 is detected by its mark or its zeros.
Of the declared encoding, windows-1258, TCVN3, VNI and VISCII, the one is chosen that gives most Vietnamese syllables.
"""

from __future__ import annotations

import codecs
import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

SAMPLE = 60_000  # bytes from which the encoding is detected
GOOD_FOR_A_BAD = 10  # good characters beyond ASCII that make up for one bad byte of UTF-8
TONES = "\u0300\u0301\u0303\u0309\u0323"
# Letters without a tone; \u0111 is d with a stroke, then a breve, a, e and o circumflex, o and u with a horn.
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcd\u0111ghklmnpqrstvx])?"
    r"[a\u0103\u00e2e\u00eaio\u00f4\u01a1u\u01b0y]{1,3}(?:ch|nh|ng|[cmnpt])?"
)
WORD = re.compile(r"[^\W\d_]+")
# Characters that occur in every text in TCVN3 or VNI, and in no Vietnamese text in Unicode.
FOREIGN = re.compile(
    r"[§¨©ª«¬®µ¶·¸¹»¼½¾¡¢£¤¥¦]"
    r"|[aeouy\u00f4öAEOUY\u00d4Ö][øû\u00f9ïØ\u00d9ÛÏäåëüÄÅËÜ]|[ñÑ]"
)
NOT_TEXT = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>|&[#\w]+;", re.S | re.I)
_HTML = re.compile(
    rb"(?is)(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)[\s>]"
)
PUNCTUATION = frozenset("\u00a0–—‘’“”…•·°«»²³½©®™\u200b\ufeff")


def begins_as_html(body: bytes) -> bool:
    """Whether the first bytes are those of an HTML page, whatever its header says."""
    return _HTML.match(body[:2000]) is not None


def decode(body: bytes, declared: str | None = None) -> str:
    """The text of a page, NFC. `declared` is the encoding by header or page, used only where it is not UTF-8."""
    text = _utf16(body) or _utf8(body)
    if text is None:
        text = _best(body, declared)
    return unicodedata.normalize("NFC", text)


def declared_encoding(headers: Mapping[str, str], body: bytes) -> str | None:
    """The encoding that the header, else the page itself, declares."""
    found = re.search(r"charset=[\"']?([\w-]+)", headers.get("content-type", ""), re.I)
    meta = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", body[:4096], re.I)
    return found[1] if found else meta[1].decode() if meta else None


def repair_encoding(line: str) -> str:
    """The line as Unicode if it is TCVN3 or VNI pasted into the page; any other line unchanged."""
    if len(FOREIGN.findall(line)) < 2:
        return line
    readings = [line]
    try:
        readings.append(_from_table("tcvn3")(line.encode("latin-1")))
    except UnicodeEncodeError:
        pass
    readings.append(_from_vni(line))
    return max(readings, key=vietnamese)


def vietnamese(text: str) -> int:
    """A score of a text: its words with letters beyond ASCII that are Vietnamese syllables, less those that are not."""
    text = unicodedata.normalize("NFC", text)
    words = [word for word in WORD.findall(text) if not word.isascii()]
    syllables = sum(1 for word in words if is_syllable(word))
    symbols = sum(1 for letter in text if not letter.isascii() and not letter.isalpha() and letter not in PUNCTUATION)
    return 2 * syllables - len(words) - symbols


def _utf16(body: bytes) -> str | None:
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", errors="replace")
    head = body[:2000]
    if len(head) > 20 and head.count(0) > len(head) // 4:
        return body.decode("utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be", errors="replace")
    return None


def _utf8(body: bytes) -> str | None:
    text = body.decode("utf-8-sig", errors="replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", errors="ignore")) - bad
    return text if good >= bad * GOOD_FOR_A_BAD else None


def _best(body: bytes, declared: str | None) -> str:
    """The decoded text with the highest score; among equals that of windows-1258 or the declared encoding."""
    readers = {"declared": _reader(declared), "windows-1258": _reader("windows-1258")}
    readers |= {name: _from_table(name) for name in ("tcvn3", "viscii")}
    readers["vni"] = lambda sample: _from_vni(sample.decode("windows-1252", errors="replace"))
    readers["utf-8"] = _reader("utf-8")
    sample = body[:SAMPLE]
    best = max(readers, key=lambda name: vietnamese(NOT_TEXT.sub(" ", readers[name](sample))))
    return readers[best](body)


def _reader(encoding: str | None) -> Callable[[bytes], str]:
    try:
        name = codecs.lookup(encoding or "windows-1258").name
    except LookupError:
        name = "windows-1258"
    return lambda body: body.decode(name, errors="replace")


def is_syllable(word: str) -> bool:
    """Whether a word is spelt like a Vietnamese syllable."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = sum(decomposed.count(tone) for tone in TONES)
    bare = unicodedata.normalize("NFC", "".join(letter for letter in decomposed if letter not in TONES))
    return tones <= 1 and bool(SYLLABLE.fullmatch(bare))


@cache
def _tables() -> dict[str, str]:
    content: dict[str, str] = tomllib.loads((files("scraper.pages") / "encodings.toml").read_text(encoding="utf-8"))
    return content


@cache
def _from_table(name: str) -> Callable[[bytes], str]:
    letters = [chr(byte) for byte in range(256)]
    for entry in _tables()[name].split():
        letters[int(entry[:2], 16)] = entry[2:]
    table = "".join(letters)
    return lambda body: codecs.charmap_decode(body, "replace", table)[0]


@cache
def _vni() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = dict(entry.split("=") for entry in _tables()["vni"].split())
    return re.compile("|".join(sorted(map(re.escape, pairs), key=len, reverse=True))), pairs


def _from_vni(text: str) -> str:
    pattern, pairs = _vni()
    return pattern.sub(lambda found: pairs[found[0]], text)
