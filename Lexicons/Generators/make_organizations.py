"""Writes the organizations that come from tables: universities, media and banks of the region, companies of Borsa İstanbul.

    python make_organizations.py

Each hand-kept table has one row an organization: COUNTRY, WEIGHT, NAME and ALIASES. Aliases are separated by `; ` and written
`LANGUAGES:name`, with ` ^` and letters at the end for what is not usual: `o` official, `s` short, `a` acronym, `f` former,
`t` transliterated; `c` rule context, `e` exact, `y` any.

A name that an organization of the hand-written files already has is not written again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from importlib.metadata import distribution
from pathlib import Path

from common import LEXICONS, Entity, clean, fold, read_table, write_entities

KIND_MARKS = {"o": "official", "s": "short", "a": "acronym", "f": "former", "t": "transliterated"}
RULE_MARKS = {"c": "context", "e": "exact", "y": "any"}
TR_LOWER = str.maketrans({"I": "ı", "İ": "i"})
WRITTEN = ("turkiye", "central-asia", "caucasus-russia", "international", "world")


def add_aliases(entity: Entity, text: str) -> None:
    """Adds the aliases of a table's column."""
    for item in filter(None, (part.strip() for part in text.split(";"))):
        match = re.fullmatch(r"([a-z*][a-zA-Z,*-]*):(.+?)(?: \^([a-z]+))?", item)
        if not match:
            raise ValueError(f"{entity.name}: alias {item!r}")
        languages, name, marks = match[1], match[2].strip(), match[3] or ""
        kinds = [KIND_MARKS[m] for m in marks if m in KIND_MARKS]
        rules = [RULE_MARKS[m] for m in marks if m in RULE_MARKS]
        kind, rule = kinds[0] if kinds else "common", rules[0] if rules else ""
        # A name that starts with a common word in small letters (газета «Правда») cannot ask for a capital.
        if not rule and kind != "acronym" and name[0].islower():
            rule = "any"
        entity.add(name, languages, kind, rule)
        if "ё" in name:
            entity.add(name.replace("ё", "е"), languages, kind, rule)


def table(name: str, complete: Callable[[Entity], None] = lambda entity: None) -> Iterator[Entity]:
    """Yields the organizations of a hand-kept table."""
    for country, weight, name_, aliases in read_table(name, 4):
        entity = Entity("organization", clean(name_), country, int(weight))
        add_aliases(entity, aliases)
        entity.add(entity.name)
        complete(entity)
        yield entity


def known_names() -> set[tuple[str, str]]:
    """Returns the folded names and aliases of the hand-written files, each with the country of its organization."""
    names = set()
    country = ""
    for stem in WRITTEN:
        for line in (LEXICONS / f"organizations/{stem}.entities.tsv").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                columns = line.split("\t")
                country = country if line.startswith("\t") else columns[2]
                names.add((fold(columns[1]), country))
    return names


def english_of_turkish(entity: Entity) -> None:
    """Adds `X University` to `X Üniversitesi`, unless the table gives an English name."""
    if entity.country != "TR" or not entity.name.endswith(" Üniversitesi"):
        return
    if not any("en" in alias.languages and alias.kind == "common" for alias in entity.aliases.values()):
        entity.add(entity.name.removesuffix(" Üniversitesi") + " University", "en")


def write_table(
    name: str, path: str, header: str, known: set[tuple[str, str]], complete: Callable[[Entity], None] = lambda entity: None
) -> None:
    """Writes a table's organizations in the order of the table, except those that are known."""
    kept = []
    for entity in table(name, complete):
        if (fold(entity.name), entity.country) in known:
            print(f"{name}: {entity.name} is known already")
            continue
        kept.append(entity)
    print(len(kept), "organizations,", sum(len(e.aliases) for e in kept), "names")
    write_entities(path, header, kept)


def report_missing_banks(known: set[tuple[str, str]]) -> None:
    """Prints the banks of Türkiye in schwifty's registry that no file names: branches of foreign banks, or news."""
    named = {name for name, _ in known} | {key for entity in table("banks.tsv") for key in entity.aliases}
    path = distribution("schwifty").locate_file("schwifty/bank_registry/manual_tr.json")
    for name in sorted({clean(row["name"]) for row in json.loads(Path(path).read_text(encoding="utf-8"))}):
        plain_name = re.sub(r"(?:A\.Ş\.|T\.A\.Ş\.|T\.A\.O\.)$", "", name).strip()
        if fold(name) not in named and fold(plain_name) not in named:
            print(f"bank without a name here: {name}")


# Companies

TAIL = re.compile(
    r"(?:\s*(?:A\.Ş\.|T\.A\.Ş\.|A\.O\.|T\.A\.O\.|ANONİM|ŞİRKETİ|SANAYİİ|SANAYİ|TİCARET|VE|PAZARLAMA|DIŞ|İÇ|İTHALAT|İHRACAT|"
    r"NAKLİYAT|TAAHHÜT|İŞLETMELERİ|İŞLETMESİ|FABRİKALARI|FABRİKASI|HİZMETLERİ|MAĞAZACILIK|TURİZM|İNŞAAT))+$"
)
KEPT_UPPER = {"CVK", "BMS", "ARD", "ATP", "DYO", "GSD", "MMC", "SDT", "RTA", "IC", "CW", "DMR", "DCT", "EYG", "MHR", "QNB", "TSKB",
              "VBT", "TR", "TGS", "TV8", "DK", "KT", "TF", "ZKB", "PC", "LDR", "RAL", "TEB", "TAV", "TAB", "MLP", "MNG", "DAP", "AG",
              "OYAK", "STM", "MIA", "ALJ", "VDF", "A1", "YEO", "CEO", "HUB", "DOF", "Q", "D", "Z", "EİS", "EİP", "ICBC", "ICU"}
SMALL = {"VE"}
SHORT_FORMS = (
    ("GİRİŞİM SERMAYESİ YATIRIM ORTAKLIĞI", "GSYO"),
    ("GAYRİMENKUL YATIRIM ORTAKLIĞI", "GYO"),
)
# Vehicles and lenders that the news does not name.
LEFT_OUT = ("Varlık Kiralama", "Varlık Yönetim", "Faktoring", "Finansman A.Ş.", "Finansal Kiralama")
SECURITIES = ("YATIRIM MENKUL DEĞERLER", "YATIRIM MENKUL KIYMETLER", "MENKUL DEĞERLER", "MENKUL KIYMETLER")


def turkish_title(text: str) -> str:
    """Returns a name in capitals with small letters after the first of each word."""
    words = []
    for word in text.split():
        if word in KEPT_UPPER or "." in word:
            words.append(word if word != "VE" else "ve")
        elif word in SMALL:
            words.append("ve")
        else:
            words.append("-".join(p[:1] + p[1:].translate(TR_LOWER).lower() for p in word.split("-")))
    return " ".join(words)


def companies() -> Iterator[tuple[list[str], str, str, str]]:
    """Yields tickers, legal name, plain name and short form of the companies of Borsa İstanbul, each once."""
    # The data alone: importing the package asks for its own dependencies.
    path = distribution("pykap").locate_file("pykap/data/bist_companies_general.json")
    rows = json.loads(Path(path).read_text(encoding="utf-8"))
    tickers: dict[str, list[str]] = {}
    for row in rows:
        tickers.setdefault(clean(row["name"]), []).append(row["ticker"])
    for legal in tickers:
        core = TAIL.sub("", legal).strip()
        short = ""
        for long, form in SHORT_FORMS:
            if core.endswith(long):
                short = turkish_title(core.removesuffix(long).strip()) + " " + form
                break
        for long in SECURITIES:
            if core.endswith(long):
                short = turkish_title(core.removesuffix(long).strip()) + " Yatırım"
                break
        yield tickers[legal], turkish_title(legal), turkish_title(core), short


def listed_companies(known: set[tuple[str, str]]) -> Iterator[Entity]:
    """Yields the companies of Borsa İstanbul, named as the table of corrections says or by their plain names."""
    corrections = {row[0]: row[1:] for row in read_table("companies_tr.tsv", 4)}
    unused = set(corrections)
    for tickers, legal, core, short in companies():
        unused.difference_update(tickers)
        weight, name, aliases = next((corrections[t] for t in tickers if t in corrections), ("", "", ""))
        if weight == "-" or not name and any(words in legal for words in LEFT_OUT):
            continue
        entity = Entity("organization", name or short or core, "TR", int(weight or 12))
        add_aliases(entity, aliases)
        # One word that the table does not vouch for may be any word.
        alone = len(entity.name.split()) == 1 and not name
        entity.add(entity.name, "*", "common", "context" if alone else "")
        if 1 < len(core.split()) < 6:
            entity.add(core, "tr")
        entity.add(legal, "tr", "official")
        if any((fold(alias.name), "TR") in known for alias in entity.aliases.values() if alias.kind in ("common", "official")):
            continue
        yield entity
    for ticker in sorted(unused):
        print(f"correction of no company: {ticker}")


def main() -> None:
    """Writes the files."""
    known = known_names()
    write_table("universities.tsv", "organizations/universities-region.entities.tsv",
                "Universities of Türkiye, Central Asia, the Caucasus and Russia. Written by Generators/make_organizations.py\n"
                "from Generators/universities.tsv.", known, english_of_turkish)
    write_table("media.tsv", "organizations/media-region.entities.tsv",
                "News agencies, broadcasters, newspapers and news sites of Türkiye, Central Asia, the Caucasus and Russia.\n"
                "Written by Generators/make_organizations.py from Generators/media.tsv.", known)
    write_table("banks.tsv", "organizations/banks-region.entities.tsv",
                "Banks of Türkiye, Central Asia, the Caucasus and Russia. Written by Generators/make_organizations.py from\n"
                "Generators/banks.tsv, whose rows for Türkiye and Kazakhstan follow the registry in schwifty.", known)
    report_missing_banks(known)
    kept = sorted(listed_companies(known), key=lambda e: fold(e.name))
    write_entities("organizations/turkiye-companies.entities.tsv",
                   "Companies of Borsa İstanbul that the hand-written files do not have. Written by\n"
                   "Generators/make_organizations.py from pykap 0.2.0 and Generators/companies_tr.tsv.", kept)
    print(len(kept), "companies")


if __name__ == "__main__":
    main()
