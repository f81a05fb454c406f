"""Text processing: normal forms, documents, tokens, phrases, numbers, calendar days."""
