"""What docgen does on the way, in Python's own named loggers (`docgen.word.cache` and so on); `docgen --debug` shows it.

Nothing is imported for it: who has set up logging has imported it.
"""

from __future__ import annotations

import sys


class Log:
    """The logger of a module, for messages at level DEBUG."""

    def __init__(self, name: str) -> None:
        self.name = name

    def debug(self, message: str, *args: object, trace: bool = False) -> None:
        """Say it, with `args` filled into it as logging does; with a `trace`, where the error of now came from."""
        if logging := sys.modules.get("logging"):
            logging.getLogger(self.name).debug(message, *args, exc_info=trace)
