"""What comes when: every moment of a dossier, as a timeline, as what a successor meets, as what is decided once.

Not here: the schedule of an annual plan and who does which task (`context/schedule`, `context/people`).
Begin with `moments`.
"""
