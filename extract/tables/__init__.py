"""Tables: their schema, rows out of an extraction, files in several formats, and frames back in.

The room is large because the declarations of all columns, with examples, make a third of it.
"""
