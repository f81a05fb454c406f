"""Persons and their posts on lines of their own, put together: a name and its post belong on one line.

"Họ và tên: …" above "Chức vụ: …" is one line, whether the labels stand in cells of their own or not, and so is a name
with the post under it in a list of terms. Rows of tables are read in `scraper.pages.people_tables`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.pages.names import NAME_WORDS, is_name
from scraper.pages.page_block import PageBlock
from scraper.pages.vocabulary import vocabulary

LONGEST = 200  # characters of a line that tells a post
_LABELLED = re.compile(r"\W*(?P<label>[^\W\d_][^:：]{1,40}?)\s*[:：]\s*(?P<value>.*)")


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


def _labelled(blocks: Sequence[PageBlock], at: int, labels: re.Pattern[str]) -> tuple[PageBlock | None, int]:
    """The line with one of the labels and its value, and how many lines hold both; (None, 0) without one."""
    match = _LABELLED.fullmatch(blocks[at].text) if at < len(blocks) and len(blocks[at].text) <= LONGEST else None
    if match is None or not labels.fullmatch(match["label"]):
        return None, 0
    if match["value"]:
        return blocks[at], 1
    if at + 1 == len(blocks) or ":" in blocks[at + 1].text or len(blocks[at + 1].text) > LONGEST:
        return None, 0
    return _joined(blocks[at], blocks[at + 1], " "), 2


def _is_term(name: PageBlock, post: PageBlock) -> bool:
    """Whether two lines are a name as a term of a list and the post that describes it."""
    term, description = name.element, post.element
    if term is None or description is None or (term.tag, description.tag) != ("dt", "dd"):
        return False
    if term.getnext() is not description:
        return False
    return _names(name.text) and not _names(post.text) and ":" not in post.text and len(post.text) <= LONGEST


def _names(text: str) -> bool:
    return is_name(text, NAME_WORDS + 1, any_spelling=True)


def _joined(first: PageBlock, second: PageBlock, by: str = ", ") -> PageBlock:
    text = first.text.rstrip(" ,;.") + by + second.text
    return replace(first, text=text, linked=first.linked + second.linked)
