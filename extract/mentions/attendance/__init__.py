"""Counts of people who took part, and of those who did not."""

from __future__ import annotations

from extract.mentions.attendance.find import find_attendance

__all__ = ["find_attendance"]
