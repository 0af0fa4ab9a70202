"""Everything that a template may use: the dossier with the derived tables, the worksheet, the scorecard, the comparison.

Not here: Word, files, findings. A table is a pure function of a complete dossier, and a row in `DERIVED`.
Begin with `builder`.
"""
