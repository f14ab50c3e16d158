#!/usr/bin/env python3
"""Scores the marked sentences of Fixtures/names.

    python3 Fixtures/score_names.py [PROGRAM] [--errors] [--held] [--language en] [PATTERN ...]

PROGRAM is .build/release/dragoman unless given (a path with a slash). Prints per file and per language how many sentences
are wholly right, and the mentions' strict precision, recall and F1. Counts both splits; --errors prints the dev sentences
that are not right, with what is expected and what was found. The default model is trained on the dev sentences, so only the held
ones measure it; with --grammar lists and grammars are measured alone. With --held these are the held ones: for a last look at a
release, not for development. PATTERN is a file's name without .tsv, or the beginning of one.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
LANGUAGES = ["en", "tr", "kk", "az", "ru"]
MARK = re.compile(r"\[([^\[\]|]+)\|(person|organization|place)\]")


class Sentence:
    """A line of a file: a text and the names in it."""

    def __init__(self, path, number, line):
        self.pattern, self.id = path.stem, f"{path.stem}:{number}"
        self.language, marked, self.split = line.split("\t")
        self.marked = marked
        marked = marked.replace("\\n", "\n")
        self.text, self.names, end = "", set(), 0
        for match in MARK.finditer(marked):
            self.text += marked[end:match.start()]
            start = len(self.text)
            self.text += match[1]
            self.names.add((start, len(self.text), match[2]))
            end = match.end()
        self.text += marked[end:]
        if self.language not in LANGUAGES or self.split not in ("dev", "held") or "|" in self.text:
            raise SystemExit(f"{path}:{number}: not language, marked text, dev or held: {line}")

    def record(self):
        """The sentence as annotated text: id, lang, text, entities in code points."""
        entities = [
            {"start": start, "end": end, "type": kind.upper(), "text": self.text[start:end]}
            for start, end, kind in sorted(self.names)]
        return {"id": self.id, "lang": self.language, "text": self.text, "entities": entities}

    def marks(self, names):
        """The text with other names marked in it."""
        result, end = "", 0
        for start, stop, kind in sorted(names):
            result += f"{self.text[end:start]}[{self.text[start:stop]}|{kind}]"
            end = stop
        return (result + self.text[end:]).replace("\n", "\\n")


def read_sentences():
    sentences = []
    for path in sorted((HERE / "names").glob("*.tsv")):
        if path.name == "expected.tsv":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line and not line.startswith("#"):
                sentences.append(Sentence(path, number, line))
    return sentences


def annotate(program, sentences, flags):
    """The names that `dragoman annotate` finds, told the language of each text."""
    answers = {}
    for language in LANGUAGES:
        chosen = [s for s in sentences if s.language == language]
        records = "".join(json.dumps({"id": s.id, "text": s.text}) + "\n" for s in chosen)
        command = [program, "annotate", "--input", "jsonl", "--language", language,
                   "--offset-unit", "codepoint", *flags]
        output = subprocess.run(
            command, input=records.encode(), check=True, stdout=subprocess.PIPE).stdout
        for sentence, line in zip(chosen, output.decode().splitlines(), strict=True):
            answers[sentence.id] = {
                (m["start"], m["end"], m["type"].lower()) for m in json.loads(line)["mentions"]}
    return answers


class Tally:
    """Counts of sentences and names."""

    def __init__(self):
        self.splits = {"dev": [0, 0], "held": [0, 0]}
        self.gold = self.found = self.right = 0

    def add(self, sentence, names):
        counts = self.splits[sentence.split]
        counts[0] += names == sentence.names
        counts[1] += 1
        self.gold += len(sentence.names)
        self.found += len(names)
        self.right += len(names & sentence.names)

    def row(self, name):
        cells = []
        for right, count in self.splits.values():
            cells.append(f"{right:4}/{count:<4}{right / count:6.2f}" if count else " " * 15)
        both = self.gold + self.found
        if both:
            precision = self.right / self.found if self.found else 0
            recall = self.right / self.gold if self.gold else 0
            cells.append(f"{precision:.2f} {recall:.2f} {2 * self.right / both:.2f}")
        else:
            cells.append("   -    -    -")
        return f"{name:28} {'  '.join(cells)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("patterns", nargs="*", help="files, or a program (a path with a slash)")
    parser.add_argument("--errors", action="store_true", help="print the dev sentences not right")
    parser.add_argument("--grammar", action="store_true", help="without what was learned")
    parser.add_argument("--held", action="store_true", help="print the held ones instead")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--jsonl", action="store_true", help="write the dev sentences as JSONL, to train on, and score nothing")
    options = parser.parse_args()
    program = str(HERE.parent / ".build/release/dragoman")
    for argument in [p for p in options.patterns if "/" in p]:
        program = argument
        options.patterns.remove(argument)
    sentences = [
        s for s in read_sentences()
        if (not options.patterns or s.pattern.startswith(tuple(options.patterns)))
        and options.language in (None, s.language)]
    if options.jsonl:
        for sentence in sentences:
            if sentence.split == "dev":
                print(json.dumps(sentence.record(), ensure_ascii=False))
        return
    answers = annotate(program, sentences, ["--no-learned"] if options.grammar else [])

    files, languages = collections.defaultdict(Tally), collections.defaultdict(Tally)
    for sentence in sentences:
        for tally in (files[sentence.pattern], languages[sentence.language], languages["all"]):
            tally.add(sentence, answers[sentence.id])
    print(f"{'':28} {'dev right':>15}  {'held right':>15}   P    R    F1")
    for name in sorted(files):
        print(files[name].row(name))
    print()
    for name in [*LANGUAGES, "all"]:
        if name in languages:
            print(languages[name].row(name))

    if options.errors or options.held:
        wanted = "held" if options.held else "dev"
        for sentence in sentences:
            found = answers[sentence.id]
            if sentence.split == wanted and found != sentence.names:
                print(f"\n{sentence.id}\t{sentence.language}")
                print(f"  expected {sentence.marked}\n  found    {sentence.marks(found)}")


if __name__ == "__main__":
    main()
