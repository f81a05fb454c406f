"""Input and output code shared by crawl and extraction: values, lines, files, processes. Standard library only."""
