"""The words around citations in their articles, for those that nothing else resolves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from extract.linking.documents.citations import CitationRecord
from extract.linking.events.reports import words_of
from extract.tables.writer import read_rows

_AROUND = 500  # characters before and after the beginning of a citation


def passages_of(folder: Path, citations: Sequence[CitationRecord]) -> Mapping[str, frozenset[str]]:
    """The words of the title and around each citation, by the ids of the citations."""
    asked: dict[str, list[CitationRecord]] = defaultdict(list)
    for citation in citations:
        asked[citation.article_id].append(citation)
    found: dict[str, frozenset[str]] = {}
    if not asked:
        return found
    for article in read_rows(folder, "articles", ["article_id", "title", "text"]):
        for one in asked.get(article["article_id"], ()):
            near = article["text"][max(0, one.start - _AROUND) : one.start + _AROUND]
            found[one.citation_id] = words_of(f"{article['title'] or ''} {near}")
    return found
