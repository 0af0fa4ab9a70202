"""A dossier at the limits, written as YAML: 20 parties, 40 roles, 200 tasks, 12 years, long words."""

from __future__ import annotations

from pathlib import Path

LONG_WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappij"
YEARS = range(2028, 2040)


def write_dossier_at_the_limits(path: Path) -> None:
    path.write_text("\n".join(_lines()) + "\n", encoding="utf-8")


def _lines() -> list[str]:
    amounts = "{" + ", ".join(f"{year}: 1234567" for year in YEARS) + "}"
    lines = [
        "dossier:",
        "  id: grenzen",
        f"  titel: Borging aan de grenzen met {LONG_WORD}",
        "  zaaknummer: Z-2027-999999",
        "  peildatum: 2028-06-30",
        "  horizon: {begin: 2028-01-01, einde: 2039-12-31}",
        "  instellingen: {uren_per_fte: 1400}",
        "organisatie: {naam: gemeente Grens aan de Maas, begrotingsprogramma: Programma 6}",
        f"interventie: {{naam: Aanpak {LONG_WORD}, kern: Alles is hier groot.}}",
        "partijen:",
    ]
    for i in range(1, 21):
        lines.append(
            f"  - {{id: partij{i}, naam: Stichting {LONG_WORD} {i}, hierna: Partij {i}, ondertekenaar: directeur-bestuurder, niveau: directie}}"
        )
    lines.append("rollen:")
    for i in range(1, 41):
        lines.append(
            f"  - {{id: rol{i}, naam: Coördinator {LONG_WORD} {i}, partij: partij{(i - 1) // 2 + 1}, uren: 1800, tarief: 92, trekker: {'true' if i == 1 else 'false'}, vervanger: rol{i % 40 + 1}}}"
        )
    lines.append("taken:")
    for i in range(1, 201):
        owner, other = (i - 1) % 40 + 1, i % 40 + 1
        lines.append(
            f"  - {{id: T{i:03}, naam: Taak {i} met een lange naam over {LONG_WORD}, eigenaar: rol{owner}, vervanger: rol{other}, resultaat: overzicht {i}, uren: {{rol{owner}: 120, rol{other}: 40}}}}"
        )
    lines += ["uitsluitingen:", *(f"  - {{tekst: Uitsluiting {i} over {LONG_WORD}.}}" for i in range(1, 16))]
    lines += ["begroting:", "  posten:"]
    for i in range(1, 31):
        lines.append(
            f"    - {{id: P{i:02}, naam: Post {i} {LONG_WORD}, aard: structureel, partij: partij{(i - 1) % 20 + 1}, bedragen: {amounts}}}"
        )
    lines.append("financiering:")
    for i in range(1, 31):
        lines.append(
            f"  - {{id: F{i:02}, bron: Bron {i} {LONG_WORD}, partij: partij{(i - 1) % 20 + 1}, aard: structureel, status: toegezegd, voor: [P{i:02}], bedragen: {amounts}}}"
        )
    lines.append("doelen:")
    for i in range(1, 21):
        lines.append(
            f"  - {{id: D{i}, tekst: Doel {i} over {LONG_WORD}., indicator: aantal, nulmeting: {{waarde: 0, jaar: 2027}}, streefwaarde: {i * 1000}, uiterlijk: 2039-12-31, rol: rol{i}}}"
        )
    lines.append("mijlpalen:")
    lines += [f"  - {{datum: {year}-06-15, tekst: Mijlpaal {year}, rol: rol1}}" for year in YEARS]
    lines += ["raadsvoorstel:", "  onderwerp: Alles tegelijk", "  beslispunten:"]
    lines += [f"    - {{nr: {i}, tekst: Besluit {i} over {LONG_WORD} vast te stellen.}}" for i in range(1, 13)]
    lines.append("  argumenten:")
    lines += [
        f'    - {{nr: "{i}.{k}", kop: Argument {i}.{k} klopt., tekst: Omdat het zo is.}}'
        for i in range(1, 13)
        for k in range(1, 12)
    ]
    lines += ["overeenkomst: {titel: Overeenkomst met twintig partijen, ingang: 2028-01-01, einde: 2039-12-31}"]
    lines += ["jaarplan: {jaar: 2028}", "overdracht: {rol: rol1, datum: 2028-03-01}"]
    lines += [
        "afwijkingen:",
        "  - {regel: OVK-03, reden: Alleen de maat telt hier., besloten_door: Maker van de proef, geldig_tot: 2039-12-31}",
    ]
    return lines
