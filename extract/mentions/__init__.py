"""One folder a kind of mention; each has a `find.py` that tells its story and a `kind.py` that declares it.

A finder takes a document and returns what it found and what it refused. What the rest of the package makes of a kind
(tables, the event it belongs to, the report, the gold) follows from its declaration.
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
