"""For who makes a template of their own: the names it may use, a cheat sheet, a start, how it will look, what differs.

Not here: what is wrong in a template (`documents/inspection/template_check`, `word/inspector`).
Begin with `names`; `cheat_sheet` shows them on paper.
"""
