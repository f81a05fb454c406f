"""Bytes to NFC text, whatever the server claims about them."""

from __future__ import annotations

import unicodedata


def decode(body: bytes, declared: str | None = None) -> str:
    """The text of a page. UTF-8 wins over the declared encoding wherever the bytes are UTF-8."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode(declared or "windows-1258", errors="replace")
    return unicodedata.normalize("NFC", text)
