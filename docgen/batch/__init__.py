"""One document for each of many: planned first, made in parallel, remembered, reported.

Not here: how one document is made (`documents/`), and a terminal (`cli/`).
Begin with `session`; then `plan`, `scheduler` and `worker`.
"""
