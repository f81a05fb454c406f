"""What stands around a capitalised run and decides what it is: a person, a unit, a school, a credit."""

from __future__ import annotations

from collections.abc import Sequence

from extract.mentions.officials.name_words import (
    communes,
    contexts,
    families,
    historical,
    namesakes,
    refusals,
    strong_families,
    weak_families,
)
from extract.mentions.officials.words import Word

LONGEST = 5
WINDOW = 12
ADDRESSES = frozenset({"official", "common", "degree", "plural", "persons"})


def context_before(words: Sequence[Word], place: int) -> str:
    """What the words before a run make of it: an honorific's kind, "unit", a reason of refusal, or "none"."""
    if place == 0 or words[place - 1].sentence != words[place].sentence:
        return "none"
    if _credited(words, place):
        return "credit"
    before = place
    if words[place - 1].folded in (".", ":") and place > 1:
        before = place - 1
    found = contexts().before(words, before)
    if found is None:
        return "none"
    colon = before < place and words[before].folded == ":"
    return found[1] if colon == (found[1] == "credit") or found[1] in ("plural", "persons") else "none"


def _credited(words: Sequence[Word], place: int) -> bool:
    """Whether a credit began a few words before: "Ảnh: TTXVN/Văn …", "Tin, ảnh: Hải … - Văn …"."""
    for at in range(place - 1, max(place - WINDOW, 0), -1):
        word = words[at]
        if word.sentence != words[place].sentence or not (word.capital or word.folded in (":", "/", "-", ",", "&")):
            return False
        if word.folded == ":":
            found = contexts().before(words, at)
            return found is not None and found[1] == "credit"
    return False


def context_at(words: Sequence[Word], place: int, end: int, context: str) -> tuple[int, str] | None:
    """The same where such words are themselves part of the run ("Trường THPT Nguyễn …", "Ông Trần …")."""
    found = contexts().at(words, place)
    if found is None or place + found[0] > end or (context == "unit" and found[1] != "unit"):
        return None
    addresses = found[1] in ADDRESSES - {"degree"}
    ordinary = found[0] == 1 and words[place].shape != "upper"
    inside_a_name = found[1] in refusals() and ordinary and words[place - 1].capital
    if place + found[0] == end or inside_a_name or (words[place].folded in families() and not addresses):
        return None
    return found


def namesake(words: Sequence[Word], place: int, end: int) -> int:
    """How many words from `place` are a unit's name: all of the run, or what stands before a family name."""
    for size in range(min(end - place, 4), 1, -1):
        if syllables(words, place, place + size) not in namesakes(_tier(words, place)):
            continue
        if place + size == end or place + size + 2 <= end:
            return size
    return 0


def _tier(words: Sequence[Word], place: int) -> str:
    """Which units' names may stand here: those of communes only after "xã" and the like."""
    return "lower" if place and words[place - 1].folded in communes() else "upper"


def surname_inside(words: Sequence[Word], place: int, end: int) -> bool:
    """Whether a surer name begins within two words: "Sen Thượng Trần Văn …", "Bình Dương Trần Văn …"."""
    sure = strong_families()
    inside = [at for at in range(place + 1, min(place + 3, end - 2)) if words[at].folded in sure]
    if words[place].folded in weak_families():
        return bool(inside)
    before = words[place - 1]
    goes_on = before.shape == "capital" and before.sentence == words[place].sentence and before.folded not in families()
    return goes_on and bool(inside) and (inside[0] == place + 1 or end - place >= LONGEST)


def leads(words: Sequence[Word], place: int, end: int) -> bool:
    """Whether what follows an institution is the person who leads it: three syllables after a sure family name."""
    sure = words[place].folded in strong_families()
    return sure and end - place > 2 and syllables(words, place, end) not in historical()


def syllables(words: Sequence[Word], start: int, end: int) -> tuple[str, ...]:
    """A name as folded syllables: what two spellings of one name share."""
    return tuple(word.folded for word in words[start:end] if word.shape != "mark")
