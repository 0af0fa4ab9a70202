"""Are the fragments that a schema refers to there, and not too many or too deep together, before they are filled in?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.diagnostics.suggest import did_you_mean
from docgen.schema.metaschema.keywords import RULES, Steps, Unsound, is_text, quoted_name

MOST_FIELDS, DEEPEST = 20_000, 60


class FragmentSizes:
    """How many descriptions rules become when fragments are filled in; what is too much is refused before that is done."""

    def __init__(self, fragments: Mapping[str, Any]) -> None:
        self.fragments = fragments
        self.known: dict[str, tuple[int, int]] = {}
        self.busy: list[str] = []

    def check_all(self, rules: Mapping[Any, Any], steps: Steps) -> None:
        """Every reference to a fragment leads to one, and together they are not too many or too deep."""
        total = 0
        for name, inner in rules.items():
            total += self._size(inner, (*steps, name))[0]
            if total > MOST_FIELDS:
                raise Unsound((*steps, name), f"te veel velden (meer dan {MOST_FIELDS}); splits het schema")

    def _size(self, rules: Any, steps: Steps) -> tuple[int, int]:
        """The number of descriptions in rules, and how deep they go."""
        if not isinstance(rules, dict | list):
            return 0, 0
        size, depth = 1, 0
        pairs = rules.items() if isinstance(rules, dict) else enumerate(rules)
        for key, value in pairs:
            more, deeper = (
                self._fragment(value, (*steps, key)) if key == "fragment" else self._size(value, (*steps, key))
            )
            size, depth = size + more, max(depth, deeper)
        if isinstance(rules, dict) and "fragment" in rules and not isinstance(rules.get("meta", {}), dict):
            raise Unsound((*steps, "meta"), f"hier hoort onder meta: {RULES['meta'].words}")
        if depth + len(self.busy) >= DEEPEST:
            raise Unsound(steps, "te diep genest; haal een niveau weg")
        return size, depth + 1

    def _fragment(self, name: Any, steps: Steps) -> tuple[int, int]:
        if not is_text(name):
            raise Unsound(steps, "achter ‘fragment’ hoort de naam van een fragment; een veld kan niet zo heten")
        if name not in self.fragments:
            hint = did_you_mean(name, self.fragments) or f"bekend zijn: {', '.join(map(str, [*self.fragments][:20]))}"
            raise Unsound(steps, f"het fragment ‘{quoted_name(name)}’ bestaat niet; {hint}")
        if name in self.busy or len(self.busy) >= DEEPEST:
            raise Unsound(steps, f"het fragment ‘{quoted_name(name)}’ verwijst naar zichzelf; schrijf de velden uit")
        if not isinstance(self.fragments[name], dict):
            raise Unsound(
                ("fragmenten", name),
                f"bij het fragment ‘{quoted_name(name)}’ hoort een beschrijving, zoals {{type: string}}",
            )
        if not isinstance(self.fragments[name].get("meta", {}), dict):
            raise Unsound(
                ("fragmenten", name, "meta"),
                f"bij het fragment ‘{quoted_name(name)}’ hoort onder meta: {RULES['meta'].words}",
            )
        if name not in self.known:
            self.busy.append(name)
            self.known[name] = self._size(self.fragments[name], ("fragmenten", name))
            self.busy.pop()
            if self.known[name][0] > MOST_FIELDS:
                raise Unsound(steps, f"te veel velden (meer dan {MOST_FIELDS}); splits het schema")
        return self.known[name]
