"""What the rest of the text says of a name: whether it occurs again, in which letters, and with which post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.mentions.names.context import LONGEST, end_of_capitals, is_capital_name, syllables
from extract.mentions.names.honorifics import honorific_at, lead_of
from extract.mentions.names.recognition import UNAMBIGUOUS_AFTER, may_open
from extract.mentions.names.runs import CapitalRun
from extract.mentions.names.values import NameMention, RefusedName
from extract.mentions.names.vocabulary import contexts, middle, verbs_after
from extract.text.tokens import Tokens

_LONGEST_POST = 10
_LISTED = (",", ";", ":")
_BEFORE_POST = (",", "-", "(")


def namesakes(
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


def in_office(
    tokens: Tokens, refused: Sequence[RefusedName], heads: Mapping[int, tuple[int, str]]
) -> Iterator[RefusedName]:
    """Contestants, voters and the like with a post after a mark: "thí sinh Lò Thị …, Chủ tịch Hội …"."""
    for one in refused:
        if one.reason == "voter" and one.end + 1 in heads and tokens.folded[one.end] in _BEFORE_POST:
            if heads[one.end + 1][1] in ("usual", "complete"):
                yield one


def _holds_post(tokens: Tokens, one: RefusedName, heads: Mapping[int, tuple[int, str]]) -> bool:
    """Whether a namesake is between a post that ends in its tier and a verb: "Phó Chủ tịch UBND xã … phát biểu".

    Otherwise the unit would be named so only once, and the sentence would not name the speaker."""
    tier = contexts().match_before(tokens, one.start)
    start, _ = tokens.sentence_around(one.start)
    posts = [at for at in range(max(start, one.start - _LONGEST_POST), one.start) if at in heads]
    if not posts or tier is None or tier[1] != "unit" or verbs_after().match_at(tokens, one.end) is None:
        return False
    if any(tokens.capital[at] and may_open(tokens.folded[at]) for at in range(posts[-1], one.start)):
        return False
    printed, size = tokens.folded[one.start - 1 : one.end], one.end - one.start + 1
    return sum(tokens.folded[at : at + size] == printed for at in range(len(tokens) - size + 1)) == 1


def without_joined_words(tokens: Tokens, names: list[NameMention]) -> list[NameMention]:
    """Names without the first word of the next sentence joined to them, where the shorter one occurs twice."""
    seen = Counter(syllables(tokens, name.start, name.end) for name in names)
    return [
        (
            replace(name, end=name.end - 1)
            if name.end - name.start > UNAMBIGUOUS_AFTER + 1 and seen[syllables(tokens, name.start, name.end - 1)] > 1
            else name
        )
        for name in names
    ]


def with_small_syllables(
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


def only_addressed(tokens: Tokens, names: Sequence[NameMention]) -> set[tuple[str, ...]]:
    """The names of several syllables that are names by their honorific or their hyphens only: elsewhere they are
    recognised as whole runs."""
    whole = [name for name in names if name.evidence in ("honorific", "foreign", "titled")]
    return {words for name in whole if len(words := syllables(tokens, name.start, name.end)) > 1}


def named_again(
    tokens: Tokens, run: CapitalRun, known: Collection[tuple[str, ...]], taken: Collection[int]
) -> Iterator[NameMention]:
    """A run that is, as a whole, the name of a person with an honorific elsewhere ("đồng chí Thuận Hữu")."""
    if run.start in taken or not known or syllables(tokens, run.start, run.end) not in known:
        return
    yield NameMention(lead_of(tokens, run.start), run.start, run.end, "known")


def in_small_letters(tokens: Tokens, known: Collection[tuple[str, ...]]) -> Iterator[NameMention]:
    """Names misprinted in lower case after an honorific, where the text has them in capitals elsewhere."""
    firsts = {name[0] for name in known}
    for place in [place for place, word in enumerate(tokens.folded) if word in firsts]:
        if tokens.shape[place] != "lower":
            continue
        size = next((len(name) for name in known if tuple(tokens.folded[place : place + len(name)]) == name), 0)
        if size > 2 and (lead := lead_of(tokens, place)) < place:
            official = honorific_at(tokens, lead) or (0, "")
            yield NameMention(lead, place, place + size, "known", official[1] == "official")


def in_capitals(tokens: Tokens, run: CapitalRun, known: Collection[tuple[str, ...]]) -> Iterator[NameMention]:
    """Names in a heading in capitals, where the text has them elsewhere."""
    place = run.start
    while place < run.end:
        end = end_of_capitals(tokens, place, min(place + LONGEST, run.end))
        sizes = range(min(end - place, LONGEST), 1, -1)
        length = next((size for size in sizes if syllables(tokens, place, place + size) in known), 0)
        if length and not is_capital_name(tokens, place, run.end):
            yield NameMention(lead_of(tokens, place), place, place + length, "known")
        place += length or 1
