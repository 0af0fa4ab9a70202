"""What reads wrong where a text of the writer comes to stand in a sentence: every such text of a dossier, held to its form; and
how a decision point is worded.

Not here: what the forms are (`text/sentence_frame`) and which fields have one (`schema/sentence_fields`).
Begin with `findings`.
"""
