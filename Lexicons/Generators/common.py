"""What the lexicon generators share: reading hand-kept tables, folding names, writing the source files."""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

GENERATORS = Path(__file__).resolve().parent
LEXICONS = GENERATORS.parent
LANGUAGES = ("en", "tr", "kk", "az", "ru", "uz")
APOSTROPHES = "'`´‘’ʻʼʹʿʾ′"


# Letters that do not decompose, as the search keys of the program write them.
PLAIN_LETTERS = str.maketrans(
    {"ə": "e", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ŋ": "n"}
)
# GeoNames writes the letters of other alphabets for Azerbaijani and Vietnamese ones.
LOOK_ALIKES = str.maketrans({"ǝ": "ə", "Ǝ": "Ə", "Ð": "Đ"})
# The languages that are written in Cyrillic and in Latin letters by default.
CYRILLIC_LANGUAGES, LATIN_LANGUAGES = ("kk", "ru", "ky", "tg", "tt", "uk", "mn"), ("en", "tr", "az", "uz", "tk")


def clean(text: str) -> str:
    """Returns `text` in NFC with plain spaces and one kind of apostrophe."""
    text = "".join("’" if c in APOSTROPHES else c for c in text).translate(LOOK_ALIKES)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def fold(text: str) -> str:
    """Returns the key under which a name is found: no case, no Latin diacritics, no apostrophes, one kind of dash."""
    folded = []
    for character in unicodedata.normalize("NFC", re.sub(r"\s*[–—]\s*|\s+-\s+", "-", text)):
        if character in APOSTROPHES:
            continue
        if "\u0400" <= character <= "\u052f":
            folded.append(character)
            continue
        decomposed = unicodedata.normalize("NFD", character)
        folded.append("".join(c for c in decomposed if not unicodedata.combining(c)))
    folded = "".join(folded).casefold().replace("ı", "i").translate(PLAIN_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFD", folded) if c != "\u0307") if "\u0307" in folded else folded


def plain(text: str) -> str:
    """Returns `fold(text)` with the Azerbaijani ə as English writes it."""
    return fold(text.replace("ə", "a").replace("Ə", "A"))


def script(text: str) -> str:
    """Returns `latin`, `cyrillic`, `mixed` or `other`."""
    found = set()
    for character in text:
        if not character.isalpha():
            continue
        name = unicodedata.name(character, "")
        found.add("latin" if name.startswith("LATIN") else "cyrillic" if name.startswith("CYRILLIC") else "other")
    if len(found) == 1:
        return found.pop()
    return "mixed" if found == {"latin", "cyrillic"} else "other"


def read_table(name: str, columns: int) -> Iterator[list[str]]:
    """Yields the rows of a hand-kept table beside the generators, padded to `columns`."""
    for line in (GENERATORS / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            row = line.split("\t")
            yield row + [""] * (columns - len(row))


def listed(file: str) -> list[str]:
    """Returns the words of a list under `Lexicons/`."""
    lines = (LEXICONS / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line and not line.startswith("#")]


def catalogue(language: str) -> dict[str, str]:
    """Returns the GeoNames message catalogue of a language: GeoNames id to name."""
    path = Path(f"/usr/share/locale/{language}/LC_MESSAGES/geonames.mo")
    with path.open("rb") as file:
        messages = gettext.GNUTranslations(file)._catalog
    return {key: clean(value) for key, value in messages.items() if key and isinstance(value, str)}


@dataclass
class Alias:
    """One name of an entity."""

    name: str
    languages: list[str]
    kind: str = "common"
    rule: str = ""


@dataclass
class Entity:
    """An entity with its names, as a group of lines in an `*.entities.tsv` file."""

    type: str
    name: str
    country: str = ""
    weight: int = 30
    ids: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, Alias] = field(default_factory=dict)

    def add(self, name: str, languages: str | Iterable[str] = "*", kind: str = "common", rule: str = "") -> None:
        """Adds a name; a name that differs in case or accents alone joins the one that is there.

        Azerbaijani keeps its spelling beside a name of the same key in other letters: Türkiyə, Gəncə.
        """
        name = clean(name)
        if not name:
            return
        languages = languages.split(",") if isinstance(languages, str) else list(languages)
        key = fold(name)
        known = self.aliases.get(key)
        if known is not None and languages == ["az"] and "ə" in name.lower() and "ə" not in known.name.lower():
            key += "/az"
            known = self.aliases.get(key)
        if known is None:
            self.aliases[key] = Alias(name, languages, kind, rule)
            return
        known.languages += [language for language in languages if language not in known.languages]
        known.rule = known.rule or rule

    def lines(self) -> list[str]:
        """Returns the lines of the entity."""
        attributes = " ".join(f"{key}={value}" for key, value in self.attributes.items())
        columns = [self.type, self.name, self.country, str(self.weight), " ".join(self.ids), attributes]
        lines = ["\t".join(columns).rstrip("\t")]
        for key, alias in self.aliases.items():
            # The default rule is written where it is set by hand: capital says that an ordinary word may be this name.
            rule = "" if alias.rule == "exact" and alias.kind == "acronym" else alias.rule
            if key == fold(self.name):
                # The entity's name is an alias of every language; a line says only what differs.
                if not rule and alias.kind == "common":
                    continue
                lines.append("\t".join(["", self.name, "*", alias.kind, rule]).rstrip("\t"))
                continue
            languages = ",".join(tag(language, alias) for language in sorted(set(alias.languages), key=order))
            languages = "*" if "*" in alias.languages else languages
            lines.append("\t".join(["", alias.name, languages, alias.kind, rule]).rstrip("\t"))
        return lines


def tag(language: str, alias: Alias) -> str:
    """Returns a language's tag, with the script if a name is not written in the language's usual one."""
    if alias.kind == "transliterated":
        return language
    written = script(alias.name)
    if written == "latin" and language in CYRILLIC_LANGUAGES:
        return f"{language}-Latn"
    if written == "cyrillic" and language in LATIN_LANGUAGES:
        return f"{language}-Cyrl"
    return language


def order(language: str) -> tuple[int, str]:
    """Sorts languages in the order of `LANGUAGES`, others after them."""
    return (LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), language)


def write_entities(path: str, header: str, entities: Iterable[Entity]) -> int:
    """Writes an `*.entities.tsv` file under `Lexicons/` and returns the number of entities."""
    lines = [f"# {line}" for line in header.strip().splitlines()]
    count = 0
    for entity in entities:
        lines += entity.lines()
        count += 1
    write(path, lines)
    return count


def write_words(path: str, header: str, rows: Iterable[tuple[str, str, str]]) -> int:
    """Writes a `*.words.tsv` file under `Lexicons/` and returns the number of words."""
    rows = list(rows)
    write(path, [f"# {line}" for line in header.strip().splitlines()] + ["\t".join(row) for row in rows])
    return len(rows)


def write(path: str, lines: list[str]) -> None:
    """Writes lines as UTF-8 in NFC."""
    target = LEXICONS / path
    target.parent.mkdir(parents=True, exist_ok=True)
    text = unicodedata.normalize("NFC", "\n".join(lines) + "\n")
    target.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path}: {len(text.encode()):,} bytes")
