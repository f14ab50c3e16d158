#!/usr/bin/env python3
"""Measures other tokenizers and Dragoman over the same files, in interleaved rounds.

    ./run.py --dragoman ../.build/release/dragoman-bench-table english.txt turkish.txt

See README.md for what is measured.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from catalogue import HERE, Peer, Unavailable, Workshop, peers
from record import head, markdown, number, spread, write
from turns import Program

SLICE = 1_000_000
"""How much of the input slow peers read, in bytes."""
PATIENCE = 120
"""How long a round may take, in seconds."""
COLUMNS = [
    "peer", "version", "input", "MB", "MB/s", "MB/s min", "MB/s max",
    "× ICU UTF-16", "× min", "× max", "count", "counts",
]  # fmt: skip
TITLES = [
    "peer", "version", "input", " MB", " MB/s (min..max)", " × ICU UTF-16", " count", "counts",
]  # fmt: skip


@dataclass
class Result:
    """What one peer did over one input."""

    peer: Peer
    input: str
    version: str = ""
    size: int = 0
    count: int | None = None
    rates: list[float] = field(default_factory=list)
    """Bytes a second, round by round."""
    failure: str = ""


class Seat:
    """A peer that waits for its turn."""

    def __init__(self, peer: Peer, file: Path, rounds: int, stack: ExitStack) -> None:
        self.result = Result(peer, file.stem.removesuffix(".slice"))
        try:
            command = peer.command()
            self.result.version = peer.version()
            arguments = [str(rounds)] if command[-1] == "--rounds" else [file, str(rounds)]
            self.program = Program([*command, *arguments], peer.environment(file), stack)
        except (Unavailable, OSError) as error:
            self.result.failure = str(error)

    def take_turn(self) -> None:
        """Runs one round. A peer that fails is out."""
        if self.result.failure:
            return
        try:
            row = self.program.take_turn(PATIENCE)
        except Unavailable as error:
            self.result.failure = str(error)
            return
        if self.result.count not in (None, row["count"]):
            self.result.failure = f"counted {self.result.count}, then {row['count']}"
        self.result.count = row["count"]
        self.result.size = row["bytes"]
        self.result.version = row.get("version") or self.result.version
        self.result.rates.append(row["bytes"] / row["seconds"])


def measure(all_peers: list[Peer], file: Path, rounds: int, folder: Path) -> list[Result]:
    """Rounds in turn: A B C, A B C, …. Slow peers read a slice."""
    with ExitStack() as stack:
        slow = slice_of(file, folder)
        seats = [Seat(peer, slow if peer.is_slow else file, rounds, stack) for peer in all_peers]
        for number in range(rounds):
            print(f"{file.stem}: round {number + 1} of {rounds}", file=sys.stderr)
            for seat in seats:
                seat.take_turn()
    return [seat.result for seat in seats]


def slice_of(file: Path, folder: Path) -> Path:
    """The first whole lines of a file."""
    text = file.read_bytes()
    end = text.rfind(b"\n", 0, SLICE) + 1
    part = folder / f"{file.stem}.slice.txt"
    part.write_bytes(text[: end or len(text)])
    return part


# MARK: Tables


def rows(results: list[Result]) -> Iterator[list[str]]:
    """One row a result; ratios are taken round by round to the first result, which is ICU."""
    icu = results[0]
    for result in results:
        if result.failure:
            yield [
                result.peer.name,
                result.version,
                result.input,
                *[""] * 8,
                f"not measured: {result.failure}",
            ]
            continue
        ratios = (
            [own / other for own, other in zip(result.rates, icu.rates)] if not icu.failure else []
        )
        yield [
            result.peer.name, result.version, result.input, number(result.size / 1e6),
            *spread([rate / 1e6 for rate in result.rates]), *spread(ratios),
            str(result.count), result.peer.counts,
        ]  # fmt: skip


def for_people(table: list[list[str]]) -> Iterator[list[str]]:
    """The rows with the ends of the rate beside it."""
    for peer, version, text, size, rate, least, most, times, _, _, count, counts in table:
        ends = f"{rate} ({least}..{most})" if rate else ""
        yield [peer, version, text, size, ends, times, count, counts]


def words(program: Path | None) -> list[str]:
    """The workloads that cut words, as the program lists them for a file."""
    if program is None:
        return ["words"]
    environment = {**os.environ, "DRAGOMAN_BENCH_INPUT": __file__}
    listed = subprocess.run(
        [program, "--list"], env=environment, capture_output=True, text=True, check=True
    )
    themes = ("words/", "words-uax29/")
    return [name for name in listed.stdout.split() if name.startswith(themes)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", type=Path, help="texts in UTF-8")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dragoman", type=Path, help="the program dragoman-bench-table")
    parser.add_argument(
        "--workload",
        action="append",
        help="what Dragoman runs, may be repeated; unless told, words/… at every level of the machine",
    )
    parser.add_argument(
        "--only", default="", help="only peers whose name holds this, and ICU over UTF-16"
    )
    parser.add_argument(
        "--folder", type=Path, default=HERE / ".build-peers", help="where peers are built"
    )
    parser.add_argument(
        "--build", action="store_true", help="fetch and build the peers, and measure nothing"
    )
    parser.add_argument("--csv", type=Path, help="also write a record")
    options = parser.parse_args()
    for file in options.files:
        try:
            if not file.read_bytes().decode():
                parser.error(f"{file}: there is nothing to cut")
        except (OSError, UnicodeDecodeError) as error:
            parser.error(f"{file}: {error}")

    shop = Workshop(options.folder.resolve())
    chosen = peers(shop, options.dragoman, options.workload or words(options.dragoman))
    chosen = chosen[:1] + [peer for peer in chosen[1:] if options.only.lower() in peer.name.lower()]
    for peer in chosen:
        try:
            peer.command()
        except Unavailable as error:
            print(f"{peer.name}: not measured: {error}", file=sys.stderr)
    if options.build:
        return

    load = os.getloadavg()
    table: list[list[str]] = []
    for file in options.files:
        table += rows(measure(chosen, file.resolve(), options.rounds, shop.folder))
    lines = list(head(options.files, load))
    print(markdown(lines, TITLES, list(for_people(table))))
    if options.csv:
        write(options.csv, lines, COLUMNS, table)


main()
