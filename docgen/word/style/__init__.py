"""House style laid over a template: styles, theme, page, headers and footers.

Not here: text and numbering, which stay the template's own.
Begin with `house_style`.
"""
