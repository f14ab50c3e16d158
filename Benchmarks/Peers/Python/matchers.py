"""Matchers with a Python interface: matchers.py NAME build NAMES FILE, or matchers.py NAME match FILE TEXT….

Each step waits for a line on standard input and ends with one line of JSON, so that `lexicon.py` can read the memory
in between. FILE is what `build` stores; for a matcher that is not stored, `match` gets the names.
"""

from __future__ import annotations

import gc
import importlib.metadata
import json
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rounds import rate


class Matcher:
    """How a matcher is made and used. Those here read lower case that is made beforehand."""

    package = ""
    is_stored = False

    def names(self, file: Path) -> list[str]:
        return list(dict.fromkeys(file.read_text().lower().splitlines()))

    def build(self, names: list[str]) -> Any:
        raise NotImplementedError

    def prepare(self, text: str) -> Any:
        """What `count` reads."""
        return text.lower()

    def count(self, matcher: Any, prepared: Any) -> int:
        raise NotImplementedError


class AhoCorasickRs(Matcher):
    """The interface over bytes, which is faster than that over strings."""

    package = "ahocorasick-rs"

    def build(self, names: list[str]) -> Any:
        import ahocorasick_rs as library

        kind = library.MatchKind.LeftmostLongest
        return library.BytesAhoCorasick([name.encode() for name in names], matchkind=kind)

    def prepare(self, text: str) -> bytes:
        return text.lower().encode()

    def count(self, matcher: Any, prepared: bytes) -> int:
        return len(matcher.find_matches_as_indexes(prepared))


class PyAhoCorasick(Matcher):
    package = "pyahocorasick"
    is_stored = True

    def build(self, names: list[str]) -> Any:
        import ahocorasick as library

        matcher = library.Automaton(library.STORE_LENGTH)
        for name in names:
            matcher.add_word(name)
        matcher.make_automaton()
        return matcher

    def count(self, matcher: Any, prepared: str) -> int:
        return sum(1 for _ in matcher.iter_long(prepared))


class FlashText(Matcher):
    """Rebuilt, not unpickled, which takes longer. Letters that are not ASCII are told to be letters, too."""

    package = "flashtext"

    def build(self, names: list[str]) -> Any:
        from flashtext import KeywordProcessor

        matcher = KeywordProcessor(case_sensitive=True)
        for letter in {letter for name in names for letter in name if letter.isalnum()}:
            matcher.add_non_word_boundary(letter)
        matcher.add_keywords_from_list(names)
        return matcher

    def count(self, matcher: Any, prepared: str) -> int:
        return len(matcher.extract_keywords(prepared))


class PhraseMatcher(Matcher):
    """Over documents of the blank tokenizer; the case of letters does not matter."""

    package = "spacy"
    is_stored = True

    def __init__(self) -> None:
        import spacy

        self.language = spacy.blank("en")
        self.language.max_length = 1 << 40

    def names(self, file: Path) -> list[str]:
        return file.read_text().splitlines()

    def build(self, names: list[str]) -> Any:
        from spacy.matcher import PhraseMatcher

        matcher = PhraseMatcher(self.language.vocab, attr="LOWER")
        matcher.add("name", [self.language.make_doc(name) for name in names])
        return matcher

    def prepare(self, text: str) -> Any:
        return self.language.make_doc(text)

    def count(self, matcher: Any, prepared: Any) -> int:
        return len(matcher(prepared))


MATCHERS = {kind.package: kind for kind in (AhoCorasickRs, PyAhoCorasick, FlashText, PhraseMatcher)}


def timed(body: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = body()
    return result, time.perf_counter() - start


def build(kind: Matcher, file: Path, stored: Path) -> Iterator[dict[str, Any]]:
    names = kind.names(file)
    yield {"step": "prepare", "version": importlib.metadata.version(kind.package)}
    matcher, seconds = timed(lambda: kind.build(names))
    yield {"step": "build", "seconds": seconds}
    if kind.is_stored:
        with stored.open("wb") as target:
            pickle.dump(matcher, target, pickle.HIGHEST_PROTOCOL)
    yield {"step": "store", "is_stored": kind.is_stored}


def match(kind: Matcher, file: Path, *files: Path) -> Iterator[dict[str, Any]]:
    texts = [file.read_text() for file in files]
    prepared = [kind.prepare(text) for text in texts]
    names = None if kind.is_stored else kind.names(file)
    # What importing and preparing left behind is not the matcher's.
    gc.collect()
    yield {"step": "prepare"}
    if names is None:
        with file.open("rb") as source:
            matcher, seconds = timed(lambda: pickle.load(source))
    else:
        matcher, seconds = timed(lambda: kind.build(names))
    yield {"step": "load", "seconds": seconds}
    sizes = [len(text.encode()) for text in texts]
    for size, given in zip(sizes, prepared):
        yield {"step": "given"} | rate(size, lambda: kind.count(matcher, given))
    for size, text in zip(sizes, texts):
        yield {"step": "whole"} | rate(size, lambda: kind.count(matcher, kind.prepare(text)))


def main(name: str, job: str, *files: str) -> None:
    steps = {"build": build, "match": match}[job](MATCHERS[name](), *map(Path, files))
    sys.stdin.readline()
    for step in steps:
        print(json.dumps(step), flush=True)
        sys.stdin.readline()


main(*sys.argv[1:])
