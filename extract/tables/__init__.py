"""Tables: their schema, the rows of an extraction, files in several formats, and reading them as DataFrames.

The package is large because the declarations of all columns, with examples, are a third of it.
"""
