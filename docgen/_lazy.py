"""What is made when it is first used: the public names of a package, and regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, overload

OF_PATTERN = (
    "search",
    "match",
    "fullmatch",
    "split",
    "findall",
    "finditer",
    "sub",
    "subn",
    "pattern",
    "flags",
    "groups",
    "groupindex",
)


def importer(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """What a package takes for its `__getattr__`: `homes` says of each public name in which module it is."""

    def get(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(homes[name]), name)

    return get


@overload
def regex(expression: str, flags: int = 0) -> re.Pattern[str]: ...
@overload
def regex(expression: bytes, flags: int = 0) -> re.Pattern[bytes]: ...
def regex(expression: Any, flags: int = 0) -> Any:
    """A regular expression that is compiled when it is first used: most commands use few of them."""
    return _Pattern(expression, flags)


class _Pattern:
    """Stands for a compiled pattern, and takes its methods over as soon as one is asked for."""

    def __init__(self, expression: Any, flags: int) -> None:
        self._made_of = expression, flags

    def __reduce__(self) -> Any:
        return regex, self._made_of

    def __getattr__(self, name: str) -> Any:
        if name not in OF_PATTERN:
            raise AttributeError(name)
        compiled = re.compile(*self._made_of)
        self.__dict__.update((each, getattr(compiled, each)) for each in OF_PATTERN)
        return self.__dict__[name]
