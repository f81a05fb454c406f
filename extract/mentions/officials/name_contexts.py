"""What stands around a capitalised run and decides what it is: a person, a unit, a school, a credit."""

from __future__ import annotations

from extract.gazetteer import is_unit
from extract.mentions.officials.name_words import (
    committees,
    communes,
    contexts,
    families,
    historical,
    honorifics,
    namesakes,
    refusals,
    strong_families,
    weak_families,
)
from extract.mentions.officials.words import Words

LONGEST = 5
WINDOW = 12
ADDRESSES = frozenset({"official", "common", "degree", "plural", "persons"})


def context_before(words: Words, place: int) -> str:
    """What the words before a run make of it: an honorific's kind, "unit", a reason of refusal, or "none"."""
    if place == 0 or words.sentence[place - 1] != words.sentence[place]:
        return "none"
    if _credited(words, place):
        return "credit"
    before = place
    if words.folded[place - 1] in (".", ":") and place > 1:
        before = place - 1
    found = contexts().before(words, before)
    if found is None:
        return "none"
    if before < place and honorifics().at(words, place):  # "… của TP. Ông Trần …"
        return "none"
    colon = before < place and words.folded[before] == ":"
    return found[1] if colon == (found[1] == "credit") or found[1] in ("plural", "persons") else "none"


def _credited(words: Words, place: int) -> bool:
    """Whether a credit began a few words before: "Ảnh: TTXVN/Văn …", "Tin, ảnh: Hải … - Văn …"."""
    for at in range(place - 1, max(place - WINDOW, 0), -1):
        if words.sentence[at] != words.sentence[place]:
            return False
        if not (words.capital[at] or words.folded[at] in (":", "/", "-", ",", "&")):
            return False
        if words.folded[at] == ":":
            found = contexts().before(words, at)
            return found is not None and found[1] == "credit"
    return False


def context_at(words: Words, place: int, end: int, context: str) -> tuple[int, str] | None:
    """The same where such words are themselves part of the run ("Trường THPT Nguyễn …", "Ông Trần …")."""
    found = contexts().at(words, place)
    if found is None or place + found[0] > end:
        return None
    addresses = found[1] in ADDRESSES - {"degree"}
    if context == "unit" and found[1] != "unit" and not (addresses and _behind_unit(words, place)):
        return None
    if context in ADDRESSES and addresses and words.folded[place] in families():  # "Ông Ông Văn …", "TS Ông Bùi …"
        return found if words.folded[place + 1] in strong_families() else None
    ordinary = found[0] == 1 and words.shape[place] != "upper"
    inside_a_name = found[1] in refusals() and ordinary and words.capital[place - 1]
    if place + found[0] == end or inside_a_name or (words.folded[place] in families() and not addresses):
        return None
    return found


def namesake(words: Words, place: int, end: int, context: str) -> int:
    """How many words from `place` are a unit's name: all of the run, or what stands before a family name. Behind a tier
    all units are known, elsewhere those whose names are seldom a person's."""
    for size in range(min(end - place, 4), 1, -1):
        name = syllables(words, place, place + size)
        if name not in namesakes(_tier(words, place)) and not (context == "unit" and _is_unit(words, place, name)):
            continue
        if place + size == end or place + size + 2 <= end:
            return size
    return 0


def _is_unit(words: Words, place: int, name: tuple[str, ...]) -> bool:
    lower = place > 0 and words.folded[place - 1] in communes()
    return is_unit(" ".join(name), ("commune",) if lower else ("province", "district"))


def _tier(words: Words, place: int) -> str:
    """Which units' names may stand here: those of communes only after "xã" and the like."""
    return "lower" if place and words.folded[place - 1] in communes() else "upper"


def surname_inside(words: Words, place: int, end: int) -> bool:
    """Whether a surer name begins within two words: "Sen Thượng Trần Văn …", "Bình Dương Trần Văn …"; not behind the
    whole name of a unit: "huyện Chợ Mới Lê Trần …"."""
    sure = strong_families()
    if words.folded[place] in sure and _behind_unit(words, place):
        return False
    inside = [at for at in range(place + 1, min(place + 3, end - 2)) if words.folded[at] in sure]
    if words.folded[place] in weak_families():
        return bool(inside)
    before = place - 1
    follows = words.shape[before] == "capital" and words.sentence[before] == words.sentence[place]
    goes_on = follows and words.folded[before] not in families()
    return goes_on and bool(inside) and (inside[0] == place + 1 or end - place >= LONGEST)


def _behind_unit(words: Words, place: int) -> bool:
    """Whether the name of a unit with its tier, or with its committee ("Huyện ủy"), ends right before a word."""
    start = place
    while start and words.shape[start - 1] == "capital" and place - start < LONGEST:
        start -= 1
        tier = contexts().before(words, start)
        if (tier and tier[1] == "unit") or (start and words.folded[start - 1] in committees()):
            return is_unit(" ".join(words.folded[start:place]))
    return False


def leads(words: Words, place: int, end: int) -> bool:
    """Whether what follows an institution is the person who leads it: three syllables after a sure family name."""
    sure = words.folded[place] in strong_families()
    return sure and end - place > 2 and syllables(words, place, end) not in historical()


def begins_sentence(words: Words, at: int, length: int) -> bool:
    """Whether more than one word, or a word behind it, begins a sentence: "Và" alone ends the name "Vừ A Và,"."""
    return length > 1 or (at + 1 < len(words) and words.shape[at + 1] != "mark")


def syllables(words: Words, start: int, end: int) -> tuple[str, ...]:
    """A name as folded syllables: what two spellings of one name share."""
    return tuple(words.folded[at] for at in range(start, end) if words.shape[at] != "mark")


def end_of_capitals(words: Words, place: int, end: int) -> int:
    """The first place before `end` whose word is not set in capitals, else `end`."""
    while place < end and (words.shape[place] == "upper" or len(words.folded[place]) == 1):
        place += 1
    return place


def is_capital_name(words: Words, place: int, end: int) -> bool:
    """Whether a name is set in capitals inside ordinary prose: "đồng chí NGUYỄN VĂN A"."""
    if not 2 <= end - place <= LONGEST or words.folded[place] not in families():
        return False
    return end_of_capitals(words, place, end) == end and not (
        place > 0 and words.shape[place - 1] == "upper" and words.sentence[place - 1] == words.sentence[place]
    )
