"""The lines of text of a subtree in reading order, each with how it is set: one walk over the lxml tree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any

from lxml import etree

from scraper.filetypes import download_type
from scraper.pages.decode import repair_encoding
from scraper.pages.grids import text_of
from scraper.pages.page_block import CAPTION_LENGTH, CAPTION_SENTENCE, CELLS, SENTENCE_END, PageBlock, Style
from scraper.pages.people import with_posts
from scraper.pages.tables import data_rows
from scraper.pages.vocabulary import vocabulary

BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5"
    " h6 header hr html label legend li main nav ol option p pre section select table tbody td tfoot th thead tr"
    " ul".split()
)
UNSEEN = frozenset(
    "head script style noscript template iframe object embed svg math button select input textarea".split()
)
AROUND = frozenset(("nav", "footer", "aside", "form"))  # elements whose text is around an article
LARGEST_FORM, FORM_TEXT = 60, 1200  # elements and characters of a form that is not the frame of a page, as of ASP.NET
HEADINGS = {f"h{level}": level for level in range(1, 7)}
REMEMBERED = 200  # characters of a text that is kept with what it is cleaned to
ZERO_WIDTH = re.compile("[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff\u00ad]")
# Some systems print the escapes of their database into the page.
PRINTED_ESCAPES = re.compile(r"\\r\\n|\\[rnt](?![\w\\])")
_STYLED = re.compile(r"text-align\s*:\s*(\w+)|font-(style|weight)\s*:\s*(\w+)|(display\s*:\s*none)")
_RIGHT = frozenset(("text-right", "text-end", "right", "has-text-align-right", "rteright", "alignright"))
_CENTRED = frozenset(("text-center", "center", "has-text-align-center", "rtecenter", "aligncenter"))


def clean(text: str) -> str:
    """Text as displayed: NFC, plain blanks, nothing invisible, no printed escapes, pasted old encodings repaired."""
    return _cleaned_once(text) if len(text) <= REMEMBERED else _cleaned(text)


@lru_cache(maxsize=4096)
def _cleaned_once(text: str) -> str:
    """The same, kept since menus and footers are on every page of a site, and in every element around them."""
    return _cleaned(text)


def _cleaned(text: str) -> str:
    text = ZERO_WIDTH.sub("", unicodedata.normalize("NFC", text))
    return repair_encoding(" ".join(PRINTED_ESCAPES.sub(" ", text).split()))


def read_blocks(
    root: etree._Element, captions: Iterable[etree._Element] = (), apart: Iterable[etree._Element] = ()
) -> list[PageBlock]:
    """The lines of a subtree, in reading order.

    `captions` are elements with captions of pictures, `apart` inline elements that are lines of their own.
    """
    marked = {*captions, *_picture_tables(root)}
    return with_posts(_Walk(marked, {*apart, *marked}, data_rows(root)).read(root))


def is_lone_file(block: PageBlock) -> bool:
    """Whether a line is only a link to a file: an attachment, not text."""
    if not block.linked or block.element is None or block.linked < len(block.text) - 2:
        return False
    return any(download_type(a.get("href") or "", a.get("download"), a.get("type")) for a in block.element.iter("a"))


def _picture_tables(root: etree._Element) -> Iterator[etree._Element]:
    """Tables of a picture and its caption, as word processors and older editors write them."""
    for table in root.iter("table"):
        images = table.find(".//img") is not None and table.find(".//table") is None
        words = clean(text_of(table)) if images else ""
        most = CAPTION_SENTENCE if SENTENCE_END.search(words) else CAPTION_LENGTH
        if images and len(words) <= most and _under_picture(table):
            yield table


def _under_picture(table: etree._Element) -> bool:
    """Whether the text of a table is under its picture: in no cell beside that of the picture."""
    rows = (row for row in table.iter("tr") if row.find(".//img") is not None)
    return not any(text_of(cell).strip() for row in rows for cell in row if cell.find(".//img") is None)


class _Walk:
    """One walk over a subtree: text gathers until a block or a line break ends it."""

    def __init__(
        self, captions: set[etree._Element], apart: set[etree._Element], rows: Mapping[etree._Element, str | None]
    ) -> None:
        self._captions, self._apart, self._rows = captions, apart, rows
        self._row: etree._Element | None = None  # the row of a table that is one line
        self._between = ""  # the separator between its last cell and the next one with text
        self._blocks: list[PageBlock] = []
        self._text: list[str] = []
        self._styles: list[Style] = []
        self._linked = 0
        self._elements: list[etree._Element] = []
        self._after_picture = False
        self._captioned: etree._Element | None = None  # the element of a caption, which may continue in it

    def read(self, root: etree._Element) -> list[PageBlock]:
        """The lines of a subtree; not recursive, since elements may be nested thousands of levels deep."""
        styles = [Style()]
        pending: list[tuple[etree._Element, bool]] = [(root, False)]
        while pending:
            node, ends = pending.pop()
            if ends:
                self._end(node)
                styles.pop()
            elif isinstance(node.tag, str) and node.tag not in UNSEEN:
                style = _inside(node, styles[-1], node in self._captions)
                if style is not None:
                    styles.append(style)
                    self._start(node, style)
                    pending.append((node, True))
                    if self._rows.get(node) is None:
                        pending.extend((child, False) for child in reversed(node))
                    continue
            if node is not root:
                self._add(node.tail, styles[-1])
        self._flush()
        return self._blocks

    def _start(self, node: etree._Element, style: Style) -> None:
        if self._row is not None:
            self._between = CELLS if node.tag in ("td", "th") else self._between or " "
        elif node in self._rows:
            self._flush()
            self._row, self._between = node, ""
            self._elements.append(node)
            self._add(self._rows[node], style)
        elif node.tag in BLOCKS or node in self._apart:
            self._flush()
            self._elements.append(node)
        elif node.tag == "br":
            self._flush()
        elif node.tag == "img":
            self._flush()
            self._after_picture = True
        self._add(node.text, style)

    def _end(self, node: etree._Element) -> None:
        if node is self._row:
            self._flush()
            self._elements.pop()
            self._row = None
        elif self._row is None and (node.tag in BLOCKS or node in self._apart):
            self._flush()
            self._elements.pop()

    def _add(self, text: str | None, style: Style) -> None:
        if not text:
            return
        if self._between and not text.isspace():
            self._end_cell()
        self._text.append(text)
        if not text.isspace():
            self._styles.append(style)
            self._linked += len(text.strip()) if style.linked else 0

    def _end_cell(self) -> None:
        """Puts the separator right behind the cell before, without the blanks at its end."""
        while self._text and not self._text[-1].strip():
            self._text.pop()
        if self._styles:
            self._text.append(self._text.pop().rstrip() + self._between)
        self._between = ""

    def _flush(self) -> None:
        if self._styles:
            text = clean("".join(self._text))
            if text:
                element = self._elements[-1] if self._elements else None
                style = _common(self._styles)
                credit = self._captioned is not None and bool(vocabulary().picture_credits.match(text))
                under = self._after_picture or credit or element is not None and element is self._captioned
                block = PageBlock(text, style, self._linked, element, under)
                self._blocks.append(block)
                self._captioned = element if under and block.caption else None
                self._after_picture = False
        self._text, self._styles, self._linked = [], [], 0


def _common(styles: list[Style]) -> Style:
    """The style of a line: what all its pieces share, except that a line is a caption if one piece is."""
    first = styles[0]
    if len(styles) == 1:
        return first
    return replace(
        first,
        caption=any(one.caption for one in styles),
        centred=all(one.centred or one.italic for one in styles) and first.centred,
        right=all(one.right for one in styles),
        italic=all(one.centred or one.italic for one in styles) and first.italic,
        bold=all(one.bold for one in styles),
    )


def _inside(node: etree._Element, style: Style, caption: bool) -> Style | None:
    """The style within an element; None where nothing of it is shown."""
    if not node.attrib and not caption and node.tag not in _PLAIN_STYLED:
        return style
    changes: dict[str, Any] = dict(_PLAIN_STYLED.get(node.tag, {}))
    if caption:
        changes["caption"] = True
    if node.tag in AROUND and style.around is None and not _is_frame(node):
        changes["around"] = node
    if node.attrib:
        if node.get("hidden") is not None:
            return None
        for name, value in _attributes(node, style):
            if name == "hidden":
                return None
            changes[name] = value
    return replace(style, **changes) if changes else style


_PLAIN_STYLED: dict[str, dict[str, object]] = {
    **{tag: {"italic": True} for tag in ("em", "i")},
    **{tag: {"bold": True} for tag in ("b", "strong")},
    "a": {"linked": True},
    "center": {"centred": True, "right": False},
    **{tag: {"heading": level} for tag, level in HEADINGS.items()},
    **{tag: {} for tag in AROUND},
}


def _attributes(node: etree._Element, style: Style) -> Iterator[tuple[str, object]]:
    """The style changed by the attributes of an element: style, align, class and id."""
    css, align = (node.get("style") or "").lower(), (node.get("align") or "").lower()
    for found in _STYLED.finditer(css) if css else ():
        if found[4]:
            yield "hidden", True
        elif found[2] == "style" and found[3] == "italic":
            yield "italic", True
        elif found[2] == "weight" and found[3] in ("bold", "bolder", "700", "600"):
            yield "bold", True
        align = found[1] or align
    classes = (node.get("class") or "").lower().split()
    align = "right" if _RIGHT.intersection(classes) else "center" if _CENTRED.intersection(classes) else align
    if align and (node.tag in BLOCKS or node.tag == "span"):
        yield "right", align in ("right", "end")
        yield "centred", align == "center"
    if style.around is None and (classes or node.get("id")) and _is_around(node, classes):
        yield "around", node


def _is_frame(node: etree._Element) -> bool:
    """Whether an element is of the article: a form around a whole page, which is a large one, or one with headings or
    running text; an aside with the lead."""
    parts = list(islice(node.iter(), LARGEST_FORM + 1)) if node.tag == "form" else []
    shown = len(parts) > LARGEST_FORM or any(part.tag in ("h1", "h2") for part in parts)
    if node.tag == "aside" and vocabulary().leads.search(f"{node.get('class', '')} {node.get('id', '')}".lower()):
        return True
    return shown or bool(parts) and len("".join(map(str, node.itertext()))) >= FORM_TEXT


def _is_around(node: etree._Element, classes: list[str]) -> bool:
    """Whether the class or the id of an element names a part of a page that is around its article."""
    if node.tag in ("body", "html", "main", "article", "table", "p", "span", "a") or _is_frame(node):
        return False
    names = " ".join([*classes, (node.get("id") or "").lower()])
    return bool(vocabulary().around.search(names))
