"""Counts of people who took part, and of those who did not.

The folder is large because every sign in the words around a count is a rule with a name, a reason and sentences.
"""

from __future__ import annotations

from extract.mentions.attendance.find import find_attendance

__all__ = ["find_attendance"]
