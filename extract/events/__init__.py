"""The events that an article reports, and the mentions that belong to each.

The package is large because every column of an event has rules of its own, a module each.
"""

from __future__ import annotations

from extract.events.assembly import assemble

__all__ = ["assemble"]
