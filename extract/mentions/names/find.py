"""Finding of personal names, with the honorifics before them.

A name is a run of two to five capitalised syllables that begins with a family name, or any such run after an
honorific. After a unit's tier, a run is first matched as the unit's own name; after "đường", "trường", "liệt
sĩ" or "Ảnh:" it is rejected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from extract.mentions.names.context import (
    ADDRESSES,
    LONGEST,
    WINDOW,
    begins_sentence,
    context_at,
    context_before,
    end_of_capitals,
    is_capital_name,
    leads,
    namesake,
    surname_inside,
    syllables,
)
from extract.mentions.names.runs import CapitalRun, in_hyphens, read_capital_runs
from extract.mentions.names.vocabulary import (
    contexts,
    countries,
    families,
    glued_openers,
    historical,
    honorifics,
    inner,
    middle,
    not_names,
    particles,
    refusals,
    strong_families,
    verbs_after,
    weak_families,
)
from extract.text.tokens import SYLLABLES, Tokens

MOST_TITLES = 8  # honorifics and degrees before one name
_LONGEST_ADDRESSED = 7  # syllables, after an honorific: "bà Đặng Thị Thiên Lý Hoàng Phương"
_UNAMBIGUOUS_AFTER = 2
_AMBIGUOUS_AFTER = 3
_LONGEST_POST = 10
_LISTED = (",", ";", ":")
_BEFORE_POST = (",", "-", "(")

Evidence = Literal["family", "weak", "honorific", "given", "known", "foreign"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name as the words `start` to `end`; its honorifics and degrees begin at the word `lead`.

    `evidence` is the reason why it is a name: a family name, a weak one, an honorific alone, a given name after an
    honorific ("ông Thăng"), a name with more evidence elsewhere in the text, or syllables joined by hyphens.
    """

    lead: int
    start: int
    end: int
    evidence: Evidence
    official: bool = False
    plural: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is a name in any context; two syllables after a weak family name may be any two words."""
        if self.evidence == "foreign":
            return False
        return self.evidence != "weak" or self.end - self.start > 2 or self.lead < self.start


@dataclass(frozen=True, slots=True)
class RefusedName:
    """Words that look like a person's name and are not an official's, with the reason."""

    start: int
    end: int
    reason: str


def find_names(
    tokens: Tokens, cuts: Mapping[int, tuple[int, str]], bodies: Collection[int]
) -> tuple[list[NameMention], list[RefusedName]]:
    """The names in reading order, and the rejected ones. No name contains a word of `cuts`, where a post begins, and
    none begins at a word of `bodies`."""
    names: list[NameMention] = []
    refused: list[RefusedName] = []
    runs = list(read_capital_runs(tokens, cuts))
    for run in runs:
        for found in _read_run(tokens, run):
            (names if isinstance(found, NameMention) else refused).append(found)  # type: ignore[arg-type]
    named = {*_namesakes(tokens, refused, cuts), *_in_office(tokens, refused, cuts)}
    names = [name for name in names if name.start not in bodies and name.start not in cuts]
    names += [NameMention(lead_of(tokens, one.start), one.start, one.end, "family", True) for one in named]
    refused = [one for one in refused if one not in named]
    names = _with_small_syllables(tokens, _without_glued(tokens, names), cuts)
    known = {syllables(tokens, name.start, name.end) for name in names}
    taken = {at for name in names for at in range(name.start, name.end)}
    sure = {one.words for name in names if (one := _Known.of(tokens, name)).again}
    names += [name for run in runs for name in _named_again(tokens, run, sure, taken)]
    names += _in_small_letters(tokens, known)
    headings = [run for run in runs if "upper" in tokens.shape[run.start : run.end]]
    names += [name for run in headings for name in _in_capitals(tokens, run, known)]
    return sorted(names, key=lambda name: name.start), refused


def _namesakes(
    tokens: Tokens, refused: Sequence[RefusedName], heads: Mapping[int, tuple[int, str]]
) -> Iterator[RefusedName]:
    """Persons named like one of history who are addressed, or named in a list with an ordinary post, where a post
    follows one of them after a mark."""
    alike = [one for one in refused if one.reason == "historical"]
    in_office = [one for one in alike if one.end + 1 in heads and tokens.shape[one.end] == "mark"]
    addressed = {one for one in alike if lead_of(tokens, one.start) < one.start}
    listed = {one for one in in_office if tokens.folded[one.start - 1] in _LISTED and heads[one.end + 1][1] == "usual"}
    living = addressed | listed | {one for one in alike if _holds_post(tokens, one, heads)}
    in_office += [one for one in alike if _holds_post(tokens, one, heads)]
    known = {syllables(tokens, one.start, one.end) for one in living.intersection(in_office)}
    return (one for one in alike if one in living and syllables(tokens, one.start, one.end) in known)


def _in_office(
    tokens: Tokens, refused: Sequence[RefusedName], heads: Mapping[int, tuple[int, str]]
) -> Iterator[RefusedName]:
    """Contestants, voters and the like with a post after a mark: "thí sinh Lò Thị …, Chủ tịch Hội …"."""
    for one in refused:
        if one.reason == "voter" and one.end + 1 in heads and tokens.folded[one.end] in _BEFORE_POST:
            if heads[one.end + 1][1] in ("usual", "complete"):
                yield one


def _without_glued(tokens: Tokens, names: list[NameMention]) -> list[NameMention]:
    """Names without the first word of the next sentence joined to them, where the shorter one occurs twice."""
    seen = Counter(syllables(tokens, name.start, name.end) for name in names)
    return [
        (
            replace(name, end=name.end - 1)
            if name.end - name.start > _UNAMBIGUOUS_AFTER + 1 and seen[syllables(tokens, name.start, name.end - 1)] > 1
            else name
        )
        for name in names
    ]


def _holds_post(tokens: Tokens, one: RefusedName, heads: Mapping[int, tuple[int, str]]) -> bool:
    """Whether a namesake is between a post that ends in its tier and a verb: "Phó Chủ tịch UBND xã … phát biểu".

    Otherwise the unit would be named so only once, and the sentence would not name the speaker."""
    tier = contexts().match_before(tokens, one.start)
    start, _ = tokens.sentence_around(one.start)
    posts = [at for at in range(max(start, one.start - _LONGEST_POST), one.start) if at in heads]
    if not posts or tier is None or tier[1] != "unit" or verbs_after().match_at(tokens, one.end) is None:
        return False
    if any(tokens.capital[at] and _opens(tokens.folded[at]) for at in range(posts[-1], one.start)):
        return False
    printed, size = tokens.folded[one.start - 1 : one.end], one.end - one.start + 1
    return sum(tokens.folded[at : at + size] == printed for at in range(len(tokens) - size + 1)) == 1


def _with_small_syllables(
    tokens: Tokens, names: list[NameMention], heads: Mapping[int, tuple[int, str]]
) -> list[NameMention]:
    """Names with a last syllable misprinted in lower case ("Tạ Quang đức"): the text has the whole name elsewhere, or
    the name would end in "Văn", "Thị" or "Đình" and no other continuation is possible."""
    known = {syllables(tokens, name.start, name.end) for name in names}
    return [
        replace(name, end=name.end + 1) if _goes_on_small(tokens, name, known, heads) else name for name in names
    ]


def _goes_on_small(
    tokens: Tokens, name: NameMention, known: Collection[tuple[str, ...]], heads: Mapping[int, tuple[int, str]]
) -> bool:
    at = name.end
    if at >= len(tokens) or tokens.shape[at] != "lower" or tokens.sentence[at] != tokens.sentence[name.start]:
        return False
    if name.end - name.start > 1 and syllables(tokens, name.start, at + 1) in known:
        return True
    if tokens.folded[at - 1] not in middle() or verbs_after().match_at(tokens, at):
        return False
    follows = at + 1 == len(tokens) or tokens.shape[at + 1] == "mark" or at + 1 in heads
    return follows or verbs_after().match_at(tokens, at + 1) is not None


@dataclass(frozen=True, slots=True)
class _Known:
    """A name as its syllables, and whether it is one also where it is repeated without an honorific."""

    words: tuple[str, ...]
    again: bool

    @classmethod
    def of(cls, tokens: Tokens, name: NameMention) -> _Known:
        """The name of a mention; one that is a name only by its honorific is recognised elsewhere as a whole run
        only."""
        words = syllables(tokens, name.start, name.end)
        return cls(words, name.evidence in ("honorific", "foreign") and len(words) > 1)


def _named_again(
    tokens: Tokens, run: CapitalRun, known: Collection[tuple[str, ...]], taken: Collection[int]
) -> Iterator[NameMention]:
    """A run that is, as a whole, the name of a person with an honorific elsewhere ("đồng chí Thuận Hữu")."""
    if run.start in taken or not known or syllables(tokens, run.start, run.end) not in known:
        return
    yield NameMention(lead_of(tokens, run.start), run.start, run.end, "known")


def lead_of(tokens: Tokens, start: int) -> int:
    """The first word of the honorifics and degrees right before `start` ("đồng chí PGS.TS. Nguyễn …")."""
    lead = start
    for _ in range(MOST_TITLES):
        if not lead:
            break
        place = lead
        while (
            place > 0
            and tokens.folded[place - 1] in (".", ",")
            and tokens.sentence[place - 1] == tokens.sentence[start]
        ):
            place -= 1
        found = honorifics().match_before(tokens, place)
        if not found or tokens.sentence[place - 1] != tokens.sentence[start]:
            return lead
        if place < lead and found[1] != "degree":
            return lead
        lead = place - found[0]
    return lead


def honorific_at(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """The length and kind ADDRESSES of the honorific that begins at `place`."""
    return honorifics().match_at(tokens, place)


def _read_run(tokens: Tokens, run: CapitalRun) -> Iterator[NameMention | RefusedName]:
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
    return run.end - run.start > 1 and any(map(_begins, tokens.folded[run.start : run.end]))


@lru_cache(SYLLABLES)
def _begins(word: str) -> bool:
    """Whether a name, an honorific or a person of history may begin with the word."""
    return _opens(word) or word in honorifics().first_words or any(name[0] == word for name in historical())


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
    end = _name_end(tokens, place, min(end, place + WINDOW), _LONGEST_ADDRESSED if context in ADDRESSES else LONGEST)
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
    if length == 1 and "'" in tokens.folded[place][1:2]:
        return "family" if addressed else None
    if length == 1:
        return "given" if addressed and tokens.shape[place] == "capital" and len(tokens.folded[place]) > 1 else None
    if _opens(tokens.folded[place]):
        return "weak" if tokens.folded[place] in weak_families() else "family"
    if addressed and tokens.shape[place] == "capital" and _may_begin(tokens, place, end):
        return "honorific"
    hyphens = sum(in_hyphens(tokens, at) and tokens.folded[at] == "-" for at in range(place, end))
    return "foreign" if hyphens > 1 else None


def _may_begin(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a name after an honorific may begin so: not with a word of an institution, except before "Văn" or
    "Thị"."""
    if tokens.folded[place] not in not_names():
        return True
    return end - place > 2 and tokens.folded[place + 1] in particles()


def _opens(word: str) -> bool:
    """Whether a name may begin with the word: a family name, or "H'…", "K'…" of the highlands."""
    return word in families() or (len(word) > 2 and word[:2] in ("h'", "k'", "h’", "k’"))


def _name_end(tokens: Tokens, place: int, end: int, longest: int) -> int:
    """The end of a name in its run: that of the run if it has at most `longest` syllables, after five syllables if it
    has more, or before the joined first word of the next sentence."""
    openers = glued_openers()
    if tokens.shape[place] != "upper":
        end = next((at for at in range(place, end) if tokens.shape[at] == "upper"), end)
    for at in range(place + _UNAMBIGUOUS_AFTER, end):
        found = openers.match_at(tokens, at)
        if found and begins_sentence(tokens, at, found[0]) and (found[1] == "sure" or at >= place + _AMBIGUOUS_AFTER):
            return at
    marks = tokens.shape[place:end].count("mark")
    return end if end - place - marks <= longest else place + LONGEST + marks


def _take_refused(tokens: Tokens, place: int, end: int, reason: str) -> RefusedName | int:
    """The rejected name of a thing; where a strong family name follows it in the run, a person begins there."""
    for at in range(place + 2, end - 1):
        if tokens.folded[at] in strong_families() and tokens.folded[at] not in inner():
            return at
    return RefusedName(place, end, reason) if end - place > 1 and tokens.folded[place] in families() else end


def _in_small_letters(tokens: Tokens, known: Collection[tuple[str, ...]]) -> Iterator[NameMention]:
    """Names misprinted in lower case after an honorific, where the text has them in capitals elsewhere."""
    firsts = {name[0] for name in known}
    for place in [place for place, word in enumerate(tokens.folded) if word in firsts]:
        if tokens.shape[place] != "lower":
            continue
        size = next((len(name) for name in known if tuple(tokens.folded[place : place + len(name)]) == name), 0)
        if size > 2 and (lead := lead_of(tokens, place)) < place:
            official = honorific_at(tokens, lead) or (0, "")
            yield NameMention(lead, place, place + size, "known", official[1] == "official")


def _in_capitals(tokens: Tokens, run: CapitalRun, known: Collection[tuple[str, ...]]) -> Iterator[NameMention]:
    """Names in a heading in capitals, where the text has them elsewhere."""
    place = run.start
    while place < run.end:
        end = end_of_capitals(tokens, place, min(place + LONGEST, run.end))
        sizes = range(min(end - place, LONGEST), 1, -1)
        length = next((size for size in sizes if syllables(tokens, place, place + size) in known), 0)
        if length and not is_capital_name(tokens, place, run.end):
            yield NameMention(lead_of(tokens, place), place, place + length, "known")
        place += length or 1
