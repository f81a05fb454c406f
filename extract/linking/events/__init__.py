"""Occurrences: reports of one event in several articles, grouped by similarity, and relations between occurrences.

The package is large because candidates, the signs that speak for and against a link, years, days and relations have
rules of their own, a module each.
"""
