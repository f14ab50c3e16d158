"""Tokenizers with a Python interface: peers.py NAME FILE ROUNDS.

Rounds are those of C/rounds.h. What makes Python objects of its tokens is measured with them.
"""

from __future__ import annotations

import ctypes
import importlib.metadata
import json
import sys
from collections.abc import Callable
from pathlib import Path

from rounds import rate

Body = Callable[[], int]


def blingfire(text: bytes) -> Body:
    """The C function behind `text_to_words`, into a buffer that is there."""
    from blingfire import blingfire as library

    words = library.TextToWords
    words.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
    target = ctypes.create_string_buffer(3 * len(text) + 64)

    def count() -> int:
        length = words(text, len(text), target, len(target))
        if not 0 <= length <= len(target):
            raise RuntimeError("TextToWords refuses this text")
        # Words stand between single spaces; the length holds the zero at the end.
        return ctypes.string_at(target, length - 1).count(b" ") + 1

    return count


def hugging_face(text: bytes, name: str) -> Body:
    from tokenizers import pre_tokenizers

    cut = getattr(pre_tokenizers, name)().pre_tokenize_str
    string = text.decode()
    return lambda: len(cut(string))


def spacy(text: bytes) -> Body:
    import spacy

    language = spacy.blank("en")
    language.max_length = len(text)
    string = text.decode()
    return lambda: len(language.make_doc(string))


# Name: the package whose version is told, and what makes the body.
PEERS: dict[str, tuple[str, Callable[[bytes], Body]]] = {
    "blingfire": ("blingfire", blingfire),
    "tokenizers-whitespace": ("tokenizers", lambda text: hugging_face(text, "Whitespace")),
    "tokenizers-bert": ("tokenizers", lambda text: hugging_face(text, "BertPreTokenizer")),
    "spacy-blank": ("spacy", spacy),
}


def main(name: str, file: str, rounds: str) -> None:
    text = Path(file).read_bytes()
    package, make = PEERS[name]
    body = make(text)
    version = importlib.metadata.version(package)
    for _ in range(int(rounds)):
        sys.stdin.readline()
        row = {"peer": name, "version": version} | rate(len(text), body)
        print(json.dumps(row), flush=True)


main(*sys.argv[1:])
