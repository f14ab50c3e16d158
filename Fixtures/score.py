#!/usr/bin/env python3
"""Scores `dragoman annotate` over Fixtures/releases against Fixtures/gold.

    python3 Fixtures/score.py [PROGRAM] [--errors]

PROGRAM is .build/release/dragoman unless given. Prints precision, recall and F1 of names per language and type,
strict (same start, end and type) and relaxed (same type, at least one byte in common, matched one to one), the
roles whose phrase overlaps a gold one, and the topics. `--errors` lists what was missed and what was wrong.
"""

import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
TYPES = ["PERSON", "ORGANIZATION", "PLACE"]


def read_gold(path):
    """Entities as (start, end, type), roles as (start, end), topics as names."""
    entities, roles, topics = set(), [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if columns[0] == "entity":
            entities.add((int(columns[2]), int(columns[3]), columns[1]))
        elif columns[0] == "role":
            roles.append((int(columns[4]), int(columns[5])))
        elif columns[0] == "topic":
            topics.append(columns[1])
    return entities, roles, topics


def annotate(program, release):
    command = [program, "annotate", "--offset-unit", "utf8", "--format", "jsonl", str(release)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def overlapping(gold, found):
    """How many pairs of equal type overlap, matched one to one, the largest overlap first."""
    pairs = []
    for one in gold:
        for other in found:
            common = min(one[1], other[1]) - max(one[0], other[0])
            if common > 0 and one[2:] == other[2:]:
                pairs.append((-common, one, other))
    taken_gold, taken_found = set(), set()
    for _, one, other in sorted(pairs):
        if one not in taken_gold and other not in taken_found:
            taken_gold.add(one)
            taken_found.add(other)
    return len(taken_gold)


def figures(right, found, gold):
    precision = right / found if found else 0
    recall = right / gold if gold else 0
    f1 = 2 * right / (found + gold) if found + gold else 0
    return f"{precision:.3f} {recall:.3f} {f1:.3f}"


def main():
    arguments = [a for a in sys.argv[1:] if a != "--errors"]
    program = arguments[0] if arguments else str(HERE.parent / ".build/release/dragoman")
    tally, roles, topics, errors = {}, [0, 0, 0], [0, 0, 0], []
    for path in sorted((HERE / "gold").glob("*.tsv")):
        document = annotate(program, HERE / "releases" / (path.stem + ".txt"))
        gold, gold_roles, gold_topics = read_gold(path)
        found = {(m["start"], m["end"], m["type"]): m["text"] for m in document["mentions"]}
        raw = document["text"].encode("utf-8")
        for group in ("all", path.stem.split("-")[1]):
            for kind in ("ALL", *TYPES):
                of_kind = lambda span: kind in ("ALL", span[2])
                g, f = set(filter(of_kind, gold)), set(filter(of_kind, found))
                row = tally.setdefault((group, kind), [0, 0, 0, 0])
                for index, value in enumerate((len(g), len(f), len(g & f), overlapping(g, f))):
                    row[index] += value
        found_roles = [(r["start"], r["end"]) for r in document["roles"]]
        found_topics = [t["name"] for t in document["topics"]]
        for total, values in (
            (roles, (overlapping(gold_roles, found_roles), len(found_roles), len(gold_roles))),
            (topics, (len(set(gold_topics) & set(found_topics)), len(found_topics), len(gold_topics))),
        ):
            for index, value in enumerate(values):
                total[index] += value
        for word, spans in (("missed", gold - set(found)), ("wrong", set(found) - gold)):
            errors += [(path.stem, word, s[2], raw[s[0]:s[1]].decode()) for s in sorted(spans)]
    print(f"{'language':9} {'type':13} {'gold':>5} {'found':>5}  strict P R F1      relaxed P R F1")
    for (group, kind), (gold, found, strict, relaxed) in tally.items():
        print(f"{group if kind == 'ALL' else '':9} {kind:13} {gold:5} {found:5}  "
              f"{figures(strict, found, gold)}  {figures(relaxed, found, gold)}")
    print(f"roles  P R F1  {figures(*roles)}  ({roles[2]} in gold)")
    print(f"topics P R F1  {figures(*topics)}  ({topics[2]} in gold)")
    if "--errors" in sys.argv:
        for error in errors:
            print("\t".join(error))


if __name__ == "__main__":
    main()
