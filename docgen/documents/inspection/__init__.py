"""Templates looked at for their owner: checked for a document type, tried with dossiers, written anew with comments or put right.

Not here: what is wrong in a template and what can be put right (`word/inspector`, `word/fixer`). Begin with `template_check`.
"""
