"""Topics of an article: the words and names that mark it, in the words of underthesea."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from extract.text.lexicon import load
from extract.text.normalize import fold, plain
from scraper.article import Article

MOST = 8
_READ = 2500  # characters of the lead and of the body that are read: later words rarely name what an article is about
_TITLE_COUNTS = 3
_OPENING = re.compile(rf".{{,{_READ - 1}}}(?:[.!?;](?=\s)|(?=\n))", re.DOTALL)
_WORD = re.compile(r"[^\W\d_][\w-]*(?: [^\W\d_][\w-]*)*")  # each syllable begins with a letter
_SEVERAL_SYLLABLES = re.compile(r"\w \w")


def topics_of(article: Article) -> tuple[str, ...]:
    """At most eight words of two or more syllables, or names, that occur in the article; the most distinctive first.

    The score of a word is its number of occurrences in title (each counts three times), lead and opening of the body,
    times the mean rarity of its syllables. It is printed in the form with the fewest capitals; two tone placements are
    one word.
    """
    counts: Counter[str] = Counter()
    forms: dict[str, list[str]] = {}
    for block, times in _blocks(article):
        for word in _candidates(block):
            key = fold(word)
            counts[key] += times
            forms.setdefault(key, []).append(word)
    _add_short_names(counts, [key for key, printed in forms.items() if _is_whole_name(printed[0])])
    best = sorted(counts, key=lambda key: -counts[key] * _rarity(key))  # ties in the order of the text
    return tuple(min(forms[key], key=_capitals) for key in best[:MOST])


def _add_short_names(counts: Counter[str], names: list[str]) -> None:
    """Count a name of one syllable as the first whole name that ends with it: "chị Panh" as "Lò Thị Panh"."""
    for key in [key for key in counts if " " not in key]:
        if whole := next((name for name in names if name.endswith(f" {key}")), None):
            counts[whole] += counts.pop(key)


def _blocks(article: Article) -> Iterator[tuple[str, int]]:
    """The lines that are read, and how often each counts. No word crosses the end of a line."""
    yield _opening(plain(article.title)).replace("\n", " "), _TITLE_COUNTS
    for text in (article.lead, "\n".join(article.paragraphs)):
        for line in _opening(plain(text)).split("\n"):
            yield line, 1


def _opening(text: str) -> str:
    """The part of the text that is read, which ends with a sentence or line, so that no word is cut."""
    if len(text) <= _READ:
        return text
    opening = _OPENING.match(text)
    return opening.group() if opening else ""


def _candidates(line: str) -> Iterator[str]:
    """The words of a line that may be topics, as printed."""
    from underthesea import word_tokenize  # takes a second to load, and only those who ask for topics need it

    before = ""
    for token in word_tokenize(_with_small_unit(line), use_token_normalize=False):
        if _WORD.fullmatch(token) and fold(token) not in _stop_words():
            if _SEVERAL_SYLLABLES.search(token) or not line.isupper() and _is_name(token, before):
                yield token
        before = token


def _with_small_unit(line: str) -> str:
    """The line with a stop word that opens it in lower case: of "Huyện Hữu Lũng" underthesea takes the capital for
    that of the name."""
    return line[:1].lower() + line[1:] if fold(line.partition(" ")[0]) in _stop_words() else line


def _is_name(syllable: str, before: str) -> bool:
    """Whether a single syllable is a name: an abbreviation, or a capital within a sentence."""
    return len(syllable) > 1 and (syllable.isupper() or syllable[0].isupper() and before[-1:].isalnum())


def _is_whole_name(word: str) -> bool:
    """Whether the word has several syllables, each with a capital: "Lò Thị Panh", not "Hoàng gia Canada"."""
    return " " in word and all(syllable[0].isupper() for syllable in word.split())


def _capitals(word: str) -> int:
    return sum(map(str.isupper, word))


def _rarity(word: str) -> float:
    """The mean weight of the syllables in `word_weights`, where those that are not listed weigh 1."""
    weights = _weights()
    syllables = word.split()
    return sum(weights.get(syllable, 1.0) for syllable in syllables) / len(syllables)


@cache
def _weights() -> dict[str, float]:
    steps: dict[str, str] = load("word_weights")["weights"]
    return {fold(word): float(weight) for weight, words in steps.items() for word in words.split()}


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(fold(word) for words in load("topics")["stop"].values() for word in words)
