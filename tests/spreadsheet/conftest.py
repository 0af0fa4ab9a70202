"""The fixtures of `tests/partners`, for what reads a list as it does."""

from tests.partners.conftest import base, listed  # noqa: F401
