"""The fast path: a parsed template as plain Python, and what that needs when it runs. Without it every document is the same, and slower.

Not here: messages, drafts and paths. It answers or says nothing; then `word/jinja` fills the part and words what is wrong.
Begin with `codegen`; `tests/differential` holds it to Jinja.
"""
