"""The text of an article's own subtree, block by block: paragraphs and the captions of its pictures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from scraper.filetypes import attachment_type
from scraper.pages.decode import mend
from scraper.pages.vocabulary import vocabulary

BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr html li main ol p pre section table tbody td tfoot th thead tr ul".split()
)
CAPTION_LENGTH = 300  # characters; a longer line under a picture is text
ZERO_WIDTH = re.compile("[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff\u00ad]")
# Some systems print the escapes of their database into the page.
PRINTED_ESCAPES = re.compile(r"\\r\\n|\\[rnt](?![\w\\])")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A line of the article; a caption, or set to the right as bylines are, or plain text."""

    text: str
    caption: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the text at some point of the tree is set."""

    caption: bool = False
    centred: bool = False
    italic: bool = False
    right: bool = False


def clean(text: str) -> str:
    """Text as people see it: NFC, plain blanks, nothing invisible, no printed escapes, pasted old encodings mended."""
    text = ZERO_WIDTH.sub("", unicodedata.normalize("NFC", text))
    return mend(" ".join(PRINTED_ESCAPES.sub(" ", text).split()))


def read_blocks(html: str, captions: Iterable[str] = (), noise: Iterable[str] = ()) -> list[PageBlock]:
    """The blocks of a fragment, in reading order, without noise, and without the list of other articles at its end."""
    soup = BeautifulSoup(html, "lxml")
    words = vocabulary()
    for tag in soup.select(", ".join([words.noise, *noise])):
        tag.decompose()
    for tag in _lone_files(soup):
        tag.decompose()
    marked = {id(tag) for tag in soup.select(", ".join([words.captions, *captions]))}
    try:
        blocks = _Reader(marked | _picture_tables(soup)).read(soup)
    except RecursionError:  # elements nested by the hundred hold their text all the same
        blocks = [PageBlock(line) for line in map(clean, soup.get_text("\n").splitlines()) if line]
    return list(before_related(blocks))


def _lone_files(soup: BeautifulSoup) -> list[Tag]:
    """Lines that hold nothing but the link to a file: they are attachments, not text."""
    links = (link for link in soup.find_all("a", href=True) if attachment_type(str(link["href"])))
    parents = (link.parent for link in links if link.parent and link.get_text() == link.parent.get_text().strip())
    return [parent for parent in parents if parent.name in ("p", "div", "li")]


def before_related(blocks: Iterable[PageBlock]) -> Iterator[PageBlock]:
    """The blocks up to the list of other articles, without the counters and tools that pages print into the text."""
    words = vocabulary()
    for block in blocks:
        if words.related.fullmatch(block.text):
            return
        if not words.lines.fullmatch(block.text):
            yield block


def _picture_tables(soup: BeautifulSoup) -> set[int]:
    """Tables of a picture and the words under it, as word processors and older editors set them."""
    tables = (table for table in soup.find_all("table") if table.find("img") and not table.find("table"))
    return {id(table) for table in tables if len(table.get_text(" ", strip=True)) <= CAPTION_LENGTH}


class _Reader:
    """One walk over a subtree: text gathers until a block or a line break ends it."""

    def __init__(self, captions: set[int]) -> None:
        self._captions = captions
        self._blocks: list[PageBlock] = []
        self._text: list[str] = []
        self._settings: list[_Setting] = []
        self._after_picture = False

    def read(self, root: Tag) -> list[PageBlock]:
        self._walk(root, _Setting())
        self._flush()
        return self._blocks

    def _walk(self, node: Tag, setting: _Setting) -> None:
        for child in node.children:
            if isinstance(child, Tag):
                self._tag(child, _inside(child, setting, id(child) in self._captions))
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._add(str(child), setting)

    def _tag(self, tag: Tag, setting: _Setting) -> None:
        if tag.name == "img":
            self._picture()
        elif tag.name == "br":
            self._flush()
        elif tag.name in BLOCKS or setting.caption and id(tag) in self._captions:
            self._flush()
            self._walk(tag, setting)
            self._flush()
        else:
            self._walk(tag, setting)

    def _add(self, text: str, setting: _Setting) -> None:
        self._text.append(text)
        if text.strip():
            self._settings.append(setting)

    def _picture(self) -> None:
        self._flush()
        self._after_picture = True

    def _flush(self) -> None:
        text = clean("".join(self._text))
        if text:
            self._blocks.append(PageBlock(text, self._is_caption(text), all(one.right for one in self._settings)))
            self._after_picture = False
        self._text, self._settings = [], []

    def _is_caption(self, text: str) -> bool:
        if any(one.caption for one in self._settings):
            return True
        set_apart = all(one.centred or one.italic for one in self._settings)
        return self._after_picture and set_apart and len(text) <= CAPTION_LENGTH


def _inside(tag: Tag, setting: _Setting, caption: bool) -> _Setting:
    style = f"{tag.get('style', '')};{tag.get('align', '')};{tag.get('class', '')}".lower()
    if caption or tag.name in ("em", "i") or "font-style" in style and "italic" in style:
        setting = replace(setting, caption=setting.caption or caption, italic=setting.italic or not caption)
    if tag.name == "center" or "center" in style:
        return replace(setting, centred=True, right=False)
    if tag.name in BLOCKS and "right" in style:
        return replace(setting, right=True, centred=False)
    if tag.name in BLOCKS and ("justify" in style or ";left" in style):
        return replace(setting, right=False, centred=False)
    return setting
