"""The context of a capitalised run, which decides what it is: a person, a unit, a school, a credit."""

from __future__ import annotations

from extract.gazetteer.units import is_unit
from extract.mentions.names.vocabulary import (
    committees,
    communes,
    contexts,
    families,
    highland,
    historical,
    honorifics,
    namesakes,
    particles,
    refusals,
    strong_families,
    union_tiers,
    unions,
    weak_families,
)
from extract.text.tokens import Tokens

LONGEST = 5
WINDOW = 12
_EDE_OPENERS = frozenset(("y", "h"))
ADDRESSES = frozenset({"official", "common", "degree", "plural", "persons"})


def context_before(tokens: Tokens, place: int) -> str:
    """The context of a run by the words before it: an honorific's kind, "unit", a reason of rejection, or "none"."""
    if not _follows(tokens, place):
        return "none"
    if _credited(tokens, place):
        return "credit"
    before = place
    if tokens.folded[place - 1] in (".", ":") and place > 1:
        before = place - 1
    found = contexts().match_before(tokens, before)
    if found is None:
        return "none"
    if before < place and honorifics().match_at(tokens, place):  # "… của TP. Ông Trần …"
        return "none"
    colon = before < place and tokens.folded[before] == ":"
    return found[1] if colon == (found[1] == "credit") or found[1] in ("plural", "persons") else "none"


def _credited(tokens: Tokens, place: int) -> bool:
    """Whether a credit began a few words before: "Ảnh: TTXVN/Văn …", "Tin, ảnh: Hải … - Văn …"."""
    for at in range(place - 1, max(place - WINDOW, 0), -1):
        if tokens.sentence[at] != tokens.sentence[place]:
            return False
        if not (tokens.capital[at] or tokens.folded[at] in (":", "/", "-", ",", "&")):
            return False
        if tokens.folded[at] == ":":
            found = contexts().match_before(tokens, at)
            return found is not None and found[1] == "credit"
    return False


def context_at(tokens: Tokens, place: int, end: int, context: str) -> tuple[int, str] | None:
    """The length and the kind of such words at `place` in a run that ends at `end` ("Trường THPT Nguyễn …", "Ông Trần
    …"), where they are a context and no part of a name; `context` is that of the run."""
    found = contexts().match_at(tokens, place)
    if found is None or place + found[0] > end:
        return None
    if found == (1, "institution") and place + 2 < end and tokens.folded[place + 1] in particles():
        return None  # "ông Trường Văn …"
    addresses = found[1] in ADDRESSES - {"degree"}
    if context == "unit" and found[1] != "unit" and not (addresses and _behind_unit(tokens, place)):
        return None
    if context in ADDRESSES and addresses and tokens.folded[place] in families():  # "Ông Ông Văn …", "TS Ông Bùi …"
        after = tokens.folded[place + 1 : place + 2]
        return found if after and after[0] in strong_families() else None
    ordinary = found[0] == 1 and tokens.shape[place] != "upper"
    inside_a_name = found[1] in refusals() and ordinary and _follows(tokens, place) and tokens.capital[place - 1]
    if place + found[0] == end or inside_a_name or (tokens.folded[place] in families() and not addresses):
        return None
    return found


def namesake(tokens: Tokens, place: int, end: int, context: str) -> int:
    """The number of words from `place` that are a unit's name: all of the run, or those before a family name. After a
    tier all units count, elsewhere those whose names are seldom a person's."""
    for size in range(min(end - place, 4), 1, -1):
        name = syllables(tokens, place, place + size)
        if name not in namesakes(_tier(tokens, place)) and not (context == "unit" and _is_unit(tokens, place, name)):
            continue
        if place + size == end or place + size + 2 <= end:
            return size
    return 0


def _is_unit(tokens: Tokens, place: int, name: tuple[str, ...]) -> bool:
    lower = place > 0 and tokens.folded[place - 1] in communes()
    return is_unit(" ".join(name), ("commune",) if lower else ("province", "district"))


def _tier(tokens: Tokens, place: int) -> str:
    """The units whose names are possible here: those of communes only after "xã" and the like."""
    return "lower" if place and tokens.folded[place - 1] in communes() else "upper"


def surname_inside(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a more certain name begins within two words: "Sen Thượng Trần Văn …", "Bình Dương Trần Văn …"; not after
    the whole name of a unit: "huyện Chợ Mới Lê Trần …"."""
    sure = strong_families()
    clan = {word for word in tokens.folded[max(place + 2, end - 2) : end] if len(word) > 1}
    if tokens.folded[place] in _EDE_OPENERS and not highland().isdisjoint(clan):
        return False  # "xã Y Thanh Hà Niê Kđăm": the family name comes last
    if tokens.folded[place] in unions() and _led_by(tokens, place, end):
        return True
    if tokens.folded[place] in sure and _behind_unit(tokens, place):
        return False
    inside = [at for at in range(place + 1, min(place + 3, end - 2)) if tokens.folded[at] in sure]
    if tokens.folded[place] in weak_families():
        return bool(inside)
    before = place - 1
    follows = _follows(tokens, place) and tokens.shape[before] == "capital"
    goes_on = follows and tokens.folded[before] not in families()
    return goes_on and bool(inside) and (inside[0] == place + 1 or end - place >= LONGEST)


def _led_by(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a union with its tier precedes a whole name: "Bí thư xã Đoàn Lò Văn …", "Bí thư T.Ư Đoàn Lò Mạnh …"."""
    tier = union_tiers().match_before(tokens, place)
    if tier and tokens.capital[place - tier[0]] and end - place > 2:
        return tokens.folded[place + 1] in strong_families() and tokens.folded[place + 1] not in particles()
    tiered = place > 0 and tokens.shape[place - 1] == "lower" and end - place > 3
    return tiered and tokens.folded[place + 1] in families() and tokens.folded[place + 2] in particles()


def _behind_unit(tokens: Tokens, place: int) -> bool:
    """Whether the name of a unit with its tier, or with its committee ("Huyện ủy"), ends right before a word."""
    start = place
    while start and tokens.shape[start - 1] == "capital" and place - start < LONGEST:
        start -= 1
        tier = contexts().match_before(tokens, start)
        if (tier and tier[1] == "unit") or (start and tokens.folded[start - 1] in committees()):
            return is_unit(" ".join(tokens.folded[start:place]))
    return False


def leads(tokens: Tokens, place: int, end: int) -> bool:
    """Whether the name after an institution is that of its head: three syllables after a strong family name."""
    sure = tokens.folded[place] in strong_families()
    return sure and end - place > 2 and syllables(tokens, place, end) not in historical()


def begins_sentence(tokens: Tokens, at: int, length: int) -> bool:
    """Whether an opener of several words, or one before another word, begins a sentence: "Và" ends the name "Vừ A
    Và,"."""
    return length > 1 or (at + 1 < len(tokens) and tokens.shape[at + 1] != "mark")


def syllables(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    """A name as folded syllables, equal for two spellings of one name."""
    return tuple(tokens.folded[at] for at in range(start, end) if tokens.shape[at] != "mark")


def end_of_capitals(tokens: Tokens, place: int, end: int) -> int:
    """The first place before `end` whose word is not set in capitals, else `end`."""
    while place < end and (tokens.shape[place] == "upper" or len(tokens.folded[place]) == 1):
        place += 1
    return place


def is_capital_name(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a name is set in capitals inside ordinary prose: "đồng chí NGUYỄN VĂN A"."""
    if not 2 <= end - place <= LONGEST or tokens.folded[place] not in families():
        return False
    follows = _follows(tokens, place) and tokens.shape[place - 1] == "upper"
    return end_of_capitals(tokens, place, end) == end and not follows


def _follows(tokens: Tokens, place: int) -> bool:
    """Whether another word of the same sentence precedes."""
    return place > 0 and tokens.sentence[place - 1] == tokens.sentence[place]
