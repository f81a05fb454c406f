"""Registry entries as TOML, written by `sites detect` and read by a crawl."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from scraper.sites import Site


def entry_toml(site: Site, comment: str = "") -> str:
    """A site as a [[site]] table without the keys that have their default value; the comment goes above it, line by
    line."""
    head = [f"# {line}".rstrip() for line in comment.splitlines()]
    values = site.model_dump(exclude_defaults=True)
    return "\n".join([*head, "[[site]]", *(f"{key} = {_value(value)}" for key, value in values.items())]) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
