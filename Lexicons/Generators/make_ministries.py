"""Writes `organizations/ministries.entities.tsv`: governments, ministries and highest courts of the world by pattern.

Sources: hand-kept tables only: `country_forms.tsv`, `ministry_portfolios.tsv`, `ministries.tsv`, `ministry_others.tsv`,
`courts.tsv`. Bodies that other files of `organizations/` have by name are left out.
"""

from __future__ import annotations

import re

from common import Entity, read_table, write_entities
from country_bodies import Country, countries, names_elsewhere, without

PORTFOLIOS = tuple("FOREIGN DEFENCE INTERIOR FINANCE HEALTH JUSTICE ECONOMY TRADE EDUCATION ENERGY AGRICULTURE".split())
HEADED = re.compile(r"(Ministry|Foreign Ministry|Federal|Department|Secretariat|National Treasury|FPS|Office)\b")
# A ministry is called by the portfolio's usual name when its own name has one of these words.
WORDS = {
    "FOREIGN": "",
    "DEFENCE": "Defen[cs]e|Armed Forces",
    "INTERIOR": "Interior|Internal Affairs$|Home|Internal Administration",
    "FINANCE": "Financ|Treasury",
    "HEALTH": "Health",
    "JUSTICE": "Justice|^Law$",
    "ECONOMY": "Econom",
    "TRADE": "Trade|Commerce",
    "EDUCATION": "Education",
    "ENERGY": "Energy|Power",
    "AGRICULTURE": "Agricultur|Agrarian",
}
ECONOMY_AND_FINANCE = {
    "tr": "% Ekonomi ve Maliye Bakanlığı",
    "kk": "% Экономика және қаржы министрлігі",
    "az": "% İqtisadiyyat və Maliyyə Nazirliyi",
    "ru": "Министерство экономики и финансов %",
}
NATIONAL_DEFENCE = {
    "tr": "% Milli Savunma Bakanlığı",
    "kk": "% Ұлттық қорғаныс министрлігі",
    "az": "% Milli Müdafiə Nazirliyi",
    "ru": "Министерство национальной обороны %",
}
GOVERNMENT = {"tr": "% Hükümeti", "kk": "% Үкіметі", "az": "% Hökuməti", "ru": "Правительство %"}
SUPREME = {"tr": "% Yüksek Mahkemesi", "kk": "% Жоғарғы соты", "az": "% Ali Məhkəməsi", "ru": "Верховный суд %"}
CONSTITUTIONAL = {
    "tr": "% Anayasa Mahkemesi",
    "kk": "% Конституциялық соты",
    "az": "% Konstitusiya Məhkəməsi",
    "ru": "Конституционный суд %",
}
OTHERS = ("tr", "kk", "az", "ru")
HEADER = """
Governments, ministries and highest courts of the world but Türkiye, Central Asia, the Caucasus and Russia.
Written by Generators/make_ministries.py: correct Generators/ministries.tsv and the tables beside it instead.
"""


def portfolio_patterns() -> dict[str, tuple[str, str, dict[str, list[str]]]]:
    """Returns of every portfolio the English name, the short form and the patterns of the other languages."""
    patterns = {}
    for key, english, short, *columns in read_table("ministry_portfolios.tsv", 7):
        other = {}
        for language, column in zip(OTHERS, columns, strict=True):
            place = "{} %" if language == "ru" else "% {}"
            other[language] = [place.format(name) for name in column.split("|")]
        patterns[key] = (english, short, other)
    return patterns


def headed(text: str) -> str:
    """Returns a cell's text with the head of its name."""
    return text if HEADED.match(text) else f"Ministry of {text}"


def spellings(name: str) -> list[str]:
    """Returns the spellings of an English name that texts mix."""
    names = [name]
    for old, new in (
        ("Defence", "Defense"),
        ("Defense", "Defence"),
        ("Ministry of the Interior", "Ministry of Interior"),
    ):
        if old in name:
            names.append(name.replace(old, new))
    return names


def add_all(entity: Entity, country: Country, patterns: dict[str, str]) -> None:
    """Adds the names of the patterns in their languages."""
    for language, pattern in patterns.items():
        for one in filter(None, pattern.split("|")):
            for name in country.translated(one, language):
                entity.add(name, language)
                entity.add(name.replace("ё", "е"), language)


def ministry(country: Country, portfolio: str, cell: str, patterns: tuple[str, str, dict[str, list[str]]]) -> Entity:
    """Returns a ministry with its names by pattern."""
    usual, short, other = patterns
    names = [headed(usual if text == "." else text) if not text.startswith("=") else text for text in cell.split("|")]
    weight = country.weight + (
        6 if portfolio == "FOREIGN" else 3 if portfolio in {"DEFENCE", "FINANCE", "INTERIOR"} else 0
    )
    own = names[0].removeprefix("=") if names[0].startswith("=") else f"{names[0]} of {country.english[0]}"
    entity = Entity("organization", own, country.iso, weight)
    entity.add(own, "*")
    fits = any(text == "." or re.search(WORDS[portfolio], text) for text in cell.split("|"))
    if fits and portfolio == "FOREIGN" and not HEADED.match(cell) and cell != ".":
        names.append(f"Ministry of {usual}")
    for name in names:
        if name.startswith("="):
            entity.add(name.removeprefix("="), "en")
            continue
        for spelling in spellings(name):
            for english in country.english:
                entity.add(f"{spelling} of {english}", "en")
            for adjective in country.adjectives:
                entity.add(f"{adjective} {spelling}", "en")
    if not fits:
        return entity
    for spelling in spellings(short):
        for adjective in country.adjectives:
            entity.add(f"{adjective} {spelling}", "en")
        entity.add(f"{spelling} of {country.english[0]}", "en")
    for language in OTHERS:
        for pattern in other[language]:
            for name in country.translated(pattern, language):
                entity.add(name, language)
    if portfolio == "FINANCE" and "Econom" in names[0]:
        add_all(entity, country, ECONOMY_AND_FINANCE)
    if portfolio == "DEFENCE" and "National Def" in names[0]:
        add_all(entity, country, NATIONAL_DEFENCE)
    return entity


def government(country: Country) -> Entity:
    """Returns a country's government."""
    name = f"Government of {country.english[0]}"
    entity = Entity("organization", name, country.iso, country.weight + 4)
    entity.add(name, "*")
    for english in country.english:
        entity.add(f"Government of {english}", "en")
    for adjective in country.adjectives:
        entity.add(f"{adjective} Government", "en")
    add_all(entity, country, GOVERNMENT)
    return entity


def court(country: Country, name: str, patterns: dict[str, str]) -> Entity:
    """Returns a highest court."""
    own = f"{name} of {country.english[0]}"
    entity = Entity("organization", own, country.iso, country.weight)
    entity.add(own, "*")
    for english in country.english:
        entity.add(f"{name} of {english}", "en")
    for adjective in country.adjectives:
        entity.add(f"{adjective} {name}", "en")
    add_all(entity, country, patterns)
    return entity


def listed_body(country: Country, columns: list[str], weight: int) -> Entity:
    """Returns a body of the tables that give all names with `%` for the country."""
    names = [name for pattern in columns[0].split("|") for name in country.translated(pattern, "en")]
    entity = Entity("organization", names[0], country.iso, weight)
    entity.add(names[0], "*")
    for name in names:
        entity.add(name, "en", "acronym" if name.isupper() and " " not in name else "common")
    for pattern in columns[0].split("|"):
        if pattern.endswith(" of %") and pattern.startswith(("Ministry", "Cabinet")):
            for adjective in country.adjectives:
                entity.add(f"{adjective} {pattern.removesuffix(' of %')}", "en")
    add_all(entity, country, dict(zip(OTHERS, columns[1:], strict=True)))
    return entity


def ministries(known: dict[str, Country]) -> dict[str, list[Entity]]:
    """Returns the ministries of every country."""
    patterns = portfolio_patterns()
    found: dict[tuple[str, str], Entity] = {}
    for code, *cells in read_table("ministries.tsv", 1 + len(PORTFOLIOS)):
        for portfolio, cell in zip(PORTFOLIOS, cells, strict=True):
            if cell not in {"", "-"}:
                found[code, portfolio] = ministry(known[code], portfolio, cell, patterns[portfolio])
    lists: dict[str, list[Entity]] = {}
    for (code, _), entity in found.items():
        lists.setdefault(code, []).append(entity)
    for row in read_table("ministry_others.tsv", 7):
        if row[0].startswith("+ "):
            found[row[0].removeprefix("+ "), row[1]].add(row[4], row[2], row[3], row[5])
            continue
        lists.setdefault(row[0], []).append(listed_body(known[row[0]], row[1:6], known[row[0]].weight))
    return lists


def courts(known: dict[str, Country]) -> dict[str, list[Entity]]:
    """Returns the highest courts of every country."""
    lists: dict[str, list[Entity]] = {}
    for row in read_table("courts.tsv", 6):
        if row[0] in {"SUPREME", "CONSTITUTIONAL"}:
            patterns = SUPREME if row[0] == "SUPREME" else CONSTITUTIONAL
            for code in row[1].split():
                lists.setdefault(code, []).append(court(known[code], f"{row[0].capitalize()} Court", patterns))
        else:
            lists.setdefault(row[0], []).append(listed_body(known[row[0]], row[1:6], known[row[0]].weight))
    return lists


def main() -> None:
    """Writes the file."""
    known = countries()
    elsewhere = names_elsewhere("ministries.entities.tsv")
    by_ministry, by_court = ministries(known), courts(known)
    entities: list[Entity] = []
    taken: set[str] = set()
    for code, country in known.items():
        bodies = [government(country), *by_ministry.get(code, []), *by_court.get(code, [])]
        if code in {"GB", "DE", "US"}:
            del bodies[0]
        for entity in bodies:
            if not without(entity, elsewhere | taken):
                continue
            taken |= set(entity.aliases)
            entities.append(entity)
    count = write_entities("organizations/ministries.entities.tsv", HEADER, entities)
    print(count, "entities", sum(len(e.aliases) for e in entities), "names")


if __name__ == "__main__":
    main()
