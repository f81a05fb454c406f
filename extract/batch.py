"""Many articles in, tables out."""

from __future__ import annotations

from pathlib import Path


def extract_file(articles: Path | None, out: Path, workers: int) -> int:
    """Placeholder, replaced in the next commit."""
    raise NotImplementedError
