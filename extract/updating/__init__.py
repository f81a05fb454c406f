"""Tables brought up to date: only articles that are new or changed are extracted, and each news item is reported
once."""
