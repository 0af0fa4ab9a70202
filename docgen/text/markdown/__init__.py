"""The few marks of Markdown that a running text of a writer may have: read into paragraphs, list items, bold, italic and links.

Not here: what Word makes of them (`word/richtext`), and which fields are running text (`lopend` in the schema).
Begin with `marked_text`.
"""
