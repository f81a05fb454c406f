"""Encoders for the encodings of Vietnamese pages before Unicode, for tests of decoding."""

from __future__ import annotations

import unicodedata

VNI_TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_CIRCUMFLEX = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
VNI_BREVE = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
VNI_SINGLE = {"ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def in_vni(letter: str) -> str:
    """A letter in VNI, by the rules of that encoding, independently of the decoder's table."""
    small = letter.lower()
    base, *marks = unicodedata.normalize("NFD", small)
    tone = next((mark for mark in marks if mark in VNI_TONES), "")
    if small in VNI_SINGLE:
        coded = VNI_SINGLE[small]
    elif "\u0302" in marks:
        coded = base + VNI_CIRCUMFLEX[tone]
    elif "\u0306" in marks:
        coded = base + VNI_BREVE[tone]
    else:
        horned = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
        coded = horned + VNI_TONES.get(tone, "")
    return coded if letter == small else coded.upper()


def in_tcvn3(text: str) -> bytes:
    """Text in TCVN3, in small letters, since the .Vn fonts had no separate capitals with tones."""
    from scraper.pages.decode import _tables

    codes = {entry[2:]: int(entry[:2], 16) for entry in _tables()["tcvn3"].split()}
    return bytes(codes.get(letter, ord(letter) if ord(letter) < 256 else 63) for letter in text)


def in_1258(letter: str) -> bytes:
    """A letter in windows-1258, which has ă, â, đ, ê, ô, ơ and ư as letters, and the tones as combining marks."""
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        *bare, tone = _tone_last(letter)
        return "".join(bare).encode("cp1258") + tone.encode("cp1258")


def _tone_last(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", marks.replace(tone, "")) + tone
