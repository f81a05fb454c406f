"""One spider for every site of the registry: `loader` has their names, `news` the spider."""
