"""A running text with marks as Word has it: paragraphs, lists with their own numbering, runs and links, in a part that was filled.

Not here: how a writer types marks (`text/markdown`), and values that bring markup of their own (`word/values/rich_text`).
Begin with `paragraphs`; `list_look` says what lists look like in a template, `additions` what a document gets for them.
"""
