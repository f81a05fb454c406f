"""The title of an article: the printed line with the highest score.

Evidence for a line: the page's URL (slugs are titles without their marks), <title>, og:title and JSON-LD, the text of
the link to the page, the selectors, its rank as a heading, and the text right under it. Evidence against it: it is a
link, it is in a menu or a side bar, other pages of the site have it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lxml import etree

from scraper.pages.page_block import CELLS, PageBlock
from scraper.pages.profile import SiteProfile
from scraper.pages.segment import is_over, is_tool
from scraper.pages.slugs import ALIKE, SAME, slug_share, slug_words
from scraper.pages.vocabulary import vocabulary

SHORTEST, LONGEST = 8, 300  # characters of a title
SURE = 3.0  # minimum score of a title that is certain, with the text after it
SUBTITLE = 2  # maximum lines between a title and its subtitle
NEAR = 12  # lines above the text that may be its title
HEADING = {1: 1.0, 2: 0.75, 3: 0.5, 4: 0.4, 5: 0.4, 6: 0.3}
_PART = re.compile(r"\s+[-–—|»:]+\s+|\s*[|»]\s*|\s+::\s+")
_TRAIL = re.compile(r"\s*\((?:\s*|[^()]{0,20}\d{1,2}[/. -]\d{1,2}[/. -]\d{4}[^()]{0,20})\)\s*$")
_PATH = re.compile(r"[»›]|\s>\s|\s/\s")  # between the links of a breadcrumb
_NAMED = re.compile(r"(?i)title|tieu-?de|headline|heading|subject|tit\b|name-?news")


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the index of its first line among the lines of the page (None: not printed), and its score."""

    text: str
    place: int | None
    score: float
    has_slug: bool = False  # the page's URL has the same words
    is_claimed: bool = False  # the page's head or the link to it has the same text

    @property
    def is_sure(self) -> bool:
        """Whether the title is certain, so that the text is under it."""
        return self.place is not None and self.score >= SURE


@dataclass(frozen=True, slots=True)
class TitleClaims:
    """The evidence on a page's title from outside its lines.

    `head` is <title>, `named` are og:title and headline, `link` is the text of the link to the page, `selected` are the
    elements that selectors find as the title, the most trusted first.
    """

    url: str
    head: str = ""
    named: tuple[str, ...] = ()
    link: str = ""
    selected: tuple[etree._Element, ...] = ()


def find_title(
    blocks: Sequence[PageBlock], claims: TitleClaims, text_start: int, profile: SiteProfile | None = None
) -> Title:
    """The title of a page; `text_start` is the line where its text seems to begin. Falls back on the head."""
    judge = _Judge(claims, profile)
    near = _nearest(blocks, text_start)
    best = Title("", None, 0.0)
    for place, text, score in judge.scored(blocks, near):
        if score > best.score:
            best = Title(text, place, score, judge.slug_score(text) > 0, judge.is_claimed(text))
    return best if best.score >= 1.0 else _claimed(claims, profile) or best


def title_key(text: str) -> str:
    """The key by which titles are compared: without case, blanks and the marks around it."""
    return " ".join(text.casefold().split()).strip(" .:;,-–—|»«\"'“”[]")


@cache
def head_parts(head: str) -> frozenset[str]:
    """The parts of a <title>, which has the site's name before or after the title, as keys for comparison."""
    marks = list(_PART.finditer(head))
    parts = {head, *_PART.split(head)}
    parts |= {head[: mark.start()] for mark in marks} | {head[mark.end() :] for mark in marks}
    return frozenset(title_key(part) for part in parts if len(part) >= SHORTEST)


class _Judge:
    """Scores the lines of a page as titles."""

    def __init__(self, claims: TitleClaims, profile: SiteProfile | None) -> None:
        self._slug = slug_words(claims.url)
        self._has_whole = False
        self._head = head_parts(claims.head)
        self._head_key = title_key(claims.head)
        self._named = [title_key(name) for name in claims.named]
        self._link = title_key(claims.link)
        self._ranks = {element: max(2.0 - 0.5 * rank, 0.5) for rank, element in enumerate(claims.selected)}
        self._profile = profile

    def scored(self, blocks: Sequence[PageBlock], near: int | None) -> Iterator[tuple[int, str, float]]:
        """Place, text and score of every line, or heading of several lines, that can be a title."""
        lines = list(self._lines(blocks))
        self._has_whole = any(len(text) <= LONGEST and slug_share(text, self._slug) >= 1 for _, text, _ in lines)
        for place, text, block in lines:
            yield place, text, self._score(text, block) + (1.5 if place == near else 0.0)

    def _lines(self, blocks: Sequence[PageBlock]) -> Iterator[tuple[int, str, PageBlock]]:
        """Place and text of every line that can be a title."""
        for place, block in enumerate(blocks):
            text = _TRAIL.sub("", _whole(blocks, place))
            cell = text.partition(CELLS)[2] if block.is_row else ""
            text = cell if cell and self.is_claimed(cell) else text
            may_be_short = block.style.heading == 1 or self._selected(block)
            may_be_short = may_be_short or block.style.heading and title_key(text) == self._link
            least = 2 if may_be_short else SHORTEST
            if least <= len(text) <= LONGEST and not is_tool(block) and not is_over(block):
                yield place, text, block

    def _score(self, text: str, block: PageBlock) -> float:
        key = title_key(text)
        score = evidence = self._agreement_score(key) + self.slug_score(text)
        score += HEADING.get(block.style.heading, 0.25 if block.style.bold else 0.0)
        score += self._selected(block) + (0.5 if _is_named(block) else 0.0)
        if block.is_link:
            score -= 1.0
        if block.style.around is not None:
            score -= 1.0
        is_running = block.is_sentence and len(text) > 60 and not block.style.heading and not evidence
        if len(text) > 200 or is_running:
            score -= 1.5
        if _PATH.search(text):
            score -= 2.0
        if " " not in text:
            score -= 0.5
        if self._profile is not None and self._profile.is_site_title(text) and slug_share(text, self._slug) < SAME:
            score -= 4.0
        return score

    def is_claimed(self, text: str) -> bool:
        """Whether the page's head or the link to the page has a text as the title."""
        key = title_key(text)
        return key == self._link or key in self._head or key in self._named

    def _agreement_score(self, key: str) -> float:
        """The points of a text that other parts of the page have as its title."""
        score = 0.0
        if key in self._head:
            score += 2.0
        elif len(key) >= 15 and key in self._head_key:
            score += 1.5
        if key in self._named:
            score += 1.5
        if key == self._link:
            score += 3.0
        return score

    def slug_score(self, text: str) -> float:
        """The score of a text by the slug in the URL, which is often cut off at some length.

        Where a line of the page has all words of the slug, and no others, similar lines are not its title.
        """
        share = slug_share(text, self._slug)
        if share >= SAME:
            return 3.5 * share
        return 3.0 * share if share >= ALIKE and not self._has_whole else 0.0

    def _selected(self, block: PageBlock) -> float:
        if block.element is None or not self._ranks:
            return 0.0
        return max((self._ranks.get(one, 0.0) for one in (block.element, *block.element.iterancestors())), default=0.0)


def _whole(blocks: Sequence[PageBlock], place: int) -> str:
    """The text of a line; for the first line of a heading of several lines, all of its text."""
    block = blocks[place]
    if not block.style.heading or block.element is None:
        return block.text
    if place and blocks[place - 1].element is block.element:
        return ""
    end = place
    while end < len(blocks) and blocks[end].element is block.element:
        end += 1
    return " ".join(one.text for one in blocks[place:end])


def _is_named(block: PageBlock) -> bool:
    element = block.element
    names = "" if element is None else f"{element.get('class', '')} {element.get('id', '')}"
    return bool(_NAMED.search(names)) and not vocabulary().around.search(names.lower())


def _nearest(blocks: Sequence[PageBlock], text_start: int) -> int | None:
    """The nearest heading or bold line above the text, or at its beginning."""
    for place in range(min(text_start + 1, len(blocks) - 1), max(-1, text_start - NEAR), -1):
        block = blocks[place]
        stands_out = block.style.heading or block.style.bold or _is_named(block)
        if stands_out and not block.is_link and SHORTEST <= len(block.text) <= LONGEST and block.style.around is None:
            sentence = block.is_sentence and len(block.text) > 60 and not block.style.heading
            in_text = place > text_start and (not block.style.heading or _has_greater(blocks, place, text_start))
            if not (sentence or is_tool(block) or is_over(block) or in_text):
                return _above_subtitle(blocks, place)
    return None


def _has_greater(blocks: Sequence[PageBlock], place: int, text_start: int) -> bool:
    """Whether a heading after the first line of text is one within it: a greater one is right above that line."""
    above = blocks[max(0, text_start - SUBTITLE) : text_start]
    ranks = [block.style.heading for block in above if not block.is_link and block.style.around is None]
    return any(0 < rank < blocks[place].style.heading for rank in ranks)


def _above_subtitle(blocks: Sequence[PageBlock], place: int) -> int:
    """The index of the h1 of which a lesser heading right under it is the subtitle; else that of the heading."""
    for above in range(place - 1, max(-1, place - 1 - SUBTITLE), -1):
        title, subtitle = blocks[above], blocks[place]
        ranked = title.style.heading == 1 and subtitle.style.heading > 1
        if ranked and _is_named(title) and not title.is_link and _are_beside(title.element, subtitle.element):
            return above
    return place


def _are_beside(one: etree._Element | None, other: etree._Element | None) -> bool:
    """Whether two elements are in the same element, other than the whole page."""
    if one is None or other is None:
        return False
    parent = one.getparent()
    return parent is not None and parent is other.getparent() and parent.tag != "body"


def _claimed(claims: TitleClaims, profile: SiteProfile | None) -> Title | None:
    """The title by the link or the head, where no line of the page looks like one; the name of a website is none."""
    texts: Iterable[str] = (claims.link, *claims.named, claims.head)
    names = [text for text in texts if len(text) >= SHORTEST and not is_tool(PageBlock(text))]
    return next((Title(text, None, 1.0) for text in names if profile is None or not profile.is_site_title(text)), None)
