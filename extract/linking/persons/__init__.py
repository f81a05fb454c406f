"""People: mentions of one person in several articles, and the posts that each held."""
