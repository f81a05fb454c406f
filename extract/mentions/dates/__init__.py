"""Dates of every kind, with ranges, missing years, parts of day and lunar days.

The folder is large because every kind of date has rules of its own, with a name, a condition and sentences.
"""

from __future__ import annotations

from extract.mentions.dates.find import find_dates

__all__ = ["find_dates"]
