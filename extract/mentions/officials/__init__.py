"""Named persons with their posts and what they did."""

from __future__ import annotations

from extract.mentions.officials.find import find_officials

__all__ = ["find_officials"]
