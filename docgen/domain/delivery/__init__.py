"""Delivery beside agreement: which hours and money fall in a period, what was reported of them, and when that differs too much.

Not here: sentences, tables. All of it is exact: fractions, rounded only where they are shown.
Begin with `periods`; `agreed` says what was agreed, `reported` what was delivered, `judgement` when the two differ too much.
"""
