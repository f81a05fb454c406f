"""Tables brought up to date: only articles that are new or changed are extracted, and what is new is told once."""
