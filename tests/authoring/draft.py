"""A dossier that is only begun, and what is found in it before any rule looks."""

from __future__ import annotations

from docgen.dossier import check, loads
from tests.conftest import about_shape


def findings(text, *kinds):
    return about_shape(check(loads(text.encode()), kinds or None))


CORE = "dossier: {id: proef, titel: Proef}\norganisatie: {naam: gemeente Proef}\n"
