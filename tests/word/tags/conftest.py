"""The fixtures of `tests/word/typecheck`, for what reads a list as it does."""

from tests.word.typecheck.conftest import names, own_library  # noqa: F401
