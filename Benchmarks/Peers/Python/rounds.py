"""The round of a peer. See `../C/rounds.h`."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any


def rate(size: int, body: Callable[[], int]) -> dict[str, Any]:
    """A pass over `size` bytes to warm up, and as many as fill 50 ms."""
    expected = body()
    passes = 0
    start = time.perf_counter()
    while (spent := time.perf_counter() - start) < 0.05:
        if body() != expected:
            raise RuntimeError("two passes count differently")
        passes += 1
    return {"seconds": spent / passes, "count": expected, "bytes": size, "passes": passes}
