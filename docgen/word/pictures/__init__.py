"""Pictures that stand in a template as an example and are filled from data: found, made ready, and put in the file with their relations.

Not here: how a picture file is judged and cleaned (`pictures/`), and what a value shows (`word/values/picture_values`).
Begin with `discovery`; `packaging` puts what was shown in the document.
"""
