#!/usr/bin/env python3
"""Builds Fixtures/gold/*.tsv from Fixtures/gold-source/NN.txt and Fixtures/releases/NN-*.txt.

    python3 Fixtures/make_gold.py            write the gold files
    python3 Fixtures/make_gold.py --check    only compare; exit 1 when a gold file is stale
    python3 Fixtures/make_gold.py --review   also list capitalised words outside every span

A source file has one statement a line:

    # comment
    topic  IPTC top-level name
    PERSON        surface          entities, in the order of the text, none left out
    ORGANIZATION  surface
    PLACE         surface
    skip          surface          passes over one occurrence that is no entity
    role  person | role text | organization or country

Entities are looked for from the end of the one before. The script fails when a surface is not
there, and when a string that is annotated in one place stands unannotated in another (write a
`skip` line where that is meant). `\\uXXXX` stands for one character: used for no-break spaces,
soft hyphens and combining marks, which cannot be seen. The role text must occur once; otherwise
`role text#2` names its second occurrence.
"""
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENCODING = {"13": "cp1254"}          # everything else is UTF-8
TYPES = ("PERSON", "ORGANIZATION", "PLACE")
TOPICS = {
    "arts, culture, entertainment and media", "conflict, war and peace",
    "crime, law and justice", "disaster, accident and emergency incident",
    "economy, business and finance", "education", "environment", "health",
    "human interest", "labour", "lifestyle and leisure", "politics and government",
    "religion", "science and technology", "society", "sport", "weather",
}


def unescape(s):
    return re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m.group(1), 16)), s)


def wordlike(c):
    return c != "" and unicodedata.category(c)[0] in "LNM"


def occurrences(text, surface, start=0):
    """Offsets of surface as whole words."""
    at = text.find(surface, start)
    while at >= 0:
        end = at + len(surface)
        if not wordlike(text[at - 1:at]) and not wordlike(text[end:end + 1]):
            yield at
        at = text.find(surface, at + 1)


def build(release, source):
    number = release.name[:2]
    text = release.read_bytes().decode(ENCODING.get(number, "utf-8"))
    utf8 = text.encode("utf-8")

    def offset(i):
        return len(text[:i].encode("utf-8"))

    spans, skipped, roles, topics = [], [], [], []
    position = 0
    for n, line in enumerate(source.read_text("utf-8").splitlines(), 1):
        where = f"{source.name}:{n}"
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, rest = line.partition(" ")
        rest = unescape(rest.strip())
        if kind in TYPES or kind == "skip":
            at = next(occurrences(text, rest, position), None)
            if at is None:
                raise SystemExit(f"{where}: not found after offset {position}: {rest!r}")
            position = at + len(rest)
            (skipped if kind == "skip" else spans).append((at, position, kind))
        elif kind == "role":
            person, role, of = (f.strip() for f in rest.split("|"))
            role, _, which = role.partition("#")
            found = list(occurrences(text, role))
            if not found or (not which and len(found) > 1):
                raise SystemExit(f"{where}: role text occurs {len(found)} times: {role!r}")
            at = found[int(which or 1) - 1]
            roles.append((person, role, of, at, at + len(role)))
        elif kind == "topic":
            if rest not in TOPICS:
                raise SystemExit(f"{where}: no such topic: {rest!r}")
            topics.append(rest)
        else:
            raise SystemExit(f"{where}: cannot read: {line!r}")
    if not 1 <= len(topics) <= 3:
        raise SystemExit(f"{source.name}: one to three topics, found {len(topics)}")

    taken = spans + skipped
    for surface in sorted({text[s:e] for s, e, _ in spans}):
        for at in occurrences(text, surface):
            end = at + len(surface)
            if not any(s <= at and end <= e for s, e, _ in taken):
                raise SystemExit(f"{source.name}: {surface!r} at {at} is left unannotated: "
                                 f"{text[max(0, at - 30):end + 30]!r}")

    rows = []
    for s, e, kind in spans:
        surface = text[s:e]
        assert not re.search(r"[\t\r\n]", surface), surface
        assert utf8[offset(s):offset(e)].decode("utf-8") == surface
        rows.append(("entity", kind, str(offset(s)), str(offset(e)), surface))
    for person, role, of, s, e in roles:
        rows.append(("role", person, role, of, str(offset(s)), str(offset(e))))
    rows += [("topic", t) for t in topics]
    return text, taken, "".join("\t".join(r) + "\n" for r in rows)


def review(name, text, spans):
    rest = []
    for m in re.finditer(r"[\w’'ʻʼ\u0300-\u036f\u00ad-]+", text):
        if m[0][0].isupper() and not any(s <= m.start() < e or s < m.end() <= e for s, e, _ in spans):
            rest.append(m[0])
    print(f"{name}: {' · '.join(rest)}\n")


def main():
    check, stale = "--check" in sys.argv, 0
    for release in sorted((HERE / "releases").glob("[0-9][0-9]-*.txt")):
        text, spans, out = build(release, HERE / "gold-source" / f"{release.name[:2]}.txt")
        gold = HERE / "gold" / (release.stem + ".tsv")
        if check:
            if not gold.exists() or gold.read_bytes() != out.encode("utf-8"):
                print(f"stale: {gold.name}")
                stale += 1
        else:
            gold.write_bytes(out.encode("utf-8"))
        if "--review" in sys.argv:
            review(release.name, text, spans)
    raise SystemExit(1 if stale else 0)


if __name__ == "__main__":
    main()
