"""A part filled by Jinja: whatever the values are, with what is missing named or, in a draft, shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from jinja2 import Template, meta
from jinja2.exceptions import SecurityError

from docgen.errors import DocgenError
from docgen.word.jinja.sandbox import BUDGET, REMOVED_GLOBALS, Budget, TooMuch, make_environment, of_removed
from docgen.word.jinja.undefined import MissingValue, NotPrintable, UnknownName
from docgen.word.values.budget import MAX_TEXT
from docgen.word.values.cell_values import UnfitValue
from docgen.word.values.custom_filters import NONE, CustomFilters, FilterFailure

MANY = 1000  # pieces of text between two looks at the size
SOURCE_NAME = "<sjabloon>"  # the file name of compiled tags, to find their lines in a traceback


class TagError(Exception):
    """A tag that could not be filled: what to say, the line of the part, and a word that stands near."""

    def __init__(self, message: str, line: int, near: str) -> None:
        super().__init__(message)
        self.line, self.near = line, near


@lru_cache(maxsize=16)
def environment(draft: bool, custom: CustomFilters = NONE) -> Any:
    """The one environment for final documents, and the one for drafts; with filters of a caller those are theirs."""
    return make_environment(draft, custom)


def bound(code: Any, draft: bool, custom: CustomFilters = NONE) -> Template:
    """The code that Jinja made of a part, ready to be filled."""
    env = environment(draft, custom)
    return Template.from_code(env, code, dict(env.globals))


def undeclared(source: str, custom: CustomFilters = NONE) -> set[str]:
    """The names that a part asks for and does not give a value itself, without the functions that every template has."""
    env = environment(False, custom)
    return meta.find_undeclared_variables(env.parse(source)) - set(env.globals)


def fill(template: Template, context: Mapping[str, Any]) -> str:
    """The text of a part. Raises `TagError`, or `RenderError` when that says enough."""
    token = BUDGET.set(Budget())
    try:
        pieces: list[str] = []
        size, coming = 0, template.root_render_func(template.new_context(dict(context)))
        while chunk := list(islice(coming, MANY)):
            size += sum(map(len, chunk))
            if size > MAX_TEXT:
                raise TooMuch
            pieces += chunk
        return "".join(pieces)
    except DocgenError:
        raise
    except Exception as error:  # whatever a tag of others does wrong is a fault of the template, with a place
        near = str(error).rsplit(".", 1)[-1] if isinstance(error, MissingValue) else ""
        raise TagError(_fault(error), _line_of(template, error), near) from error
    finally:
        BUDGET.reset(token)


def _line_of(template: Template, error: BaseException) -> int:
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == SOURCE_NAME:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def of_own_name(fault: TagError, source: str, text: str, context: Mapping[str, Any]) -> str:
    """What to say of a name that the template itself gives a value, but not there; empty when that is not the fault.

    `source` is that of the part, `text` that of the text of the document.
    """
    from docgen.word.jinja import bindings

    found = re.match(r"\w+", str(fault.__cause__)) if isinstance(fault.__cause__, MissingValue) else None
    if found is None or found[0] in context:
        return ""
    env = environment(draft=False)
    elsewhere = bindings.names_elsewhere(bindings.descendants(env.parse(text))) if source != text else {}
    here = bindings.names_here(env.parse(source))
    return (
        elsewhere.get("loop", "")
        if found[0] == "loop" and elsewhere
        else here.get(found[0]) or elsewhere.get(found[0], "")
    )


# what stopped a template -> what to say; the first that fits
FAULTS: list[tuple[type[BaseException], str]] = [
    (MissingValue, "‘{}’ ontbreekt in het dossier; vul het in, of maak een concept met --draft"),
    (NotPrintable, "{}"),
    (UnfitValue, "{}"),
    (FilterFailure, "{}"),
    (TooMuch, "{}"),
    (SecurityError, "‘{}’ is in een sjabloon niet toegestaan"),
    (RecursionError, "een macro roept zichzelf eindeloos aan"),
    (MemoryError, "het sjabloon vraagt te veel rekenwerk of geheugen"),
    (ZeroDivisionError, "hier wordt door nul gedeeld"),
    (Exception, "deze bewerking lukt niet met de waarde uit het dossier"),
]

UNKNOWN = "vul het in of verbeter de naam in de tag, of maak een concept met --draft"


def _fault(error: BaseException) -> str:
    if isinstance(error, MissingValue) and (name := str(error).split(".")[0]) in REMOVED_GLOBALS:
        return of_removed(name)
    if isinstance(error, UnknownName):
        return f"‘{error}’ staat niet in de gegevens; {error.hint or UNKNOWN}"
    return next(message for kind, message in FAULTS if isinstance(error, kind)).format(error)
