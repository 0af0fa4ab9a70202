"""Reading on after a place that is no YAML: mended in memory as it was meant, or cut out as little as can be, and always told.

Not here: what is said of such a place (`syntax/explain`), and which findings would only follow from it (`loading/consequences`).
Begin with `reader`; a new way to mend is a function and a row in the `MENDS` of `mends`.
"""
