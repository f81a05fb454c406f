"""Pages from other sources than a crawl: WARC files, saved HTML, lines of JSON, web archives."""
