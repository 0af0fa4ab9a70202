"""The fixtures of `tests/documents`, for what reads a list as it does."""

from tests.documents.conftest import made  # noqa: F401
