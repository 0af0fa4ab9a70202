"""Which element may stand in which, what comes in pairs, and what can be proven of a filled part before it is filled.

Not here: changing markup (`word/xml`).
Begin with `content_model`; `soundness` walks through every branch of a template, `wellformed` looks at a finished part.
"""
