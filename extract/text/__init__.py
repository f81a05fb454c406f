"""Text as the extraction reads it: normal forms, documents, tokens, phrases, numbers, calendar days."""
