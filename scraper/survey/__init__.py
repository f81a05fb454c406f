"""Looking at a site without crawling it: which platform it runs on, how it is today, an entry for the registry."""
