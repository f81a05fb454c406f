"""Finders of mentions, one folder a kind; each has a `find.py` with the finder and a `kind.py` with its declaration.

A finder takes a document and returns the mentions and the rejected candidates. The tables of a kind, the event that a
mention belongs to, the report and the gold follow from its declaration.
"""

from __future__ import annotations

from extract.declaration.kinds import Kind
from extract.mentions.attendance.kind import ATTENDANCE
from extract.mentions.dates.kind import DATES
from extract.mentions.documents.kind import DOCUMENTS
from extract.mentions.officials.kind import OFFICIALS
from extract.mentions.places.kind import PLACES

KINDS: tuple[Kind, ...] = (OFFICIALS, ATTENDANCE, DOCUMENTS, DATES, PLACES)
"""Every kind of mention, in the order of their tables."""
