"""Personal names: where a text names a person."""
