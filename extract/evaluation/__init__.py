"""How right the extraction is, what a change does to it, and annotations in and out."""
