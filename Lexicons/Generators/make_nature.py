"""Writes `places/nature.entities.tsv`: seas, rivers, lakes, mountains, deserts, islands and the like.

Sources: the instances of WordNet 3.0 and the hand-kept `nature_names.tsv`. What `regions.entities.tsv` or another file of places
has under the same name stays out. A name without a word for the thing ("Orange", "Charles") is left out or asks for context.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from common import Entity, fold, plain, read_table, write
from make_places import ordinary
from make_towns import read_entities

WORDNET = Path("/usr/share/wordnet/data.noun")
# WordNet's class of an instance to the kind of the entity.
KINDS = {
    "water": "sea|ocean|bay|gulf|strait|channel|sound|bight|inlet|firth|loch|estuary|fjord|river|headstream|lake|waterfall|geyser",
    "mountain": "mountain peak|range|massif|pass|tableland|ridge|hill",
    "desert": "desert",
    "island": "island|isle|Aegean island|archipelago|barrier island",
    "region": "peninsula|isthmus|cape|promontory|forest|prairie|rift valley|valley|gorge|swamp|cave|cavern|coral reef|fault|group"
    "|plain|geological formation|national park",
}  # fmt: skip
KIND = {class_: kind for kind, classes in KINDS.items() for class_ in classes.split("|")}
TYPE_WORD = re.compile(
    r"\b(?:Sea|Ocean|Bay|Gulf|Strait|Channel|Sound|Bight|Firth|Loch|Fjord|River|Lake|Falls|Mount|Mountains?|Mt\.|Peak|Range|Alps|Pass|"
    r"Plateau|Ridge|Hills?|Desert|Islands?|Isles?|Archipelago|Peninsula|Isthmus|Cape|Forest|Plains?|Valley|Canyon|Gorge|Swamp|Cave|"
    r"Caverns|Reef|Fault|Park|Passage|Inlet)\b"
)
# Forms of WordNet that no text uses.
ODD = re.compile(
    r"^(?:Great Mendenhall|Daryacheh|Mt\. |Kuenlun|Kunlan|the )|Kiang$|^(?:Tunguska$|Po Hai|Hwang Ho|Azof|Iles |Isole )"
)
# Names that WordNet gives by mistake or that mean another thing wherever they stand alone: class and name.
DROPPED = (
    {
        ("waterfall", name)
        for name in ("Victoria", "Angel", "Niagara", "Twin", "Yosemite", "American", "Iguazu", "Tugela")
    }
    | {
        ("river", name)
        for name in (
            "Columbia",
            "Savannah",
            "Madeira",
            "Magdalena",
            "Chang",
            "Murray",
            "Darling",
            "Niagara",
            "Tennessee",
        )
    }
    | {
        ("mountain peak", name)
        for name in ("Logan", "Whitney", "Sinai", "Shasta", "Adams", "Wilson", "Sherman", "Hubbard")
    }
    | {("lake", "Constance"), ("lake", "Winnipeg"), ("lake", "Michigan"), ("island", "Mona"), ("desert", "Dahna")}
)
DROPPED_FORMS = {
    "Iguazu": {"Victoria Falls"},
    "Eastern Desert": {"Arabian Desert"},
    "Rub al-Khali": {"Great Sandy Desert"},
}


class Instance(NamedTuple):
    """A thing of WordNet."""

    class_: str
    words: list[str]


def instances() -> list[Instance]:
    """Returns the instances of the chosen classes in the order of WordNet."""
    synsets: dict[str, tuple[list[str], list[str]]] = {}
    for line in WORDNET.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i].replace("_", " ") for i in range(count)]
        start = 5 + 2 * count
        pointers = [(fields[start + 4 * i], fields[start + 1 + 4 * i]) for i in range(int(fields[start - 1]))]
        synsets[fields[0]] = (words, [target for symbol, target in pointers if symbol == "@i"])
    found = []
    for words, targets in synsets.values():
        classes = [synsets[target][0][0].replace("_", " ") for target in targets]
        class_ = next((c for c in classes if c in KIND), "")
        if class_:
            found.append(Instance(class_, words))
    return found


def known_names() -> tuple[set[str], set[str], set[str]]:
    """Returns the keys of regions, of countries with provinces, and of cities."""
    regions, units, cities = set(), set(), set()
    for file, keys in (
        ("regions", regions),
        ("countries", units),
        ("admin", units),
        ("cities-region", cities),
        ("cities-world", cities),
    ):
        for known in read_entities(f"places/{file}.entities.tsv"):
            keys |= {plain(alias) for alias in known.aliases}
    return regions, units, cities


def main() -> None:
    """Writes the file."""
    things = instances()
    words, first, last = ordinary()
    regions, units, cities = known_names()
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, thing in enumerate(things):
        for word in dict.fromkeys(thing.words):
            by_word[word].append(index)
            by_word[f"{word}, {thing.class_}"].append(index)
    rows: dict[int, list[str]] = {}
    for row in read_table("nature_names.tsv", 8):
        matches = by_word.get(row[0], [])
        name = row[0].split(", ")[0]
        matches = [index for index in matches if things[index].words[0] == name] or matches
        if not matches:
            print(f"nature_names.tsv: WordNet has no {row[0]!r}")
        # A second thing of the same name stays out.
        for number, index in enumerate(matches):
            rows[index] = row if number == 0 else [row[0], "-"] + [""] * 6
    groups: dict[str, list[Entity]] = defaultdict(list)
    for index, thing in enumerate(things):
        row = rows.get(index)
        if row and row[1] == "-":
            continue
        dropped = set().union(*(DROPPED_FORMS.get(word, ()) for word in thing.words))
        forms = [w for w in thing.words if w[0].isupper() and len(w) > 2 and not ODD.search(w) and w not in dropped]
        forms += ["K2"] if "K2" in thing.words else []
        forms = [form for form in forms if (thing.class_, form) not in DROPPED]
        keys = {plain(form) for form in forms}
        full = [form for form in forms if TYPE_WORD.search(form)]
        if (
            not forms
            or row
            and row[1]
            and plain(row[1]) in regions
            or any(plain(form) in regions for form in forms if form in full or thing.class_ != "river")
        ):
            continue
        # Without a row: islands that are countries or provinces, and names of one word, which are mostly those of others.
        if not row and (KIND[thing.class_] == "island" and keys & units or not full):
            continue
        preferred = next(
            (f for f in forms if f.startswith(("River ", "Lake ", "Mount "))),
            next((f for f in full if forms[0] in f), forms[0]),
        )
        if row and not row[1] and forms[0] not in full and thing.class_ not in {"river", "lake", "mountain peak"}:
            preferred = forms[0]
        entity = Entity(
            "place",
            row[1] if row and row[1] else preferred,
            row[2] if row else "",
            int(row[3]) if row and row[3] else 15,
        )
        entity.attributes["kind"] = KIND[thing.class_]

        def rule(alias: str) -> str:
            key = fold(alias)
            if len(key) <= 3 and not re.search(r"\d", key):
                return "context"
            one = not re.search(r"[ -]", key)
            person = one and (key in first or key in last)
            other = plain(alias) in cities | units
            return "context" if person or other or all(part in words for part in re.split("[ -]", key)) and one else ""

        entity.add(entity.name, rule="" if TYPE_WORD.search(entity.name) else rule(entity.name))
        for form in forms:
            if form in full:
                entity.add(
                    form.replace("St. ", "Saint ") if form.startswith("St. ") and "Saint" in entity.name else form, "en"
                )
            elif row and plain(form) not in units | regions and fold(form) not in words:
                entity.add(form, "en", rule=rule(form))
        if row:
            for language, names in zip(("tr", "kk", "az", "ru"), row[4:8], strict=True):
                for name in filter(None, names.split("|")):
                    if plain(name) not in regions and plain(name) not in units:
                        entity.add(name, language, rule=rule(name))
        groups[KIND[thing.class_]].append(entity)
    lines = ["# Seas, rivers, lakes, mountains, deserts, islands that regions.entities.tsv does not have."]
    lines += ["# Written by Generators/make_nature.py from WordNet 3.0: correct Generators/nature_names.tsv instead."]
    seen: set[str] = set()
    # Names of the things of the table: another thing of the same name stays out.
    told = {fold(a.name) for group in groups.values() for e in group if e.weight > 15 for a in e.aliases.values()}
    count = names = 0
    for kind in KINDS:
        lines += ["", f"# {kind.capitalize()}"]
        for entity in sorted(groups[kind], key=lambda e: (fold(e.name), -e.weight)):
            if fold(entity.name) not in seen and (entity.weight > 15 or fold(entity.name) not in told):
                seen.add(fold(entity.name))
                lines += entity.lines()
                count, names = count + 1, names + len(entity.aliases)
    write("places/nature.entities.tsv", lines)
    print(count, "entities", names, "names")


if __name__ == "__main__":
    main()
