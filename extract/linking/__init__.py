"""Linking across articles: occurrences, people and laws, from the tables of an extraction.

The functions are pure: typed rows in, typed rows out, independent of the order of the rows. `events`, `persons` and
`documents` have a folder each, `comparison` what several of them compare.
"""
