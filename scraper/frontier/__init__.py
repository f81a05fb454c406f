"""The state of a crawl in a database: URLs and rounds, articles, worker locks, migrations.

The room is large because all that is stored is written and read here, and nowhere else.
"""
