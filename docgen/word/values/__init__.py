"""How a value becomes text, for both paths: filters, apostrophes, rich text, limits, and the state of one render.

Not here: Jinja and XML around a value.
Begin with `filters`; a filter also wants a row in `word/fast/runtime`.
"""
