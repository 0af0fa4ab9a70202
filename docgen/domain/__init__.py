"""What rules and tables ask of a complete dossier, and the memo that answers what is asked twice only once.

Not here: sentences, files, schemas. All of it is pure.
Begin with `queries`; `names` says what parties and roles are called, `memo` says what a function may do that is marked `memoized`.
"""
