"""What a crawl may ask and how often; what a response means. Pure functions."""
