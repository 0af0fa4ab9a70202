"""The rules and nothing else: a module each, with its Dutch docstring, `CODE`, `LEVEL`, `ANCHOR` and `check`.

Not here: what several rules ask of a dossier (`domain/queries`), how serious a finding is (`rules/severity`).
A new rule is a module here, a row in `rules/registry` and cases in `tests/rules/`.
"""
