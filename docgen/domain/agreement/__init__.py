"""What the agreement between the parties rests on: which optional clauses are on, who pays whom, who has signed.

Not here: articles and their sentences (the template, `context/agreement`). A clause that nobody asked for is off.
Begin with `clauses`; `transfers` says which party pays which in the years of the agreement.
"""
