"""Where tasks run: worker processes on this machine, or a Dask cluster.

Not here: which tasks, and what is done when a worker dies (`batch/scheduler`).
Begin with `runner`, which chooses; then `local`.
"""
