"""What may stay in a Word file of others, by name: parts, relations, attributes, fields, settings. The rest is dropped and told, or refused.

Not here: tags. An unknown thing is never let through because nobody thought of it: a new one is a row in `allowlist`.
Begin with `sanitizer`, then `opening` and `cleaning`.
"""
