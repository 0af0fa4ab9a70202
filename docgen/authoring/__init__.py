"""For who begins: the table of fields, the skeleton of a dossier, the JSON Schema for an editor.

Not here: what is wrong in a dossier that is there (`validation/`).
Begin with `fields`; `new_dossier` is what `docgen new` does.
"""
