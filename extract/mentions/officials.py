"""Named persons with their posts and roles."""

from __future__ import annotations

from extract.model import Findings
from extract.text import Document


def find_officials(document: Document) -> Findings:
    """Named persons with their posts and roles."""
    return Findings()
