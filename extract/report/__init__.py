"""One self-contained page that shows the tables and their evidence."""
