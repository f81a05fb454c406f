"""Persons and their posts on lines of their own, put together: a name and its post belong on one line.

"Họ và tên: …" above "Chức vụ: …" is one line, whether the labels stand in cells of their own or not, and so is a name
with the post under it in a list of terms. A column of bodies continues the column of posts before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lxml import etree

from scraper.pages.tables import text_of
from scraper.pages.vocabulary import vocabulary

if TYPE_CHECKING:
    from scraper.pages.blocks import PageBlock

LONGEST = 200  # characters of a line that tells a post
FEWEST_WORDS, MOST_WORDS = 2, 6  # of a name
POST_WORDS = 3  # at most, of a post without its body
_LABELLED = re.compile(r"\W*(?P<label>[^\W\d_][^:：]{1,40}?)\s*[:：]\s*(?P<told>.*)")


def with_posts(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The lines with each person's post on the line of the name."""
    joined: list[PageBlock] = []
    at = 0
    while at < len(blocks):
        first, taken = _labelled(blocks, at, vocabulary().name_labels)
        second, more = _labelled(blocks, at + taken, vocabulary().post_labels) if taken else (None, 0)
        if first and second:
            joined.append(_joined(first, second))
            at += taken + more
        elif at + 1 < len(blocks) and _is_term(blocks[at], blocks[at + 1]):
            joined.append(_joined(blocks[at], blocks[at + 1]))
            at += 2
        else:
            joined.append(blocks[at])
            at += 1
    return joined


def continued(rows: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The cells of bodies that continue the post in the cell before: "Chủ tịch", "UBND xã …" under their headings."""
    heads: list[str] = []
    for row in rows:
        cells = list(row.iterchildren("td", "th"))
        texts = [text_of(cell) for cell in cells]
        unit = _unit_column(heads) if len(texts) == len(heads) else 0
        if unit and texts[unit] and _is_bare_post(texts[unit - 1]):
            yield cells[unit]
        elif _unit_column(texts):
            heads = texts


def parted(rows: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Where a post begins below a name in one cell of a column of names: the line break, or the post's own block."""
    heads: list[str] = []
    for row in rows:
        cells = list(row.iterchildren("td", "th"))
        if any(vocabulary().name_labels.match(text_of(cell)) for cell in cells):
            heads = [text_of(cell) for cell in cells]
        elif len(cells) == len(heads):
            named = (cell for cell, head in zip(cells, heads) if vocabulary().name_labels.match(head))
            yield from (part for cell in named if (part := _below_name(cell)) is not None)


def _below_name(cell: etree._Element) -> etree._Element | None:
    """The first line break or block of a cell that stands below a name and nothing else."""
    above = cell.text or ""
    for part in cell:
        if part.tag in ("br", "p", "div") and above.strip():
            return part if _is_name(" ".join(above.split())) else None
        above += text_of(part) + " " + (part.tail or "")
    return None


def _unit_column(heads: Sequence[str]) -> int:
    """The place of a column of bodies right after one of posts; 0 where there is none."""
    words = vocabulary()
    for at, (post, unit) in enumerate(pairwise(heads), 1):
        if words.post_labels.fullmatch(post) and words.unit_labels.fullmatch(unit):
            return at
    return 0


def _is_bare_post(text: str) -> bool:
    return bool(text) and text[-1].isalpha() and len(text.split()) <= POST_WORDS


def _labelled(blocks: Sequence[PageBlock], at: int, labels: re.Pattern[str]) -> tuple[PageBlock | None, int]:
    """The line with one of the labels and what it tells, and how many lines hold both; (None, 0) without one."""
    match = _LABELLED.fullmatch(blocks[at].text) if at < len(blocks) and len(blocks[at].text) <= LONGEST else None
    if match is None or not labels.fullmatch(match["label"]):
        return None, 0
    if match["told"]:
        return blocks[at], 1
    if at + 1 == len(blocks) or ":" in blocks[at + 1].text or len(blocks[at + 1].text) > LONGEST:
        return None, 0
    return _joined(blocks[at], blocks[at + 1], " "), 2


def _is_term(name: PageBlock, post: PageBlock) -> bool:
    """Whether two lines are a name as a term of a list and the post that it is told with."""
    term, told = name.element, post.element
    if term is None or told is None or term.tag != "dt" or told.tag != "dd" or term.getnext() is not told:
        return False
    return _is_name(name.text) and not _is_name(post.text) and ":" not in post.text and len(post.text) <= LONGEST


def _is_name(text: str) -> bool:
    words = text.split()
    return FEWEST_WORDS <= len(words) <= MOST_WORDS and all(word[0].isupper() and word.isalpha() for word in words)


def _joined(first: PageBlock, second: PageBlock, by: str = ", ") -> PageBlock:
    text = first.text.rstrip(" ,;.") + by + second.text
    return replace(first, text=text, linked=first.linked + second.linked)
