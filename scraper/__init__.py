"""From the web to articles: crawl, archive, decode, parse. Knows nothing of the extraction."""
