"""Names of foreigners without an honorific, behind their office: "Tổng thống Pháp Emmanuel Macron".

Behind an office of state a run of capitalised words is a name if one of them is no Vietnamese syllable, or if a country
is right before it ("Chủ tịch Trung Quốc Tập …"). Names of firms and teams are spelled alike; so behind other offices
only a country or an abbreviation may be between.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from extract.gazetteer.units import is_unit
from extract.mentions.names.context import LONGEST, syllables
from extract.mentions.names.values import NameMention
from extract.mentions.names.vocabulary import abroad, abroad_words, heads_abroad, honorifics, syllable, verbs_after
from extract.text.normalize import toneless
from extract.text.tokens import SYLLABLES, Tokens

_REACH = 14  # words between an office and the name behind it
_SHORTEST = 2
_MOST_SYLLABLES = 4  # of a name in Vietnamese syllables: "Ban Ki Mun"


def names_in_office(
    tokens: Tokens, heads: Mapping[int, tuple[int, str]], taken: Collection[int]
) -> Iterator[NameMention]:
    """The names behind offices, in reading order of the offices; `taken` are words of other names, which count only
    right behind a country: "Thủ tướng Đức Angela …" is no "Đức Angela …"."""
    reached = 0
    for place in sorted(heads):
        office = heads_abroad().match_at(tokens, place)
        if place < reached or office is None or abroad("stands_for").match_before(tokens, place):
            continue
        begin = _first_word(tokens, heads, place, taken, state=office[1] == "offices")
        if begin is not None and _is_name(tokens, begin, end := _end(tokens, begin)):
            title = abroad("titles").match_before(tokens, begin) or (0, "")
            yield NameMention(begin - title[0], begin, end, "titled")
            reached = end


def called_in_office(
    tokens: Tokens, heads: Mapping[int, tuple[int, str]], known: Collection[tuple[str, ...]], taken: Collection[int]
) -> Iterator[NameMention]:
    """The last words alone of `known` names right behind an office of state: "Tổng thống Macron"."""
    last = {name[-1] for name in known}
    for place, (length, _) in heads.items():
        at = place + length
        if at >= len(tokens) or at in taken or tokens.folded[at] not in last or tokens.shape[at] != "capital":
            continue
        if abroad("offices").match_at(tokens, place) and _end(tokens, at) == at + 1:
            yield NameMention(at, at, at + 1, "given")


def _first_word(
    tokens: Tokens, heads: Mapping[int, tuple[int, str]], place: int, taken: Collection[int], *, state: bool
) -> int | None:
    """The word behind the office at `place` and its country or body with which a name may begin, else None."""
    begin = at = place + heads[place][0]
    while at < min(begin + _REACH, len(tokens)) and tokens.sentence[at] == tokens.sentence[place]:
        at = _after_brackets(tokens, at)
        country = _country(tokens, at, direct=state and at == begin)
        if country:
            at += country
            if _may_begin(tokens, at):
                return _after_titles(tokens, at)
        elif at in taken or at in heads or _leaves(tokens, at):
            return None
        elif tokens.shape[at] == "capital" and is_foreign(tokens.folded[at]):
            known = state or tokens.shape[at - 1] == "upper" or tokens.folded[at - 1] == ")"
            return _begin(tokens, place, at, begin) if known else None
        else:
            at += 1
    return None


def _country(tokens: Tokens, at: int, *, direct: bool) -> int:
    """The number of words of the country at a word, 0 for none; `direct` says that an office of state is right before.
    "Mỹ Đức", "Lào Cai" are no countries."""
    found = abroad("countries").match_at(tokens, at) if tokens.capital[at] else None
    if not found:
        return 0
    after = at + found[0]
    same = after < len(tokens) and tokens.sentence[after] == tokens.sentence[at]
    native = same and tokens.shape[after] == "capital" and not is_foreign(tokens.folded[after])
    return 0 if native and not direct and tokens.folded[after - 1] in abroad_words("short") else found[0]


def _leaves(tokens: Tokens, at: int) -> bool:
    """Whether a word ends what an office is of: a mark, a number, a verb, an honorific, or a firm, which is named."""
    if tokens.shape[at] in ("mark", "digit") or abroad("firms").match_at(tokens, at):
        return True
    if tokens.shape[at] != "lower" or tokens.folded[at] in abroad_words("inside"):
        return False
    return verbs_after().match_at(tokens, at) is not None or honorifics().match_at(tokens, at) is not None


def _after_brackets(tokens: Tokens, at: int) -> int:
    """The word after an abbreviation in brackets at a word: "(JCCI)"; the word itself where there is none."""
    bracket = tokens.folded[at] == "(" and tokens.folded[at + 2 : at + 3] == [")"] and tokens.shape[at + 1] == "upper"
    return at + 3 if bracket and at + 3 < len(tokens) else at


def _may_begin(tokens: Tokens, at: int) -> bool:
    """Whether the capitalised words right behind a country may be a name: no further country, firm or office."""
    if at >= len(tokens) or tokens.sentence[at] != tokens.sentence[at - 1]:
        return False
    if tokens.shape[at] != "capital" and not _are_initials(tokens.folded[at]):
        return False
    return not any(abroad(name).match_at(tokens, at) for name in ("countries", "firms", "offices", "leaders"))


def _are_initials(word: str) -> bool:
    """Whether a folded word is the initials before a name: "k.p", "a.p.j"."""
    return len(word) > 1 and set(word[1::2]) == {"."} and word[::2].isalpha()


def _after_titles(tokens: Tokens, at: int) -> int:
    """The word after titles of honour: "Samdech Techo"."""
    found = abroad("titles").match_at(tokens, at)
    return at + found[0] if found else at


def _begin(tokens: Tokens, place: int, at: int, begin: int) -> int | None:
    """The first word of a name by its first foreign one at `at`, for an office at `place` that ends at `begin`.

    A syllable before it belongs to it right behind the office ("Ngoại trưởng Ri Yong …") or an abbreviation ("TP.HCM
    Kang Myong …"); of three words behind "bang" or "Thống đốc" the first is that of a place."""
    placed = tokens.folded[at - 1] in abroad_words("tiers") or (
        at == begin and abroad("place_offices").match_at(tokens, place) is not None
    )
    if placed:
        words = syllables(tokens, at, _end(tokens, at))
        named = [word for word in words if word not in abroad_words("particles")]
        if len(named) > _SHORTEST:
            return at + 1
        return None if tokens.folded[at - 1] in abroad_words("tiers") else at
    before = tokens.shape[at - 1] == "capital" and (at - 1 == begin or tokens.shape[at - 2] == "upper")
    return at - 1 if before else _after_titles(tokens, at)


def _end(tokens: Tokens, begin: int) -> int:
    """The end of the capitalised words from `begin`, with the particles ("bin", "al") and hyphens between them."""
    at = begin + 1
    while at < len(tokens) and tokens.sentence[at] == tokens.sentence[begin]:
        size = _joint(tokens, at)
        if not size and tokens.shape[at] != "capital":
            break
        at += size or 1
    return at


def _joint(tokens: Tokens, at: int) -> int:
    """The number of words at `at` that join two parts of a name: "bin", "-", "al -", "-un", "."; 0 for none."""
    rest = [word for word in range(at, min(at + 3, len(tokens))) if tokens.sentence[word] == tokens.sentence[at]]
    initial = len(tokens.folded[at - 1]) == 1 or _are_initials(tokens.folded[at - 1])
    if tokens.folded[at] == "." and initial and len(rest) > 1:  # "Steven T. Mnuchin", "A.P.J. Abdul"
        return 1 if tokens.shape[at + 1] == "capital" and is_foreign(tokens.folded[at + 1]) else 0
    hyphen = tokens.folded[at] == "-"
    if hyphen and len(rest) > 1 and tokens.shape[at + 1] == "lower":
        glued = tokens.glued[at] and tokens.glued[at + 1]
        return 2 if glued or tokens.folded[at + 1] in abroad_words("syllables") else 0
    if not hyphen and tokens.folded[at] not in abroad_words("particles"):
        return 0
    size = 2 if not hyphen and len(rest) == 3 and tokens.folded[at + 1] == "-" else 1
    if len(rest) <= size or tokens.shape[at + size] != "capital":
        return 0
    return size if not hyphen or (tokens.glued[at] and tokens.glued[at + 1]) else 0


def _is_name(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether capitalised words are a whole name: some word is foreign, or there are as few as of a Chinese name."""
    words = syllables(tokens, begin, end)
    behind = abroad("countries").match_before(tokens, begin) is not None
    if not _SHORTEST <= len(words) <= LONGEST or any(abroad("firms").match_at(tokens, at) for at in range(begin, end)):
        return False
    if abroad("countries").match_before(tokens, end) or _ends_in_city(words):
        return False
    return any(map(is_foreign, words)) or (behind and len(words) <= _MOST_SYLLABLES)


def _ends_in_city(words: tuple[str, ...]) -> bool:
    """Whether foreign words are followed by the name of a province: an office there, "Jetro Hà Nội"."""
    city = words[-2:]
    return len(words) > len(city) and not any(map(is_foreign, city)) and is_unit(" ".join(city), ("province",))


@lru_cache(SYLLABLES)
def is_foreign(word: str) -> bool:
    """Whether a folded word is no syllable of Vietnamese: "putin", "kerry"."""
    return len(word) > 1 and syllable().fullmatch(toneless(word)) is None
