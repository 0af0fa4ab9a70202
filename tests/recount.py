"""Every amount, total, hour and fte that a document prints, worked out again from the YAML file: nothing of docgen is used here.

    python -m tests.recount samples/x.yaml document.docx …

A row of a table is known by its label, a column by its year; what stands in a sentence must be an amount of the dossier, a sum of
some (a year, a party, a status, a nature, the horizon), a difference of two of those, or stand in the text of the writer.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections import Counter, defaultdict
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path
from xml.etree import ElementTree

import yaml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SURE = {"toegezegd", "beschikt", "ontvangen"}
AMOUNT = re.compile(r"[-−]?€[\s\xa0]*-?\d{1,3}(?:\.\d{3})*(?:,\d\d)?(?!\d)")
CELL = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})*(?:,\d+)?|–|")
HOURS = re.compile(r"(\d[\d.]*(?:,\d+)?)[\s\xa0](?:uur|fte)\b")
YEAR = re.compile(r"(?:19|20)\d\d(?: \(ter vergelijking\))?")


def value(text):
    """A printed number as a `Decimal`; nothing for a dash."""
    digits = re.sub(r"[^\d,]", "", text).replace(",", ".")
    return (-1 if re.match(r"[-−]|€[\s\xa0]*-", text.strip()) else 1) * Decimal(digits) if digits else Decimal(0)


def money(given):
    return {int(year): Decimal(str(amount)) for year, amount in (given or {}).items()}


def read_docx(path):
    """Paragraphs outside tables, and tables as rows of cells, each a list of paragraphs."""
    body = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))[0]
    said = lambda one: "".join(t.text or "" for t in one.iter(f"{W}t"))
    lines = [said(p) for p in body.findall(f"{W}p")]
    tables = [
        [[[said(p) for p in cell.iter(f"{W}p")] for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in body.iter(f"{W}tbl")
    ]
    return lines, tables


class Recount:
    """What the amounts of a dossier must be."""

    def __init__(self, path):
        self.text = Path(path).read_text(encoding="utf-8")
        self.data = data = yaml.load(self.text, yaml.BaseLoader)
        self.posts = (data.get("begroting") or {}).get("posten") or []
        self.sources = [row for row in data.get("financiering") or [] if row["status"] not in ("idee", "afgewezen")]
        self.years = sorted(
            {year for row in (*self.posts, *data.get("financiering", [])) for year in money(row["bedragen"])}
        )
        horizon = data["dossier"].get("horizon")
        self.horizon = range(int(horizon["begin"][:4]), int(horizon["einde"][:4]) + 1) if horizon else self.years
        self.parties = {row["id"]: row["naam"] for row in data["partijen"]}
        self.roles = data.get("rollen") or []
        self.per_fte = Decimal((data["dossier"].get("instellingen") or {}).get("uren_per_fte") or 0)
        self.by_label = self._by_label()
        self.known = self._known_amounts()
        self.hours = self._known_hours()
        self.checked, self.wrong = 0, []
        self.shown = set()  # what stands in a table of a budget that was worked out: a sentence beside it may name it

    def total(self, rows, year):
        return sum((money(row["bedragen"]).get(year, Decimal(0)) for row in rows), Decimal(0))

    def _by_label(self):
        """Per label of a row in a table with years: what may stand there."""
        found = defaultdict(list)
        for row in (*self.posts, *self.data.get("financiering", [])):
            found[row.get("naam") or row["bron"]].append([row])
        for party, name in self.parties.items():
            found[name].append([row for row in self.sources if row["partij"] == party])
            found[f"Eigen personeel van {name}"] = []
        cost, cover = self.posts, self.sources
        steady = lambda rows: [row for row in rows if row["aard"] == "structureel"]
        passing = lambda rows: [row for row in rows if row["aard"] != "structureel"]
        unsure = [row for row in cover if row["status"] not in SURE]
        for label, rows in {
            "Kosten": [cost], "Totale kosten": [cost], "Dekking": [cover], "Totale dekking": [cover], "Totaal": [cost, cover], "Totaal kosten": [cost],
            "Totaal dekking": [cover], "Totaal bijdragen": [cover],
            "Kosten van het programma": [cost],
            "Structurele kosten": [steady(cost)], "Incidentele kosten": [passing(cost)], "Structurele dekking": [steady(cover)],
            "Incidentele dekking": [passing(cover)], "Waarvan structureel": [steady(cost), steady(cover)],
            "Waarvan incidenteel": [passing(cost), passing(cover)], "Waarvan nog niet zeker": [unsure], "Totaal nog niet zeker": [unsure],
            "Waarvan zeker": [[row for row in cover if row["status"] in SURE]],
        }.items():  # fmt: skip
            found[label] += rows
        for route in {row.get("route") for row in cover} - {None}:
            found[route] += [[row for row in cover if row.get("route") == route]]
        return {label.casefold(): rows for label, rows in found.items()}

    def _known_amounts(self):
        """Amounts that a sentence may name."""
        groups = [[row] for row in (*self.posts, *self.data.get("financiering", []))]
        for rows, keys in (
            (self.posts, ("partij", "soort", "aard")),
            (self.sources, ("partij", "status", "aard", "vorm", "route")),
        ):
            for key in keys:
                groups += [[row for row in rows if row.get(key) == one] for one in {row.get(key) for row in rows}]
            groups.append(rows)
        for party in {*self.parties}:
            groups.append([row for row in self.posts if row.get("partij") not in (None, party)])
            own = [row for row in self.sources if row["partij"] == party]
            groups += [[row for row in own if row["status"] in SURE], [row for row in own if row["status"] not in SURE]]
            others = [row for row in self.sources if row["partij"] in {*self.parties} - {party}]
            through = [row for row in others if row.get("via") == party]
            for rows in (through, [row for row in others if row not in through]):
                groups += [rows, [row for row in rows if row["status"] not in SURE]]
        groups += [[row for row in self.sources if (row["status"] in SURE) is sure] for sure in (True, False)]
        found = {Decimal(0)}
        for rows in groups:
            found |= {self.total(rows, year) for year in self.years}
            found |= {sum((self.total(rows, year) for year in span), Decimal(0)) for span in (self.horizon, self.years)}
        for year in self.years:
            steady = [
                self.total([row for row in rows if row["aard"] == "structureel"], year)
                for rows in (self.posts, self.sources)
            ]
            found |= {steady[0] - steady[1], self.total(self.posts, year) - self.total(self.sources, year)}
        found |= self._cost_of_work()
        return found | {-one for one in found} | {value(match) for match in AMOUNT.findall(self.text)}

    def _cost_of_work(self):
        """Rates, hours times rates by role, task, goal and party, and what the approach brings."""
        found = {Decimal(row["bedrag"]) for row in self.data["interventie"].get("baten") or [] if row.get("bedrag")}
        for role in self.roles:
            if role.get("tarief"):
                found |= {Decimal(role["tarief"]), Decimal(role["tarief"]) * Decimal(role.get("uren") or 0)}
            found.add(Decimal(role.get("vergoeding") or 0))
        rate = {role["id"]: Decimal(role.get("tarief") or 0) for role in self.roles}
        party_of = {role["id"]: role["partij"] for role in self.roles}
        per_goal = Counter()
        for task in self.data.get("taken") or []:
            for role, spent in (task.get("uren") or {}).items():
                for key in (
                    (task["id"], None),
                    (task["id"], party_of[role]),
                    (task.get("doel"), None),
                    (task.get("doel"), party_of[role]),
                ):
                    per_goal[key] += rate[role] * Decimal(spent)
        found |= {*per_goal.values(), sum(rate[role["id"]] * Decimal(role.get("uren") or 0) for role in self.roles)}
        for party in self.parties:
            found.add(
                sum(rate[role["id"]] * Decimal(role.get("uren") or 0) for role in self.roles if role["partij"] == party)
            )
        return found

    def _known_hours(self):
        paid = Counter()
        free = Counter()
        for role in self.roles:
            (free if role.get("vrijwillig") == "true" else paid)[role["partij"]] += Decimal(role.get("uren") or 0)
        found = {
            sum(paid.values()),
            sum(free.values()),
            sum(paid.values()) + sum(free.values()),
            self.per_fte,
            *paid.values(),
            *free.values(),
        }
        found |= {paid[party] + free[party] for party in self.parties}
        found |= {Decimal(role.get("uren") or 0) for role in self.roles}
        party_of = {role["id"]: role["partij"] for role in self.roles}
        per_goal = Counter()
        for task in self.data.get("taken") or []:
            for role, spent in (task.get("uren") or {}).items():
                for key in (
                    (task["id"], None),
                    (task["id"], party_of[role]),
                    (task.get("doel"), None),
                    (task.get("doel"), party_of[role]),
                ):
                    per_goal[key] += Decimal(spent)
                found.add(Decimal(spent))
        found |= {*per_goal.values()}
        if self.per_fte:
            found |= set(self.fte(paid).values()) | {self.round(sum(paid.values()) / self.per_fte)}
        return found | {value(one) for one in re.findall(r"(\d[\d.]*(?:,\d+)?)[\s\xa0](?:uur|fte)", self.text)}

    @staticmethod
    def round(number):
        return (number + Decimal("0.005")).quantize(Decimal("0.01"), ROUND_FLOOR)

    def fte(self, paid):
        """Hundredths that add up: the largest remainders get what is left over."""
        exact = {party: paid[party] / self.per_fte for party in self.parties}
        down = {party: one.quantize(Decimal("0.01"), ROUND_FLOOR) for party, one in exact.items()}
        short = int((self.round(sum(exact.values())) - sum(down.values())) * 100)
        first = sorted(down, key=lambda party: down[party] - exact[party])[:short]
        return {party: one + Decimal("0.01") * (party in first) for party, one in down.items()}

    # ------------------------------------------------------------------------------------------------ what is printed

    def see(self, is_right, what):
        self.checked += 1
        if not is_right:
            self.wrong.append(what)

    def document(self, path):
        lines, tables = read_docx(path)
        self.shown = set()
        for table in tables:
            head = ["".join(cell) for cell in table[0]]
            years = [int(cell[:4]) if YEAR.fullmatch(cell) else None for cell in head]
            if head[0] in ("Lasten en baten", "Van kosten naar lasten", "Wijziging", "Kosten en geld"):
                self.balance(head, table[1:], path)
            elif head[:2] == ["Wie betaalt", "Aan wie"]:
                self.payers(head, table[1:], path)
            elif head == ["Gedeelde kosten", "Wie betaalt", "Bedrag"]:
                self.shared(table[1:], path)
            elif sum(year is not None for year in years) and all(years[1:]):
                self.per_year(years, table[1:], path)
            else:
                for row in table[1:]:
                    self.columns(head, row, path)
        for line in lines:
            self.sentence(line, path)

    def per_year(self, years, rows, path):
        for cells in rows:
            label = re.sub(
                r" \((?:(?:in)?cidenteel|(?:structureel, |incidenteel, )?(?:toegezegd|beschikt|ontvangen|gevraagd|onzeker))(?:, in natura)?\)$"
                r"|, (?:toegezegd|beschikt|ontvangen|gevraagd|onzeker)$",
                "",
                cells[0][0],
            )
            if not any(
                re.search(r"\d", "".join(cell)) and CELL.fullmatch("".join(cell).replace("€\xa0", ""))
                for cell in cells[1:]
            ):
                continue
            for year, cell in zip(years[1:], cells[1:], strict=True):
                wanted = {self.total(rows, year) for rows in self.by_label.get(label.casefold(), [])}
                if label.startswith("Saldo"):
                    wanted = {self.total(self.sources, year) - self.total(self.posts, year)}
                self.see(value("".join(cell)) in wanted, f"{path}: {label} {year}: {''.join(cell)}, hoort {wanted}")

    def balance(self, head, rows, path):
        """A table of a budget: parts add up to their sums, the saldo follows, and the last sum is what the YAML says."""
        columns = list(zip(*[[value("".join(cell)) for cell in row[1:]] for row in rows], strict=True))
        labels = [row[0][0] for row in rows]
        self.shown |= {abs(one) for column in columns for one in column}
        for name, column in zip(head[1:], columns, strict=True):
            of = dict(zip(labels, column, strict=True))
            where = f"{path}: {head[0]} {name}"
            if head[0] == "Lasten en baten":
                costs = labels.index("Lasten")
                self.see(sum(column[:costs]) == of["Lasten"], f"{where}: lasten")
                if "Baten" in of:
                    start = next(i for i in range(costs + 1, len(labels)) if not labels[i].startswith("Waarvan"))
                    self.see(sum(column[start : labels.index("Baten")]) == of["Baten"], f"{where}: baten")
                self.see(of["Saldo (baten min lasten)"] == of.get("Baten", 0) - of["Lasten"], f"{where}: saldo")
                moved = sum(
                    one * (1 if label.startswith("Onttrekking") else -1)
                    for label, one in of.items()
                    if re.match("Onttrekking|Toevoeging", label)
                )
                after = next(one for label, one in of.items() if label.startswith("Saldo na reserves"))
                self.see(after == of["Saldo (baten min lasten)"] + moved, f"{where}: na reserves")
                for place, label in enumerate(labels[:-1]):
                    if label.startswith("Waarvan"):
                        continue
                    parts = [
                        column[i]
                        for i in range(place + 1, len(labels))
                        if all(x.startswith("Waarvan") for x in labels[place + 1 : i + 1])
                    ]
                    self.see(not parts or sum(parts) == column[place], f"{where}: {label} en zijn delen")
                if YEAR.fullmatch(name):
                    self.see(-after in self.own_means(int(name[:4])), f"{where}: algemene middelen {after}")
                    for label, one in of.items():
                        source = [
                            row for row in self.sources if label in (row["bron"], f"{row['bron']}, nog niet zeker")
                        ]
                        self.see(not source or one in (0, self.total(source, int(name[:4]))), f"{where}: {label}")
            elif head[0] == "Van kosten naar lasten":
                signs = [-1 if label.startswith("Af:") else 1 for label in labels[:-1]]
                self.see(
                    sum(s * one for s, one in zip(signs, column[:-1], strict=True)) == column[-1],
                    f"{where}: aansluiting",
                )
                self.see(column[0] == self.total(self.posts, int(name[:4])), f"{where}: kosten")
            elif head[0] == "Wijziging":
                self.see(
                    of.get("Saldo (baten min lasten)", 0) == of.get("Baten", 0) - of.get("Lasten", 0),
                    f"{where}: wijziging",
                )
            else:
                middle = labels.index("Kosten en bijdragen")
                self.see(sum(column[:middle]) == of["Kosten en bijdragen"], f"{where}: kosten en bijdragen")
                rest = [one for label, one in list(of.items())[middle + 1 : -1] if not label.startswith("Waarvan")]
                self.see(sum(rest) == of["Waar dit van komt"] == of["Kosten en bijdragen"], f"{where}: herkomst")

    def payers(self, head, rows, path):
        """Money from outside goes somewhere to the cent; a party gives others no more than the money that it brings in."""
        for place, year in enumerate(map(int, head[2:]), 2):
            given = Counter()
            for row in rows:
                given[row[0][0].casefold()] += value("".join(row[place]))
            for payer, amount in given.items():
                outside = [row for row in self.sources if row["partij"] == "extern" and row["bron"].casefold() == payer]
                own = [
                    row
                    for row in self.sources
                    if self.parties.get(row["partij"], "").casefold() == payer and row.get("vorm") != "natura"
                ]
                whole = self.total(outside or own, year)
                self.see(
                    amount == whole if outside else amount <= whole, f"{path}: {payer} {year}: {amount} van {whole}"
                )

    def shared(self, rows, path):
        """Costs of parties together: each amount is that of the post, and what the payers pay adds up to it."""
        year = int(self.data["jaarplan"]["jaar"])
        for label, payers, amount in rows[:-1]:
            post = next(row for row in self.posts if row["naam"] == label[0])
            printed = value(amount[0])
            self.see(printed == self.total([post], year) and not post.get("partij"), f"{path}: {label[0]}: {amount[0]}")
            parts = [value(found) for line in payers for found in AMOUNT.findall(line)]
            self.see(len(payers) == 1 or sum(parts) == printed, f"{path}: {label[0]}: {payers}")
        self.see(value(rows[-1][2][0]) == sum(value(row[2][0]) for row in rows[:-1]), f"{path}: gedeelde kosten samen")

    def own_means(self, year):
        """What any municipality pays from its general means in a year: its own money that comes from no reserve."""
        found = set()
        for party, name in self.parties.items():
            kind = next(row for row in self.data["partijen"] if row["id"] == party).get("soort") or ""
            if kind.casefold() == "gemeente" or name == self.data["organisatie"]["naam"]:
                own = [row for row in self.sources if row["partij"] == party]
                drawn = [row for row in own if row.get("reserve", "geen") != "geen"]
                found.add(self.total([row for row in own if row not in drawn], year))
        return found

    def columns(self, head, row, path):
        for title, cell in zip(head, row, strict=False):
            for line in cell:
                self.sentence(line, path)
            text = "".join(cell).strip()
            if (
                re.search(r"\buren|\buur|fte|nodig|beschikbaar", title, re.IGNORECASE)
                and CELL.fullmatch(text)
                and text not in ("", "–")
            ):
                self.see(value(text) in self.hours, f"{path}: {title}: {text}")

    def sentence(self, line, path):
        for match in AMOUNT.findall(line):
            amount = value(match)
            self.see(amount in self.known | self.shown, f"{path}: {match} in: {line[:120]}")
        for match in HOURS.findall(line):
            self.see(value(match) in self.hours, f"{path}: {match} uur of fte in: {line[:120]}")


def main():
    count = Recount(sys.argv[1])
    for path in sys.argv[2:]:
        count.document(path)
    print(f"{count.checked} getallen, {len(count.wrong)} fout", *count.wrong, sep="\n")
    return bool(count.wrong)


if __name__ == "__main__":
    sys.exit(main())
