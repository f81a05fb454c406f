"""One folder a kind of mention; each has a `find.py` that tells its story.

A finder takes a document and returns what it found and what it refused. To add a kind, make its folder, give it a
lexicon, and name its finder here.
"""

from __future__ import annotations

from collections.abc import Callable

from extract.mentions.attendance import find_attendance
from extract.mentions.dates import find_dates
from extract.mentions.documents import find_documents
from extract.mentions.officials import find_officials
from extract.mentions.places import find_places
from extract.model import Findings
from extract.text.document import Document

Finder = Callable[[Document], Findings]

FINDERS: tuple[Finder, ...] = (find_dates, find_documents, find_places, find_attendance, find_officials)
