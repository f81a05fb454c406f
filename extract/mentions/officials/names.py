"""Personal names: where a text names a person, with the honorific before it.

A name is a run of two to five capitalised syllables that begins with a family name, or any such run after an
honorific. What follows a unit's tier is first taken for the unit's own name; what follows "đường", "trường", "liệt
sĩ" or "Ảnh:" is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.mentions.officials.name_contexts import (
    ADDRESSES,
    LONGEST,
    WINDOW,
    context_at,
    context_before,
    leads,
    namesake,
    surname_inside,
    syllables,
)
from extract.mentions.officials.name_words import (
    countries,
    families,
    glued_openers,
    highland,
    historical,
    honorifics,
    inner,
    not_names,
    particles,
    refusals,
    strong_families,
    weak_families,
)
from extract.mentions.officials.words import Word

_UNAMBIGUOUS_AFTER = 2
_AMBIGUOUS_AFTER = 3

Evidence = Literal["family", "weak", "honorific", "given", "known"]


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as the words `start` to `end`; its honorifics and degrees begin at the word `lead`.

    `evidence` is what makes it a name: a family name, a weak one, an honorific alone, the given name after an honorific
    ("ông Thăng"), or a name in capitals that the text prints elsewhere in small letters.
    """

    lead: int
    start: int
    end: int
    evidence: Evidence
    official: bool = False
    plural: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is a name wherever it stands; two syllables after a weak family name may be any two words."""
        return self.evidence != "weak" or self.end - self.start > 2 or self.lead < self.start


@dataclass(frozen=True, slots=True)
class Refused:
    """Words that look like a person's name and are not an official's, with the reason."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words one after the other, `start` to `end`."""

    start: int
    end: int


def find_names(
    words: Sequence[Word], cuts: Collection[int], bodies: Collection[int]
) -> tuple[list[Name], list[Refused]]:
    """The names in reading order, and what was refused. No name reaches over a word of `cuts`, where
    a post begins, and none begins at a word of `bodies`."""
    names: list[Name] = []
    refused: list[Refused] = []
    runs = list(_runs(words, cuts))
    for run in runs:
        for found in _read_run(words, run):
            (names if isinstance(found, Name) else refused).append(found)  # type: ignore[arg-type]
    names = [name for name in names if name.start not in bodies and name.start not in cuts]
    names = _without_glued(words, names)
    known = {syllables(words, name.start, name.end) for name in names}
    names += [name for run in runs for name in _in_capitals(words, run, known)]
    return sorted(names, key=lambda name: name.start), refused


def _without_glued(words: Sequence[Word], names: list[Name]) -> list[Name]:
    """Names without the first word of a sentence that was glued on, where the shorter one stands twice."""
    seen = Counter(syllables(words, name.start, name.end) for name in names)
    return [
        replace(name, end=name.end - 1)
        if name.end - name.start > _UNAMBIGUOUS_AFTER + 1 and seen[syllables(words, name.start, name.end - 1)] > 1
        else name
        for name in names
    ]


def lead_of(words: Sequence[Word], start: int) -> int:
    """Where the honorifics and degrees that stand right before `start` begin ("đồng chí PGS.TS. Nguyễn …")."""
    lead = start
    while lead > 0:
        place = lead
        while (
            place > 0 and words[place - 1].folded in (".", ",") and words[place - 1].sentence == words[start].sentence
        ):
            place -= 1
        found = honorifics().before(words, place)
        if not found or words[place - 1].sentence != words[start].sentence:
            return lead
        if place < lead and found[1] != "degree":
            return lead
        lead = place - found[0]
    return lead


def honorific_at(words: Sequence[Word], place: int) -> tuple[int, str] | None:
    """The length and kind ADDRESSES of the honorific that begins at `place`."""
    return honorifics().at(words, place)


def _runs(words: Sequence[Word], cuts: Collection[int]) -> Iterator[_Run]:
    start = 0
    while start < len(words):
        if not words[start].capital:
            start += 1
            continue
        end = start + 1
        while end < len(words) and end not in cuts and _continues(words, end, start):
            end += 1
        yield _Run(start, end)
        start = end


def _continues(words: Sequence[Word], place: int, start: int) -> bool:
    """Whether the word goes on with a run: a capital, the "thị" of a slip, the hyphen of "Y - Vinh" or "Rơ-Châm"."""
    word, last = words[place], words[place - 1]
    if word.sentence != words[start].sentence:
        return False
    if word.capital:
        return not word.glued or last.folded == "-"
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or not following.capital or following.sentence != word.sentence:
        return False
    if word.folded == "-":
        hyphen = word.glued and following.glued and last.folded in highland()
        return place - 1 == start and (last.text in ("Y", "H", "K") or hyphen)
    return word.folded in particles() and last.folded in families() and place - 1 == start


def _read_run(words: Sequence[Word], run: _Run) -> Iterator[Name | Refused]:
    """The names in a run, left to right; what stands before a place of the run decides what it may be."""
    place, context = run.start, context_before(words, run.start)
    while place < run.end:
        step = context_at(words, place, run.end, context)
        if step:
            place, context = place + step[0], step[1]
            continue
        taken = _take(words, place, run.end, context)
        if isinstance(taken, int):
            place, context = taken, "unit" if context == "unit" else "none"
            continue
        yield taken
        place, context = taken.end, "none"


def _take(words: Sequence[Word], place: int, end: int, context: str) -> Name | Refused | int:
    """A name or a refusal that begins at `place`, or where to go on."""
    if context in refusals() and not (context == "institution" and leads(words, place, end)):
        return _take_refused(words, place, end, context)
    if context == "body" and end - place <= 2 and words[place].folded in weak_families():
        return end
    unit = namesake(words, place, end)
    if context not in ADDRESSES and unit:
        return place + unit
    if words[place].shape == "upper" and not _is_capital_name(words, place, end):
        return place + 1
    if context in ("none", "body", "unit") and surname_inside(words, place, end):
        return place + 1
    end = _name_end(words, place, min(end, place + WINDOW))
    if syllables(words, place, end) in historical():
        return Refused(place, end, "historical")
    return _name(words, place, end, context) or place + 1


def _name(words: Sequence[Word], place: int, end: int, context: str) -> Name | None:
    evidence = _evidence(words, place, end, context)
    if evidence is None or countries().before(words, end):
        return None
    lead = lead_of(words, place)
    heads = [found for at in range(lead, place) if (found := honorific_at(words, at))]
    kinds = {context, *(kind for _, kind in heads)}
    return Name(lead, place, end, evidence, bool(kinds & {"official", "plural"}), bool(kinds & {"plural", "persons"}))


def _evidence(words: Sequence[Word], place: int, end: int, context: str) -> Evidence | None:
    addressed = context in ADDRESSES
    length = end - place
    if length == 1 and "'" in words[place].folded[1:2]:
        return "family" if addressed else None
    if length == 1:
        return "given" if addressed and words[place].shape == "capital" and len(words[place].text) > 1 else None
    if _opens(words[place]):
        return "weak" if words[place].folded in weak_families() else "family"
    return (
        "honorific"
        if addressed and words[place].shape == "capital" and words[place].folded not in not_names()
        else None
    )


def _opens(word: Word) -> bool:
    """Whether a name may begin with the word: a family name, or "H'…", "K'…" of the highlands."""
    return word.folded in families() or (len(word.folded) > 2 and word.folded[:2] in ("h'", "k'", "h’", "k’"))


def _name_end(words: Sequence[Word], place: int, end: int) -> int:
    """Where a name ends in its run: after five syllables, or before the first word of a sentence that was glued on."""
    openers = glued_openers()
    if words[place].shape != "upper":
        end = next((at for at in range(place, end) if words[at].shape == "upper"), end)
    for at in range(place + _UNAMBIGUOUS_AFTER, end):
        found = openers.at(words, at)
        if found and (found[1] == "sure" or at >= place + _AMBIGUOUS_AFTER):
            return at
    longest = LONGEST + sum(word.shape == "mark" for word in words[place:end])
    return min(end, place + longest)


def _take_refused(words: Sequence[Word], place: int, end: int, reason: str) -> Refused | int:
    """The thing's own name; where a strong family name follows it in the run, a person begins there."""
    for at in range(place + 2, end - 1):
        if words[at].folded in strong_families() and words[at].folded not in inner():
            return at
    return Refused(place, end, reason) if end - place > 1 and words[place].folded in families() else end


def _in_capitals(words: Sequence[Word], run: _Run, known: Collection[tuple[str, ...]]) -> Iterator[Name]:
    """Names in a heading set in capitals, where the text prints them elsewhere."""
    place = run.start
    while place < run.end:
        length = next(
            (
                size
                for size in range(LONGEST, 1, -1)
                if _upper(words, place, place + size, run.end) and syllables(words, place, place + size) in known
            ),
            0,
        )
        if length and not _is_capital_name(words, place, run.end):
            yield Name(lead_of(words, place), place, place + length, "known")
        place += length or 1


def _upper(words: Sequence[Word], start: int, end: int, limit: int) -> bool:
    return end <= limit and all(word.shape == "upper" or len(word.text) == 1 for word in words[start:end])


def _is_capital_name(words: Sequence[Word], place: int, end: int) -> bool:
    """Whether a name is set in capitals inside ordinary prose: "đồng chí NGUYỄN VĂN A"."""
    length = min(end, place + LONGEST) - place
    if length < 2 or words[place].folded not in families() or not _upper(words, place, place + length, end):
        return False
    return end - place <= LONGEST and not (
        place > 0 and words[place - 1].shape == "upper" and words[place - 1].sentence == words[place].sentence
    )
