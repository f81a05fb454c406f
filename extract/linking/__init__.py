"""Linking across articles: occurrences, people and laws, from the tables of an extraction.

The functions are pure: typed rows in, typed rows out, independent of the order of the rows. The package is large
because occurrences, people and laws share their steps: candidates, similarity, groups, rows.
"""
