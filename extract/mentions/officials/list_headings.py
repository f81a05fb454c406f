"""What a line above a list of persons says of all of them, and what may stand between: headings of columns, bodies."""

from __future__ import annotations

from extract.mentions.officials.openings import opening
from extract.mentions.officials.verbs import verbs
from extract.text.tokens import Tokens

_LABELS, _LABEL_WORDS = 3, 24  # lines between a list and what introduces it, and the words of one
_COLUMN_WORDS = 5  # of the heading of a column
_END_MARKS = (".", "?", "!", ";", ":", "…")


def list_heading(tokens: Tokens, place: int) -> frozenset[str]:
    """The roles that a line above a list gives to those in it, where it names nobody: "Tham dự cuộc họp có:".

    Between the two there may be the headings of columns and the body of the first persons.
    """
    for _ in range(_LABELS + 1):
        end, _ = tokens.sentence_around(place)
        if end and tokens.folded[end - 1] == ":":
            start, _ = tokens.sentence_around(end - 1)
            return opening(tokens, start, end).introduces or frozenset()
        if not _is_below_label(tokens, place):
            break
        place = end - 1
    return frozenset()


def goes_on_after(tokens: Tokens, place: int, sentence: int) -> bool:
    """Whether there is nothing but labels between a sentence, by its number, and that of a word behind it."""
    for _ in range(_LABELS + 1):
        if tokens.sentence[place] == sentence + 1:
            return True
        if not _is_below_label(tokens, place):
            break
        place = tokens.sentence_around(place)[0] - 1
    return False


def _is_below_label(tokens: Tokens, place: int) -> bool:
    """Whether the sentence before that of a word is a label: the headings of columns, a number, or few words on a line
    without a verb and an end mark."""
    end, _ = tokens.sentence_around(place)
    if not end:
        return False
    start, _ = tokens.sentence_around(end - 1)
    words = tokens.folded[start:end]
    if words[-1] in _END_MARKS or len(words) > _LABEL_WORDS:
        return len(words) == 2 and words[-1] == "."
    columns = " ".join(words).split(" , ")
    if len(columns) > 2 and all(len(column.split()) <= _COLUMN_WORDS for column in columns):
        return True
    return next(iter(verbs(tokens, start, end, nominal=False)), None) is None
