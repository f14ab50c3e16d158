"""Checks the lexicon sources: encoding, columns, known values, names given twice. Prints what is wrong; exits with 1 then.

    python check_sources.py [--accents] [FILE ...]

With `--accents`, names of one entity that differ in accents or apostrophes alone are mistakes too: the tagger finds them
all by one key.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from common import KINDS, LEXICONS, RULES, fold, script

TYPES = {"person", "organization", "place", "demonym"}
CLASSES = {"first-name", "last-name", "ordinary"}
LARGEST = 2_800_000
LANGUAGE = re.compile(r"\*|[a-z]{2,3}(?:,[a-z]{2,3})*")
ID = re.compile(r"iso:[A-Z]{2}(?:-[A-Z0-9]{1,3})?|geonames:[1-9]\d*|wikidata:Q[1-9]\d*|[a-z][a-z-]*:\S+")
ATTRIBUTE = re.compile(r"[a-z][a-z-]*=\S+")


def check_entities(lines: list[str], key: Callable[[str], str]) -> Iterator[tuple[int, str]]:
    """Yields what is wrong in an `*.entities.tsv` file."""
    seen: set[str] = set()
    ids: Counter[str] = Counter()
    name, name_seen = "", False
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        if line.startswith("\t"):
            columns = columns[1:]
            if not name:
                yield number, "alias before the first entity"
            if not 1 <= len(columns) <= 4:
                yield number, f"{len(columns)} columns in an alias line"
            columns += [""] * (4 - len(columns))
            alias, languages, kind, rule = columns[:4]
            if not alias:
                yield number, "empty alias"
            if languages and not LANGUAGE.fullmatch(languages):
                yield number, f"languages {languages!r}"
            if kind and kind not in KINDS:
                yield number, f"kind {kind!r}"
            if rule and rule not in RULES:
                yield number, f"rule {rule!r}"
            # A name in capitals and in small letters are two spellings: short ones in capitals match capitals only.
            spelling = (key(alias), alias.isupper())
            if spelling in seen and not (alias == name and not name_seen):
                yield number, f"{alias!r} is given twice"
            name_seen = name_seen or alias == name
            seen.add(spelling)
            if script(alias) == "mixed" and len(alias.split()) == 1 and "-" not in alias:
                yield number, f"Latin and Cyrillic letters in {alias!r}"
            continue
        if not 2 <= len(columns) <= 6:
            yield number, f"{len(columns)} columns in an entity line"
        columns += [""] * (6 - len(columns))
        type_, name, country, weight, identifiers, attributes = columns[:6]
        seen, name_seen = {(key(name), name.isupper())}, False
        if type_ not in TYPES:
            yield number, f"type {type_!r}"
        if country and not re.fullmatch(r"[A-Z]{2}", country):
            yield number, f"country {country!r}"
        if not (weight.isdigit() and 0 <= int(weight) <= 100):
            yield number, f"weight {weight!r}"
        yield from ((number, f"id {i!r}") for i in identifiers.split() if not ID.fullmatch(i))
        yield from ((number, f"attribute {a!r}") for a in attributes.split() if not ATTRIBUTE.fullmatch(a))
        for identifier in identifiers.split():
            ids[identifier] += 1
            if ids[identifier] == 2:
                yield number, f"id {identifier!r} is given twice"


def check_words(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yields what is wrong in a `*.words.tsv` file."""
    seen = set()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 3:
            yield number, f"{len(columns)} columns"
            continue
        word, class_, languages = columns
        if class_ not in CLASSES:
            yield number, f"class {class_!r}"
        if not LANGUAGE.fullmatch(languages):
            yield number, f"languages {languages!r}"
        if not word or " " in word or word.casefold() in seen:
            yield number, f"{word!r} is empty, has a space or is given twice"
        seen.add(word.casefold())


def check(path: Path, key: Callable[[str], str]) -> Iterator[tuple[int, str]]:
    """Yields line number and message for everything wrong in a file."""
    data = path.read_bytes()
    if len(data) > LARGEST:
        yield 0, f"{len(data):,} bytes"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield 0, str(error)
        return
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not unicodedata.is_normalized("NFC", line):
            yield number, "not in NFC"
        if re.search("[\r\x00-\x08\x0b-\x1f\u00a0\u200b-\u200f\ufeff]", line):
            yield number, "a carriage return or invisible character"
        if any(column != column.strip() for column in line.split("\t")):
            yield number, "a space at the edge of a column"
    if path.name.endswith(".entities.tsv"):
        yield from check_entities(lines, key)
    elif path.name.endswith(".words.tsv"):
        yield from check_words(lines)


def main(arguments: list[str]) -> int:
    """Checks the files named, or all sources."""
    key = fold if "--accents" in arguments else str.casefold
    arguments = [a for a in arguments if a != "--accents"]
    paths = [Path(a) for a in arguments] or sorted(p for p in LEXICONS.rglob("*.tsv") if p.parent.name != "Generators")
    wrong = 0
    for path in paths:
        for number, message in check(path, key):
            print(f"{path}:{number}: {message}")
            wrong += 1
    print(f"{len(paths)} files, {wrong} mistakes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
