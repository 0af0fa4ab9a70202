"""Which documents, under which name, made and written; and what stops them.

Not here: many at once (`batch/`), and what is in a document (`context/`, `word/`).
Begin with `production`; `gate` alone decides which findings stop a document, `overwrite_guard` what may be written over.
"""
