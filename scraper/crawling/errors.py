"""What a crawl says when it cannot begin; apart from the rest, so that a command may import it at no cost."""

from __future__ import annotations


class StateError(Exception):
    """A state that cannot be used; says where it is, and what to do."""
