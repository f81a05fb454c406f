"""Occurrences: reports of one event in several articles, grouped by similarity, and relations between occurrences."""
