"""Pages that come from elsewhere: WARC files, saved HTML, lines of JSON, web archives."""
