"""A list of partners beside a dossier: headings, columns, cells and rows; a row laid over the data; the form to fill in.

Not here: how Excel and CSV are read (`spreadsheet/`), and what is made of a row (`batch/`).
Begin with `reader`.
"""
