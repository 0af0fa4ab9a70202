"""The Open Packaging container that .docx and .xlsx share: parts, relations, content types, and XML with its places.

Not here: what Word or Excel means by a part (`word/`, `spreadsheet/`).
Begin with `archive`.
"""
