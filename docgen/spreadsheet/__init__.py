"""Excel and CSV as tables of raw cells, and a small .xlsx written part by part.

Not here: which column is which field (`partners/`).
Begin with `table`.
"""
