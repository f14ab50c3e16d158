#!/usr/bin/env python3
"""Scores sentence ends on Fixtures/sentences.

    python3 Fixtures/score_sentences.py [PROGRAM] [--predictions FILE] [--errors SPLIT]

PROGRAM is .build/release/dragoman unless given. With --predictions nothing is run: FILE holds a line of JSON for each
case, {"id": "en:7", "sentences": [{"start": 0, "end": 12}]}, in code points, the id being language and line number.
Prints per language and split how many cases have exactly the right ends, and precision, recall and F1 of the ends inside
texts. An end is told by the number of signs before it that are no white space, so that systems may keep or drop spaces.
"""

import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LANGUAGES = ["en", "tr", "kk", "az", "ru"]
SPLITS = ["dev", "held-out"]


class Case:
    """A text and its right ends."""

    def __init__(self, language, number, line):
        self.split, self.category, marked = line.split("\t")
        self.language, self.id = language, f"{language}:{number}"
        self.marked = marked
        parts = marked.replace("\\n", "\n").split("|")
        self.text = "".join(parts)
        self.ends = ends_of(parts)


def solid(text):
    return len(re.sub(r"\s", "", text))


def ends_of(sentences):
    """The ends inside the text of sentences that follow each other, as numbers of signs."""
    ends, count = set(), 0
    for sentence in sentences:
        count += solid(sentence)
        ends.add(count)
    return ends - {0, count}


def ends_of_spans(text, spans):
    """The same of (start, end) in code points."""
    ends = {solid(text[:end]) for _, end in spans}
    return ends - {0, solid(text)}


def read_cases():
    cases = []
    for language in LANGUAGES:
        path = HERE / "sentences" / f"{language}.txt"
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line and not line.startswith("#"):
                cases.append(Case(language, number, line))
    return cases


class Tally:
    """Counts of cases and ends."""

    def __init__(self):
        self.cases = self.exact = self.gold = self.found = self.right = 0

    def add(self, case, ends):
        self.cases += 1
        self.exact += ends == case.ends
        self.gold += len(case.ends)
        self.found += len(ends)
        self.right += len(ends & case.ends)

    def figures(self):
        """Share of exact cases, precision, recall, F1."""
        return (
            self.exact / self.cases if self.cases else 0,
            self.right / self.found if self.found else 0,
            self.right / self.gold if self.gold else 0,
            2 * self.right / (self.found + self.gold) if self.found + self.gold else 0,
        )


def tally(cases, answers):
    """A tally for each (language or "all", split or "all")."""
    result = {}
    for case in cases:
        for language in (case.language, "all"):
            for split in (case.split, "all"):
                result.setdefault((language, split), Tally()).add(case, answers[case.id])
    return result


def run_dragoman(program, cases):
    """The ends that `dragoman annotate` finds, told the language of each text."""
    answers = {}
    for language in LANGUAGES:
        chosen = [case for case in cases if case.language == language]
        records = "".join(json.dumps({"id": c.id, "text": c.text}) + "\n" for c in chosen)
        command = [program, "annotate", "--input", "jsonl", "--language", language]
        output = subprocess.run(
            command, input=records.encode(), check=True, stdout=subprocess.PIPE).stdout
        for case, line in zip(chosen, output.decode().splitlines()):
            spans = [(s["start"], s["end"]) for s in json.loads(line)["sentences"]]
            answers[case.id] = ends_of_spans(case.text, spans)
    return answers


def marked(case, ends):
    """The text with a mark at each end."""
    result, count = "", 0
    for sign in case.text:
        result += sign
        if not sign.isspace():
            count += 1
            if count in ends:
                result += "|"
    return result.replace("\n", "\\n")


def main():
    arguments = sys.argv[1:]

    def option(name):
        if name not in arguments:
            return None
        place = arguments.index(name)
        value = arguments[place + 1]
        del arguments[place:place + 2]
        return value

    predictions, errors = option("--predictions"), option("--errors")
    cases = read_cases()
    if predictions:
        answers = {case.id: set() for case in cases}
        texts = {case.id: case.text for case in cases}
        for line in pathlib.Path(predictions).read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            spans = [(s["start"], s["end"]) for s in record["sentences"]]
            answers[record["id"]] = ends_of_spans(texts[record["id"]], spans)
    else:
        program = arguments[0] if arguments else str(HERE.parent / ".build/release/dragoman")
        answers = run_dragoman(program, cases)
    print(f"{'language':9} {'split':9} {'cases':>5} {'exact':>7}  ends P     R     F1")
    for (language, split), counts in sorted(
        tally(cases, answers).items(),
        key=lambda item: ([*LANGUAGES, "all"].index(item[0][0]), [*SPLITS, "all"].index(item[0][1]))
    ):
        exact, precision, recall, f1 = counts.figures()
        print(f"{language:9} {split:9} {counts.cases:5} {exact:7.3f}  "
              f"{precision:.3f} {recall:.3f} {f1:.3f}")
    for case in cases:
        if errors in (case.split, "all") and answers[case.id] != case.ends:
            print(f"{case.id}\t{case.category}\n  right {case.marked}\n  found {marked(case, answers[case.id])}")


if __name__ == "__main__":
    main()
