"""The template engine: a Word template compiled once, rendered many times.

Not here: dossiers and rules; a template gets a mapping of names. The rooms inside stand in order: `values`, `tags`, `xml`, `structure`, `fast`, `jinja`,
`charts`, `style`, `sanitize`, `typecheck`; what stands beside this text puts them together.
Begin with `compiler`, then `renderer`.
"""
