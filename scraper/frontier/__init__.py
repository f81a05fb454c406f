"""The state of a crawl in a database: URLs and rounds, articles, worker locks, migrations."""
