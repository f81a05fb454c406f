"""A crawl that loses nothing: the frontier and its store, manners and guards, the archive, what is said of it."""
