"""Loaded data held to schema and references, and what the documents asked for need; every finding with a suggestion.

Not here: what makes sense (`rules/`), and how a value is read (`loading/`).
Begin with `structure`; the words of a remedy are in `suggestions` and `corrections`.
"""
