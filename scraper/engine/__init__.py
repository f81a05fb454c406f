"""A crawl from inside: one process at work, its parsers, what it writes down, and recovery after a kill."""
