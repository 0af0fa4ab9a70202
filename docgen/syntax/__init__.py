"""Bytes to nodes with their positions, within limits; what lexes and parses is PyYAML, known here alone.

Not here: what a value means. A scalar stays raw text until `loading/` reads it as its field says.
Begin with `parser`, whose result is a `source` of `node`s; `constructor` makes plain data of YAML that is no dossier.
"""
