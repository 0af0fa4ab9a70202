"""Click's own words in Dutch. Click passes them through gettext without a Dutch catalogue; this is that catalogue."""

from __future__ import annotations

import sys

DUTCH = {
    "Usage:": "Gebruik:",
    "Options:": "Opties:",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Positional arguments": "Argumenten",
    "Show this message and exit.": "Toon deze uitleg.",
    "Show the version and exit.": "Toon de versie.",
    "Error: {message}": "docgen: {message}",
    "Try '{command} {option}' for help.": "Zie '{command} {option}' voor uitleg.",
    "Missing command.": "Er ontbreekt een opdracht.",
    "Missing argument": "Er ontbreekt",
    "Missing option": "Er ontbreekt een optie",
    "Missing parameter": "Er ontbreekt een argument",
    "No such option {name!r}.": "Optie {name} bestaat niet.",
    "No such option: {name}": "Optie {name} bestaat niet.",
    "No such command {name!r}.": "Opdracht {name} bestaat niet.",
    "Did you mean {possibility}?": "Bedoel je {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Bedoel je een van {possibilities}?",
    "(Possible options: {possibilities})": "Bedoel je een van {possibilities}?",
    "Got unexpected extra argument ({args})": "Dit argument is te veel: {args}",
    "Got unexpected extra arguments ({args})": "Deze argumenten zijn te veel: {args}",
    "Option {name!r} requires an argument.": "Achter optie {name} hoort een waarde.",
    "Option {name!r} requires {nargs} arguments.": "Achter optie {name} horen {nargs} waarden.",
    "Option {name!r} does not take a value.": "Achter optie {name} hoort geen waarde.",
    "Invalid value: {message}": "Ongeldige waarde: {message}",
    "Invalid value for {param_hint}: {message}": "Ongeldige waarde voor {param_hint}: {message}",
    "{value!r} is not {choice}.": "{value} is niet {choice}.",
    "{value!r} is not one of {choices}.": "{value} is niet een van {choices}.",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "{name} {filename!r} does not exist.": "{name} {filename} bestaat niet.",
    "{name} {filename!r} is a file.": "{name} {filename} is een bestand, geen map.",
    "{name} {filename!r} is a directory.": "{name} {filename} is een map, geen bestand.",
    "{name} {filename!r} is not readable.": "{name} {filename} is niet te lezen.",
    "{name} {filename!r} is not writable.": "{name} {filename} is niet te schrijven.",
    "file": "bestand",
    "File": "Bestand",
    "directory": "map",
    "Directory": "Map",
    "path": "pad",
    "Path": "Pad",
    "{value} is not in the range {range}.": "{value} valt buiten {range}.",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen getal dat hier past.",
    "default: {default}": "standaard: {default}",
}


def _translate(message: str) -> str:
    return DUTCH.get(message, message)


def _translate_plural(one: str, many: str, count: int) -> str:
    return _translate(one if count == 1 else many)


def speak_dutch() -> None:
    """Let every loaded module of click look its words up here."""
    for name, module in list(sys.modules.items()):
        if name == "click" or name.startswith("click."):
            for word, function in (("_", _translate), ("ngettext", _translate_plural)):
                if hasattr(module, word):
                    setattr(module, word, function)
