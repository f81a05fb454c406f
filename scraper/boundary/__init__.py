"""What crawl and extraction share at their outer edges: values, lines, files, processes. Standard library only."""
