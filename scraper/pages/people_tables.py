"""Tables of persons: which columns have names, posts and bodies, and a line for each row with its person's post.

The columns are known by their headings or, where those are unusual, by what most of their cells are. A body continues
the post of its row, whatever the order of the columns, also where its cell spans several rows or is a row of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from scraper.pages.grids import Cell
from scraper.pages.names import NAME_WORDS, is_name
from scraper.pages.vocabulary import vocabulary

MOST = 0.6  # the share of the cells of a column that tell what it has
HEADING_ROWS = 3
POST_WORDS, LONG_POST_WORDS = 3, 5  # of a post without its body, and of one that names no body
CELLS = ", "
_NUMBERED = re.compile(r"(?:[IVXLC]{1,6}|\d{1,3}|[^\W\d_])\s*[.)/-]\s*|[-+*•]\s*")
_NUMBER = re.compile(r"\W*(?:\d{1,4}|[IVXLC]{1,6})?\W*")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table of persons, by their place; `posts` is empty where the posts stand below the names."""

    names: tuple[int, ...]
    posts: tuple[int, ...] = ()
    unit: int | None = None
    headings: int = 0  # the number of rows of headings


def columns_of(grid: Sequence[Sequence[Cell]]) -> Columns | None:
    """Returns the columns of a table of persons; None for another table."""
    headings = _heading_rows(grid)
    body = [row for row in grid[headings:] if len({cell.element for cell in row}) > 1]
    width = max(map(len, body), default=0)
    if not body or width < 2:
        return None
    words = vocabulary()
    labels = [[row[at].text for row in grid[:headings] if at < len(row)] for at in range(width)]

    def headed(by: re.Pattern[str], at: int) -> bool:
        return any(by.fullmatch(label) for label in labels[at])

    def mostly(at: int, are: Callable[[str], object]) -> bool:
        cells = [row[at].text for row in body if at < len(row) and row[at].text]
        return len(cells) > 1 and sum(bool(are(text)) for text in cells) >= MOST * len(cells)

    names = [at for at in range(width) if headed(words.name_labels, at)]
    names = names or [at for at in range(width) if mostly(at, _names_a_person)][:1]
    if not names:
        return None
    others = [at for at in range(width) if at not in names]
    posts = [at for at in others if headed(words.post_labels, at)]
    posts = [at for at in posts if len(posts) == 1 or not mostly(at, words.units.match)]
    posts = posts or [at for at in others if mostly(at, words.post_starts.match)]
    if not posts and not any(words.post_labels.search(label) for label in labels[names[0]]):
        below = sum(len(row[names[0]].lines) > 1 for row in body if names[0] < len(row))
        if below < MOST * len(body):
            return None
    rest = [at for at in others if at not in posts]
    units = [at for at in rest if headed(words.unit_labels, at)] or [at for at in rest if mostly(at, words.units.match)]
    return Columns(tuple(names), tuple(posts), units[0] if len(units) == 1 else None, headings)


def person_lines(grid: Sequence[Sequence[Cell]], columns: Columns) -> Iterator[str]:
    """Returns the line of each row; an empty one for a row without text."""
    group = ""  # the body that a row of its own names for those that follow
    for number, row in enumerate(grid):
        texts = [cell.text for cell in row if cell.own]
        named = _only_text(texts) if number >= columns.headings else None
        if named is not None and vocabulary().units.match(named):
            group = named
        elif len({cell.element for cell in row}) == 1:
            group = ""
        elif number >= columns.headings:
            texts = list(_pieces(row, columns, group))
        yield CELLS.join(filter(None, texts))


def _heading_rows(grid: Sequence[Sequence[Cell]]) -> int:
    """The number of rows with headings at the top of a table."""
    for number, row in enumerate(grid[:HEADING_ROWS]):
        elements = {cell.element: cell.text for cell in row}
        headed = sum(map(_is_label, elements.values()))
        if not (all(one.tag == "th" for one in elements) or headed > 1 or (headed and not number)):
            return number
    return min(len(grid), HEADING_ROWS)


def _is_label(text: str) -> bool:
    words = vocabulary()
    return any(by.fullmatch(text) for by in (words.name_labels, words.post_labels, words.unit_labels))


def _names_a_person(text: str) -> bool:
    return is_name(vocabulary().honorifics.sub("", text), NAME_WORDS + 1, any_spelling=True)


def _only_text(texts: Sequence[str]) -> str | None:
    """The only text of a row beside its number, without a number before it; None where it has more, or none."""
    rest = [text for text in texts if not _NUMBER.fullmatch(text)]
    return _NUMBERED.sub("", rest[0], 1) if len(rest) == 1 and len(rest[0].split()) > 1 else None


def _pieces(row: Sequence[Cell], columns: Columns, group: str) -> Iterator[str]:
    """The parts of a row's line, in the order of its columns, but with the name before the posts and the body behind
    its post."""
    posts = [at for at in columns.posts if at < len(row) and row[at].text]
    unit = columns.unit if columns.unit is not None and columns.unit < len(row) else None
    body = row[unit].text if unit is not None else group
    joins = len(posts) == 1 and bool(body) and _continues(row[posts[0]].text, body)
    named = min((*columns.names[:1], *columns.posts))  # where the name comes
    for at, cell in enumerate(row):
        if at == named:
            yield _name(row, columns.names)
        if at in columns.names or (at and cell.element is row[at - 1].element):
            continue
        if at in columns.posts:
            post = _post(cell.lines)
            yield _with_body(post, body) if joins and at == posts[0] else post
        elif cell.own and not (joins and at == unit):
            yield cell.text


def _name(row: Sequence[Cell], places: Sequence[int]) -> str:
    """The name in one cell or several, with the post that stands below it in the same cell."""
    cells = {row[at].element: row[at] for at in places if at < len(row)}
    if len(cells) > 1:
        parts = [cell.text for cell in cells.values() if cell.text]
        together = " ".join(parts)
        return together if is_name(together, NAME_WORDS + 1, any_spelling=True) else CELLS.join(parts)
    lines = next(iter(cells.values())).lines if cells else ()
    if len(lines) > 1 and _names_a_person(lines[0]):
        return lines[0] + CELLS + " ".join(lines[1:])
    return " ".join(lines)


def _post(lines: Sequence[str]) -> str:
    """The posts in the lines of a cell, each of which may go on in the next line."""
    starts = vocabulary().post_starts
    parts = (f"{CELLS if number and starts.match(line) else ' '}{line}" for number, line in enumerate(lines))
    return "".join(parts).strip()


def _continues(post: str, body: str) -> bool:
    """Whether a post lacks the body in another cell: a short one, or a longer one that names none."""
    words = post.split()
    if not post[-1].isalpha():
        return False
    if len(words) <= POST_WORDS or _shared(post, body):
        return True
    return len(words) <= LONG_POST_WORDS and not _names_body(words[1:])


def _names_body(words: Sequence[str]) -> bool:
    return any(vocabulary().units.match(" ".join(words[at:])) for at in range(len(words)))


def _with_body(post: str, body: str) -> str:
    """A post continued by its body, whose first words it may have at its end: "Trưởng phòng", "Phòng Nội vụ"."""
    return " ".join([post, *body.split()[_shared(post, body) :]])


def _shared(post: str, body: str) -> int:
    """The number of words at the end of a post with which its body begins, and goes on."""
    end, start = post.lower().split(), body.lower().split()
    counts = range(min(3, len(end) - 1, len(start) - 1), 0, -1)
    return next((count for count in counts if end[-count:] == start[:count]), 0)
