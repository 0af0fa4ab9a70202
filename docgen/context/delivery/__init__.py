"""Delivery beside agreement on paper: the tables of the progress report and of the handover, as text for every cell.

Not here: what counts as too little or too much (`domain/delivery`), and findings about it (`rules/catalog`).
Begin with `progress_tables`; `cells` says how a number and a state are shown.
"""
