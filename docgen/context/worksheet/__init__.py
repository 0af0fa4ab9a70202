"""The worksheet of the borgingsplan (Werkblad 4): its help questions, what the dossier answers to each, and what will be done.

A sentence counts as an answer only when it answers; the rest is told as known. Not here: the words of the questions (the schema
of the borgingsplan) and what counts as proven (`domain/proven`). Begin with `table`, then `questions`.
"""
