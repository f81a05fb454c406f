"""Who wrote an article and where it was taken from: labels and the lines that stand for a signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.pages.blocks import PageBlock
from scraper.pages.vocabulary import vocabulary

MOST_WORDS = 10  # of an unlabelled signature: two names of up to five syllables
NAME_LENGTH = 80  # characters; what is longer is no byline
_SEPARATED = re.compile(r"\s*[|;]\s*|\s+[-–]\s+(?=(?:Nguồn|Theo)\b)", re.I)


def read_author(text: str) -> str | None:
    """The writer named by a line, with or without its label; null for a line that names a source or nothing."""
    if vocabulary().source.match(text):
        return None
    labelled = vocabulary().author.match(text)
    return _name(labelled["name"] if labelled else text)


def read_source(text: str) -> str | None:
    """The source named by a line, with or without its label; null for a line that names a writer or nothing."""
    if vocabulary().author.match(text):
        return None
    labelled = vocabulary().source.match(text)
    return _name(labelled["name"] if labelled else text)


def signatures(blocks: Sequence[PageBlock]) -> tuple[list[PageBlock], str | None, str | None]:
    """The blocks without the bylines at their end, and the author and the source that these name."""
    kept = list(blocks)
    author = source = None
    while kept and _is_signature(kept[-1]) and not (author and source):
        for part in _SEPARATED.split(kept.pop().text):
            labelled = vocabulary().source.match(part)
            source = source or (_name(labelled["name"]) if labelled else None)
            author = author or (None if labelled else read_author(part))
    return kept, author, source


def _is_signature(block: PageBlock) -> bool:
    if block.caption or len(block.text) > NAME_LENGTH:
        return False
    labelled = vocabulary().author.match(block.text) or vocabulary().source.match(block.text)
    return bool(labelled) and not block.text.endswith(".") or block.right and _is_name(block.text)


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= MOST_WORDS and all(word[0].isupper() or not word[0].isalpha() for word in words)


def _name(text: str) -> str | None:
    name = text.strip(" \t:;,.-–()[]")
    return name if name and len(name) <= NAME_LENGTH else None
