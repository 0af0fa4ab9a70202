"""Picture files from outside, PNG and JPEG: judged by their headers without being decoded, and freed of all that is no picture.

Not here: how a picture stands in a Word file (`word/pictures`), and which field of a dossier is one (`loading/pictures`).
Begin with `picture`; a file beside a dossier is found in `picture_file`.
"""
