"""The reference path: the sandboxed environment, its budget, and a part filled by it; every message about a value is worded here.

Not here: anything of Word, or of the fast path.
Begin with `renderer`, then `sandbox`.
"""
