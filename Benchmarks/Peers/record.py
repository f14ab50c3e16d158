"""What records have in common: the head, numbers, and the two ways to write them."""

from __future__ import annotations

import csv
import os
import platform
import statistics
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from catalogue import HERE, Unavailable, run


def head(files: list[Path], load: tuple[float, ...]) -> Iterator[str]:
    """The machine, the state of this tree and the inputs; `load` is that before the run."""
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


def spread(readings: list[float]) -> list[str]:
    """Median, least and most."""
    if not readings:
        return [""] * 3
    return [number(value) for value in (statistics.median(readings), min(readings), max(readings))]


def ahead(own: list[float], others: list[float], is_rate: bool) -> list[float]:
    """How many times as good the first is, round by round: more is better of rates, less of all else."""
    pairs = [(a, b) for a, b in zip(own, others) if a > 0 and b > 0]
    return [a / b if is_rate else b / a for a, b in pairs]


def number(value: float) -> str:
    """Three significant digits."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"


def markdown(head: Iterable[str], titles: list[str], table: list[list[str]]) -> str:
    """A table for people; the titles of numbers start with a space."""
    lines = [*(f"- {line}" for line in head), ""]
    ends = ["--:" if title.startswith(" ") else "---" for title in titles]
    for cells in ([title.strip() for title in titles], ends, *table):
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def pivoted(
    names: list[str], cells: Iterable[tuple[tuple[str, ...], str, str]]
) -> tuple[list[str], list[list[str]]]:
    """Titles and rows of cells that come as key, title and text: a key a row, a title a column.

    A cell without a title stands in all columns of its row: the reason why there is nothing.
    """
    lines: dict[tuple[str, ...], dict[str, str]] = {}
    for key, title, text in cells:
        lines.setdefault(key, {})[title] = text
    titles = list(dict.fromkeys(title for line in lines.values() for title in line if title))
    return [*names, *titles], [
        [*key, *(line.get(title, line.get("", "")) for title in titles)]
        for key, line in lines.items()
    ]


def write(file: Path, head: Iterable[str], columns: list[str], table: list[list[str]]) -> None:
    """A table for records."""
    with file.open("w", newline="") as target:
        target.writelines(f"# {line}\n" for line in head)
        csv.writer(target, lineterminator="\n").writerows([columns, *table])
