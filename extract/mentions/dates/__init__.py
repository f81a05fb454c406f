"""Dates of every kind, with ranges, missing years, parts of day and lunar days."""

from __future__ import annotations

from extract.mentions.dates.find import find_dates

__all__ = ["find_dates"]
