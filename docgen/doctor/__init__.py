"""What docgen needs of a computer, looked at one by one: packages, LibreOffice, fonts, folders, the terminal.

Not here: anything about a dossier. Begin with `examination`.
"""
