"""The running text of an article: which lines of its page are lead, paragraphs and captions.

A body that selectors find is used where it has enough of the text of the page's best run of lines; otherwise that run
is used and, where it is weak, compared with the text that trafilatura finds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from scraper.pages.blocks import is_lone_file
from scraper.pages.bylines import Byline, is_label, signature_below, signatures
from scraper.pages.cards import CARD_TITLE, without_cards
from scraper.pages.page_block import PageBlock
from scraper.pages.published import stamp_in
from scraper.pages.segment import (
    LEAD_ONLY, Segment, best_segment, is_opinion, is_over, is_text, is_tool, text_behind, value,
)
from scraper.pages.title import Title, title_key
from scraper.pages.vocabulary import vocabulary

ENOUGH = 0.4  # minimum share of the best run's text in a body that selectors find
WEAK = 200  # characters of a run; a shorter one is compared with trafilatura's text
TAIL = 8  # lines after a run that may be signatures and captions


@dataclass(frozen=True, slots=True)
class ArticleText:
    """Lead, paragraphs, captions and byline, and their lines [start, end) of the page."""

    lead: str = ""
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    byline: Byline = field(default_factory=Byline)
    start: int = 0
    end: int = 0

    @property
    def length(self) -> int:
        """Characters of lead and paragraphs."""
        return len(self.lead) + sum(map(len, self.paragraphs))


@dataclass(frozen=True, slots=True)
class Hints:
    """Hints of selectors and head on the text: elements that may be the body, the lead's text, the description."""

    bodies: tuple[etree._Element, ...] = ()
    lead: str = ""
    description: str | None = None
    captions: tuple[str, ...] = ()  # under pictures anywhere on the page


def find_run(blocks: Sequence[PageBlock], title: Title) -> Segment:
    """The page's best run of lines: under the title where that is certain, or before a title beside the main part."""
    if not title.is_sure or title.place is None:
        return best_segment(blocks, stops=True)
    element = blocks[title.place].element
    begin = title.place + 1
    while begin < len(blocks) and title_key(blocks[begin].text) == title_key(title.text):
        begin += 1
    run = best_segment(blocks, begin, [element] if element is not None else [], stops=True)
    if run.weight >= WEAK or _in_main(blocks[title.place]):
        return run
    before = best_segment(blocks[: title.place], stops=True)
    return before if before.weight >= WEAK and _in_main(blocks[before.start]) else run


def _in_main(block: PageBlock) -> bool:
    """Whether a line is in the element that the page calls its main one, or its article, and in no aside of it."""
    around = [] if block.element is None else [block.element, *block.element.iterancestors()]
    names = [one.get("role") if one.get("role") in ("main", "article") else one.tag for one in around]
    return next((name in ("main", "article") for name in names if name in ("main", "article", "aside")), False)


def read_text(
    blocks: Sequence[PageBlock], title: Title, hints: Hints, trafilatura: Sequence[str] | None = None
) -> ArticleText:
    """The text of an article. `trafilatura` are the lines that it finds, where it was used."""
    run = find_run(blocks, title)
    body = _body(blocks, title, run, hints.bodies)
    if body is None and trafilatura is not None and _is_better(trafilatura, blocks[run.start : run.end]):
        return _plain(trafilatura, title, run)
    start, end = body or (_with_headings(blocks, title, run.start), run.end)
    lead_lines = _leads(blocks, title, start) if body else []
    inner = list(blocks[start:end]) + ([] if body else _tail(blocks, end))
    inner, byline = signatures(list(_own_lines(without_cards(_before_others(inner)))))
    inner, below = _without_label(blocks, inner, end)
    byline = byline if byline.author and byline.source else byline.or_else(signature_below(below))
    lead = hints.lead or (lead_lines[0].text if lead_lines else "")
    lines = [block for block in [*lead_lines, *inner]]
    lead = lead or _printed_description(hints.description, lines)
    known = {title_key(title.text), title_key(lead)}
    kept = [block for block in lines if title_key(block.text) not in known]
    captions = dict.fromkeys([*hints.captions, *(block.text for block in kept if block.caption)])
    return ArticleText(lead, tuple(b.text for b in kept if not b.caption), tuple(captions), byline, start, end)


def _without_label(
    blocks: Sequence[PageBlock], inner: list[PageBlock], end: int
) -> tuple[list[PageBlock], Sequence[PageBlock]]:
    """The lines of a text without the label of a writer at their end, and the lines below them, from that label on."""
    if not inner or not is_label(inner[-1]):
        return inner, blocks[end:]
    place = next((place for place in range(len(blocks) - 1, -1, -1) if blocks[place] is inner[-1]), end)
    return inner[:-1], blocks[place:]


def _body(
    blocks: Sequence[PageBlock], title: Title, run: Segment, bodies: Iterable[etree._Element]
) -> tuple[int, int] | None:
    """The lines of the first body of the selectors that has enough text; None where none has."""
    for body in bodies:
        found = lines_in(blocks, body)
        if found is None or any(map(is_opinion, blocks[run.end : found[0]])):
            continue
        start, end = found
        if title.is_sure and title.place is not None and start <= title.place < end:
            start = title.place + 1
        text = sum(value(block) for block in blocks[start:end] if is_text(block))
        common = sum(value(block) for block in blocks[max(start, run.start) : min(end, run.end)] if is_text(block))
        if text and (common >= ENOUGH * run.weight or run.weight < WEAK <= text):
            return start, end
    return None


def lines_in(blocks: Sequence[PageBlock], element: etree._Element) -> tuple[int, int] | None:
    """The lines [start, end) of the page in an element; None where there are none."""
    own = set(element.iter())
    places = [place for place, block in enumerate(blocks) if block.element in own]
    return (places[0], places[-1] + 1) if places else None


def _leads(blocks: Sequence[PageBlock], title: Title, start: int) -> list[PageBlock]:
    """The lines of text between the title and the body."""
    if title.place is None or not title.place < start <= title.place + TAIL * 2:
        return []
    between = blocks[title.place + 1 : start]
    return [block for block in between if is_text(block) and block.style.around is None and not _is_foreign(block)]


def _with_headings(blocks: Sequence[PageBlock], title: Title, start: int) -> int:
    """The first of the headings right above the first line of text, beside it and under the title."""
    home = _parent(blocks[start]) if start < len(blocks) else None
    first = start
    while home is not None and title.place is not None and first - 1 > title.place:
        block = blocks[first - 1]
        beside = _parent(block) is home and block.element is not blocks[title.place].element
        if not (beside and block.style.heading > 1 and not block.is_link) or is_over(block) or is_tool(block):
            break
        first -= 1
    return first


def _tail(blocks: Sequence[PageBlock], end: int) -> list[PageBlock]:
    """The lines right after a run that are in the same part of the page as its last line."""
    home = _parent(blocks[end - 1]) if end else None
    tail: list[PageBlock] = []
    for block in blocks[end : end + TAIL]:
        if home is None or not _is_within(block, home) or is_over(block):
            break
        tail.append(block)
    return tail


def _is_within(block: PageBlock, home: etree._Element) -> bool:
    return block.element is not None and (home is block.element or home in block.element.iterancestors())


def _parent(block: PageBlock) -> etree._Element | None:
    return None if block.element is None else block.element.getparent()


def _before_others(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The lines up to the list of other articles; a list with more of the text after it is skipped."""
    kept: list[PageBlock] = []
    place = 0
    while place < len(blocks):
        if not is_over(blocks[place]):
            kept.append(blocks[place])
            place += 1
            continue
        last = next((one for one in reversed(kept) if is_text(one)), None)
        next_text = text_behind(blocks, place, last)
        if next_text is None and sum(map(value, kept)) < LEAD_ONLY:
            next_text = place + 1
        if next_text is None:
            break
        place = next((at for at in range(next_text, len(blocks)) if not blocks[at].is_link), len(blocks))
    return kept


def _own_lines(blocks: Sequence[PageBlock]) -> Iterator[PageBlock]:
    """The lines without those that are not of the text; contacts are of it where more of it follows beside them."""
    foreign = [_is_foreign(block) for block in blocks]
    foreign = [own or _is_listed(blocks, place) for place, own in enumerate(foreign)]
    texts = Counter(_parent(block) for block in blocks if is_text(block))
    last_own = {_parent(block): place for place, block in enumerate(blocks) if not foreign[place]}
    for place, block in enumerate(blocks):
        if not foreign[place]:
            yield block
        elif vocabulary().contacts.match(block.text) and (parent := _parent(block)) is not None:
            if texts[parent] > is_text(block) and last_own.get(parent, -1) > place:
                yield block


def _is_foreign(block: PageBlock) -> bool:
    """Whether a line within an article's text is not part of it: a tool, a stamp, a link to a file or an article."""
    if is_tool(block) or is_lone_file(block):
        return True
    if block.is_link and not block.is_sentence and len(block.text) > 20:
        return True
    is_line = len(block.text) <= 60 and not (block.is_sentence or block.is_row)
    return is_line and _is_bare_stamp(block.text)


def _is_listed(blocks: Sequence[PageBlock], place: int) -> bool:
    """Whether a line is a link beside that of another article in a like element: a title that is a question."""
    block, beside = blocks[place], blocks[max(0, place - 1) : place + 2]
    tag = None if block.element is None else block.element.tag
    alike = (one for one in beside if one is not block and one.element is not None and one.element.tag == tag)
    listed = block.is_link and len(block.text) > CARD_TITLE
    return listed and any(one.is_link and _is_foreign(one) for one in alike)


def _is_bare_stamp(text: str) -> bool:
    stamp = stamp_in(text, None)
    return stamp is not None and len(re.sub(r"[\W\d_]", "", text[: stamp.span[0]] + text[stamp.span[1] :])) <= 24


def _printed_description(description: str | None, blocks: Sequence[PageBlock]) -> str:
    """The head's description, where the page prints it as the first paragraph of several: it is the lead."""
    first = next((block.text for block in blocks if not block.caption), "")
    return first if len(blocks) > 1 and first and first == description else ""


def _is_better(lines: Sequence[str], run: Sequence[PageBlock]) -> bool:
    """Whether trafilatura finds running text that is longer than that of a run of lines and differs from it."""
    theirs = [line for line in lines if is_text(PageBlock(line)) and not is_tool(PageBlock(line))]
    if sum(map(len, theirs)) < max(WEAK, sum(len(block.text) for block in run if is_text(block))):
        return False
    ours = Counter(word for block in run for word in block.text.lower().split())
    words = Counter(word for line in theirs for word in line.lower().split())
    return (ours & words).total() < 0.5 * words.total()


def _plain(lines: Sequence[str], title: Title, run: Segment) -> ArticleText:
    """The text that trafilatura finds."""
    blocks = [PageBlock(line) for line in lines if title_key(line) != title_key(title.text)]
    inner, byline = signatures([block for block in _before_others(blocks) if not _is_foreign(block)])
    return ArticleText("", tuple(block.text for block in inner), (), byline, run.start, run.end)
