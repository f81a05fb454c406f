"""Extraction over many machines: the input in partitions, each made into a folder of tables by a Dask worker."""
