"""The operating system: files read and written whole, signals, child processes with limits, what is kept for a next time.

Not here: what is in a file. A guard over documents is in `documents/`, a schema that is kept in `library/`.
Begin with `files`; `isolation` is the wall around work on what others made.
"""
