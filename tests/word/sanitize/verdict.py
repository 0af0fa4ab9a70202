"""What is said of a Word file of others: what is told, or why it is refused."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template


def findings(data: bytes) -> list[str]:
    return [line.removeprefix("sjabloon brief.docx: ") for line in compile_template(data, "brief.docx").findings]


def refusal(data: bytes) -> str:
    with pytest.raises(TemplateError) as caught:
        compile_template(data, "brief.docx")
    return str(caught.value)
