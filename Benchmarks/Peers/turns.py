"""Programs that wait for their turn: a line each way. See `C/rounds.h`."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from catalogue import Unavailable, reason


def process(
    command: list[str | Path], output: Path, limit: float, environment: dict[str, str] | None = None
) -> tuple[float, float]:
    """Runs a program from start to exit, its output in a file: seconds, and its most resident memory in MB.

    GNU time reads the memory. Read from here it would never be less than Python's own, which Linux counts in.
    """
    clock = shutil.which("time")
    if clock is None:
        raise Unavailable("GNU time is missing")
    peak = output.with_suffix(".peak")
    with output.open("w") as target:
        start = time.perf_counter()
        try:
            done = subprocess.run(
                [clock, "-f", "%M", "-o", peak, *command], env=os.environ | (environment or {}),
                text=True, timeout=limit, stdin=subprocess.DEVNULL, stdout=target,
                stderr=subprocess.PIPE,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise Unavailable(f"not done within {limit:.0f} s") from error
        seconds = time.perf_counter() - start
    if done.returncode != 0:
        raise Unavailable(reason(done.stderr))
    return seconds, int(peak.read_text()) * 1024 / 1e6


class Program:
    """A running program that gives one line of JSON for each line it gets."""

    def __init__(
        self, command: list[str | Path], environment: dict[str, str], stack: ExitStack
    ) -> None:
        self.process = subprocess.Popen(
            [str(part) for part in command], env=os.environ | environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        stack.callback(self.leave)

    def take_turn(self, seconds: float) -> dict[str, Any]:
        """The answer of the next turn. A program that fails or takes longer is ended; its last words are the reason."""
        assert self.process.stdin and self.process.stdout and self.process.stderr
        line, is_late = "", False
        try:
            self.process.stdin.write("\n")
            self.process.stdin.flush()
            is_late = not select.select([self.process.stdout], [], [], seconds)[0]
            if is_late:
                self.process.kill()
            line = self.process.stdout.readline()
            answer: dict[str, Any] = json.loads(line)
            return answer
        except (BrokenPipeError, ValueError) as error:
            self.process.kill()
            messages = line or self.process.stderr.read()
            if is_late:
                raise Unavailable(f"no answer within {seconds:.0f} s") from error
            raise Unavailable(reason(messages)) from error

    def memory(self) -> dict[str, float]:
        """What the program holds, on Linux: in all, of it what no other process can share, and the most so far; MB."""
        sizes: dict[str, float] = {}
        for file in ("smaps_rollup", "status"):
            lines = Path(f"/proc/{self.process.pid}/{file}").read_text().splitlines()
            for name, _, value in (line.partition(":") for line in lines):
                if value.endswith(" kB"):
                    sizes[name] = int(value.split()[0]) * 1024 / 1e6
        return {"all": sizes["Rss"], "own": sizes["Anonymous"], "peak": sizes["VmHWM"]}

    def leave(self) -> None:
        self.process.kill()
        with suppress(ValueError, BrokenPipeError):
            self.process.communicate()
