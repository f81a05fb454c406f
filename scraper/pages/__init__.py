"""Parsing of pages into articles: decoding, recognising the platform, reading the fields, near-duplicates.

The package is large because each field of an article has a module of its own, which reads it from several places.
"""
