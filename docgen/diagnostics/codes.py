"""Every code of a finding that is no rule, with its meaning: the one place where codes are spelled out."""

from __future__ import annotations

# code of a finding about the shape of a dossier -> what it means, in one line
MEANINGS = {
    "aanhaling": "Aanhalingstekens beginnen of eindigen op een vreemde plaats.",
    "aantal": "Een lijst heeft te weinig onderdelen.",
    "bereik": "Een getal is te klein of te groot.",
    "blad": "Een lijst met partners in Excel heeft meer werkbladen; docgen leest het eerste.",
    "codering": "Het bestand is niet in UTF-8 opgeslagen, of er staan vreemde tekens in.",
    "commentaar": "Tekst na een spatie en # is commentaar en komt niet in een document.",
    "dubbel": "Een naam of kenmerk staat er twee keer.",
    "invullen": "Deze tekst lijkt nog niet ingevuld.",
    "keuze": "Het veld kent vaste keuzes, en dit is er geen.",
    "kolom": "Boven een kolom van een lijst met partners staat geen veld, of een veld dat er niet is.",
    "komma": "Een komma tussen accolades splitst de tekst in tweeën.",
    "kop": "De koppen van een lijst met partners staan niet in de eerste rij.",
    "leeg": "Er staat een veld of streepje zonder waarde.",
    "lengte": "De waarde is te lang.",
    "naam": "Voor de dubbele punt staat geen gewone naam.",
    "nummering": "Er is een nummer voor de tekst getypt, terwijl docgen zelf nummert.",
    "onbekend": "Dit veld bestaat niet.",
    "ontbreekt": "Een verplicht gegeven is nog niet ingevuld.",
    "opsomming": "Een opsomming wordt één doorlopende regel.",
    "opmaak": "Er staat opmaak in van Word of een webpagina; die komt letterlijk in het document.",
    "rij": "Een rij van een lijst met partners heeft te veel of te weinig cellen, of kan een totaal of een opmerking zijn.",
    "soort": "Dit is een ander soort bestand dan een dossier.",
    "te-diep": "De onderdelen zitten te diep in elkaar.",
    "te-groot": "Het bestand is te groot.",
    "teken": "Er staat een onzichtbaar of verboden teken.",
    "type": "De waarde is van een ander soort dan het veld vraagt: getal, bedrag, datum, true of false.",
    "verborgen": "Een rij van een lijst met partners is verborgen en doet niet mee.",
    "verwijzing": "Het kenmerk verwijst naar iets dat niet bestaat.",
    "volgorde": "Een einde ligt voor het begin.",
    "vorm": "De waarde heeft niet de goede vorm.",
    "weggelaten": "Een rij of kolom van een lijst met partners doet niet mee.",
    "yaml": "De opmaak van het bestand klopt niet.",
}
