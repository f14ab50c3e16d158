#!/usr/bin/env python3
"""Checks output of `dragoman annotate --format jsonl` against the published schema.

    dragoman annotate --format jsonl release.txt | python3 Tests/validate_output.py
    python3 Tests/validate_output.py annotated.jsonl other.jsonl

The schema (docs/schema/dragoman-1.schema.json) says how a record is built; this script also checks
what a schema cannot say: offsets in the named unit give the text beside them, mentions are in order
and do not overlap, references lead somewhere, names in a record agree with each other.

Prints each violation with its place and ends with 1 if there is one, else prints the counts.
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator

SCHEMA = pathlib.Path(__file__).parent.parent / "docs/schema/dragoman-1.schema.json"
SHOWN = 50


class Text:
    """A text that is sliced by offsets of a unit."""

    CODECS = {"utf8": ("utf-8", 1), "utf16": ("utf-16-le", 2), "codepoint": ("utf-32-le", 4)}

    def __init__(self, text, unit):
        self.codec, self.width = self.CODECS[unit]
        self.data = text.encode(self.codec)
        self.length = len(self.data) // self.width

    def part(self, start, end):
        """The text at a range, or None if the range cuts a character."""
        try:
            return self.data[start * self.width : end * self.width].decode(self.codec)
        except UnicodeDecodeError:
            return None


def unique_pairs(pairs):
    """An object whose keys must not repeat."""
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise ValueError(f"a key stands twice among {keys}")
    return dict(pairs)


def check_document(record):
    """Yields what is wrong with a document that keeps to the schema."""
    text = Text(record["text"], record["offsets"])
    entities = record["entities"]
    mentions = record["mentions"]
    nested = record.get("nested")

    def check_range(place, item):
        if not item["start"] < item["end"] <= text.length:
            yield f"{place}: {item['start']}..<{item['end']} is no range of the text"
            return
        found = text.part(item["start"], item["end"])
        if found is None:
            yield f"{place}: {item['start']}..<{item['end']} cuts a character"
        elif "text" in item and found != item["text"]:
            yield f"{place}: the text there is {found!r}, the record says {item['text']!r}"

    def check_rising(name):
        end = 0
        for index, item in enumerate(record.get(name, [])):
            yield from check_range(f"{name}[{index}]", item)
            if item["start"] < end:
                yield f"{name}[{index}]: starts before the end of the one before"
            end = item["end"]

    def check_mention(place, item):
        entity = by_id.get(item["entity"])
        if entity is None:
            yield f"{place}: there is no entity {item['entity']}"
        elif entity["type"] != item["type"]:
            yield f"{place}: is a {item['type']}, its entity a {entity['type']}"
        suffix = item.get("suffix")
        if suffix is not None:
            behind = record_text_from(item["end"])
            if not behind.startswith(suffix):
                yield f"{place}: the suffix {suffix!r} does not follow; there is {behind[:20]!r}"

    def record_text_from(start):
        return text.part(start, text.length) or ""

    for name in ("sentences", "tokens", "mentions"):
        yield from check_rising(name)

    for index, sentence in enumerate(record["sentences"]):
        part = text.part(sentence["start"], sentence["end"])
        if part is not None and part != part.strip(" \t\r\n"):
            yield f"sentences[{index}]: has white space at an end"

    by_id = {entity["id"]: entity for entity in entities}
    for index, entity in enumerate(entities):
        if entity["id"] != f"e{index + 1}":
            yield f"entities[{index}]: is called {entity['id']}"
        expected = [i for i, mention in enumerate(mentions) if mention["entity"] == entity["id"]]
        if entity["mentions"] != expected:
            yield f"entities[{index}]: lists the mentions {entity['mentions']}, those are {expected}"
        if not expected and nested is not None:
            referred = {item["entity"] for item in nested}
            for role in record["roles"]:
                referred |= {role.get(key) for key in ("person", "of", "to")}
            if entity["id"] not in referred:
                yield f"entities[{index}]: {entity['name']!r} is mentioned nowhere"

    for index, mention in enumerate(mentions):
        yield from check_mention(f"mentions[{index}]", mention)

    for index, item in enumerate(nested or []):
        place = f"nested[{index}]"
        yield from check_range(place, item)
        yield from check_mention(place, item)
        if index and item["start"] < nested[index - 1]["start"]:
            yield f"{place}: starts before the one before"
        if item["parent"] >= len(mentions):
            yield f"{place}: there is no mention {item['parent']}"
            continue
        parent = mentions[item["parent"]]
        if not parent["start"] <= item["start"] < item["end"] <= parent["end"]:
            yield f"{place}: {item['text']!r} is not inside its parent {parent['text']!r}"
        elif (item["start"], item["end"]) == (parent["start"], parent["end"]):
            yield f"{place}: {item['text']!r} is its parent"

    for index, item in enumerate(record.get("disambiguations", [])):
        place = f"disambiguations[{index}]"
        if item["entity"] not in by_id:
            yield f"{place}: there is no entity {item['entity']}"
        for name in ("mentions", "nested"):
            spans = record.get(name, [])
            for number in item.get(name, []):
                if number >= len(spans) or spans[number]["entity"] != item["entity"]:
                    yield f"{place}: {name}[{number}] does not belong to {item['entity']}"
        points = [candidate["points"] for candidate in item["candidates"]]
        if points != sorted(points, reverse=True):
            yield f"{place}: the candidates are not in the order of their points"
        for candidate in item["candidates"]:
            if abs(sum(candidate["reasons"].values()) - candidate["points"]) > 0.001:
                yield f"{place}: the reasons of {candidate['name']!r} do not add up"

    start = 0
    for index, role in enumerate(record["roles"]):
        place = f"roles[{index}]"
        yield from check_range(place, role)
        if role["start"] < start:
            yield f"{place}: starts before the one before"
        start = role["start"]
        for key in ("person", "of", "to"):
            if key in role and role[key] not in by_id:
                yield f"{place}: there is no entity {role[key]}"
        if by_id.get(role["person"], {}).get("type") != "PERSON":
            yield f"{place}: {role['person']} is no person"
        for key in ("of", "to"):
            if by_id.get(role.get(key), {}).get("type") == "PERSON":
                yield f"{place}: '{key}' is a person"

    score = 1
    for index, topic in enumerate(record["topics"]):
        place = f"topics[{index}]"
        if topic["score"] > score:
            yield f"{place}: is likelier than the one before"
        score = topic["score"]
        start = 0
        for number, evidence in enumerate(topic["evidence"]):
            yield from check_range(f"{place}.evidence[{number}]", evidence)
            if evidence["start"] < start:
                yield f"{place}.evidence[{number}]: starts before the one before"
            start = evidence["start"]
    if len({topic["id"] for topic in record["topics"]}) < len(record["topics"]):
        yield "topics: one stands there twice"


def check_line(validator, line):
    """Yields what is wrong with one line of output, given as bytes without the LF."""
    try:
        text = line.decode("utf-8")
        record = json.loads(text, object_pairs_hook=unique_pairs)
    except ValueError as error:
        yield f"is no JSON: {error}"
        return
    if len(text.splitlines()) != 1:
        yield "holds a raw line separator"
    errors = sorted(validator.iter_errors(record), key=lambda error: error.json_path)
    for error in errors:
        branches = [inner for inner in error.context or []]
        wanted = 1 if isinstance(record, dict) and "error" in record else 0
        for inner in [e for e in branches if e.schema_path[0] == wanted] or [error]:
            yield f"{inner.json_path}: {inner.message[:300]}"
    if not errors and "text" in record:
        yield from check_document(record)


def main():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    documents = errors = violations = 0
    for name in sys.argv[1:] or ["-"]:
        data = sys.stdin.buffer.read() if name == "-" else pathlib.Path(name).read_bytes()
        lines = data.split(b"\n")
        if lines.pop():
            print(f"{name}: does not end with a line feed")
            violations += 1
        for number, line in enumerate(lines, 1):
            for violation in check_line(validator, line):
                violations += 1
                if violations <= SHOWN:
                    print(f"{name}:{number}: {violation}")
            if b'"error":{' in line:
                errors += 1
            else:
                documents += 1
    print(f"{documents} documents, {errors} error records, {violations} violations")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
