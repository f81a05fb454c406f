"""The running text of a page without selectors: the run of lines that is most like the text of one article.

Every line counts for or against it: sentences for it, links, counters, tools and short lines against it, and so does
the way through the tree from one line to the next, which is long where an article ends and a list of others begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from scraper.pages.blocks import PageBlock
from scraper.pages.vocabulary import vocabulary

SENTENCE = 30  # characters of a sentence at least
LINE = 70  # characters; a longer line is text without a full stop too
MOST = 500  # characters of a line that count
SHORT = -12  # of a line that is neither text nor link
ROW = 6  # of a row of a table of data
TOOL = -30  # of counters, tools, and lines of the page around the article
LINK, LINKED_HEADING = -25, -120  # of a link; of a heading that is one, which is the title of another article
LEAD_ONLY = 400  # weight of a run that may be no more than a lead with a list of other articles behind it
PASSED = 14  # lines of a list of other articles that a text may go on behind
STEP, MOST_STEPS = 10, 8  # for each level up the tree between two lines, beyond two
FRAMES, CROSSED = frozenset(("td", "article", "main", "section")), 60  # elements that an article does not run out of


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of lines [start, end) and how much text it holds, in characters."""

    start: int
    end: int
    weight: float


def is_over(block: PageBlock) -> bool:
    """Whether a line opens what follows an article: other articles, comments."""
    words = vocabulary()
    return len(block.text) <= 80 and bool(words.related.fullmatch(block.text) or words.comments.fullmatch(block.text))


def is_tool(block: PageBlock) -> bool:
    """Whether a line is a counter, a tool, or one of a site's footer."""
    words = vocabulary()
    if len(block.text) > 200:
        return bool(words.footers.match(block.text))
    return bool(words.lines.fullmatch(block.text) or words.footers.match(block.text))


def is_text(block: PageBlock) -> bool:
    """Whether a line is running text: a sentence or a long line that is no link."""
    plain = len(block.text) - block.linked
    return not block.is_link and (plain >= LINE or plain >= SENTENCE and block.is_sentence)


def text_behind(blocks: Sequence[PageBlock], place: int, last: PageBlock | None) -> int | None:
    """The line behind a list of other articles with which a text goes on: a line of text set beside its last one."""
    if last is None or last.element is None:
        return None
    home = last.element.getparent()
    for later in range(place + 1, min(place + PASSED, len(blocks))):
        element = blocks[later].element
        if is_text(blocks[later]) and element is not None and element.getparent() is home:
            return later
    return None


def best_segment(
    blocks: Sequence[PageBlock], begin: int = 0, within: Sequence[etree._Element] = (), stops: bool = False
) -> Segment:
    """The run of lines from `begin` on that is most like an article; empty where no line is text.

    Lines around an article by the name of an element count against it, unless the element holds one of `within`, as
    that of the title does. With `stops` the first line that opens a list of other articles, or comments, ends the run.
    """
    inside = {id(ancestor) for element in within for ancestor in (element, *element.iterancestors())}
    best, start, total = Segment(begin, begin, 0.0), begin, 0.0
    previous: PageBlock | None = None
    previous_text: PageBlock | None = None
    resume = begin
    for place in range(begin, len(blocks)):
        block = blocks[place]
        if place < resume:
            continue
        if stops and is_over(block):
            onward = text_behind(blocks, place, previous_text)
            if onward is not None:
                resume = onward
                continue
            if best.weight >= LEAD_ONLY:
                break
        total -= _way(previous, block) if previous is not None else 0
        if total <= 0:
            total, start = 0.0, place
        total += value(block, inside)
        previous = block
        previous_text = block if is_text(block) else previous_text
        if total > best.weight:
            best = Segment(start, place + 1, total)
    return best


def value(block: PageBlock, inside: set[int] | None = None) -> float:
    """How much a line counts for an article's text."""
    around = block.style.around
    if around is not None and id(around) not in (inside or ()):
        return TOOL
    if is_over(block):
        return 2 * TOOL
    if is_tool(block):
        return TOOL
    if block.is_link and block.style.heading:
        return LINKED_HEADING
    if block.is_link:
        return LINK - min(len(block.text), 80) / 2
    if is_text(block):
        plain = min(len(block.text) - block.linked, MOST)
        return plain if block.is_sentence else plain / 2
    if block.is_row:
        return ROW
    return SHORT / 2 if block.style.heading or block.style.bold or block.caption else SHORT


def _way(previous: PageBlock, block: PageBlock) -> int:
    """What the way up the tree from one line to the next costs."""
    if previous.element is block.element or previous.element is None or block.element is None:
        return 0
    around = {block.element, *block.element.iterancestors()}
    left = list(takewhile(lambda element: element not in around, (previous.element, *previous.element.iterancestors())))
    crossed = CROSSED if any(element.tag in FRAMES for element in left[1:]) else 0
    return STEP * min(max(len(left) - 2, 0), MOST_STEPS) + crossed
