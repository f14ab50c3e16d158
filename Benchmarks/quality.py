#!/usr/bin/env python3
"""Measures names, entities, roles and topics on annotated texts and writes DATE-quality.csv and DATE-calibration.csv.

    python3 quality.py NAME=GOLD[,OPTION...]... --date DATE [--dragoman PROGRAM]

GOLD is what `dragoman evaluate` reads (docs/evaluation.md); OPTIONs are its options, as --language=kk or --even-boundaries.
Each GOLD is measured as it is, by language and by origin, and once more with lists and grammar alone (--no-learned).
The calibration is measured on those of JSONL or a folder of JSON: in bins of the score, how many mentions, their mean score,
and how many have start, end and type of gold.

    python3 quality.py releases=dev/,--gold-language worldwide=worldwide.jsonl,--language=en,--even-boundaries \\
      fixtures=../Fixtures --date 2026-11-24
"""

import argparse
import csv
import io
import json
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
MEASURES_ALONE = {"strict", "relaxed"}


def evaluate(program, gold, options):
    command = [program, "evaluate", gold, *options, "--format", "csv"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return list(csv.reader(io.StringIO(run.stdout)))


def quality(program, name, gold, options):
    """Rows of all measures, by language and origin, and of names by lists and grammar alone."""
    seen = set()
    for by in [[], ["--by", "origin"]]:
        rows = evaluate(program, gold, [*options, *by])[1:]
        groups = {(row[0], row[1]) for row in rows}
        for row in rows:
            # One group is all texts again.
            if (row[0] == "all" or sum(group[0] == row[0] for group in groups) > 1) and tuple(row[:5]) not in seen:
                seen.add(tuple(row[:5]))
                yield [name, *row]
    for row in evaluate(program, gold, [*options, "--no-learned"])[1:]:
        if row[0] == "all" and row[3] in MEASURES_ALONE:
            yield [f"{name} by lists and grammar", *row]


def documents(gold):
    path = pathlib.Path(gold)
    if path.is_dir():
        return [json.loads(file.read_text()) for file in sorted(path.glob("*.json"))]
    return [json.loads(line) for line in path.open()] if path.suffix == ".jsonl" else []


def reliability(program, name, gold, options):
    """Rows of the bins of the score."""
    texts = [text for text in documents(gold) if "entities" in text]
    given = next((option.split("=")[1] for option in options if option.startswith("--language=")), None)
    language = lambda text: given or text.get("language") or text.get("lang")
    lines = "".join(json.dumps({"text": text["text"], "language": language(text)}) + "\n" for text in texts)
    command = [program, "annotate", "--input", "jsonl", "--format", "jsonl"]
    run = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    bins = [[0, 0.0, 0] for _ in range(10)]
    for text, line in zip(texts, run.stdout.splitlines(), strict=True):
        right = {(name.get("cp_start", name["start"]), name.get("cp_end", name["end"]), name["type"]) for name in text["entities"]}
        for mention in json.loads(line)["mentions"]:
            bin = bins[min(9, int(mention["score"] * 10))]
            bin[0] += 1
            bin[1] += mention["score"]
            bin[2] += (mention["start"], mention["end"], mention["type"]) in right
    total = sum(count for count, _, _ in bins)
    if total:
        error = sum(abs(scores - right) for _, scores, right in bins) / total
        print(f"{name}: expected calibration error {error:.3f} over {total} mentions")
    for index, (count, scores, right) in enumerate(bins):
        if count:
            yield [name, index / 10, count, round(scores / count, 3), round(right / count, 3)]


def write(path, head, rows):
    with path.open("w") as file:
        file.writelines(f"# {line}\n" for line in head)
        csv.writer(file, lineterminator="\n").writerows(rows)
    print(f"wrote {path}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--date", required=True)
    parser.add_argument("--dragoman", default=str(HERE.parent / ".build/release/dragoman"))
    arguments = parser.parse_args()

    info = subprocess.run([arguments.dragoman, "names", "info"], capture_output=True, text=True, check=True)
    digest = next(line.split("\t")[1] for line in info.stdout.splitlines() if line.startswith("digest"))
    measured, scored = [], []
    for gold in arguments.gold:
        name, _, rest = gold.partition("=")
        path, *options = rest.split(",")
        measured += quality(arguments.dragoman, name, path, options)
        scored += reliability(arguments.dragoman, name, path, options)
    head = [
        f"Quality of dragoman annotate with the default lexicon and the model {digest}; measures: docs/evaluation.md.",
        "releases: 40 hand-annotated press releases (30 en, 7 tr, 1 az, 1 kk, 1 ru) that are not in this repository; 14 verbatim, 26 reworded.",
        "worldwide: 300 English newspaper texts; kaznerd: 2,000 sentences of Kazakh television news (its training part was trained on).",
        "None of them was trained on. fixtures: Fixtures/. By lists and grammar: --no-learned.",
    ]
    columns = "corpus,group,value,documents,measure,type,gold,found,precision,recall,f1,low,high".split(",")
    write(HERE / f"Records/{arguments.date}-quality.csv", head, [columns, *measured])
    head = [
        f"What scores of mentions mean with the default lexicon and the model {digest}, on the texts of {arguments.date}-quality.csv:",
        "in bins of the score, how many mentions, their mean score, and how many have start, end and type of gold.",
    ]
    write(HERE / f"Records/{arguments.date}-calibration.csv", head, [["corpus", "from", "mentions", "mean score", "right"], *scored])


if __name__ == "__main__":
    main()
