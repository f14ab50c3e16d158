#!/usr/bin/env python3
"""Measures how Dragoman and others find many names in a text: building, memory, loading, speed.

    ./lexicon.py --dragoman ../.build/release/dragoman-bench-table --csv record.csv

The names are those of the default lexicon, and with `--names N` also N of them and of make-names.py. See README.md.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from catalogue import HERE, Unavailable, Workshop, run
from record import ahead, head, markdown, pivoted, spread, write
from turns import Program, process

ROOT = HERE.parents[1]
INPUTS = ["english", "turkish"]
TYPES = {"place", "organization", "person"}
COLUMNS = [
    "matcher", "version", "names", "measure", "input", "median", "min", "max",
    "Dragoman ahead", "ahead min", "ahead max", "count", "counts",
]  # fmt: skip
BUILD, PROCESS, PEAK = "build s", "build process s", "build peak MB"
FILE, LOAD = "file MB", "load ms"
LOADED, OWN, MATCHED = "loaded MB", "loaded own MB", "matched MB"
GIVEN, WHOLE = "MB/s, tokens or lower case given", "MB/s, from the text"
MEASURES = [BUILD, PROCESS, PEAK, FILE, LOAD, LOADED, OWN, MATCHED, GIVEN, WHOLE]
RATES = {"given": GIVEN, "whole": WHOLE}


# MARK: Names


def names_of(source: Path) -> Iterator[str]:
    """The names and aliases of the places, organizations and people of a source file."""
    is_wanted = False
    for line in source.read_text().splitlines():
        kind, _, rest = line.partition("\t")
        if not rest or kind.startswith("#") or rest.startswith("+"):
            continue
        if kind:
            is_wanted = kind in TYPES
        if is_wanted:
            yield rest.partition("\t")[0]


def lists(folder: Path, sizes: list[int]) -> Iterator[Path]:
    """The files of names, one a line, each with a source for Dragoman beside it."""
    sources = sorted((ROOT / "Lexicons").glob("**/*.entities.tsv"))
    names = list(dict.fromkeys(name for source in sources for name in names_of(source)))
    yield listed(names, folder)
    for size in sizes:
        made = folder / f"made-{size}.entities.tsv"
        made.write_text(run(ROOT / "Benchmarks/make-names.py", "--entities", str(size // 2)))
        yield listed(list(dict.fromkeys([*names, *names_of(made)]))[:size], folder)


def listed(names: list[str], folder: Path) -> Path:
    source = folder / f"{len(names)}.entities.tsv"
    source.write_text("".join(f"place\t{name}\n\t{name}\t*\tcommon\tany\n" for name in names))
    file = folder / f"{len(names)}.txt"
    file.write_text("\n".join(names) + "\n")
    return file


def naive(names: Path, text: Path) -> str:
    """What a plain search over words finds, to judge the counts by."""
    words = re.compile(r"\w+|[^\w\s]")
    known: dict[tuple[str, ...], bool] = {}
    for name in names.read_text().lower().splitlines():
        parts = tuple(words.findall(name))
        for end in range(1, len(parts)):
            known.setdefault(parts[:end], False)
        known[parts] = True
    tokens = words.findall(text.read_text().lower())
    every = longest = behind = 0
    for start in range(len(tokens)):
        end, last = start + 1, 0
        while (is_name := known.get(tuple(tokens[start:end]))) is not None and end <= len(tokens):
            every += is_name
            last = end if is_name else last
            end += 1
        if last and start >= behind:
            longest, behind = longest + 1, last
    return f"{every} matches, {longest} of them leftmost-longest"


# MARK: Matchers


@dataclass
class Matcher:
    """One matcher and one list of names, and what was read of it round by round."""

    name: str
    names: Path
    counts: str
    """What it counts, for people."""
    build: Callable[[Matcher, float], None]
    command: Callable[[Matcher], list[str | Path]]
    """The command that loads and matches, without the texts."""
    package: str = ""
    version: str = ""
    is_stored: bool = True
    readings: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    """By measure and input."""
    totals: dict[tuple[str, str], int] = field(default_factory=dict)
    failure: str = ""

    @property
    def stored(self) -> Path:
        return self.names.with_suffix(f".{self.package or 'lexicon'}")

    def note(self, measure: str, value: float, text: str = "") -> None:
        self.readings.setdefault((measure, text), []).append(value)

    def take_turn(self, texts: list[Path], limit: float) -> None:
        """Builds in one process, loads and matches in another. A matcher that fails is out."""
        if self.failure:
            return
        try:
            self.build(self, limit)
            if self.is_stored:
                self.note(FILE, self.stored.stat().st_size / 1e6)
            self.match(texts, limit)
        except (Unavailable, OSError) as error:
            self.failure = str(error)

    def match(self, texts: list[Path], limit: float) -> None:
        with ExitStack() as stack:
            program = Program([*self.command(self), *texts], {}, stack)
            program.take_turn(limit)
            empty = program.memory()
            self.note(LOAD, program.take_turn(limit)["seconds"] * 1e3)
            loaded = program.memory()
            self.note(LOADED, loaded["all"] - empty["all"])
            self.note(OWN, loaded["own"] - empty["own"])
            for step in RATES:
                for text in texts:
                    row = program.take_turn(limit)
                    self.note(RATES[step], row["bytes"] / row["seconds"] / 1e6, text.stem)
                    self.totals[RATES[step], text.stem] = row["count"]
                if step == "given":
                    self.note(MATCHED, program.memory()["all"] - empty["all"])


def matchers(shop: Workshop, bench: Path, names: Path) -> list[Matcher]:
    """Dragoman first."""

    def compile_lexicon(matcher: Matcher, limit: float) -> None:
        """From start to exit, with reading the source and writing the lexicon."""
        source = names.with_suffix(".entities.tsv")
        program = bench.with_name("dragoman")
        log = shop.part("lexicon") / "compile.log"
        command = [program, "lexicon", "compile", source, "-o", matcher.stored]
        seconds, peak = process(command, log, limit)
        matcher.note(BUILD, seconds)
        matcher.note(PROCESS, seconds)
        matcher.note(PEAK, peak)

    def build(matcher: Matcher, limit: float) -> None:
        command = [*shop.in_python(matcher.package, matcher.package, "matchers.py"), "build"]
        with ExitStack() as stack:
            start = time.perf_counter()
            program = Program([*command, names, matcher.stored], {}, stack)
            matcher.version = program.take_turn(limit)["version"]
            matcher.note(BUILD, program.take_turn(limit)["seconds"])
            matcher.note(PEAK, program.memory()["peak"])
            matcher.is_stored = program.take_turn(limit)["is_stored"]
            matcher.note(PROCESS, time.perf_counter() - start)

    def python(matcher: Matcher) -> list[str | Path]:
        command = shop.in_python(matcher.package, matcher.package, "matchers.py")
        return [*command, "match", matcher.stored if matcher.is_stored else names]

    inside = "leftmost-longest, inside words too"
    every = "every match of whole words, overlapping ones too"
    return [
        Matcher(
            "Dragoman", names, f"{every}; letters with and without accents are the same",
            compile_lexicon, lambda matcher: [bench, "--matcher", matcher.stored],
        ),
        Matcher("ahocorasick-rs", names, inside, build, python, "ahocorasick-rs"),
        Matcher("pyahocorasick", names, inside, build, python, "pyahocorasick"),
        Matcher(
            "flashtext", names, "leftmost-longest of whole words; rebuilt to load", build, python, "flashtext",
        ),
        Matcher("spaCy, PhraseMatcher", names, every, build, python, "spacy"),
    ]  # fmt: skip


# MARK: Tables


def rows(group: list[Matcher]) -> Iterator[list[str]]:
    """One row a matcher, measure and input."""
    for matcher in group:
        start = [matcher.name, matcher.version, matcher.names.stem]
        if matcher.failure:
            yield [*start, *[""] * 9, f"not measured: {matcher.failure}"]
            continue
        for measure in MEASURES:
            for (known, text), values in matcher.readings.items():
                if known != measure:
                    continue
                own = group[0].readings.get((measure, text), [])
                times = ahead(own, values, is_rate=measure in RATES.values())
                total = matcher.totals.get((measure, text))
                counted = [str(total), matcher.counts] if total is not None else ["", ""]
                yield [*start, measure, text, *spread(values), *spread(times), *counted]


def for_people(table: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """Titles and rows: a matcher a row, a measure a column, and in brackets how many times as good Dragoman is."""
    return pivoted(
        ["matcher", "version", " names"],
        (
            (tuple(row[:3]), f" {row[3]} {row[4]}", f"{row[5]} ({row[8]})")
            if row[3]
            else (tuple(row[:3]), "", row[-1])
            for row in table
        ),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument(
        "--dragoman", type=Path, required=True,
        help="the program dragoman-bench-table, with dragoman beside it",
    )  # fmt: skip
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--names", type=int, action="append", default=[],
        help="also as many names, some of them made up; may be repeated",
    )  # fmt: skip
    parser.add_argument("--size", type=int, default=2_000_000, help="bytes of each text, at least")
    parser.add_argument(
        "--limit", type=float, default=120, help="how long one step may take, in seconds"
    )
    parser.add_argument(
        "--folder", type=Path, default=HERE / ".build-peers", help="where peers are built"
    )
    parser.add_argument("--csv", type=Path, help="also write a record")
    options = parser.parse_args()

    shop = Workshop(options.folder.resolve())
    folder = shop.part("lexicon")
    bench = options.dragoman.resolve()
    texts = [folder / f"{name}.txt" for name in INPUTS]
    for text in texts:
        run(bench, "--write", text.stem, text, "--size", str(options.size))
    load = os.getloadavg()
    table: list[list[str]] = []
    checks: list[str] = []
    for names in lists(folder, options.names):
        group = matchers(shop, bench, names)
        for number in range(options.rounds):
            print(f"{names.stem} names: round {number + 1} of {options.rounds}", file=sys.stderr)
            for matcher in group:
                matcher.take_turn(texts, options.limit)
        table += rows(group)
        checks += [
            f"{names.stem} names in {text.stem}: a plain search over words finds {naive(names, text)}"
            for text in texts
        ]
    lines = [*head(texts, load), *checks]
    print(markdown(lines, *for_people(table)))
    if options.csv:
        write(options.csv, lines, COLUMNS, table)


main()
