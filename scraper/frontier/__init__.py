"""The state of a crawl in a database: URLs and rounds, articles, worker locks, migrations.

The package is large because everything that is stored is written and read here, and nowhere else.
"""
