"""Whether a post is one to which somebody is elected or appointed, or a part that somebody plays for a day."""

from __future__ import annotations

from extract.mentions.officials.post_words import modifiers
from extract.mentions.officials.posts import Chain
from extract.mentions.officials.words import Words

_FAR = 60


def appoints(words: Words, chain: Chain) -> bool:
    """Whether words of appointment stand before the post: "giữ chức", or "làm" after "bầu" or "bổ nhiệm"."""
    return modifiers("appointed").before(words, chain.start) is not None or _made(words, chain) == "appoints"


def plays_part(words: Words, chain: Chain) -> bool:
    """Whether the post is only a part played: "do A làm Trưởng đoàn"."""
    return _made(words, chain) == "led_by"


def _made(words: Words, chain: Chain) -> str | None:
    """What stands nearest before the "làm" of a post: "appoints", a verb of election, or "led_by", the "do" of one who
    leads."""
    if not modifiers("becomes").before(words, chain.start):
        return None
    for at in range(chain.start - 1, max(chain.start - _FAR, 0), -1):
        if words.sentence[at] != words.sentence[chain.start]:
            return None
        if said := next((name for name in ("led_by", "appoints") if modifiers(name).at(words, at)), None):
            return said
    return None
