#!/usr/bin/env python3
"""Fits what a mention's score means: the probability that the mention is right.

    python3 calibrate.py GOLD... [--dragoman PROGRAM] [--record FILE] [--write FILE]

GOLD is a JSONL file or a folder of JSON files with `text` and `entities` (docs/evaluation.md). The strength of each chosen
span (`annotate --explain`) is mapped to a probability by a logistic curve for each pattern (Platt 1999), all of them drawn to
one curve for all patterns by a penalty on the difference, so that patterns with few examples follow the others; slopes are
never negative. Right is what has start, end and type of gold.

Prints the reliability curve with a cross-validation over documents (ten parts): in bins of the score, how many mentions,
their mean score and how many of them are right; before is the strength taken for a probability. --record writes it as CSV,
--write puts the fitted table into ScoreCalibration.swift.
"""

import argparse
import collections
import json
import math
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
PENALTY = 4.0
PARTS = 10
# Between these strengths the program draws straight lines.
KNOTS = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]


def documents(paths):
    for path in map(pathlib.Path, paths):
        files = sorted(path.glob("*.json")) if path.is_dir() else [path]
        for file in files:
            if file.suffix == ".json":
                yield json.loads(file.read_text(encoding="utf-8"))
            else:
                with open(file, encoding="utf-8") as lines:
                    yield from map(json.loads, lines)


def examples(program, gold):
    """For each document the pattern, strength and rightness of each chosen span."""
    lines = "".join(
        json.dumps({"id": str(n), "text": d["text"], "language": d.get("language") or d.get("lang")}) + "\n"
        for n, d in enumerate(gold))
    run = subprocess.run([program, "annotate", "--no-learned", "--input", "jsonl", "--explain", "-"], input=lines.encode(),
                         stdout=subprocess.PIPE, check=True)
    for document, line in zip(gold, run.stdout.splitlines(), strict=True):
        right = {(e.get("cp_start", e["start"]), e.get("cp_end", e["end"]), e["type"]) for e in document["entities"]}
        best = {}
        for span in json.loads(line)["considered"]:
            if span["outcome"] == "chosen":
                known = best.get(span["mention"])
                if known is None or span["strength"] > known["strength"]:
                    best[span["mention"]] = span
        yield [(s["pattern"], s["strength"], (s["start"], s["end"], s["type"]) in right) for s in best.values()]


def probability(curve, strength):
    return 1 / (1 + math.exp(-(curve[0] + curve[1] * (strength - 0.8))))


def newton(points, center, penalty):
    """A logistic curve through the points, drawn to `center`."""
    a, b = center
    for _ in range(50):
        ga, gb = penalty * (a - center[0]), penalty * (b - center[1]) / 16
        haa, hab, hbb = penalty, 0.0, penalty / 16
        for strength, right in points:
            x = strength - 0.8
            p = probability((a, b), strength)
            w = p * (1 - p)
            ga += p - right
            gb += (p - right) * x
            haa += w
            hab += w * x
            hbb += w * x * x
        det = haa * hbb - hab * hab
        da, db = (hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det
        a, b = a - da, b - db
        if abs(da) + abs(db) < 1e-9:
            break
    return a, max(0.0, b)


def fit(rows):
    """The curve of each pattern, and the one for all."""
    common = newton([(s, r) for _, s, r in rows], (1.0, 4.0), 1e-3)
    by = collections.defaultdict(list)
    for pattern, strength, right in rows:
        by[pattern].append((strength, right))
    return common, {pattern: newton(points, common, PENALTY) for pattern, points in by.items()}


def reliability(pairs):
    """Bins of (score, right): range, count, mean score, share of right ones; and the expected calibration error."""
    bounds = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 1.0001]
    bins = []
    for low, high in zip(bounds, bounds[1:]):
        inside = [(s, r) for s, r in pairs if low <= s < high]
        if inside:
            bins.append((low, min(high, 1), len(inside), sum(s for s, _ in inside) / len(inside),
                         sum(r for _, r in inside) / len(inside)))
    error = sum(n * abs(mean - share) for _, _, n, mean, share in bins) / max(1, len(pairs))
    return bins, error


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--dragoman", default=str(HERE.parent / ".build/release/dragoman"))
    parser.add_argument("--record", help="a CSV file for the curve")
    parser.add_argument("--write", help="ScoreCalibration.swift")
    options = parser.parse_args()
    gold = list(documents(options.gold))
    found = list(examples(options.dragoman, gold))
    rows = [row for document in found for row in document]
    common, curves = fit(rows)
    tested = []
    for part in range(PARTS):
        own, others = fit([row for n, d in enumerate(found) if n % PARTS != part for row in d])
        tested += [(probability(others.get(p, own), s), r)
                   for n, d in enumerate(found) if n % PARTS == part for p, s, r in d]
    out = ["stage,from,to,mentions,mean score,right,expected calibration error"]
    for stage, pairs in [("strength", [(s, r) for _, s, r in rows]), ("score, cross-validated", tested)]:
        bins, error = reliability(pairs)
        for low, high, count, mean, share in bins:
            name = f'"{stage}"' if "," in stage else stage
            out.append(f"{name},{low:g},{high:g},{count},{mean:.3f},{share:.3f},{error:.4f}")
    print("\n".join(out))
    def knots(curve):
        return ", ".join(f"{probability(curve, knot):.3f}" for knot in KNOTS)

    table = [f"    .{re.sub('-(.)', lambda m: m[1].upper(), pattern)}: [{knots(curve)}],"
             for pattern, curve in sorted(curves.items())]
    print(f"# any: [{knots(common)}]", *table, sep="\n")
    if options.record:
        head = f"# {len(gold)} documents, {len(rows)} mentions\n"
        pathlib.Path(options.record).write_text(head + "\n".join(out) + "\n", encoding="utf-8")
    if options.write:
        path = pathlib.Path(options.write)
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"(// Fitted: .*\n)(?:.*\n)*?(  \]\n)", lambda m: m[1] + "\n".join(table) + "\n" + m[2], text)
        text = re.sub(r"anyPattern = \[[^]]*\]", f"anyPattern = [{knots(common)}]", text)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
