"""The names in a template held to what a document type knows, with the type of every field, filter and comparison, in every branch.

Not here: values; it says nothing where it cannot know.
Begin with `vocabulary` and `checker`; a new derived table wants its fields in `declarations`.
"""
