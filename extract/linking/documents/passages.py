"""The words around citations in their articles, for those that nothing else resolves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.linking.documents.citations import CitationRecord
from extract.linking.events.reports import words_of
from extract.tables.writer import read_rows
from extract.text.normalize import fold

_AROUND = 500  # characters before and after the beginning of a citation

_CLOSE = 250  # characters before and after it in which words that tell a document are searched


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands around a citation: the telling words of the title and the text, and the folded text close to it."""

    words: frozenset[str] = frozenset()
    close: str = ""

    def has_any(self, cues: Iterable[str]) -> bool:
        """Whether any of folded words stands close to the citation or in the title."""
        return any(re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", self.close) for cue in cues)


def passages_of(folder: Path, citations: Sequence[CitationRecord]) -> Mapping[str, Passage]:
    """What stands around each citation, by the ids of the citations."""
    asked: dict[str, list[CitationRecord]] = defaultdict(list)
    for citation in citations:
        asked[citation.article_id].append(citation)
    found: dict[str, Passage] = {}
    if not asked:
        return found
    for article in read_rows(folder, "articles", ["article_id", "title", "text"]):
        for one in asked.get(article["article_id"], ()):
            found[one.citation_id] = passage(article["title"] or "", article["text"], one.start)
    return found


def passage(title: str, text: str, start: int) -> Passage:
    """What stands around a citation at a character of a text."""
    near, close = (text[max(0, start - width) : start + width] for width in (_AROUND, _CLOSE))
    return Passage(words_of(f"{title} {near}"), fold(f"{title}\n{close}"))
