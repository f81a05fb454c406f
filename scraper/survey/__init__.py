"""Inspection of a site without a crawl: its platform, its present state, an entry for the registry."""
