"""Nodes to plain typed data with the node of every value; what can be recovered is told once and read as it was meant.

Not here: whether the data fit together and what documents need (`validation/`).
Begin with `loader`, whose result is in `loaded_data`; a number or date is read in `scalars`.
"""
