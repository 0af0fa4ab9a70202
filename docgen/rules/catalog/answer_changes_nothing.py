"""
Een antwoord bij een punt van de borgingscheck verandert niets.

Het dossier zegt al hetzelfde, of het antwoord telt niet zoals het er staat. Een antwoord maakt elk punt minder als u weet
dat het minder is. Beter maken kan alleen bij D2, D3, D7, K4, K6, K7 en F8, en groen wordt het alleen met de dag van het
bevestigen (`datum`, niet te lang voor de peildatum) en wie het bevestigt (`wie`). Spreekt een feit in het dossier het antwoord tegen, dan
wint het feit. Bron: eigen lijst van punten, naar de drie ankers van Wijzer in de Wijk (groen vraagt bewijs).

Herstel: haal het antwoord weg als het dossier al hetzelfde zegt. Vul anders `datum` en `wie` in, of zet het bewijs in het
dossier zelf.
"""

from __future__ import annotations

from docgen.diagnostics.finding import Finding
from docgen.domain.scorecard.answers import Idle
from docgen.text.dutch import enumeration

CODE = "BCK-01"
LEVEL = "advies"
ANCHOR = "Kwaliteit"


def finding(idle: Idle) -> Finding:
    """What to say about an answer that changes nothing."""
    why = f"het dossier zegt al {enumeration(idle.states)}" if idle.states else "elke wijk heeft een eigen antwoord"
    message = f"antwoord op {idle.nr} verandert niets: {why}"
    return Finding(("borgingscheck", "antwoorden", idle.place), message, about=idle.nr, hint=idle.remedy)
