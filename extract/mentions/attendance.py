"""Counts of people who took part."""

from __future__ import annotations

from extract.model import Findings
from extract.text import Document


def find_attendance(document: Document) -> Findings:
    """Counts of people who took part."""
    return Findings()
