"""Mutated texts, and what the extraction makes of them."""
