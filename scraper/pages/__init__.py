"""From bytes to an article: decoding, recognising the platform, reading the fields, near-duplicates.

The room is large because each field of an article is read in a module of its own, from several places on the page.
"""
