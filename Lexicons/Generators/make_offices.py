"""Writes `offices/states.entities.tsv`: offices of state in five languages, from two hand-kept tables and the countries' names.

    python make_offices.py

`office_names.tsv` says how an office is called, `office_countries.tsv` which offices a country has and the forms of its name
that `places/countries.entities.tsv` does not hold. Run it after `make_countries.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import product

from common import LEXICONS, Entity, clean, fold, read_table, write_entities

FULL = "P FM DM IM FIN EN TRD CUL HEA EDU JUS SP CB CGS PG".split()
SHORT = "P PM FM".split()
LANGUAGES = ("en", "tr", "ru", "kk", "az")
ACRONYMS = {"ABD", "АҚШ", "ABŞ", "BAE", "БАӘ", "BƏƏ", "KKTC", "ҚР", "ОАР", "ҚХР", "ÇXR", "T.C."}
# Names of a country that would name another country's office too, or are no longer in use.
AMBIGUOUS = {
    "KR": {"Kore", "Корея", "Koreya"},
    "CG": {"Kongo", "Конго", "Konqo"},
    "CY": {"Kıbrıs", "Кипр", "Kipr"},
    "US": {"Amerika", "Birleşik Devletler", "Birləşmiş Ştatlar", "Америка"},
    "MK": {"Makedonya"},
    "SZ": {"Svaziland"},
    "BA": {"Bosna", "Босния", "Bosniya", "Bosna-Hersek"},
    "HK": {"Сянган", "Honq Konq"},
}
# Names that the countries' file leaves out because they differ from the English one in accents alone, or that need a choice.
OWN = {
    ("IR", "tr"): ["İran"],
    ("IR", "az"): ["İran"],
    ("IQ", "az"): ["İraq"],
    ("CY", "kk"): ["Кипр"],
    ("CY", "az"): ["Kipr"],
    ("BY", "tr"): ["Belarus", "Beyaz Rusya"],
    ("VA", "tr"): ["Vatikan"],
    ("GB", "tr"): ["İngiltere", "Birleşik Krallık", "Britanya"],
    ("TM", "tr"): ["Türkmenistan"],
    ("TR", "tr"): ["Türkiye", "T.C."],
    ("KZ", "kk"): ["Қазақстан", "ҚР"],
    ("CI", "az"): ["Kot-d’İvuar"],
    ("PG", "kk"): ["Папуа-Жаңа Гвинея"],
}
LONGEST = 3
UNUSED = {"United States of America", "Republic of Georgia"}


def country_names() -> dict[str, dict[str, list[str]]]:
    """Returns a country's names by language; official ones under the language with a star."""
    names: dict[str, dict[str, list[str]]] = {}
    current: dict[str, list[str]] | None = None
    for line in (LEXICONS / "places/countries.entities.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if not line.startswith("\t"):
            _, name, code, *_ = line.split("\t")
            code = "CY-TRNC" if name == "Northern Cyprus" else code
            current = None
            if code not in names:
                current = names[code] = defaultdict(list)
                current["name"].append(name)
            continue
        if current is None:
            continue
        alias, languages, kind, rule = (line.split("\t")[1:] + ["", "", ""])[:4]
        if rule == "context" or kind in ("short", "former", "transliterated"):
            continue
        if kind == "acronym" and alias not in ACRONYMS:
            continue
        for language in languages.split(","):
            current[language + ("*" if kind == "official" else "")].append(alias)
    return names


def kazakh_genitive(name: str) -> str:
    """Returns the Kazakh genitive of a country's name."""
    if name.isupper():
        return {"АҚШ": "АҚШ-тың", "БАӘ": "БАӘ-нің", "ҚР": "ҚР", "ОАР": "ОАР-дың", "ҚХР": "ҚХР-дың"}[name]
    stem = name.lower().rstrip("ь")
    vowels = [c for c in stem if c in "аоұыуяюёәеіөүиэ"]
    front = (vowels[-1] in "әеіөүиэ" if vowels else False) or stem.endswith("люксембург") or name.endswith("ль")
    last = stem[-1]
    start = "н" if last in "аоұыуяюёәеіөүиэнмң" else "д" if last in "жзйлр" else "т"
    name = name[:-1] if name.endswith("сь") else name
    return name + start + ("ің" if front else "ың")


def azerbaijani_genitive(name: str) -> str:
    """Returns the Azerbaijani genitive of a country's name."""
    if name.isupper():
        return {"ABŞ": "ABŞ-ın", "BƏƏ": "BƏƏ-nin", "KKTC": "KKTC-nin", "ÇXR": "ÇXR-in"}[name]
    stem = name.replace("I", "ı").replace("İ", "i").lower()
    vowel = [c for c in stem if c in "aıoueəiöü"][-1]
    ending = {"a": "ın", "ı": "ın", "o": "un", "u": "un", "e": "in", "ə": "in", "i": "in", "ö": "ün", "ü": "ün"}[vowel]
    if stem[-1] in "aıoueəiöü":
        return name + "n" + ending
    return (name[:-1] + "ğ" if stem.endswith("lıq") else name) + ending


def fields(row: list[str], names: dict[str, list[str]]) -> dict[str, list[str]]:
    """Returns what stands for each placeholder of a form for a country."""
    code, level, of, adjectives, russian, _ = row
    short, _, long = russian.partition("/")
    result = {"of": [of], "adj": [a for a in adjectives.split("|") if a], "poss": [], "long": [], "trlong": [], "rulong": []}
    result["ru"] = [n for n in short.split("|") if n]
    for language in ("tr", "kk", "az"):
        found = OWN.get((code, language)) or [n for n in names[language] if n not in AMBIGUOUS.get(code, ())]
        if language != "kk" and all(n in ACRONYMS for n in found):
            found = found + names["name"]
        result[language] = found[:LONGEST]
    result["kkgen"], result["azgen"], result["kklonggen"], result["azlonggen"] = [], [], [], []
    if level == "1":
        result["poss"] = [re.sub("^the ", "", of) + "’s"]
    if level in ("1", "2"):
        result["long"] = ["the " + n for n in names["en*"][:2] if "Britain" not in n and n not in UNUSED]
        result["kkgen"] = [kazakh_genitive(n) for n in result["kk"] if n != "ҚР"]
        result["azgen"] = [azerbaijani_genitive(n) for n in result["az"]]
    if level == "1":
        result["trlong"] = names["tr*"][:2]
        result["rulong"] = [n for n in long.split("|") if n]
        result["kklonggen"] = [kazakh_genitive(n) for n in names["kk*"] if script_is_cyrillic(n)]
        result["azlonggen"] = [azerbaijani_genitive(n) for n in names["az*"][:1]]
    return result


def script_is_cyrillic(name: str) -> bool:
    """Returns whether a Kazakh name is in the language's usual script."""
    return any("\u0400" <= c <= "\u052f" for c in name)


def forms(template: str, values: dict[str, list[str]]) -> list[str]:
    """Returns `template` with every choice of its placeholders; nothing if the country has none for one."""
    keys = re.findall(r"{(\w+)}", template)
    result = []
    for choice in product(*(values[k] for k in keys)):
        text = template
        for key, value in zip(keys, choice):
            text = text.replace("{" + key + "}", value, 1)
        result.append(clean(text))
    return result


def main() -> None:
    """Writes the file."""
    rules: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    for office, country, language, kind, text in read_table("office_names.tsv", 5):
        rules[office, country].append([language, kind, text])
    countries = country_names()
    entities, taken = [], {}
    for row in read_table("office_countries.tsv", 6):
        code, level = row[0], int(row[1])
        values = fields(row, countries[code])
        offices = [o for item in row[5].split() for o in {"@": FULL, "~": SHORT}.get(item, [item])]
        for office in dict.fromkeys(offices):
            general, own = rules[office, "*"], rules[office, code]
            if not general and not own:
                raise SystemExit(f"{office} of {code}: no names")
            only = {language for language, kind, _ in own if kind == "only"}
            weights = [t for _, kind, t in general + own if kind == "weight"][-1].split("|")
            names = [forms(t, values)[0] for _, kind, t in general + own if kind == "name"]
            entity = Entity("office", names[-1], code[:2], int(weights[level - 1]))
            entity.add(names[-1], "*", "common", "any")
            rows = [("en", "common", n) for n in names[:-1] if "en" not in only]
            for language, kind, text in [r for r in general if r[0] not in only] + own:
                if kind in ("weight", "name"):
                    continue
                rows += [(language, "common" if kind == "only" else kind, t) for t in text.split("|") if t]
            for language, kind, template in sorted(rows, key=lambda r: LANGUAGES.index(r[0])):
                template, _, rule = template.partition("=")
                for form in forms(template, values):
                    entity.add(form, language, kind, rule or ("exact" if kind == "acronym" else "any"))
            for alias in entity.aliases.values():
                for language in alias.languages:
                    key = (fold(alias.name), language)
                    if taken.setdefault(key, entity.name) != entity.name:
                        print(f"{alias.name} ({language}): {taken[key]} and {entity.name}")
            entities.append(entity)
    header = (
        "Offices of state: heads of state and government, ministers, speakers, central bank governors and others.\n"
        "Written by Generators/make_offices.py: correct Generators/office_names.tsv and office_countries.tsv instead."
    )
    count = write_entities("offices/states.entities.tsv", header, entities)
    print(f"{count} offices, {sum(len(e.aliases) for e in entities)} names")


if __name__ == "__main__":
    main()
