"""Named persons with their posts and what they did."""

from __future__ import annotations

from extract.mentions.officials.find import find_officials
from extract.mentions.officials.presence import without_participants

__all__ = ["find_officials", "without_participants"]
