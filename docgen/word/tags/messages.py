"""What Jinja says of a tag that it cannot read, in Dutch: no word of its English reaches a user."""

from __future__ import annotations

import re
import unicodedata

from docgen._lazy import regex
from docgen.diagnostics.suggest import did_you_mean

KINDS = {"tr": "rij", "tc": "cel", "p": "alinea", "r": "tekstdeel"}
WORDS = (
    "if", "elif", "else", "endif", "for", "endfor", "set", "endset", "macro", "endmacro", "call", "endcall", "filter", "endfilter", "with", "endwith",
    "raw", "endraw", "block", "endblock",
)  # fmt: skip
UNKNOWN = regex(r"Encountered unknown tag '(.+?)'\.")
INNERMOST = regex(r"innermost block .* is '(\w+)'")

# Jinja's words -> Dutch; the first that fits
SYNTAX: list[tuple[str, str]] = [
    (r"Unexpected end of template.*innermost block.*'(\w+)'", "een tag is niet gesloten: ‘end{0}’ ontbreekt; zet waar het stuk ophoudt een tag met end{0}"),
    (r"Unexpected end of template", "een tag is niet gesloten; zet het eind erbij, zoals {{% endif %}} of {{% endfor %}}"),
    (r"unexpected end of template", "deze tag houdt te vroeg op; sluit hem met }}}} of %}}"),
    (r"No filter named '(\w+)'", "het filter ‘{0}’ bestaat niet"),
    (r"No test named '(\w+)'", "de toets ‘{0}’ bestaat niet"),
    (r"unexpected '(.+?)', expected '(.+?)'", "hier staat {0}, maar eerst moet {1} erbij; zet {1} ervoor"),
    (r"unexpected '(.+)'", "in deze tag staat {0} verkeerd, of er mist iets voor; haal {0} weg, of zet ervoor waar het over gaat"),
    (r"expected token 'end of (?:print statement|statement block)', got '='", "om te vergelijken schrijft u == en niet ="),
    (r"expected token '(name)', got '(.+?)'", "hier verwacht ik {0}, maar er staat {1}; typ die naam, of haal weg wat ervoor te veel staat"),
    (r"expected token '(end of .+?)', got '(.+?)'", "hier verwacht ik {0}, maar er staat {1}; haal {1} weg, of zet ertussen wat er mist, zoals een punt, | of and"),
    (r"expected token '(.+?)', got '(.+?)'", "hier verwacht ik {0}, maar er staat {1}; zet {0} ervoor"),
    (r"[Ee]xpected an expression, got '(.+?)'", "hier ontbreekt de naam van een veld; schrijf haar, zoals {{{{ dossier.titel }}}}"),
    (r"expected name or number|expected subscript", "achter de punt ontbreekt de naam van een veld; schrijf haar, of haal de punt weg"),
    (r"tag name expected", "achter {{% ontbreekt wat de tag doet, zoals if, for of set; voor een waarde schrijft u {{{{ … }}}}"),
    (r"expected call", "achter call hoort een macro met haakjes, zoals {{% call kader() %}}"),
    (r"can't assign to", "achter set of for hoort een naam van uzelf, zoals {{% set naam = … %}}"),
    (r"special loop variable", "noem wat u herhaalt anders dan loop, zoals {{% for regel in … %}}"),
    (r"cannot chain multiple tests", "na is kan één toets; schrijf de tweede met ‘and’: {{% if a is defined and a is string %}}"),
    (r"function call expression", "tussen deze haakjes klopt de volgorde niet: eerst waarden, dan naam=waarde; wissel ze om"),
    (r"non-default argument", "in deze macro staan namen zonder waarde na een met een waarde; zet ze ervoor"),
    (r"\"caller\" argument", "een macro kan geen veld ‘caller’ hebben; geef het een andere naam"),
    (r"Block names in Jinja|Invalid character in identifier", "een naam heeft alleen letters, cijfers en lage streepjes"),
    (r"block '.*' defined twice", "twee blokken hebben dezelfde naam; geef elk een eigen naam"),
    (r"Required blocks|extend from|can not be imported|plural|trans", "deze tag bestaat niet in een sjabloon van docgen"),
    (r"Missing end of comment", "een opmerking is niet gesloten; sluit haar met #}}"),
    (r"Missing end of raw", "raw is niet gesloten; zet {{% endraw %}} erachter"),
    (r"escape|Trailing|codec|character", "in een tekst tussen aanhalingstekens staat een \\ verkeerd; schrijf \\\\ of haal hem weg"),
]  # fmt: skip
# how Jinja names what it meets
TOKENS = {
    "end of print statement": "}}",
    "begin of print statement": "{{",
    "end of statement block": "%}",
    "begin of statement block": "{%",
    "end of comment": "#}",
    "begin of comment": "{#",
    "comment": "een opmerking",
    "end of template": "het eind van het sjabloon",
    "template data / text": "gewone tekst",
    "end of line statement": "het eind van de regel",
    "begin of line statement": "het begin van een regel",
    "whitespace": "een spatie",
    "data": "gewone tekst",
    "name": "een naam",
    "string": "een tekst",
    "integer": "een getal",
    "float": "een getal",
    "operator": "een teken",
    "initial": "het begin",
    "default": "een teken dat daar niet past",
}
CHARACTERS = {  # what Word or a keyboard makes of what was meant -> how it is called, and what to type
    "–": ("een gedachtestreepje", "typ een minteken (-)"),
    "—": ("een gedachtestreepje", "typ een minteken (-)"),
    "−": ("een minteken uit een lijst met symbolen", "typ een gewoon minteken (-)"),
    "…": ("een beletselteken", "haal het weg"),
    "≠": ("een ongelijkteken", "typ !="),
    "≤": ("een teken voor kleiner of gelijk", "typ <="),
    "≥": ("een teken voor groter of gelijk", "typ >="),
    "×": ("een maalteken", "typ *"),
    "÷": ("een deelteken", "typ /"),
    "&": ("een en-teken", "typ and"),
    "?": ("een vraagteken", "haal het weg"),
    "$": ("een dollarteken", "haal het weg"),
    "#": ("een hekje", "haal het weg"),
    "@": ("een apenstaartje", "haal het weg"),
    "\\": ("een schuine streep naar links", "haal hem weg"),
    "\u00ad": ("een zacht afbreekstreepje", "typ het woord opnieuw"),
    "\u200b": ("een spatie zonder breedte", "typ het woord opnieuw"),
    "\u00a0": ("een harde spatie", "typ een gewone spatie"),
    "\ufeff": ("een onzichtbaar teken", "typ het woord opnieuw"),
}
NO_BEGIN = "de tag ‘{}’ hoort bij een begin dat ontbreekt; zet het begin ervoor, of haal deze tag weg"
QUOTES = "\"'“”„‘’‚«»″′´`"


def message_of(text: str) -> str:
    """What is wrong in a tag, from what Jinja says of it."""
    if unknown := UNKNOWN.search(text):
        return _of_tag(unknown[1], text)
    if character := re.search(r"unexpected char (.+) at \d+", text, re.DOTALL):
        return _of_character(character[1])
    for pattern, dutch in SYNTAX:
        if found := re.search(pattern, text, re.DOTALL):
            return dutch.format(*(TOKENS.get(word, word) for word in found.groups()))
    return "een tag klopt niet; kijk of elk haakje en elk aanhalingsteken is gesloten en of de namen kloppen"


def _of_tag(word: str, text: str) -> str:
    """Of a tag that does not exist, or does not fit where it stands."""
    if word.lower() in KINDS:
        takes = f"een tag voor de hele {KINDS[word.lower()]}"
        return f"{takes} schrijft u met kleine letters en zonder spatie vooraan: {{%{word.lower()} … %}}"
    inner = INNERMOST.search(text)
    if word in WORDS:
        if inner and word != f"end{inner[1]}":
            return f"‘{word}’ past hier niet: eerst moet ‘{inner[1]}’ worden gesloten; zet end{inner[1]} ervoor"
        return NO_BEGIN.format(word)
    if word == "end":
        return f"het eind schrijft u als één woord: {{% end{inner[1] if inner else 'if'} %}}"
    hint = did_you_mean(word, WORDS) or "voor een waarde schrijft u {{ … }}"
    return f"de tag ‘{word}’ bestaat niet; {hint}"


def _of_character(shown: str) -> str:
    """Of a character that no tag can have; `shown` as Python writes it."""
    try:
        character = (
            shown[1:-1].encode("ascii", "backslashreplace").decode("unicode-escape") if len(shown) > 3 else shown[1:-1]
        )
    except UnicodeDecodeError:
        character = shown[1:-1]
    if character in QUOTES:
        return f"een tekst tussen aanhalingstekens is niet gesloten; zet er nog een {character} bij"
    called, remedy = CHARACTERS.get(character, ("", ""))
    if not called and (unicodedata.category(character[:1] or " ")[0] in "CZ"):
        called, remedy = "een onzichtbaar teken", "typ de tag opnieuw"
    return f"{called or f'het teken {character}'} kan niet in een tag; {remedy or 'haal het weg'}"
