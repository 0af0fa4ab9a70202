"""Why a text is no YAML: heuristics on the lines around the place, which end in a likely cause and a remedy to copy.

Not here: what is wrong in a text that is YAML (`loading/`, `validation/`).
Begin with `explainer`; a new slip is a function and a row in the `HEURISTICS` of `lines` or `indentation`.
"""
