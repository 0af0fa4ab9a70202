"""Tags as they stand in a Word file: where they begin and end, which place they take, what looks like one, what is said of a wrong one.

Not here: what a tag names (`word/typecheck`), and what it prints (`word/values`).
Begin with `scanner`, then `placement`.
"""
