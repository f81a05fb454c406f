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
        first, following = self._ahead.after, [*tokens.folded[1:], ""]
        candidates = [
            place
            for place, word in enumerate(tokens.folded)
            if word in first and ((node := first[word]).label is not None or following[place] in node.after)
        ]
        return {place: found for place in candidates if (found := self.match_at(tokens, place))}

    def first_place(self, tokens: Tokens, start: int, end: int) -> int | None:
        """The first of the words from `start` to `end` at which a phrase begins."""
        return next((at for at in self.begun_in(tokens, start, end) if self.match_at(tokens, at)), None)

    def begins_in(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether a phrase begins at one of the words from `start` to `end`."""
        return self.first_place(tokens, start, end) is not None

    def labels_in(self, tokens: Tokens, start: int, end: int) -> list[tuple[int, str]]:
        """Each of the words from `start` to `end` at which a phrase begins, with the label of the longest one."""
        begun = self.begun_in(tokens, start, end)
        return [(at, found[1]) for at in begun if (found := self.match_at(tokens, at))]

    def begun_in(self, tokens: Tokens, start: int, end: int) -> list[int]:
        """Each of the words from `start` to `end` that is the first word of a phrase."""
        first, words = self._ahead.after, tokens.folded[start:end]
        if first.keys().isdisjoint(words):
            return []
        return [at for at, word in enumerate(words, start) if word in first]

    @property
    def first_words(self) -> Collection[str]:
        """The folded words with which some phrase begins."""
        return self._ahead.after.keys()

    def match_at(self, tokens: Tokens, place: int) -> tuple[int, str] | None:
        """The length and the label of the longest phrase that begins at `place` and stays in its sentence."""
        folded, sentences = tokens.folded, tokens.sentence
        if place >= len(folded):
            return None
        node, at = self._ahead.after.get(folded[place]), place
        found: tuple[int, str] | None = None
        while node is not None:
            at += 1
            if node.label is not None:
                found = (at - place, node.label)
            goes_on = node.after and at < len(folded) and sentences[at] == sentences[place]
            node = node.after.get(folded[at]) if goes_on else None
        return found

    def match_before(self, tokens: Tokens, place: int, longest: int = 5) -> tuple[int, str] | None:
        """The length and the label of the longest phrase that ends right before `place`, of at most `longest` words."""
        folded, sentences = tokens.folded, tokens.sentence
        if place <= 0:
            return None
        node, at = self._back.after.get(folded[place - 1]), place
        first = max(0, place - longest)
        found: tuple[int, str] | None = None
        while node is not None:
            at -= 1
            if node.label is not None:
                found = (place - at, node.label)
            goes_on = node.after and at > first and sentences[at - 1] == sentences[place - 1]
            node = node.after.get(folded[at - 1]) if goes_on else None
        return found

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
