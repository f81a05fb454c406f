"""Bytes to NFC text, whatever the server claims about them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping


def decode(body: bytes, declared: str | None = None) -> str:
    """The text of a page. UTF-8 wins over the declared encoding wherever the bytes are UTF-8."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode(declared or "windows-1258", errors="replace")
    return unicodedata.normalize("NFC", text)


def declared_encoding(headers: Mapping[str, str], body: bytes) -> str | None:
    """The encoding that the header, else the page itself, claims."""
    found = re.search(r"charset=[\"']?([\w-]+)", headers.get("content-type", ""), re.I)
    meta = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", body[:4096], re.I)
    return found[1] if found else meta[1].decode() if meta else None
