"""Recognition of the names in one run of capitalised words; the context of each word decides what may begin there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from extract.mentions.names.context import (
    ADDRESSES,
    LONGEST,
    WINDOW,
    begins_sentence,
    context_at,
    context_before,
    is_capital_name,
    leads,
    namesake,
    surname_inside,
    syllables,
)
from extract.mentions.names.honorifics import honorific_at, lead_of
from extract.mentions.names.runs import CapitalRun, in_hyphens
from extract.mentions.names.values import Evidence, NameMention, RefusedName
from extract.mentions.names.vocabulary import (
    countries,
    families,
    glued_openers,
    historical,
    honorifics,
    inner,
    not_names,
    particles,
    refusals,
    strong_families,
    weak_families,
)
from extract.text.tokens import SYLLABLES, Tokens

_LONGEST_SYLLABLE = 7  # letters of "nghiêng"; a longer word is of another language
_SHORTEST_IN_TWO = 4  # letters of a foreign name with an apostrophe in it
_BEFORE_POSTS = frozenset(",-(")  # marks between a name and its posts
UNAMBIGUOUS_AFTER = 2  # syllables of a name after which a word that opens sentences begins the next one
_AMBIGUOUS_AFTER = 3  # the same for a word that may also be a syllable of a name
_LONGEST_ADDRESSED = 7  # syllables, after an honorific: "bà Đặng Thị Thiên Lý Hoàng Phương"


def read_run(tokens: Tokens, run: CapitalRun) -> Iterator[NameMention | RefusedName]:
    """The names in a run, left to right; the context of each place decides what may begin there."""
    place, context = run.start, context_before(tokens, run.start)
    if context not in ADDRESSES and not _promising(tokens, run):
        return
    while place < run.end:
        step = context_at(tokens, place, run.end, context)
        if step:
            place, context = place + step[0], step[1]
            continue
        taken = _take(tokens, place, run.end, context)
        if isinstance(taken, int):
            place, context = taken, "unit" if context == "unit" else "none"
            continue
        yield taken
        place, context = taken.end, "none"


def _promising(tokens: Tokens, run: CapitalRun) -> bool:
    """Whether a run without an honorific before it may contain a name: it has two words, and one that can begin a
    name."""
    alone = run.end - run.start == 1 and not _is_highland(tokens.folded[run.start])
    return not alone and any(map(_begins, tokens.folded[run.start : run.end]))


@lru_cache(SYLLABLES)
def _begins(word: str) -> bool:
    """Whether a name, an honorific or a person of history may begin with the word."""
    return may_open(word) or word in honorifics().first_words or any(name[0] == word for name in historical())


def _take(tokens: Tokens, place: int, end: int, context: str) -> NameMention | RefusedName | int:
    """A name or a rejection that begins at `place`, or the next place to try."""
    if context in refusals() and not (context == "institution" and leads(tokens, place, end)):
        return _take_refused(tokens, place, end, context)
    if context == "body" and tokens.folded[place] in weak_families() and not _surname_near(tokens, place, end):
        return end
    unit = namesake(tokens, place, end, context)
    if context not in ADDRESSES and unit:
        whole = place + unit == end and syllables(tokens, place, end) in historical()
        return RefusedName(place, end, "historical") if whole and context == "unit" else place + unit
    if tokens.shape[place] == "upper" and not is_capital_name(tokens, place, end):
        return place + 1
    if context in ("none", "body", "unit") and surname_inside(tokens, place, end):
        return place + 1
    window = WINDOW + 2 * tokens.shape[place:end].count("mark")  # a hyphen and the syllable behind it
    end = _name_end(tokens, place, min(end, place + window), _LONGEST_ADDRESSED if context in ADDRESSES else LONGEST)
    if syllables(tokens, place, end) in historical():
        return RefusedName(place, end, "historical")
    return _name(tokens, place, end, context) or place + 1


def _surname_near(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a person follows the name of a field ("Công Thương Trần Văn …"), or is in its place ("Ninh Thị …")."""
    return surname_inside(tokens, place, end) or tokens.folded[place + 1 : place + 2] in ([one] for one in particles())


def _name(tokens: Tokens, place: int, end: int, context: str) -> NameMention | None:
    evidence = _evidence(tokens, place, end, context)
    if evidence is None or countries().match_before(tokens, end):
        return None
    lead = lead_of(tokens, place)
    heads = [found for at in range(lead, place) if (found := honorific_at(tokens, at))]
    kinds = {context, *(kind for _, kind in heads)}
    return NameMention(
        lead, place, end, evidence, bool(kinds & {"official", "plural"}), bool(kinds & {"plural", "persons"})
    )


def _evidence(tokens: Tokens, place: int, end: int, context: str) -> Evidence | None:
    addressed = context in ADDRESSES
    length = end - place
    if length == 1 and _is_highland(tokens.folded[place]):
        posts = end < len(tokens) and tokens.folded[end] in _BEFORE_POSTS
        return "family" if addressed else "weak" if posts else None
    if length == 1 and addressed and tokens.shape[place] == "capital" and _is_foreign_alone(tokens.folded[place]):
        return "foreign"
    if length == 1:
        return "given" if addressed and tokens.shape[place] == "capital" and len(tokens.folded[place]) > 1 else None
    if may_open(tokens.folded[place]):
        return "weak" if tokens.folded[place] in weak_families() else "family"
    if addressed and tokens.shape[place] == "capital" and _may_begin(tokens, place, end):
        return "honorific"
    hyphens = sum(in_hyphens(tokens, at) and tokens.folded[at] == "-" for at in range(place, end))
    return "foreign" if hyphens > 1 else None


def _is_foreign_alone(word: str) -> bool:
    """Whether a word alone is a name of another language: longer than any syllable, or "O'Brien"."""
    return len(word) > _LONGEST_SYLLABLE or (len(word) > _SHORTEST_IN_TWO and "'" in word[1:-1])


def _may_begin(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a name after an honorific may begin so: not with a word of an institution, except before "Văn" or
    "Thị"."""
    if tokens.folded[place] not in not_names():
        return True
    return end - place > 2 and tokens.folded[place + 1] in particles()


def may_open(word: str) -> bool:
    """Whether a name may begin with the word: a family name, or "H'…", "K'…" of the highlands."""
    return word in families() or _is_highland(word)


def _is_highland(word: str) -> bool:
    """Whether a word is a name of the highlands, which may be a whole one: "K'Thanh"."""
    return len(word) > 2 and word[:2] in ("h'", "k'", "h’", "k’")


def _name_end(tokens: Tokens, place: int, end: int, longest: int) -> int:
    """The end of a name in its run: that of the run if it has at most `longest` syllables, after five syllables if it
    has more, or before the joined first word of the next sentence."""
    openers = glued_openers()
    if tokens.shape[place] != "upper":
        end = next((at for at in range(place, end) if tokens.shape[at] == "upper"), end)
    for at in range(place + UNAMBIGUOUS_AFTER, end):
        found = openers.match_at(tokens, at)
        if found and begins_sentence(tokens, at, found[0]) and (found[1] == "sure" or at >= place + _AMBIGUOUS_AFTER):
            return at
    marks = tokens.shape[place:end].count("mark")
    joined = sum(in_hyphens(tokens, at) and tokens.folded[at] == "-" for at in range(place, end))
    return end if end - place - marks - joined <= longest else place + LONGEST + marks


def _take_refused(tokens: Tokens, place: int, end: int, reason: str) -> RefusedName | int:
    """The rejected name of a thing; where a strong family name follows it in the run, a person begins there."""
    for at in range(place + 2, end - 1):
        if tokens.folded[at] in strong_families() and tokens.folded[at] not in inner():
            return at
    return RefusedName(place, end, reason) if end - place > 1 and tokens.folded[place] in families() else end
