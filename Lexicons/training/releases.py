#!/usr/bin/env python3
"""Annotated releases: checks them, and turns them into what a tagger learns from.

  releases.py check [--words] FILE...            marked releases, and names alone (.names); exit 1 if something is wrong
  releases.py jsonl --language xx FILE...        marked releases as JSONL: id, lang, text, entities
  releases.py pack --texts TEXTS.jsonl FILE...   names alone of marked releases whose texts are elsewhere
  releases.py place --texts TEXTS.jsonl NAMES... names alone, put on their texts again, as JSONL

A marked release is a line `=== id` and the text behind it (texts whose ids start with `trap-` may hold no name), with [name|P] for people, [name|O] for organizations and
[name|L] for places. Offsets count code points. TEXTS.jsonl has id, text and maybe language a line.
"""
import argparse
import collections
import hashlib
import json
import re
import sys

TYPES = {"P": "PERSON", "O": "ORGANIZATION", "L": "PLACE"}
LETTERS = {name: letter for letter, name in TYPES.items()}
MARK = re.compile(r"\[([^\[\]|\n]+)\|([POL])\]")
# What looks like a mark and is none.
BROKEN = re.compile(r"\[[^\[\]\n]*\|[^\[\]\n]*(\]|$)|\[(?=[^\]\n]*\[[^\]\n]*\|[POL]\])", re.M)
TITLE = re.compile(r"(?i)(the|mr\.?|mrs\.?|ms\.?|dr\.?|sayın|г-н|cənab) ")


def releases(path):
    """The ids and marked texts of a file."""
    with open(path, encoding="utf-8") as file:
        parts = re.split(r"^=== (\S+)\n", file.read(), flags=re.M)
    if parts[0].strip():
        raise SystemExit(f"{path}: text before the first line `=== id`")
    return [(name, body.strip("\n")) for name, body in zip(parts[1::2], parts[2::2])]


def unmarked(body):
    """The text without marks, and the entities in it."""
    text, entities, last = "", [], 0
    for mark in MARK.finditer(body):
        text += body[last : mark.start()]
        start = len(text)
        text += mark[1]
        entities.append({"start": start, "end": len(text), "type": TYPES[mark[2]], "text": mark[1]})
        last = mark.end()
    return text + body[last:], entities


def uncovered(body):
    """Capitalised words outside marks that open no sentence, those behind a hyphen included."""
    plain = MARK.sub("\x01", body)
    for word in re.finditer(r"(?<=[^\W\d_]-|[\w,;)] )[^\W\d_][\w’']*", plain):
        if word[0][0].isupper():
            yield word[0]


def packed(path):
    """The records of names alone, and their entities."""
    with open(path, encoding="utf-8") as file:
        for record in map(json.loads, file):
            yield record, [
                {"start": start, "end": start + len(name), "type": TYPES[kind], "text": name}
                for kind, start, name in record["names"]
            ]


def faults(entities):
    """What is wrong with some names, in text order."""
    last = 0
    for entity in entities:
        name = entity["text"]
        if entity["start"] < last:
            yield f"the name overlaps the one before it: {name}"
        if name != name.strip() or TITLE.match(name) and name != "The Hague":
            yield f"spaces, article or title in the name: {name}"
        last = entity["end"]


def check(arguments):
    wrong = []
    seen, words, counts, names = {}, collections.Counter(), collections.Counter(), set()

    def note(path, name, entities):
        if name in seen:
            wrong.append(f"{path}: {name}: the id is also in {seen[name]}")
        seen[name] = path
        if not entities and not name.startswith("trap-"):
            wrong.append(f"{path}: {name}: no name is marked")
        wrong.extend(f"{path}: {name}: {fault}" for fault in faults(entities))
        for entity in entities:
            counts[entity["type"]] += 1
            names.add((entity["type"], entity["text"]))

    for path in arguments.files:
        if path.endswith(".names"):
            for record, entities in packed(path):
                note(path, record["id"], entities)
            continue
        for name, body in releases(path):
            text, entities = unmarked(body)
            note(path, name, entities)
            for broken in BROKEN.finditer(MARK.sub("\x01", body)):
                wrong.append(f"{path}: {name}: no mark: {broken[0][:60]}")
            for entity in entities:
                if re.match(r"\w", text[entity["end"] : entity["end"] + 1]):
                    wrong.append(f"{path}: {name}: the name ends inside a word: {entity['text']}")
            words.update(uncovered(body))
    for message in wrong:
        print(message, file=sys.stderr)
    types = ", ".join(f"{counts[name]:,} {name}" for name in TYPES.values())
    print(f"{len(seen)} releases, {types}, {len(names):,} different names")
    if arguments.words:
        print("\n".join(f"{count}\t{word}" for word, count in words.most_common()))
    return 1 if wrong else 0


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def texts(path):
    with open(path, encoding="utf-8") as file:
        return {record["id"]: record for record in map(json.loads, file)}


def write(record):
    print(json.dumps(record, ensure_ascii=False, separators=(",", ":")))


def jsonl(arguments):
    for path in arguments.files:
        for name, body in releases(path):
            text, entities = unmarked(body)
            write({"id": name, "lang": arguments.language, "text": text, "entities": entities})
    return 0


def pack(arguments):
    originals = texts(arguments.texts)
    status = 0
    for path in arguments.files:
        for name, body in releases(path):
            text, entities = unmarked(body)
            if name not in originals or originals[name]["text"].strip("\n") != text:
                print(f"{path}: {name}: the text is not that of {arguments.texts}", file=sys.stderr)
                status = 1
                continue
            original = originals[name]["text"]
            shift = len(original) - len(original.lstrip("\n"))
            found = [[LETTERS[e["type"]], e["start"] + shift, e["text"]] for e in entities]
            write({"id": name, "digest": digest(original), "names": found})
    return status


def place(arguments):
    originals = texts(arguments.texts)
    status = 0
    for path in arguments.files:
        for record, entities in packed(path):
            original = originals.get(record["id"])
            if original is None or digest(original["text"]) != record["digest"]:
                print(f"{path}: {record['id']}: no such text in {arguments.texts}", file=sys.stderr)
                status = 1
                continue
            write({"id": record["id"], "lang": original.get("language", "en"), "text": original["text"], "entities": entities})
    return status


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for command in (check, jsonl, pack, place):
        sub = commands.add_parser(command.__name__)
        sub.set_defaults(run=command)
        sub.add_argument("files", nargs="+")
        if command is check:
            sub.add_argument("--words", action="store_true", help="also list capitalised words outside marks")
        if command is jsonl:
            sub.add_argument("--language", required=True)
        if command in (pack, place):
            sub.add_argument("--texts", required=True)
    arguments = parser.parse_args()
    sys.exit(arguments.run(arguments))


if __name__ == "__main__":
    main()
