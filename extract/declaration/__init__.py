"""What columns, tables and kinds of mention are declared with."""
