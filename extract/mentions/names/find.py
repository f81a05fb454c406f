"""Finding of personal names, with the honorifics before them.

A name is a run of two to five capitalised syllables that begins with a family name, or any such run after an
honorific. After a unit's tier, a run is first matched as the unit's own name; after "đường", "trường", "liệt
sĩ" or "Ảnh:" it is rejected.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from extract.mentions.names.context import syllables
from extract.mentions.names.foreign import called_in_office, names_in_office
from extract.mentions.names.honorifics import lead_of
from extract.mentions.names.recognition import read_run
from extract.mentions.names.recurrence import (
    in_capitals,
    in_office,
    in_small_letters,
    named_again,
    namesakes,
    only_addressed,
    with_small_syllables,
    without_joined_words,
)
from extract.mentions.names.runs import read_capital_runs
from extract.mentions.names.values import NameMention, RefusedName
from extract.text.tokens import Tokens


def find_names(
    tokens: Tokens, cuts: Mapping[int, tuple[int, str]], bodies: Collection[int]
) -> tuple[list[NameMention], list[RefusedName]]:
    """The names in reading order, and the rejected ones. No name contains a word of `cuts`, where a post begins, and
    none begins at a word of `bodies`."""
    names: list[NameMention] = []
    refused: list[RefusedName] = []
    runs = list(read_capital_runs(tokens, cuts))
    for run in runs:
        for found in read_run(tokens, run):
            (names if isinstance(found, NameMention) else refused).append(found)  # type: ignore[arg-type]
    named = {*namesakes(tokens, refused, cuts), *in_office(tokens, refused, cuts)}
    names = [name for name in names if name.start not in bodies and name.start not in cuts]
    names += [NameMention(lead_of(tokens, one.start), one.start, one.end, "family", True) for one in named]
    refused = [one for one in refused if one not in named]
    names = with_small_syllables(tokens, without_joined_words(tokens, names), cuts)
    taken = {at for name in names for at in range(name.start, name.end)}
    abroad = list(names_in_office(tokens, cuts, taken))
    spanned = {at for name in abroad for at in range(name.start, name.end)}
    names = [name for name in names if spanned.isdisjoint(range(name.start, name.end))] + abroad
    taken |= spanned
    foreign = {syllables(tokens, name.start, name.end) for name in abroad}
    names += called_in_office(tokens, cuts, foreign, taken)
    known = {syllables(tokens, name.start, name.end) for name in names if name.evidence != "given"}
    again = only_addressed(tokens, names)
    names += [name for run in runs for name in named_again(tokens, run, again, taken)]
    names += in_small_letters(tokens, known)
    headings = [run for run in runs if "upper" in tokens.shape[run.start : run.end]]
    names += [name for run in headings for name in in_capitals(tokens, run, known)]
    return sorted(names, key=lambda name: name.start), refused
