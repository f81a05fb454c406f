"""From the web to articles: crawl, archive, decode, parse. Does not depend on the extraction."""
