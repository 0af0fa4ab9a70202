"""The linter: which rules there are, how serious a finding is, what was accepted, and their handbook.

Not here: the rules themselves (`catalog`), lines and files (`dossier` gives a finding its place).
Begin with `registry`, then `runner`.
"""
