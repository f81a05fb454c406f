"""The work of one crawling process: its parsers, what it records, and recovery after a kill."""
