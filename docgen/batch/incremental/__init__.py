"""The fast path for rows: what a row does not change is not looked at again. Without it every finding and byte is the same, and slower.

Not here: messages. It says yes or nothing; after that the worker looks at the row as at a dossier.
Begin with `row_checker`; `tests/differential` holds it to the slow way.
"""
