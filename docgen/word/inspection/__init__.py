"""All that is wrong in a template at once, without a dossier: a finding for each tag, with its place and what to do.

Not here: what one fault says and where it is (`word/tags`, `word/typecheck`): a compile tells the same in the same words, and stops at the first.
Begin with `inspector`; `annotation` puts findings into a copy as comments of Word, `repair` puts right what is certain; `tag_syntax` reads each tag by itself, so that one that is wrong hides no other.
"""
