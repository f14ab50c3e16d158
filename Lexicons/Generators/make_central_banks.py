"""Writes `organizations/central-banks.entities.tsv`: central banks by pattern; exchanges and regulators as listed.

Sources: hand-kept tables only: `country_forms.tsv`, `central_banks.tsv`, `exchanges.tsv`. Bodies that other files of
`organizations/` have by name are left out.
"""

from __future__ import annotations

from common import Entity, read_table, write_entities
from country_bodies import Country, countries, names_elsewhere, without

OTHERS = ("tr", "kk", "az", "ru")
PATTERNS = {
    "tr": ["% Merkez Bankası"],
    "kk": ["% Орталық банкі"],
    "az": ["% Mərkəzi Bankı"],
    "ru": ["Центральный банк %", "Центробанк %", "ЦБ %"],
}
RULES = {"^": ("acronym", ""), "~": ("common", "context")}
HEADER = """
Central banks of the world but Türkiye, Central Asia, the Caucasus and Russia; exchanges and financial regulators.
Written by Generators/make_central_banks.py: correct Generators/central_banks.tsv and exchanges.tsv instead.
"""


def bank(country: Country, row: list[str]) -> Entity:
    """Returns a central bank."""
    english, acronyms, any_language, *others = row
    names = english.split("|")
    entity = Entity("organization", names[0], country.iso, country.weight + 4)
    entity.add(names[0], "*")
    for name in names:
        entity.add(name, "en")
    if not others[0].startswith("-"):
        for form in country.english:
            entity.add(f"Central Bank of {form}", "en")
        for adjective in country.adjectives:
            entity.add(f"{adjective} Central Bank", "en")
    for acronym in filter(None, acronyms.split("|")):
        entity.add(acronym, "en", "acronym", "exact" if len(acronym) > 3 else "context")
    for name in filter(None, any_language.split("|")):
        entity.add(name, "*")
    for language, column in zip(OTHERS, others, strict=True):
        own = [name for name in column.split("|") if name not in {"", "-"}]
        usual = (
            [] if column.startswith("-") else [n for p in PATTERNS[language] for n in country.translated(p, language)]
        )
        for name in own + usual:
            entity.add(name, language, "acronym" if name.isupper() else "common")
    return entity


def exchange(code: str, weight: str, name: str, column: str) -> Entity:
    """Returns an exchange or a regulator with the names of the table."""
    entity = Entity("organization", name, code, int(weight))
    listed = [part.split(":", 1) for part in column.split("|") if part]
    if not any(text.lstrip("^~") == name for _, text in listed):
        entity.add(name, "*")
    for language, text in listed:
        kind, rule = RULES.get(text[0], ("common", ""))
        if kind == "acronym" and len(text) <= 4 and language != "*":
            rule = "context"
        entity.add(text.lstrip("^~"), language, kind, rule)
    return entity


def main() -> None:
    """Writes the file."""
    known = countries()
    for code, name in (("HK", "Hong Kong"), ("MO", "Macao")):
        known[code] = Country(code, [name], [name], {language: [] for language in OTHERS})
    elsewhere = names_elsewhere("central-banks.entities.tsv")
    entities = [bank(known[row[0]], row[1:8]) for row in read_table("central_banks.tsv", 8)]
    entities += [exchange(*row[:4]) for row in read_table("exchanges.tsv", 4)]
    kept: list[Entity] = []
    taken: set[str] = set()
    for entity in entities:
        if without(entity, elsewhere | taken):
            taken |= set(entity.aliases)
            kept.append(entity)
        else:
            print("left out:", entity.name)
    count = write_entities("organizations/central-banks.entities.tsv", HEADER, kept)
    print(count, "entities", sum(len(e.aliases) for e in kept), "names")


if __name__ == "__main__":
    main()
