"""Across articles: what happened, who took part and which documents were meant, from the tables of an extraction.

Every function here is pure: typed rows in, typed rows out, the same whatever the order of the rows. The room is large
because occurrences, people and laws share their steps: candidates, likeness, groups, rows.
"""
