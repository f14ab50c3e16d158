#!/usr/bin/env python3
"""Measures other tokenizers and Dragoman over the same files, in interleaved rounds.

    ./run.py --dragoman ../.build/release/dragoman-bench-table english.txt turkish.txt

See README.md for what is measured.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import select
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

from catalogue import HERE, Peer, Unavailable, Workshop, peers, reason, run

SLICE = 1_000_000
"""How much of the input slow peers read, in bytes."""
PATIENCE = 120
"""How long a round may take, in seconds."""
COLUMNS = [
    "peer", "version", "input", "MB", "MB/s", "MB/s min", "MB/s max",
    "× ICU UTF-16", "× min", "× max", "count", "counts",
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
    """A running peer that waits for its turn."""

    def __init__(self, peer: Peer, file: Path, rounds: int, stack: ExitStack) -> None:
        self.result = Result(peer, file.stem.removesuffix(".slice"))
        self.process: subprocess.Popen[str] | None = None
        try:
            command = [str(part) for part in peer.command()]
            self.result.version = peer.version()
            arguments = [str(rounds)] if command[-1] == "--rounds" else [str(file), str(rounds)]
            self.process = subprocess.Popen(
                command + arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                text=True, env=os.environ | peer.environment(file),
            )  # fmt: skip
            stack.callback(self.leave)
        except (Unavailable, OSError) as error:
            self.result.failure = str(error)

    def take_turn(self) -> None:
        """Runs one round. A peer that fails is out, with its last words as the reason."""
        if self.process is None or self.result.failure:
            return
        assert self.process.stdin and self.process.stdout and self.process.stderr
        line = ""
        try:
            self.process.stdin.write("\n")
            self.process.stdin.flush()
            if not select.select([self.process.stdout], [], [], PATIENCE)[0]:
                self.process.kill()
            line = self.process.stdout.readline()
            row = json.loads(line)
        except (BrokenPipeError, ValueError):
            self.process.kill()
            messages = line or self.process.stderr.read()
            self.result.failure = reason(messages) if messages else "no round within two minutes"
            return
        if self.result.count not in (None, row["count"]):
            self.result.failure = f"counted {self.result.count}, then {row['count']}"
        self.result.count = row["count"]
        self.result.size = row["bytes"]
        self.result.version = row.get("version") or self.result.version
        self.result.rates.append(row["bytes"] / row["seconds"])

    def leave(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.communicate()


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


def spread(readings: list[float]) -> list[str]:
    if not readings:
        return [""] * 3
    return [number(value) for value in (statistics.median(readings), min(readings), max(readings))]


def number(value: float) -> str:
    """Three significant digits."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"


def markdown(head: list[str], table: list[list[str]]) -> str:
    lines = [f"- {line}" for line in head]
    lines += [
        "",
        "| peer | version | input | MB | MB/s (min..max) | × ICU UTF-16 | count | counts |",
    ]
    lines += ["| --- | --- | --- | --: | --: | --: | --: | --- |"]
    for peer, version, text, size, rate, least, most, times, _, _, count, counts in table:
        ends = f"{rate} ({least}..{most})" if rate else ""
        lines.append(
            "| " + " | ".join([peer, version, text, size, ends, times, count, counts]) + " |"
        )
    return "\n".join(lines)


def head(files: list[Path], load: tuple[float, ...]) -> Iterator[str]:
    """The machine, the state of this tree and the inputs."""
    model, system, commit = platform.processor(), platform.platform(), ""
    with suppress(OSError, StopIteration):
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next(line.partition(": ")[2] for line in lines if line.startswith("model name"))
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    with suppress(Unavailable):
        commit = run("git", "-C", HERE, "describe", "--always", "--dirty").strip()
    yield f"CPU: {model}, {os.cpu_count()} cores"
    yield f"System: {platform.system()}, {system}"
    yield f"Dragoman: commit {commit}"
    before, after = (" ".join(f"{value:.2f}" for value in part) for part in (load, os.getloadavg()))
    yield f"Load before the run: {before}; after: {after}"
    for file in files:
        text = file.read_bytes()
        share = 100 * (1 - len(text.translate(None, bytes(range(128)))) / max(1, len(text)))
        yield f"{file.stem}: {len(text)} bytes, {share:.1f} % of them ASCII"


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
    print(markdown(lines, table))
    if options.csv:
        with options.csv.open("w", newline="") as target:
            target.writelines(f"# {line}\n" for line in lines)
            csv.writer(target, lineterminator="\n").writerows([COLUMNS, *table])


main()
