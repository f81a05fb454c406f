"""The honorifics and degrees before a name."""

from __future__ import annotations

from extract.mentions.names.vocabulary import honorifics
from extract.text.tokens import Tokens

MOST_TITLES = 8  # honorifics and degrees before one name


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
