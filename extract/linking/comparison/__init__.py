"""Comparison of names, bodies and posts by canonical keys, and clusters of what is alike."""
