"""Which figures of a dossier do not fit each other: money beyond the costs that it may pay, a budget beside its hours.

Not here: sentences. What two rules would tell of the same euro is told by one of them: that is decided here.
Begin with `surplus`; `personnel` says what hours times rate cost.
"""
