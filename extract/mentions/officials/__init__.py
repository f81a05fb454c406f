"""Named persons with their posts and what they did.

The package is large because the assignment of posts, coreference, roles and presence have rules of their own, a module
each.
"""

from __future__ import annotations

from extract.mentions.officials.find import find_officials
from extract.mentions.officials.presence import without_participants

__all__ = ["find_officials", "without_participants"]
