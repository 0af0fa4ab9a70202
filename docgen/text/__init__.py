"""Characters, and the Dutch notation of numbers, dates and money, to read and to show.

Not here: fields and schemas (`loading/` reads a value as its field says), and no sentence about a dossier.
Begin with `dutch` for what is shown, with `numbers` and `dates` for what is read.
"""
