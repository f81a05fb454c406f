"""The vocabulary of posts, from lexicons/posts.toml, as phrases to be matched word by word."""

from __future__ import annotations

from functools import cache

from extract import lexicon
from extract.mentions.officials.words import Phrases, split_phrase

POST_LEXICON = "posts"


@cache
def heads() -> Phrases:
    """Words that a post begins with, labelled complete, collective, usual, needy or rank."""
    words = _section("heads")
    needy = set(words["needs_body"])
    deputies = [f"Phó {head}" for head in words["deputised"]]
    dotted = [f"{head}." for head in words["dotted"]]
    plain = (*words["deputised"], *deputies, *words["single"], *words["short"], *words["misprinted"])
    usual = [head for head in plain if head not in needy]
    ranks = _section("ranks")["words"]
    kinds = {name: words[name] for name in ("complete", "collective")}
    return Phrases({**kinds, "usual": usual, "needy": [*needy, *dotted], "rank": ranks})


@cache
def bodies() -> Phrases:
    """Bodies of posts, labelled closed or open, and the modifiers between a head and its body."""
    tail = _section("tail")
    return Phrases({"closed": tail["closed"], "open": tail["open"], "modifier": _section("modifiers")["after"]})


@cache
def tail(name: str) -> Phrases:
    """The phrases of one list of the lexicon's [tail]: units, stops, openers, terms, superior, institutions or
    above.
    """
    return Phrases({name: _section("tail")[name]})


@cache
def tail_words(name: str) -> frozenset[str]:
    """The single words of one list of the lexicon's [tail]."""
    return frozenset(_section("tail")[name])


@cache
def modifiers(name: str) -> Phrases:
    """The phrases of one list of the lexicon's [modifiers]: before, dropped, joins, several, appointed …"""
    return Phrases({name: _section("modifiers")[name]})


@cache
def gaps(name: str) -> frozenset[tuple[str, ...]]:
    """What may stand between a name and the posts after it ("follows"), or between posts and the name after them
    ("touches"); nothing at all may too."""
    return frozenset({(), *(split_phrase(gap) for gap in _section("links")[name])})


@cache
def introducing() -> frozenset[str]:
    """Words of which any may stand between posts in the plural and the list of persons who hold them."""
    return frozenset(_section("links")["introduces"])


def _section(name: str) -> dict[str, list[str]]:
    section: dict[str, list[str]] = lexicon.load(POST_LEXICON)[name]
    return section
