"""What a page asks of a filled document: columns as wide as their text, a table of contents, whole rows.

Not here: what a template or house style says by itself (`word/style`), and how many columns a table has (`word/xml`).
Begin with `typesetter`; `column_widths` divides the width of a table.
"""
