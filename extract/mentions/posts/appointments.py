"""Whether a post is one to which somebody is elected or appointed, or a temporary function at an event."""

from __future__ import annotations

from extract.mentions.posts.find import PostChain
from extract.mentions.posts.vocabulary import modifiers
from extract.text.tokens import Tokens

_FAR = 60


def appoints(tokens: Tokens, chain: PostChain) -> bool:
    """Whether words of appointment precede the post: "giữ chức", or "làm" after "bầu" or "bổ nhiệm"."""
    words = modifiers("appointed").match_before(tokens, chain.start)
    if words and modifiers("not_now").match_before(tokens, chain.start - words[0]):
        return False  # "từng giữ chức", "nếu trúng cử"
    return words is not None or _made(tokens, chain) == "appoints"


def plays_part(tokens: Tokens, chain: PostChain) -> bool:
    """Whether the post is only a temporary function: "do A làm Trưởng đoàn"."""
    return _made(tokens, chain) == "led_by"


def _made(tokens: Tokens, chain: PostChain) -> str | None:
    """The nearest label before the "làm" of a post: "appoints", a verb of election, or "led_by", the "do" of one who
    leads."""
    if not modifiers("becomes").match_before(tokens, chain.start):
        return None
    for at in range(chain.start - 1, max(chain.start - _FAR, 0), -1):
        if tokens.sentence[at] != tokens.sentence[chain.start]:
            return None
        if label := next((name for name in ("led_by", "appoints") if modifiers(name).match_at(tokens, at)), None):
            return label
    return None
