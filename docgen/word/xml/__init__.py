"""WordprocessingML before and after its tags are filled: prepared, mended, renumbered.

Not here: whether markup is sound (`word/structure`), what may come in (`word/sanitize`).
Begin with `preprocess` and `postprocess`.
"""
