"""Regular expressions over the words of the lexicons, each compiled when it is first used and kept.

A `WordPattern` is written with placeholders for lists of a lexicon. `{frames.held_on}` is any of the words of `[frames]
held_on` in the pattern's own lexicon, `{places/tiers.commune}` of another, `{day.lead+day.first_ten}` of several lists;
for a table the keys are used. A form after a colon says how they are inserted:

- none: any of the words folded, the longest first, blanks stretchable;
- `printed`: the same as the lexicon writes them, for text that is not folded;
- `letters`: the characters of the entry, for use within a class;
- `unless`: the text before does not end with one of the words; `unless_apart`: nor with one and a blank.

A source of several lines is verbose: blanks and comments in it are ignored, a blank is written `[ ]` or `\\s`.
`whole_words`, `starts_with` and `ends_with` are the patterns of one list and a boundary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import Protocol

from extract.text.lexicon import any_of, load, stretchable
from extract.text.normalize import fold
from extract.text.word_starts import FIGURE, Matcher, first_word, matches_at, starts_of

_PLACEHOLDER = re.compile(r"\{(?P<names>[a-z_][\w./+]*)(?::(?P<form>[a-z_]+))?\}")


class Finder(Protocol):
    """`finditer` of a compiled pattern."""

    def __call__(self, string: str, pos: int = ..., endpos: int = ...) -> Iterator[re.Match[str]]: ...


class WordPattern:
    """A pattern over the lists of a lexicon. Nothing is read or compiled before its first use.

    `parts` are named pieces of the source: another pattern, a source with placeholders of its own, or a function that
    returns words which no one list of a lexicon holds. `begins` names the lists of the words with which a match begins,
    always as whole words; `\\d` among them is any figure.
    """

    def __init__(
        self,
        lexicon: str,
        source: str,
        *,
        begins: str = "",
        **parts: WordPattern | str | Callable[[], Iterable[str]],
    ) -> None:
        self._lexicon, self._source, self.begins, self._parts = lexicon, source, begins, parts

    @cached_property
    def pattern(self) -> str:
        """The regular expression, with the words in place of the placeholders."""
        return self._expanded(self._source)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern)

    @cached_property
    def search(self) -> Matcher:
        """`search` of the compiled pattern."""
        return self.compiled.search

    @cached_property
    def match(self) -> Matcher:
        """`match` of the compiled pattern."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Matcher:
        """`fullmatch` of the compiled pattern."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Finder:
        """`finditer` of the compiled pattern."""
        return self.compiled.finditer

    def find_in(self, folded: str, printed: str | None = None) -> Iterator[re.Match[str]]:
        """The matches in a whole folded text, tried only where a word begins with which a match may begin.
        With `printed` the matches are in the text as printed, of which `folded` is the folded form."""
        return matches_at(self.match, folded if printed is None else printed, starts_of(folded, self._first_words))

    @cached_property
    def _first_words(self) -> frozenset[str]:
        names = self.begins.split("+")
        words = (word for name in names if name != FIGURE for word in self._words_of_lists(name))
        return frozenset([*(first_word(fold(word)) for word in words), *(name for name in names if name == FIGURE)])

    def split(self, text: str) -> list[str]:
        """The pieces of the text between what matches, without the groups of the pattern."""
        ends = [(match.start(), match.end()) for match in self.finditer(text)]
        return [text[start:end] for (_, start), (end, _) in zip([(0, 0), *ends], [*ends, (len(text), 0)])]

    def _expanded(self, source: str) -> str:
        flag = "x" if "\n" in source else "-x"
        return f"(?{flag}:{_PLACEHOLDER.sub(self._put_in, source)})"

    def _put_in(self, placeholder: re.Match[str]) -> str:
        names = placeholder["names"]
        part = self._parts.get(names)
        if isinstance(part, WordPattern):
            return part.pattern
        if isinstance(part, str):
            return self._expanded(part)
        return _FORMS[placeholder["form"]](part() if part else self._words_of_lists(names))

    def _words_of_lists(self, names: str) -> Iterable[str]:
        """The words of lists, joined by "+": of a lexicon, or of a function among the parts."""
        for name in names.split("+"):
            part = self._parts.get(name)
            yield from part() if callable(part) else words_of(self._lexicon, name)


def words_of(lexicon: str, name: str) -> list[str]:
    """The words of a list "section.key", or of "other/section.key" in another lexicon. Raises KeyError."""
    other, _, path = name.rpartition("/")
    entry = load(other or lexicon)
    for key in path.split("."):
        entry = entry[key]
    return [entry] if isinstance(entry, str) else list(entry)


@cache
def whole_words(lexicon: str, *path: str) -> WordPattern:
    """Any of the words of a list, as whole words, in folded text."""
    name = ".".join(path)
    return WordPattern(lexicon, rf"(?<!\w){{{name}}}(?!\w)", begins=name)


@cache
def starts_with(lexicon: str, *path: str) -> WordPattern:
    """A pattern to `match` with: blanks, then any of the words of a list, as whole words."""
    return WordPattern(lexicon, rf"\s*{{{'.'.join(path)}}}(?!\w)")


@cache
def ends_with(lexicon: str, *path: str) -> WordPattern:
    """A pattern to `search` with: any of the words of a list, as whole words, at the end of a text."""
    return WordPattern(lexicon, rf"(?<!\w){{{'.'.join(path)}}}\s*$")


def _printed(words: Iterable[str]) -> str:
    return "(?:" + "|".join(stretchable(word) for word in sorted(words, key=lambda word: -len(word))) + ")"


def _letters(words: Iterable[str]) -> str:
    return re.escape("".join(words))


def _unless(words: Iterable[str]) -> str:
    return "".join(f"(?<!{re.escape(fold(word))})" for word in words)


def _unless_apart(words: Iterable[str]) -> str:
    return "".join(f"(?<!{re.escape(fold(word))}[ ])" for word in words)


_FORMS: dict[str | None, Callable[[Iterable[str]], str]] = {
    None: any_of,
    "printed": _printed,
    "letters": _letters,
    "unless": _unless,
    "unless_apart": _unless_apart,
}
