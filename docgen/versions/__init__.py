"""What changed between any two versions of a dossier: rows paired, every field compared, told in sentences by subject.

Not here: what a document shows of an earlier version (`context/comparison`), which findings are new (`diagnostics/earlier`).
Begin with `changes`; `row_matching` says which rows are the same, `wording` how a change reads.
"""
