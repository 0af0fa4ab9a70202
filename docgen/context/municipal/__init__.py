"""What a programme means for the budget of a municipality: the table, what it says and what changes in an adopted budget; and
what its council decided.

Not here: who pays what (`domain/cost_division`) and what that is in the budget of one party (`domain/municipal_books`).
Begin with `budget`.
"""
