"""What is wrong, as values: what a rule finds, what a user sees, and how other programs read it.

Not here: anything that looks for mistakes, and anything that knows files, YAML or Word. A finding is a value and is never raised.
Begin with `problem`; `codes` has every code that is no rule.
"""
