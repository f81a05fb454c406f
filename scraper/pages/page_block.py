"""A line of text of a page, and how it is set."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

CAPTION_LENGTH = 300  # characters; a longer line under a picture is text
CAPTION_SENTENCE = 120  # characters; a longer sentence under a picture is text
CELLS = ", "  # separator of the cells of a row of data, as between a name and a post
SENTENCE_END = re.compile(r"[.!?…][”\"')\]]*$")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")  # a heading of a part of the text


@dataclass(frozen=True, slots=True)
class Style:
    """The style of text, inherited from the elements around it."""

    caption: bool = False
    centred: bool = False
    right: bool = False
    italic: bool = False
    bold: bool = False
    linked: bool = False
    heading: int = 0  # 1 to 6; 0 outside of headings
    around: etree._Element | None = None  # the outermost of the elements that are around an article


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A line of a page. `linked` counts its characters within links; `element` is the innermost block around it."""

    text: str
    style: Style = Style()
    linked: int = 0
    element: etree._Element | None = field(default=None, compare=False)
    after_picture: bool = False

    @property
    def caption(self) -> bool:
        """Whether the line is the caption of a picture."""
        if len(self.text) > CAPTION_LENGTH:
            return self.element is not None and self.element.tag == "figcaption"
        if self.style.caption:
            return True
        set_apart = (self.style.centred or self.style.italic) and not (self.style.bold and _NUMBERED.match(self.text))
        return self.after_picture and set_apart and not (self.is_sentence and len(self.text) > CAPTION_SENTENCE)

    @property
    def is_row(self) -> bool:
        """Whether the line is a row of a table of data."""
        return self.element is not None and self.element.tag == "tr"

    @property
    def is_sentence(self) -> bool:
        """Whether the line ends as sentences do."""
        return bool(SENTENCE_END.search(self.text))

    @property
    def is_link(self) -> bool:
        """Whether most of the line is a link."""
        return self.linked > 0.6 * len(self.text)
