"""Words that the end of a post would cut through, distilled from underthesea into a list that costs nothing to use.

    python -m benchmarks.post_words TEXTS.jsonl [--write] [--limit N]

A post ends before a verb, but "nhân" of "Trưởng khoa Thận nhân tạo" is no verb. underthesea.word_tokenize tells it: a
word that straddles the end shows that the post was cut. From every second text of TEXTS (JSON Lines with `text`) the
words are taken that hold such a syllable behind their first; the posts of the others say what the list loses against
asking underthesea at every post. `--write` puts the list into extract/lexicons/words.toml.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from extract.mentions.names.find import find_names
from extract.mentions.posts.find import find_bodies, find_chains, find_heads, small_lettered
from extract.text import lexicon
from extract.text.document import read_document
from extract.text.normalize import fold
from extract.text.tokens import Tokens, read_tokens
from scraper.article import Article

LEXICON = Path(__file__).resolve().parent.parent / "extract" / "lexicons" / "words.toml"
_BEHIND = 8  # tokens of the window behind a post
_TIMES, _SHARE = 8, 0.6  # minimum occurrences of a word, and its share of those of its syllables side by side
_HEAD = """\
# Words that hold a syllable at which a post would end: "nhân tạo", "bản quyền". Distilled with
# underthesea.word_tokenize by `python -m benchmarks.post_words --write`; not edited by hand.

[posts]
words = [
"""


def ends(text: str) -> Iterator[tuple[Tokens, str, int, int]]:
    """The tokens of a text, the text, and start and end of every post that stops before a word in small letters."""
    document = read_document(Article(id="a", paragraphs=tuple(text.split("\n"))))
    tokens = read_tokens(document)
    bodies = find_bodies(tokens)
    heads = find_heads(tokens, bodies)
    names, _ = find_names(tokens, heads, small_lettered(tokens, bodies))
    for chain in find_chains(tokens, heads, {at for name in names for at in (name.lead, name.start)}):
        for post in chain.posts:
            if _stops_in_small_letters(tokens, post.end) and not post.rank:
                yield tokens, document.text, post.start, post.end


def _stops_in_small_letters(tokens: Tokens, end: int) -> bool:
    inside = end < len(tokens) and tokens.sentence[end] == tokens.sentence[end - 1]
    return inside and tokens.shape[end] == "lower" and tokens.shape[end - 1] != "mark"


def straddling(tokens: Tokens, text: str, start: int, end: int) -> str | None:
    """The word over the end of a post, as folded syllables; None where the end is between two words."""
    from underthesea import word_tokenize

    last = min(end + _BEHIND, len(tokens)) - 1
    reached, cut = 0, len(text[tokens.start[start] : tokens.end[end - 1]].split())
    for word in word_tokenize(text[tokens.start[start] : tokens.end[last]]):
        size = len(word.split())
        if reached < cut < reached + size:
            return fold(word)
        reached += size
    return None


def compounds(texts: Sequence[str]) -> list[str]:
    """The words of the texts that hold, behind their first syllable, one at which a post would end."""
    from underthesea import word_tokenize

    stops = {phrase.split()[0] for phrase in lexicon.load("posts")["tail"]["stops"]}
    words, capitals, pairs = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for line in (line for text in texts for line in text.split("\n")):
        printed = word_tokenize(line)
        found = [fold(word) for word in printed]
        capitals.update(fold(word) for word in printed if all(syllable[:1].isupper() for syllable in word.split()))
        syllables = " ".join(found).split()
        pairs.update(pair for pair in zip(syllables, syllables[1:]) if pair[1] in stops)
        words.update(word for word in found if word.isalpha() or stops.intersection(word.split()[1:]))
    names = {word for word, times in capitals.items() if times > words[word] / 2}
    kept = (word for word, times in words.items() if times >= _TIMES and _stands(words, pairs, stops, word))
    return sorted(word for word in kept if word not in names)


def _stands(words: Counter[str], pairs: Counter[tuple[str, str]], stops: set[str], word: str) -> bool:
    """Whether the syllables around a stop of a word belong together in nearly all of their occurrences."""
    syllables = word.split()
    around = [pair for pair in zip(syllables, syllables[1:]) if pair[1] in stops]
    together = all(words[word] >= _SHARE * pairs[pair] for pair in around)
    return bool(around) and together and all(map(str.isalpha, syllables))


def main() -> None:
    """Compute the list, measure its loss, and write it if requested."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--limit", type=int, default=6000)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with options.texts.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, options.limit)]
    words = compounds(texts[::2])
    begun = time.process_time()
    flagged = [word for text in texts[1::2] for found in ends(text) if (word := straddling(*found))]
    spent, asked = time.process_time() - begun, sum(1 for text in texts[1::2] for _ in ends(text))
    print(f"{len(words)} words; {asked} posts of other texts end in small letters, {len(flagged)} in mid-word")
    print(f"of these in the list: {sum(any(f' {one} ' in f' {word} ' for one in words) for word in flagged)}")
    print(f"{1e3 * spent / max(asked, 1):.2f} ms a post with underthesea, the reading of the text included")
    print(*Counter(flagged).most_common(80), sep="\n")
    if options.write:
        LEXICON.write_text(_HEAD + "".join(f'  "{word}",\n' for word in words) + "]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
