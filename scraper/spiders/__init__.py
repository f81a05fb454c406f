"""One spider for every site of the registry: see `loader` for their names, `news` for what they do."""
