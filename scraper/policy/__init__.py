"""Which URLs a crawl may request and how often; the meaning of responses. Pure functions."""
