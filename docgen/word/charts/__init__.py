"""Charts that are made in Word and filled from data: found, read, filled, with the Excel file inside.

Not here: other drawings (`word/sanitize/pictures`).
Begin with `chart`; `data` says what the figures of a chart look like.
"""
