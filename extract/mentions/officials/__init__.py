"""Named persons with their posts and what they did.

The room is large because whose a post is, who is one person, what each did and who was there are rules of their own, a
module each.
"""

from __future__ import annotations

from extract.mentions.officials.find import find_officials
from extract.mentions.officials.presence import without_participants

__all__ = ["find_officials", "without_participants"]
