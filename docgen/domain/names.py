"""What parties, roles, organs and sources are called, in a table and in a sentence; also in the part of a dossier that one
party sees.

In a sentence a role is a function of its party: "de wijkcoördinator van de gemeente". What a writer gives as `in_zin` goes before
what is made of a name.
"""

from __future__ import annotations

from collections import Counter

from docgen.domain.memo import memoized_by_value
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.characters import plain_words
from docgen.text.sentences import ARTICLES, first_word, has_word, small, with_article, without_brackets

OUTSIDE = "extern"
PARTIES = "partijen"  # the list that a party is named from
BEFORE_NAME = ("de", "het")
KINDS_OF_PARTY = ("gemeente", "stichting", "vereniging")
MUNICIPALITY = "gemeente "  # in a sentence "de gemeente Merenbroek"
NAMELESS = "functie zonder naam"
PARTNER = "partner"  # names, beside a list of partners, the one of the row
WHOLE_DOSSIER, VIEWED_BY = "geheel", "gezien_vanuit"  # in what one party sees: all of which it is a part, and the party


def whole_dossier(dossier: CompleteDossier) -> CompleteDossier:
    """The dossier in which every name can be looked up, also when this is only a part of it."""
    return dossier.get(WHOLE_DOSSIER) or dossier


def viewer(dossier: CompleteDossier) -> TableRow | None:
    """The party whose part of the dossier this is, if it is a part."""
    return dossier.get(VIEWED_BY)


@memoized_by_value
def party_names(dossier: CompleteDossier) -> dict[str, str]:
    """Name of every party by id, and of money from outside."""
    names = {partij["id"]: partij["naam"] for partij in whole_dossier(dossier)["partijen"]}
    return names | {OUTSIDE: "externe financier"}


@memoized_by_value
def party_names_in_sentences(dossier: CompleteDossier) -> dict[str, str]:
    """The same as it stands in a sentence: "een externe financier betaalt"."""
    return party_names(dossier) | {OUTSIDE: "een externe financier"}


@memoized_by_value
def party_short_names(dossier: CompleteDossier) -> dict[str, str]:
    """How a party is called after the opening of an agreement: "de GGD"."""
    short = {partij["id"]: _short(partij) for partij in whole_dossier(dossier)["partijen"]}
    return short | {OUTSIDE: "een externe financier"}


def _short(party: TableRow) -> str:
    called: str = party["hierna"] or party["naam"]  # one that could not be read has neither
    return f"de {called}" if called and called.startswith(MUNICIPALITY) else called


@memoized_by_value
def role_names(dossier: CompleteDossier) -> dict[str, str]:
    """Name of every role by id; in a draft one may have none yet."""
    return {rol["id"]: rol["naam"] or NAMELESS for rol in whole_dossier(dossier)["rollen"]}


@memoized_by_value
def names_of_parties(dossier: CompleteDossier) -> frozenset[str]:
    """The words, without capitals, that keep their capital because a party is called so: "ggd", "welzijn"."""
    called = [row["hierna"] for row in whole_dossier(dossier)["partijen"] if row["hierna"]]
    words = {word for name in called for word in name.split() if word[:1].isupper()}
    return frozenset(word.casefold() for word in words) - {*ARTICLES}


@memoized_by_value
def function_names(dossier: CompleteDossier) -> dict[str, str]:
    """What the function of every role is called, without article and party: "wijkcoördinator"."""
    roles, names, called = whole_dossier(dossier)["rollen"], names_of_parties(dossier), role_names(dossier)
    short = {rol["id"]: without_brackets(called[rol["id"]]) for rol in roles}
    alike = Counter((rol["partij"], short[rol["id"]].casefold()) for rol in roles)
    return {
        rol["id"]: small(
            called[rol["id"]] if alike[rol["partij"], short[rol["id"]].casefold()] > 1 else short[rol["id"]], names
        )
        for rol in roles
    }


@memoized_by_value
def roles_in_sentences(dossier: CompleteDossier) -> dict[str, str]:
    """Every role as it stands in a sentence: "de wijkcoördinator van de gemeente"."""
    functions, parties, names = function_names(dossier), party_short_names(dossier), names_of_parties(dossier)
    return {
        rol["id"]: rol["in_zin"] or _of_party(with_article(functions[rol["id"]], names), parties.get(rol["partij"]))
        for rol in whole_dossier(dossier)["rollen"]
    }


def _of_party(function: str, party: str | None) -> str:
    """A function with its party, unless its name says so itself: "de beleidsadviseur jeugd Nieuwlede"."""
    if not party:
        return function
    bare = party.split(maxsplit=1)[-1] if first_word(party).casefold() in ARTICLES else party
    return function if has_word(function, bare) else f"{function} van {party}"


@memoized_by_value
def organs_in_sentences(dossier: CompleteDossier) -> dict[str, str]:
    """What a writer says an organ is called in a sentence."""
    rows = whole_dossier(dossier)["besluitvorming"]
    return {row["orgaan"]: row["in_zin"] for row in rows if row["in_zin"]}


@memoized_by_value
def sources_in_sentences(dossier: CompleteDossier) -> dict[str, str]:
    """Every source as it stands in a sentence: ‘Bijdrage zorgverzekeraar’."""
    return {bron["id"]: bron["in_zin"] or f"‘{bron['bron']}’" for bron in whole_dossier(dossier)["financiering"]}


def bare_name(name: str) -> str:
    """A name in plain words without article and kind before it: "De Gemeente Merenbroek" is "merenbroek"."""
    return _without(plain_words(name), (*BEFORE_NAME, *KINDS_OF_PARTY))


def name_of_kind(name: str) -> str:
    """A name in plain words without an article before it: "stichting spoordijk"."""
    return _without(plain_words(name), BEFORE_NAME)


def _without(words: str, before: tuple[str, ...]) -> str:
    first, _, rest = words.partition(" ")
    return _without(rest, before) if rest and first in before else words
