"""What stops an operation: each is one Dutch line for the user and exit code 2.

A writer's mistake in a dossier is not raised but collected, see `problem.Problem`.
"""

from __future__ import annotations


class DocgenError(Exception):
    """The operation cannot go on; the message is Dutch and says what to do."""


class SourceError(DocgenError):
    """A file cannot be read as what it should be."""


class TemplateError(DocgenError):
    """A Word template is unsafe, damaged or has a fault in its tags; where one place is at fault, `where` and `what` say so
    apart."""

    def __init__(self, message: str, where: str = "", what: str = "") -> None:
        super().__init__(message)
        self.where, self.what = where, what


class RenderError(DocgenError):
    """A template and a dossier do not fit together: a value is missing or an operation fails."""


class LimitExceeded(RenderError):
    """Filling a template took more time or memory than it may."""


class OutputError(DocgenError):
    """A document cannot be written, or should not be because it would destroy something."""


class DiskFull(OutputError):
    """A document cannot be written, and no other one either."""


class InvalidScalar(Exception):
    """A scalar that is not what its field asks for: what is wrong and how to repair it. Becomes a finding."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
