"""A complete dossier and a row of it, as rules and tables see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CompleteDossier = Mapping[str, Any]  # every absent list is `[]`, any other absent field `None`
TableRow = dict[str, Any]
