"""The council proposal on paper: what stands in it and what in its annexes, how long it gets, and the sentences that are worked out.

Not here: what is decided (`domain/council_proposal`) and the table of the budget (`context/municipal`).
Begin with `proposal`.
"""
