"""Fitting the weights of extract/lexicons/weights.toml to annotated articles (`python -m benchmarks.fit_weights`)."""
