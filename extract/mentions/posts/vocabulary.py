"""The vocabulary of posts, from lexicons/posts.toml, as phrases to be matched word by word."""

from __future__ import annotations

from functools import cache

from extract.text import lexicon
from extract.text.phrases import PhraseMatcher, split_phrase

POST_LEXICON = "posts"


@cache
def heads() -> PhraseMatcher:
    """Words that a post begins with, labelled complete, collective, usual, needs_body or rank."""
    tokens = _section("heads")
    needs_body = set(tokens["needs_body"])
    deputies = _deputies()
    dotted = [f"{head}." for head in tokens["dotted"]]
    plain = (*tokens["deputised"], *deputies, *tokens["single"], *tokens["short"], *tokens["misprinted"])
    usual = [head for head in plain if head not in needs_body]
    ranks = _section("ranks")["words"]
    kinds = {name: tokens[name] for name in ("complete", "collective")}
    return PhraseMatcher({**kinds, "usual": usual, "needs_body": [*needs_body, *dotted], "rank": ranks})


@cache
def head_phrases() -> frozenset[tuple[str, ...]]:
    """All heads as folded words, to ask whether a beginning of a longer head is one too."""
    lists = _section("heads")
    plain = (head for name in ("complete", "deputised", "single", "short") for head in lists[name])
    return frozenset(map(split_phrase, (*plain, *_deputies())))


@cache
def bodies() -> PhraseMatcher:
    """Bodies of posts, labelled closed or open, and the modifiers between a head and its body."""
    tail = _section("tail")
    countries = lexicon.load("post_parts")["unit"]["countries"]
    nations = [f"{word} {country}" for word in tail["nation"] for country in countries]
    closed = [*tail["closed"], *nations]
    return PhraseMatcher({"closed": closed, "open": tail["open"], "modifier": _section("modifiers")["after"]})


@cache
def tail(name: str) -> PhraseMatcher:
    """The phrases of one list of the lexicon's [tail]: units, stops, openers, terms, superior, institutions or
    above.
    """
    return PhraseMatcher({name: _section("tail")[name]})


@cache
def tail_words(name: str) -> frozenset[str]:
    """The single words of one list of the lexicon's [tail]."""
    return frozenset(_section("tail")[name])


@cache
def compounds() -> PhraseMatcher:
    """Words with a later syllable at which a post would otherwise end (lexicons/words.toml)."""
    return PhraseMatcher({"word": [*lexicon.load("words")["posts"]["words"], *_section("tail")["inner_words"]]})


@cache
def modifiers(name: str) -> PhraseMatcher:
    """The phrases of one list of the lexicon's [modifiers]: before, dropped, joins, several, appointed …"""
    return PhraseMatcher({name: _section("modifiers")[name]})


@cache
def gaps(name: str) -> frozenset[tuple[str, ...]]:
    """Words allowed between a name and the posts after it ("follows"), or between posts and the name after them
    ("touches"); they may also be adjacent."""
    return frozenset({(), *(split_phrase(gap) for gap in _section("links")[name])})


@cache
def introducing() -> frozenset[str]:
    """Words that may occur between posts in the plural and the list of persons who hold them."""
    return frozenset(_section("links")["introduces"])


@cache
def opens_list() -> frozenset[str]:
    """Words that may occur between a comma after posts in the plural and the list of persons."""
    return frozenset(_section("links")["opens_list"])


def _deputies() -> list[str]:
    """The heads of deputies: "Phó Giám đốc"."""
    tokens = lexicon.load(POST_LEXICON)["heads"]
    return [f"{tokens['deputy']} {head}" for head in tokens["deputised"]]


def _section(name: str) -> dict[str, list[str]]:
    section: dict[str, list[str]] = lexicon.load(POST_LEXICON)[name]
    return section
