"""Fields that a library adds to parts of docgen (`aanvulling`), and the dotted paths by which a schema names a part.

What is added is always optional, so that every rule, table and template of docgen stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.schema.metaschema.keywords import Steps, Unsound, known_as, quoted_name
from docgen.schema.metaschema.validator import check_fields
from docgen.schema.types import Rules

ADD = "aanvulling: {{{part}: {{{field}: {{type: string}}}}}}"
Fields = dict[str, Rules]


def rules_of(dotted: str, fields: Mapping[str, Rules], steps: Steps, loose: bool = False) -> Rules:
    """The rules at a dotted path that a file names: `partijen[].ondertekenaar`; when `loose`, a list may do without [].

    Raises `Unsound` when there is no such field.
    """
    rules: Rules = {"type": "dict", "schema": fields}
    here = ""
    names = dotted.split(".")
    for i, step in enumerate(names):
        name = step.removesuffix("[]")
        options = rules.get("schema", {}) if rules.get("type") == "dict" else {}
        if name not in options:
            raise Unsound(steps, _no_such(name, here, options, loose))
        rules, here = options[name], f"{here}.{step}".removeprefix(".")
        if step.endswith("[]") and rules["type"] != "list":
            raise Unsound(steps, f"‘{here.removesuffix('[]')}’ is geen lijst; haal [] weg")
        if rules["type"] == "list" and i + 1 < len(names):
            if not (step.endswith("[]") or loose):
                rest = ".".join(names[i + 1 :])
                raise Unsound(steps, f"‘{quoted_name(here)}’ is een lijst; schrijf {quoted_name(f'{here}[].{rest}')}")
            rules = rules.get("schema", {})
    return rules


def _no_such(name: str, around: str, options: Mapping[str, Any], loose: bool) -> str:
    if not around:
        return f"er is geen onderdeel ‘{quoted_name(name)}’; {known_as(name, options)}"
    if not options:
        return f"‘{quoted_name(around)}’ heeft geen eigen velden; noem alleen {quoted_name(around)}"
    add = ADD.format(part=around.replace("[]", ""), field=quoted_name(name))
    likely = known_as(name, options)
    what = f"‘{quoted_name(around)}’ heeft geen veld ‘{quoted_name(name)}’; {likely}"
    return what if loose or likely.endswith("?") else f"{what}; of voeg het toe met {add}"


def rows_of(rules: Rules) -> Rules:
    """The rules of a row of a list; other rules as they are."""
    row: Rules = rules.get("schema", {}) if rules["type"] == "list" else rules
    return row


class Extensions:
    """The parts of docgen and of a library, to which the schemas of that library add fields."""

    def __init__(self, fields: Fields, of_docgen: set[str]) -> None:
        self.fields, self.of_docgen = fields, of_docgen
        self.added: dict[tuple[str, str], tuple[str, Rules]] = {}

    def add(self, file: str, wanted: Mapping[Any, Any], fragments: Mapping[str, Any]) -> None:
        """Add what a file wants to add, by part. Raises `Unsound` when that cannot be."""
        for dotted, added in wanted.items():
            steps: Steps = ("aanvulling", dotted)
            target = self._target(dotted, steps)
            if not isinstance(added, dict) or not added:
                raise Unsound(
                    steps, f"bij ‘{quoted_name(dotted)}’ horen de nieuwe velden, zoals {{straat: {{type: string}}}}"
                )
            for name, rules in check_fields(added, fragments, steps).items():
                self._add(file, dotted, name, rules, target)

    def share_with_partner(self) -> None:
        """A partner that signs is a party: it has the fields that were added to the parties too."""
        for dotted, name in self.added:
            if dotted == "partijen":
                self.fields["partner"]["schema"].setdefault(name, self.added[dotted, name][1])

    def _target(self, dotted: Any, steps: Steps) -> Fields:
        """The fields of a part, or of the rows of a list."""
        if not isinstance(dotted, str):
            raise Unsound(
                steps, f"‘{quoted_name(dotted)}’ is geen onderdeel; noem er een, zoals partner of begroting.posten"
            )
        part = dotted.split(".")[0].removesuffix("[]")
        row = rows_of(rules_of(dotted, self.fields, steps, loose=True))
        if part not in self.of_docgen:
            raise Unsound(steps, f"‘{quoted_name(part)}’ is van uw eigen bibliotheek; zet de velden daar onder schema")
        if row.get("type") != "dict" or "schema" not in row:
            around = dotted.rpartition(".")[0] or "een onderdeel met velden, zoals partner"
            raise Unsound(steps, f"‘{quoted_name(dotted)}’ heeft geen vaste velden; noem {quoted_name(around)}")
        fields: Fields = row["schema"]
        return fields

    def _add(self, file: str, dotted: str, name: str, rules: Rules, target: Fields) -> None:
        steps: Steps = ("aanvulling", dotted, name)
        if rules.get("required"):
            path = _with_rows(dotted, self.fields)
            what = f"‘{name}’ is een extra veld en mag ontbreken; haal required weg en zet {path}.{name} onder nodig"
            raise Unsound((*steps, "required"), what)
        same = next((other for other in target if other.casefold() == name.casefold()), None)
        if same is None:
            target[name] = rules
            self.added[dotted.replace("[]", ""), name] = file, rules
            return
        other, known = self.added.get((dotted.replace("[]", ""), same), ("", {}))
        if not other:
            what = (
                f"‘{same}’ bestaat al in ‘{quoted_name(dotted)}’ van docgen; haal het hier weg, of kies een andere naam"
            )
            raise Unsound(steps, what)
        if same != name or known != rules:
            raise Unsound(
                steps, f"{other}.yaml voegt ‘{same}’ aan ‘{quoted_name(dotted)}’ toe met andere regels; maak ze gelijk"
            )


def _with_rows(dotted: str, fields: Fields) -> str:
    """A dotted path in which every list has its []: `begroting.posten[]`."""
    names = [step.removesuffix("[]") for step in dotted.split(".")]
    lists = [rules_of(".".join(names[: i + 1]), fields, (), loose=True)["type"] == "list" for i in range(len(names))]
    return ".".join(f"{name}[]" if is_list else name for name, is_list in zip(names, lists, strict=True))
