"""What the optional clauses of the agreement say: the names behind ids, texts that fit a sentence, what a lawyer looks at.

Not here: the sentences themselves (`templates/overeenkomst.docx`) and what is on (`domain/agreement`).
Begin with `provisions`.
"""
