"""Is a schema of others sound in itself? What it may hold, and whether its patterns are surely matched in linear time.

Not here: whether schemas fit each other and docgen's own (`library/validator`), and what a dossier does with them.
Begin with `validator`; `keywords` is the list of all that a schema may say.
"""
