"""The running text of a page without selectors: the run of lines that is most like the text of one article.

Every line has a weight: that of sentences is positive, that of links, counters, tools and short lines negative. So has
the path in the tree from one line to the next, which is long where an article ends and a list of others begins.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from scraper.pages.page_block import PageBlock
from scraper.pages.vocabulary import vocabulary

SENTENCE = 30  # minimum characters of a sentence
LINE = 70  # characters; a longer line is text even without a full stop
MOST = 500  # characters of a line that count
SHORT = -12  # weight of a line that is neither text nor link
ROW = 6  # weight of a row of a table of data
TOOL = -30  # weight of counters, tools, and lines of the page around the article
LINK, LINKED_HEADING = -25, -120  # weight of a link; of a heading that is a link, the title of another article
LEAD_ONLY = 400  # maximum weight of a run that may be only a lead before a list of other articles
OPINED = 100  # minimum weight of a run that the heading of what readers write ends
PASSED = 14  # maximum lines of a list of other articles within a text
STEP, MOST_STEPS = 10, 8  # cost of each level up the tree between two lines, beyond two; its maximum
FRAMES, CROSSED = frozenset(("td", "article", "main", "section")), 60  # elements that an article stays in; cost


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of lines [start, end) and the length of its text in characters."""

    start: int
    end: int
    weight: float


def is_over(block: PageBlock) -> bool:
    """Whether a line is the heading of what follows an article: other articles, comments."""
    words = vocabulary()
    return len(block.text) <= 80 and bool(words.related.fullmatch(block.text) or words.comments.fullmatch(block.text))


def is_opinion(block: PageBlock) -> bool:
    """Whether a line is the heading of what readers write, and not the link of a tool to it."""
    return not block.linked and len(block.text) <= 80 and bool(vocabulary().opinions.fullmatch(block.text))


def is_tool(block: PageBlock) -> bool:
    """Whether a line is a counter, a tool, or one of a site's footer."""
    words = vocabulary()
    if len(block.text) > 200:
        return bool(words.footers.match(block.text))
    return bool(words.lines.fullmatch(block.text) or words.footers.match(block.text))


def is_text(block: PageBlock) -> bool:
    """Whether a line is running text: a sentence or a long line that is not a link."""
    plain = len(block.text) - block.linked
    return not block.is_link and (plain >= LINE or plain >= SENTENCE and block.is_sentence)


def text_behind(blocks: Sequence[PageBlock], place: int, last: PageBlock | None) -> int | None:
    """The line after a list of other articles with which a text continues: a text line beside its last one."""
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

    Lines in navigation, asides, footers and the like have a negative weight, unless that element contains one of
    `within`, such as the title. With `stops` the run ends at the first line that is the heading of other articles or of
    comments; at one of what readers write also without text before it, where the title is known.
    """
    inside = {ancestor for element in within for ancestor in (element, *element.iterancestors())}
    best, start, total = Segment(begin, begin, 0.0), begin, 0.0
    previous: PageBlock | None = None
    previous_text: PageBlock | None = None
    resume = begin
    for place in range(begin, len(blocks)):
        block = blocks[place]
        if place < resume:
            continue
        if stops and best.weight >= (0 if inside else OPINED) and is_opinion(block):
            break
        if stops and is_over(block):
            next_text = text_behind(blocks, place, previous_text)
            if next_text is not None:
                resume = next_text
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


def value(block: PageBlock, inside: Collection[etree._Element] = ()) -> float:
    """The weight of a line as text of an article."""
    around = block.style.around
    if around is not None and around not in inside:
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
    """The cost of the path up the tree from one line to the next."""
    if previous.element is block.element or previous.element is None or block.element is None:
        return 0
    around = {block.element, *block.element.iterancestors()}
    left = list(takewhile(lambda element: element not in around, (previous.element, *previous.element.iterancestors())))
    crossed = CROSSED if any(element.tag in FRAMES for element in left[1:]) else 0
    return STEP * min(max(len(left) - 2, 0), MOST_STEPS) + crossed
