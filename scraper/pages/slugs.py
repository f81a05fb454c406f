"""The words of a slug: titles as addresses write them, in small letters without marks."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote, urlsplit

SLUG_WORDS = 4  # a shorter slug says little


def slug_words(url: str) -> list[str]:
    """The words of the slug in an address; empty where it has none."""
    parts = [re.sub(r"\.\w{3,5}$", "", part) for part in unquote(urlsplit(url).path).split("/")]
    words = max((re.split(r"[-_+ ]+", part) for part in parts), key=len, default=[])
    words = [word for word in words if word]
    while words and re.fullmatch(r"(?:post|a|d|n|id)?\d{3,}", words[-1]):
        words.pop()
    while words and re.fullmatch(r"\d{3,}", words[0]):
        words.pop(0)
    return [word.lower() for word in words] if len(words) >= SLUG_WORDS else []


def plain_words(text: str) -> list[str]:
    """The words of a text as slugs write them: small letters without marks."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.findall(r"[a-z0-9]+", "".join(letter for letter in bare if not unicodedata.combining(letter)))
