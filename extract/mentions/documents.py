"""Documents cited by number."""

from __future__ import annotations

from extract.model import Findings
from extract.text import Document


def find_documents(document: Document) -> Findings:
    """Documents cited by number."""
    return Findings()
