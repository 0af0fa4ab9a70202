"""LibreOffice as a tool: where it is, what it converts, and what is mended in what it makes.

Not here: which documents get a PDF and what may be written over (`documents/`).
Begin with `conversion`; `pdf` and `odt` say what LibreOffice leaves out of the two and how it is put back.
"""
