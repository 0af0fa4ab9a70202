"""What Cerberus finds wrong in data: the only module that knows Cerberus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from cerberus import TypeDefinition, Validator, errors
from cerberus.schema import DefinitionSchema

from docgen.schema.matching import is_match

# what Cerberus can find wrong, by the names the rest of docgen uses
FAULTS = {
    errors.BAD_TYPE.code: "type",
    errors.UNALLOWED_VALUE.code: "allowed",
    errors.REGEX_MISMATCH.code: "regex",
    errors.MIN_VALUE.code: "min",
    errors.MAX_VALUE.code: "max",
    errors.MIN_LENGTH.code: "minlength",
    errors.MAX_LENGTH.code: "maxlength",
    errors.EMPTY_NOT_ALLOWED.code: "empty",
    errors.UNKNOWN_FIELD.code: "unknown",
    errors.REQUIRED_FIELD.code: "required",
    errors.NOT_NULLABLE.code: "nullable",
    errors.FORBIDDEN_VALUE.code: "forbidden",
}


class _NoTree:
    def add(self, _error: Any) -> None:
        """Forget it."""


_NO_TREE = _NoTree()


class _Unsorted(errors.ErrorList):  # type: ignore[misc]
    def sort(self, *_args: Any, **_options: Any) -> None:
        """Leave it."""


class _Shape(Validator):  # type: ignore[misc]
    """Cerberus with the types of a dossier; `True` is not a number here."""

    types_mapping = Validator.types_mapping | {
        "integer": TypeDefinition("integer", (int,), (bool,)),
        "number": TypeDefinition("number", (int, Decimal), (bool,)),
        "amount": TypeDefinition("amount", (Decimal,), ()),
        "date": TypeDefinition("date", (date,), ()),
    }

    # Cerberus sorts its trees of errors again for every error; nothing here reads them
    document_error_tree = property(lambda _self: _NO_TREE, lambda _self, _tree: None)
    schema_error_tree = property(lambda _self: _NO_TREE, lambda _self, _tree: None)

    # nor does anything here need them in order while there are still more to come
    _errors = property(lambda self: self._found, lambda self, found: setattr(self, "_found", _Unsorted(found)))

    def _validate_regex(self, pattern: str, field: str, value: Any) -> None:
        """{'type': 'string'}"""
        if isinstance(value, str) and not is_match(pattern, value):
            self._error(field, errors.REGEX_MISMATCH)

    def _validate_meta(self, constraint: Any, field: str, value: Any) -> None:
        """{'type': 'dict'}"""


class _Trusted(DefinitionSchema):  # type: ignore[misc]
    """Rules that were checked before (`schema/metaschema/validator`). Checking them again costs more than a dossier does."""

    def validate(self, schema: Any = None) -> None:
        """Take them as they are."""


def violation_finder(fields: Mapping[str, Any]) -> Callable[[dict[str, Any]], Iterable[tuple[Any, ...]]]:
    """What finds all that is wrong in plain data: the rule, the path, the value, what the rule asks, whether in a key."""
    validator = _Shape(allow_unknown=False, require_all=False)
    validator.schema = _Trusted(validator, fields)

    def find(data: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
        validator.validate(data, normalize=False)
        for error in _leaves(validator._errors):
            in_key = "keysrules" in error.schema_path
            yield FAULTS.get(error.code, error.rule), tuple(error.document_path), error.value, error.constraint, in_key

    return find


def _leaves(found: Iterable[Any]) -> Iterator[Any]:
    for error in found:
        if error.is_group_error:
            yield from _leaves(error.child_errors)
        else:
            yield error
