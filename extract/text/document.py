"""The canonical text of an article, in which all spans are measured, with its blocks and sentences.

The canonical text is title, lead, body and captions in reading order, one block a line. Tone placement (hoà and hòa, uỷ
and ủy) stays as printed; `folded` is the normalised text for comparing, of the same length, so that offsets are valid
in both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from extract.model import Span
from extract.text.calendar import full_days
from extract.text.normalize import fold, plain
from extract.text.patterns import WordPattern
from scraper.article import Article

BlockKind = Literal["title", "lead", "body", "caption"]

# Matched at the beginning of a run of marks only, so that a run of n marks is not scanned n times. What stands before
# the mark is looked at behind it: a pattern that begins with certain characters is looked for ten times as fast.
# Also without the blank behind it: "18 đơn vị máu.Theo kế hoạch".
_SENTENCE_END = re.compile(
    r"[.!?…](?:(?<![.!?…][.!?…])[.!?…]*+[\"'”’»)\]]*+(?=\s)|(?<=[^\W\d_]{3}\.)(?=[^\W\d_]{2,}\s))"
)
_LINE_BREAK = re.compile(r"[\w,]\n(?!\w[.)])(?P<next>\w)")  # no mark before it, no bullet ("a) …") after it
# A stray mark after the date that opens a sentence: "Chiều ngày 24/7/2023. UBND xã tổ chức …".
_DATE_ALONE = WordPattern(
    "dates",
    r"(?:{day.opening_printed:printed}\s)?(?:{day.lead_printed:printed}\s)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\.",
)
_WRAP = re.compile(r"(?<=[\w,])\n(?=[\w(])")  # a line end where a wrapped body continues
_WRAPPED_AT_LEAST, _WRAPPED_SHARE = 3, 0.3  # lines broken off, and their share, in a wrapped body at least
_TIER_AT_END = WordPattern("abbreviations", r"(?<!\w){sentence.before_names:printed}\.$")
_CITY = WordPattern("abbreviations", r"{sentence.cities}(?!\w)")
_LONGEST_CITY = 40
_ABBREVIATION = WordPattern(
    "abbreviations", r"(?:\b{sentence.open:printed}|(?<![\w/-])\d{1,2}|\b[A-Z{letters/D:letters}])\.$"
)
# A number of thousands with a blank after its dot: "hơn 125. 500 lượt khách".
_PARTED = WordPattern("numbers", r"(?<!\w)(?i:{spaced.before+attendance/hedges.gt:printed})\s[1-9]\d\d\.$")
_THOUSANDS = re.compile(r"\s\d{3}\s(?=[^\W\d_])")
# The credit of a picture goes with the caption that ends in a date: "chiều ngày 8/2. Ảnh: …".
_CREDIT = WordPattern("events", r"(?<=\d\.)\s(?i:{presence.photo:printed})\s?:")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the canonical text with its kind."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True)
class Document:
    """An article with its canonical text. `folded` has the same length: lower case, one tone placement."""

    article: Article
    text: str
    folded: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]

    @cached_property
    def first_full_day(self) -> str | None:
        """The first ISO day that the text prints with its year, None if it prints none."""
        return next(full_days(self.folded), None)

    def quote(self, span: Span) -> str:
        """The characters of the canonical text that the span names."""
        return self.text[span.start : span.end]

    def block_at(self, offset: int) -> Block:
        """The block that holds the character at `offset`."""
        return self.blocks[bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds the character at `offset`."""
        return self.sentences[self.sentence_number(offset)]

    def sentence_number(self, offset: int) -> int:
        """The index of the sentence that holds the character at `offset`."""
        return bisect_right(self.sentences, offset, key=lambda span: span.start) - 1


def read_document(article: Article) -> Document:
    """The canonical text of an article with its blocks and sentences."""
    blocks: list[Block] = []
    lines: list[str] = []
    offset = 0
    for kind, line in _lines(article):
        blocks.append(Block(kind, Span(offset, offset + len(line))))
        lines.append(line)
        offset += len(line) + 1
    text = "\n".join(lines)
    sentences = tuple(span for stretch in _stretches(text, blocks) for span in _split(text, stretch))
    return Document(article, text, fold(text), tuple(blocks), sentences)


def _lines(article: Article) -> Iterator[tuple[BlockKind, str]]:
    """Non-empty lines in reading order; a title or lead repeated at the beginning of the body is kept once."""
    title, lead = plain(article.title).replace("\n", " ").strip(), plain(article.lead)
    body = _unwrapped([line for paragraph in article.paragraphs for line in plain(paragraph).split("\n") if line])
    captions = [line for caption in article.captions for line in plain(caption).split("\n") if line]
    for kind, heading in (("title", title), ("lead", lead)):
        if body and heading and body[0] == heading:
            body = body[1:]
    if title:
        yield "title", title
    yield from (("lead", line) for line in lead.split("\n") if line)
    yield from (("body", line) for line in body)
    yield from (("caption", line) for line in captions)


def _unwrapped(lines: list[str]) -> list[str]:
    """The lines of a body, joined where they were wrapped at a fixed width, as in text pasted from a mail.

    A body counts as wrapped where many lines break off in mid-sentence. Only there may a line without an end mark
    continue with a capital ("… đồng chí Nguyễn" / "Văn Tài, …").
    """
    text = "\n".join(lines)
    ends = [match.start() for match in re.finditer(r"\n", text)]
    broken = sum(_breaks_off(text, end) for end in ends)
    if broken < max(_WRAPPED_AT_LEAST, _WRAPPED_SHARE * len(ends)):
        return lines
    after_first = len(lines[0])  # which may be a title
    return (text[:after_first] + _WRAP.sub(" ", text[after_first:])).split("\n")


def _stretches(text: str, blocks: Iterable[Block]) -> Iterator[Span]:
    """The spans that are split into sentences: a line, with the lines of the body that continue it."""
    last: Block | None = None
    start = 0
    for block in blocks:
        if last and not (last.kind == block.kind == "body" and _goes_on(text, last.span.end)):
            yield Span(start, last.span.end)
            start = block.span.start
        last = block
    if last:
        yield Span(start, last.span.end)


def _breaks_off(text: str, end: int) -> bool:
    """Whether the line that ends there stops in mid-sentence: the next one begins with a small letter."""
    found = _LINE_BREAK.match(text, end - 1)
    return found is not None and found["next"].islower()


def _goes_on(text: str, end: int) -> bool:
    """Whether the next line continues the one that ends there: in mid-sentence, or with a city's name after "TP."."""
    city_awaited = _TIER_AT_END.search(text, max(0, end - 8), end)
    return _breaks_off(text, end) or bool(city_awaited and _CITY.match(fold(text[end + 1 : end + _LONGEST_CITY])))


def _split(text: str, block: Span) -> Iterator[Span]:
    """Sentences of a stretch: an end mark followed by a blank, unless it closes an abbreviation, an initial or an
    ordinal."""
    start = block.start
    for match in _SENTENCE_END.finditer(text, block.start, block.end):
        if _ABBREVIATION.search(text, max(start, match.start() - 6), match.start() + 1):
            continue
        if _THOUSANDS.match(text, match.end()) and _PARTED.search(text, start, match.start() + 1):
            continue
        apart = text[match.end() : match.end() + 1].isspace()
        if not (apart or _begins_sentence(text, match.end())):
            continue
        trails_off = "…" in match.group() or "..." in match.group()
        if trails_off and text[match.end() + 1 : match.end() + 2].islower():
            continue
        if _DATE_ALONE.fullmatch(text, start, match.end()) or _CREDIT.match(text, match.end()):
            continue
        yield Span(start, match.end())
        start = match.end() + apart
    if start < block.end:
        yield Span(start, block.end)


def _begins_sentence(text: str, at: int) -> bool:
    """Whether the words around a full stop without a blank are of two sentences: a small word before it, a word with a
    capital behind it."""
    return text[at - 4 : at - 1].islower() and text[at : at + 2].istitle()
