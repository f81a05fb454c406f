"""Finding of personal names in a text."""
