"""Tables: their schema, rows out of an extraction, files in several formats, and frames back in."""
