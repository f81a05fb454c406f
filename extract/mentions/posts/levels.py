"""The level of a post: central, province, district or commune, and its source.

The unit of the post decides, then the words of its body and head. Where these are not enough, the level is that of
other posts of the same person, of the article, or of the site, in that order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from extract.mentions.posts.home import ArticleHome
from extract.mentions.posts.vocabulary import tail_words
from extract.model import LevelBasis, Position
from extract.text import lexicon
from extract.text.normalize import fold
from extract.text.phrases import split_phrase

LEVELS = ("central", "province", "district", "commune")
_TIERS = ("city", *LEVELS)
_LABELS = ("none", "outside", "unknown", "city", *LEVELS)  # of two lists with the same phrase the first counts


def settle_levels(home: ArticleHome, people: Iterable[Sequence[Position]]) -> list[tuple[Position, ...]]:
    """The posts of every person with their levels, the sources of these, and the codes of their units."""
    read = [[_of_words(home, position) for position in positions] for positions in people]
    read = [[_of_person(positions, at) for at in range(len(positions))] for positions in read]
    usual = _usual(one for positions in read for one in positions)
    placed = [
        [one if _of_firm(positions, one) else _of_article(home, usual, one) for one in positions] for positions in read
    ]
    codes = _codes(home, (one for positions in placed for one in positions))
    return [tuple(_coded(home, codes, one) for one in positions) for positions in placed]


def highest(positions: Iterable[Position]) -> str | None:
    """The highest level of several posts."""
    levels = {position.level for position in positions}
    return next((level for level in LEVELS if level in levels), None)


def _of_words(home: ArticleHome, position: Position) -> Position:
    """A post with the level of its own words."""
    if position.head is None or position.rank:
        return position
    named = _level_in_words(home, position)
    return replace(position, level=named, level_basis="words") if named else position


def _level_in_words(home: ArticleHome, position: Position) -> str | None:
    if _is_abroad(position):
        return None
    tiers = [label for label, _ in labels_of(position.unit or "") if label in _TIERS]
    name = _bare(position.unit)
    labels = labels_of(_without_seat(position.text))
    if tiers:
        return home.city_level(name) if tiers[0] == "city" else tiers[0]
    if any(label == "outside" for label, _ in labels):
        return None
    named = [label for label, _ in labels if label in _TIERS]
    local = [label for label in named if label != "central"]
    if local:
        return home.city_level(name) if local[-1] == "city" else local[-1]
    return (home.level_of_name(name) if name else None) or (named[-1] if named else None)


@lru_cache(maxsize=1 << 14)
def _without_seat(text: str) -> str:
    """A post without the place where its office sits: "Trưởng Cơ quan thường trực Ban Dân vận Trung ương [tại …]"."""
    words = text.split()
    seat = (at for at, word in enumerate(words) if word in tail_words("serves_in"))
    return " ".join(words[: next(seat, len(words))])


def _of_person(positions: Sequence[Position], at: int) -> Position:
    """A post without a level of its own, with that of the next post of the same person, else of the one before it that
    is not only a membership."""
    here = positions[at]
    if not _open(here):
        return here
    after = [one for one in positions[at + 1 :] if one.level]
    before = [one for one in reversed(positions[:at]) if one.level and not _is_membership(one)]
    source = next(iter((*after, *before)), None)
    return here if source is None else replace(here, level=source.level, level_basis="person")


def _of_article(home: ArticleHome, usual: str | None, position: Position) -> Position:
    """A post without another level, with that of the article or the site."""
    labels = {label for label, _ in labels_of(position.text)}
    if not _open(position) or labels & {"unknown"}:
        return position
    level: str | None
    basis: LevelBasis
    if home.rural and _in_list("rural", position.text):
        level, basis = "commune", "article"
    elif home.site_level:
        level, basis = home.site_level, "site"
    else:
        level, basis = usual, "article"
    return replace(position, level=level, level_basis=basis) if level else position


def _is_abroad(position: Position) -> bool:
    """Whether a post is of another country: "Bộ trưởng Quốc phòng Trung Quốc"."""
    return fold(position.unit or "") in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold(name) for name in lexicon.load("post_parts")["unit"]["countries"])


def _open(position: Position) -> bool:
    """Whether the level of a post is still to be found; firms, schools and foreign bodies have none."""
    if position.level or position.rank or position.head is None:
        return False
    if _of_event(position.text) or _is_abroad(position):
        return False
    return not any(label == "outside" for label, _ in labels_of(position.text))


@lru_cache(maxsize=1 << 14)
def _of_event(text: str) -> bool:
    """Whether a post is one of an event as a whole: "Trưởng Ban Tổ chức"."""
    return fold(text) in lexicon.load("post_parts")["level"]["of_events"]


def _of_firm(positions: Sequence[Position], position: Position) -> bool:
    """Whether a post is in the party or the union of the firm, or the foreign body, that the same person leads."""
    if not _in_list("cells", position.text):
        return False
    return any(_in_list("firms", one.text) for one in positions if one is not position)


def _usual(positions: Iterable[Position]) -> str | None:
    """The level below the central one of most posts of an article; the central one where no post has another."""
    named = Counter(one.level for one in positions if one.level and not _is_membership(one))
    local = [level for level, _ in named.most_common() if level != "central"]
    return local[0] if local else next(iter(named), None)


def _codes(home: ArticleHome, positions: Iterable[Position]) -> dict[str, str]:
    """By level, the code of the only unit that posts of the article name."""
    found: dict[str, set[str]] = {}
    for one in positions:
        if one.level and (name := _bare(one.unit)) and (code := home.unit_code(name, one.level, _tier(one))):
            found.setdefault(one.level, set()).add(code)
    return {level: next(iter(codes)) for level, codes in found.items() if len(codes) == 1}


def _coded(home: ArticleHome, codes: dict[str, str], position: Position) -> Position:
    """A post with the code of its unit: the named one, else the site's own, else the only one that posts name."""
    if position.level is None or position.level == "central":
        return position
    name = _bare(position.unit)
    code = home.unit_code(name, position.level, _tier(position)) or (None if name else codes.get(position.level))
    return replace(position, unit_code=code)


def _tier(position: Position) -> str:
    """The tier of a post's unit, folded and spelled out, from the unit or the committee that it is printed with."""
    return _tier_in(f"{position.body or ''} {position.unit or ''}")


@lru_cache(maxsize=1 << 14)
def _tier_in(text: str) -> str:
    tiers: dict[str, str] = lexicon.load("post_parts")["level"]["tiers_of"]
    return next((tier for word, tier in tiers.items() if _holds(text, word)), "")


def _is_membership(position: Position) -> bool:
    return _in_list("membership", position.text)


@lru_cache(maxsize=1 << 14)
def _bare(unit: str | None) -> str:
    """The name of a unit without its tier; "" where only the tier is printed."""
    words = (unit or "").split()
    size = next((at for at in range(len(words), 0, -1) if " ".join(split_phrase(" ".join(words[:at]))) in _tiers()), 0)
    rest = " ".join(words[size:])
    glued = next((one for one in _glued() if rest.lower().startswith(one) and len(rest) > len(one)), "")
    return rest[len(glued) :].strip()


@lru_cache(maxsize=1 << 14)
def labels_of(text: str) -> tuple[tuple[str, int], ...]:
    """The levels named by the words of a text, in reading order, each with its place; longest phrases first."""
    words, at, found = split_phrase(text), 0, list[tuple[str, int]]()
    while at < len(words):
        sizes = range(min(_longest(), len(words) - at), 0, -1)
        size = next((size for size in sizes if words[at : at + size] in _phrases()), 0)
        if size:
            found.append((_phrases()[words[at : at + size]], at))
        at += size or 1
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _in_list(name: str, text: str) -> bool:
    """Whether a phrase of one list of the lexicon's [level] occurs in a text."""
    return any(_holds(text, phrase) for phrase in lexicon.load("post_parts")["level"][name])


def _holds(text: str, phrase: str) -> bool:
    """Whether a phrase occurs in a text as whole words."""
    return _padded(phrase) in _padded(text)


@lru_cache(maxsize=1 << 14)
def _padded(text: str) -> str:
    """The folded words of a text with a blank around each, for looking up whole words."""
    return f" {' '.join(split_phrase(text))} "


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    lists = lexicon.load("post_parts")["level"]
    labelled: dict[tuple[str, ...], str] = {}
    for label in _LABELS:
        for phrase in lists[label]:
            labelled.setdefault(split_phrase(phrase), label)
    return labelled


@cache
def _longest() -> int:
    return max(map(len, _phrases()))


@cache
def _tiers() -> frozenset[str]:
    return frozenset(" ".join(split_phrase(tier)) for tier in lexicon.load("post_parts")["unit"]["tiers"])


@cache
def _glued() -> tuple[str, ...]:
    """Tiers that are printed without a blank before the name: "TP.Hà Nội", "TPHCM"."""
    return tuple(lexicon.load("post_parts")["unit"]["glued"])
