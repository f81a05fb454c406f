"""Finding the time of publication of an article on its page.

Only these places are trusted: what selectors find; a line of a stamp's form right under the title or right above it; a
labelled one, or a day with its time alone, right under the text; the head. Days within running text, of events and
documents, in lists of other articles, in a clock at the top of the page or in its footer are not used, since a missing
stamp is preferred to a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile


from scraper.pages.dates import Stamp, fetched_day, finest, read_odd_stamp, read_stamp
from scraper.pages.fields import without_edits
from scraper.pages.page_block import PageBlock
from scraper.pages.profile import SiteProfile
from scraper.pages.segment import is_over, is_text, is_tool
from scraper.pages.title import Title
from scraper.pages.vocabulary import vocabulary

UNDER, ABOVE, AFTER = 14, 3, 4  # lines under the title, above it, and after the text that may hold the stamp
LONGEST = 120  # characters of a line that holds a stamp
SECTIONS = 20  # maximum characters of the links of sections beside a stamp
BESIDE = 40  # characters beside a stamp that are neither a label nor a number: a name, a section
_TO_THE_MINUTE = ("minute", "second")
_CLOCK = re.compile(r"\d{1,2}\s?[:hg]\s?\d{2}(?::\d{2})?(?:\s?[AP]M)?", re.I)
BOX, LONGEST_PART = 3, 14  # lines of a box with a day: the day, the month, the year; maximum characters of each
LABEL, SHORTEST_LABEL = 24, 8  # characters in which a label ends in a colon, and of one without
FAR = 5  # levels of the tree that the title and a line above it may be apart


def stamp_in(text: str, fetched_at: str | None) -> Stamp | None:
    """The stamp of a line that has nothing else but labels, a name or a section; None for any other line."""
    if len(text) > LONGEST or vocabulary().other_days.match(text):
        return None
    stamp = read_stamp(text, fetched_at) or _odd(text)
    if stamp is None:
        return None
    rest = text[: stamp.span[0]] + " " + text[stamp.span[1] :]
    if vocabulary().last_day.match(text, stamp.span[1]):
        return None
    rest = re.sub(r"[\W\d_]+", " ", vocabulary().stamp_labels.sub(" ", rest)).strip()
    return stamp if len(rest) <= BESIDE else None


def _odd(text: str) -> Stamp | None:
    """The time that dateparser finds in a line that, after its labels, looks like a date."""
    line = vocabulary().stamp_labels.sub(" ", text).strip(" :,|-–")
    return read_odd_stamp(line) if re.search(r"\d", line) and len(line) <= 40 else None


@dataclass(frozen=True, slots=True)
class PrintedStamps:
    """The stamps that a page prints: right under its title, right above it, with a label under its text."""

    under: Stamp | None = None
    above: Stamp | None = None
    after: Stamp | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is a stamp beside the title or under the text."""
        return any((self.under, self.above, self.after))


def printed_stamps(
    blocks: Sequence[PageBlock],
    title: Title,
    text: tuple[int, int],
    fetched_at: str,
    profile: SiteProfile | None = None,
) -> PrintedStamps:
    """The stamps that a page prints around the lines [start, end) of its text. A clock above its title is not one."""
    start, end = text
    place = title.place if title.place is not None and title.place <= start else None
    begin = place + 1 if place is not None else max(0, start - UNDER // 2)
    shared = profile.days if profile is not None else frozenset()
    own = blocks[place].text.rpartition("(")[2] if place is not None and title.text != blocks[place].text else ""
    under = [PageBlock(own), *_with_parts(blocks[begin : min(start + 2, max(start, end), begin + UNDER)])]
    after = [block for block in blocks[end : end + AFTER] if vocabulary().stamp_labels.match(block.text)]
    after += [block for block in _own_end(blocks[end : end + AFTER]) if _is_time(block.text)]
    return PrintedStamps(
        finest(_stamps(under, None, shared)) or finest(_stamps(under, fetched_at, shared)),
        finest(_stamps(_above(blocks, place), None, {*shared, fetched_day(fetched_at)})),
        finest(_stamps(after, fetched_at, shared)),
    )


def _own_end(blocks: Sequence[PageBlock]) -> Iterator[PageBlock]:
    """The lines right after a text, up to the first heading of what follows or link that may be a title."""
    return takewhile(lambda block: not (block.linked > SECTIONS or is_over(block) or block.style.heading), blocks)


def _is_time(text: str) -> bool:
    """Whether a line is a day with its time and nothing else."""
    stamp = stamp_in(text, None)
    bare = stamp is not None and not re.search(r"[^\W\d_]", text[: stamp.span[0]] + text[stamp.span[1] :])
    return bare and stamp is not None and stamp.precision in _TO_THE_MINUTE


def _with_parts(blocks: Sequence[PageBlock]) -> Iterator[PageBlock]:
    """The lines, and before those that are parts of one stamp, that stamp as one line: day, month and year of a box; a
    day and a clock time."""
    for place, block in enumerate(blocks):
        if len(block.text) <= LONGEST_PART and block.text[:1].isdigit():
            parts = [one.text for one in blocks[place : place + BOX] if len(one.text) <= LONGEST_PART]
            day_box = vocabulary().day_box
            box = day_box.fullmatch(" ".join(parts[:BOX])) or day_box.fullmatch(" ".join(parts[: BOX - 1]))
            if box:
                yield replace(block, text=("/" if box[2].isdigit() else " ").join(box.groups()))
            elif len(parts) > 1 and bool(_CLOCK.fullmatch(parts[0])) != bool(_CLOCK.fullmatch(parts[1])):
                yield replace(block, text=" ".join(parts[:2]))
        yield block


def _above(blocks: Sequence[PageBlock], place: int | None) -> list[PageBlock]:
    """The lines right above the title, tools apart, up to the first that is a link or in another part of the page."""
    if place is None:
        return []
    near = _with_parts(blocks[max(0, place - 3 * ABOVE) : place])
    timed = (block for block in near if not vocabulary().clocks.match(block.text))
    lines = [block for block in timed if not is_tool(block) or read_stamp(block.text) is not None]
    reversed_lines = reversed(lines[-ABOVE:])
    return list(takewhile(lambda block: _is_near(block, blocks[place]), reversed_lines))


def _stamps(blocks: Iterable[PageBlock], fetched_at: str | None, refused: Iterable[str]) -> list[Stamp]:
    """The stamps of lines; those that the markup says are of an edit only where there are no others."""
    refused = frozenset(refused)
    lines = [block for block in blocks if not (is_text(block) and len(block.text) > LONGEST)]
    texts = (block.text if block.element is None else without_edits(block.text, block.element) for block in lines)
    unedited = (stamp_in(text, fetched_at) for text in texts)
    stamps = [stamp for stamp in unedited if stamp is not None and stamp.day not in refused]
    if stamps:
        return _issued(lines, stamps, refused)
    read = (stamp_in(block.text, fetched_at) for block in lines)
    return [stamp for stamp in read if stamp is not None and stamp.day not in refused]


def _issued(lines: Sequence[PageBlock], stamps: list[Stamp], refused: frozenset[str]) -> list[Stamp]:
    """The stamps, those that follow the label of a publication first where the first one follows that of an edit."""
    words = vocabulary()
    labels = [block.text for block in lines if words.stamp_labels.match(block.text)]
    if not labels or not words.edit_labels.match(labels[0]):
        return stamps
    issued = (stamp_in(text, None) for text in labels if not words.edit_labels.match(text) and _is_labelled(text))
    return [*(stamp for stamp in issued if stamp is not None and stamp.day not in refused), *stamps]


def _is_labelled(text: str) -> bool:
    """Whether a line with a stamp begins with a label of its own ("Ngày tạo 24/02/2021"), not with a bare "ngày"."""
    label = vocabulary().stamp_labels.match(text)
    return ":" in text[:LABEL] or label is not None and len(label.group().strip()) >= SHORTEST_LABEL


def _is_near(block: PageBlock, title: PageBlock) -> bool:
    """Whether a line above the title is in the same part of the page, and is not a link."""
    if block.element is None or title.element is None or block.is_link:
        return False
    around = [title.element, *title.element.iterancestors()][:FAR]
    return any(one in around for one in [block.element, *block.element.iterancestors()][:FAR])


def agreed(
    selected: Sequence[Stamp],
    printed: PrintedStamps,
    head: Stamp | None,
    hidden: Sequence[Stamp] = (),
    is_foreign: bool = False,
) -> Stamp | None:
    """The stamp of the most trusted place, with the finest precision that any place gives for that day.

    Where the page prints a minute of the same day beside its title, or of an earlier one, it is that and not the time
    of the head or of the `hidden` of the selected: systems store there when a record was made or last edited. Where the
    head `is_foreign`, that of another article, what it and hidden elements say gives way to what is printed.
    """
    if is_foreign and (printed.under or printed.above):
        selected, head = [stamp for stamp in selected if stamp not in hidden], None
    found = [stamp for stamp in (*selected, printed.under, head, printed.above, printed.after) if stamp is not None]
    best = finest(found)
    if best is None or not (best is head or best in hidden):
        return best
    shown = (stamp for stamp in found if stamp is not head and stamp not in hidden and stamp is not printed.after)
    return next((one for one in shown if one.precision in _TO_THE_MINUTE and one.day <= best.day), best)


def last_resort(html_of_head: str, url: str, fetched_at: str) -> Stamp | None:
    """The day that htmldate finds in the page after everything but the article's head was cut."""
    from htmldate import find_date

    fetched = fetched_day(fetched_at)
    day = find_date(html_of_head, url=url, original_date=True, extensive_search=False, max_date=fetched)
    return Stamp(day, "day") if day and day != fetched else None
