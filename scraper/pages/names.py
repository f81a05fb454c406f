"""Whether a line or a cell is a person's name."""

from __future__ import annotations

import re

from scraper.pages.decode import is_syllable
from scraper.pages.vocabulary import vocabulary

NAME_WORDS = 5  # of a name alone on its line
ADDRESS = re.compile(r"https?://|www\.|\.(?:vn|com|net|org)\b", re.I)


def is_name(text: str, most_words: int = NAME_WORDS, any_spelling: bool = False) -> bool:
    """Returns whether a text looks like a person's name, or two: a few capitalised words, none of an office.

    With `any_spelling` its words need not be spelt like Vietnamese syllables, as in "Ksor H'Loan".
    """
    text = vocabulary().remarks.sub("", text).strip(" \t:;,.-–()[]")
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*" if any_spelling else r"[^\W\d_]+", text)
    if not 2 <= len(words) <= most_words or any(letter.isdigit() for letter in text) or ADDRESS.search(text):
        return False
    if text.isupper() and len(words) > NAME_WORDS - 2 and not any_spelling and not re.search(r" [-–,&] ", text):
        return False  # a heading in capitals
    if not all(word[0].isupper() for word in words) or re.search(r"[:;?!\"“”/]", text):
        return False
    first = words[0].lower()
    return first not in vocabulary().no_names and (any_spelling or all(map(_is_name_word, words)))


def _is_name_word(word: str) -> bool:
    """Whether a word is a syllable, or an abbreviation, such as of an office after a name."""
    return is_syllable(word) or word.isupper() and len(word) <= 4
