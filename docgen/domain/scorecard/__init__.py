"""The 24 points of the borgingscheck: what proves each of them in a dossier, its state, and the line that says so.

Not here: Word, the rules themselves; of what they find comes in only as values.
Begin with `points`; `support`, `quality` and `finance` judge the points of an anchor, `answers` what a writer says of them.
"""
