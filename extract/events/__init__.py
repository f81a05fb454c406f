"""Which events an article reports, and which mentions belong to which.

The room is large because every column of an event is told by rules of its own, a module each.
"""

from __future__ import annotations

from extract.events.assembly import assemble

__all__ = ["assemble"]
