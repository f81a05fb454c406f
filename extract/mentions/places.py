"""Administrative units and venues."""

from __future__ import annotations

from extract.model import Findings
from extract.text import Document


def find_places(document: Document) -> Findings:
    """Administrative units and venues."""
    return Findings()
