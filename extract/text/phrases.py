"""Phrases of a lexicon, matched token by token, the longest first, in time linear in the length of the text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from extract.text.normalize import fold
from extract.text.tokens import TOKEN, Tokens, one_mark


def split_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase of a lexicon as the folded words that `read_words` would read."""
    return tuple(one_mark(fold(match.group())) for match in TOKEN.finditer(phrase))


class PhraseMatcher:
    """Phrases with a label each, as trees of words. `match_at` returns the longest one that begins at a word."""

    def __init__(self, labelled: Mapping[str, Iterable[str]]) -> None:
        self._ahead, self._back = _Node(), _Node()
        for label, phrases in labelled.items():
            for phrase in map(split_phrase, phrases):
                self._ahead.add(phrase, label)
                self._back.add(phrase[::-1], label)

    def find_all(self, tokens: Tokens) -> dict[int, tuple[int, str]]:
        """The match at each word at which a phrase begins, in reading order."""
        first, places = self._ahead.after, range(len(tokens))
        hopeful = [place for place, word in enumerate(tokens.folded) if word in first]
        return {place: found for place in hopeful if (found := _longest(self._ahead, tokens, places[place:]))}

    @property
    def first_words(self) -> Collection[str]:
        """The folded words with which some phrase begins."""
        return self._ahead.after.keys()

    def match_at(self, tokens: Tokens, place: int) -> tuple[int, str] | None:
        """The length and the label of the longest phrase that begins at `place` and stays in its sentence."""
        length = len(tokens.folded)
        if place >= length or tokens.folded[place] not in self._ahead.after:
            return None
        return _longest(self._ahead, tokens, range(place, length))

    def match_before(self, tokens: Tokens, place: int, longest: int = 5) -> tuple[int, str] | None:
        """The length and the label of the longest phrase that ends right before `place`, of at most `longest` words."""
        if place <= 0 or tokens.folded[place - 1] not in self._back.after:
            return None
        return _longest(self._back, tokens, range(place - 1, max(-1, place - 1 - longest), -1))

    def is_phrase(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` are exactly one phrase."""
        found = self.match_at(tokens, start)
        return found is not None and start + found[0] == end


class _Node:
    """A place in the tree: the label of the phrase that ends here, if one does, and the words that may follow."""

    __slots__ = ("label", "after")

    def __init__(self) -> None:
        self.label: str | None = None
        self.after: dict[str, _Node] = {}

    def add(self, phrase: Sequence[str], label: str) -> None:
        """Put a phrase below this node; of two labels of one phrase the first stays."""
        node = self
        for word in phrase:
            node = node.after.setdefault(word, _Node())
        node.label = node.label or label


def _longest(node: _Node, tokens: Tokens, places: range) -> tuple[int, str] | None:
    """The length and the label of the longest phrase of the tree that the words of one sentence spell."""
    found: tuple[int, str] | None = None
    folded, sentence = tokens.folded, tokens.sentence[places[0]]
    for length, place in enumerate(places, start=1):
        following = node.after.get(folded[place])
        if following is None or tokens.sentence[place] != sentence:
            return found
        node = following
        found = (length, node.label) if node.label is not None else found
    return found
