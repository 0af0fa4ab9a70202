"""The document types: docgen's own and those of a user's library; their schema files, templates and checklists.

Not here: what is in a template (`word/`), what a document shows (`context/`).
Begin with `library`; `validator` says whether the schemas of a library fit docgen's and each other.
"""
