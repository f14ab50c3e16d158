"""What the generators of bodies of states share: forms of countries' names, names that other files have already."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from common import LEXICONS, Entity, fold, read_table

# Codes of the hand-kept tables that are no country of ISO 3166-1: what stands in the file instead.
COUNTRIES = {"XC": "CY"}
# The wider neighbourhood, the G20 and the European Union: their bodies are told more often.
PROMINENT = set(
    "US CN JP DE GB FR IT CA IN BR KR AU MX ID SA AR ZA UA BY MD IR IQ SY IL PS LB EG AE QA KW PK AF GR BG RO RS "
    "HU PL XC".split()
)
KNOWN = set(
    "AT BE BA HR CY CZ DK EE FI IE LV LT LU MT NL PT SK SI ES SE NO CH AL MK ME XK MN JO LY SD SG MY VN TH TW KP VE "
    "CU NG ET".split()
)
SEPARATE = "|"


@dataclass
class Country:
    """A country's name as its bodies have it, in five languages."""

    code: str
    english: list[str]
    adjectives: list[str]
    others: dict[str, list[str]]

    @property
    def iso(self) -> str:
        """The code that the lexicon's files use."""
        return COUNTRIES.get(self.code, self.code)

    @property
    def weight(self) -> int:
        """Prominence of an ordinary body of the country."""
        return 44 if self.code in PROMINENT else 40 if self.code in KNOWN else 34

    def translated(self, pattern: str, language: str) -> list[str]:
        """Returns a pattern's names with `%` replaced by the country's name in the language."""
        forms = self.english if language == "en" else self.others[language]
        return [pattern.replace("%", form) for form in forms] if "%" in pattern else [pattern]


def countries() -> dict[str, Country]:
    """Returns the countries of the hand-kept table."""
    found = {}
    for code, *columns in read_table("country_forms.tsv", 7):
        split = [[form for form in column.split(SEPARATE) if form] for column in columns]
        found[code] = Country(code, split[0], split[1], dict(zip(("tr", "kk", "az", "ru"), split[2:], strict=True)))
    return found


def names_elsewhere(*own: str) -> set[str]:
    """Returns the keys of all names of organizations in files other than `own`."""
    keys = set()
    for path in sorted((LEXICONS / "organizations").glob("*.entities.tsv")):
        if path.name in own:
            continue
        keys |= names_of(path)
    return keys


def names_of(path: Path) -> set[str]:
    """Returns the keys of all names in an entities file."""
    keys = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            keys.add(fold(line.split("\t")[1]))
    return keys


def without(entity: Entity, keys: set[str]) -> bool:
    """Takes names that other files have from an entity; returns false when its own name is one of them."""
    if fold(entity.name) in keys:
        return False
    for key in [key for key in entity.aliases if key in keys]:
        del entity.aliases[key]
    return True
