"""House style laid over a template: styles, language, theme, page, headers and footers, and the text laid out to it.

Not here: text and numbering, which stay the template's own.
Begin with `house_style`.
"""
