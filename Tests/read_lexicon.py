#!/usr/bin/env python3
"""Reads a compiled lexicon by docs/lexicon-format.md alone, and prints who has the names that are asked for.

    python3 read_lexicon.py LEXICON [SEARCH KEYS OF A NAME, WITH SPACES] ...

Everything is read once: checksums, every key by its hash, every record from end to end. What is not as the document says
stops the program. It shares no line with the library, so that a test may hold the document against it.
"""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

MASK = (1 << 64) - 1
FACTOR = 0x9E3779B97F4A7C15
WIDTHS = (4, 2, 4, 1, 1, 2, 12, 4, 12, 8, 8, 1, 4, 1, 4, 4, 1, 8, 8, 8, 1)
(BUCKETS, FINGERPRINTS, KEY_STARTS, KEY_LENGTHS, KEYS, _, ROOT_MASKS, ROOTS, STATES, POSTINGS, ENTRIES, RECORDS,
 PHRASE_STARTS, PHRASES, PREFIXES, ENDINGS, ENDING_BYTES, PHONETICS, ROLES, COUNTRIES, _) = range(21)
RULES = ("capital", "exact", "any", "context")
PAIRS = {1: "geonames", 2: "wikidata", 3: "iso", 16: "kind", 17: "population", 18: "latitude", 19: "longitude", 20: "from",
         21: "to"}


def require(claim: bool, what: str) -> None:
    """Stops the program if the file is not as the document says."""
    if not claim:
        sys.exit(f"{what} is not as docs/lexicon-format.md says")


def checksum(data: bytes) -> int:
    """Returns the checksum of some bytes."""
    sums = [1, 2, 3, 4]
    for words in struct.iter_unpack("<4Q", data + bytes(-len(data) % 32)):
        for i in range(4):
            mixed = ((sums[i] ^ words[i]) * FACTOR) & MASK
            sums[i] = mixed ^ (mixed >> 29)
    result = len(data)
    for value in sums:
        result = ((result ^ value) * FACTOR) & MASK
        result ^= result >> 29
    return result


def fold(value: int) -> int:
    """Returns the halves of a product of 128 bits, one over the other."""
    product = value * 0xA0761D6478BD642F
    return (product & MASK) ^ (product >> 64)


def key_hash(key: bytes) -> int:
    """Returns the hash of a search key."""
    state, whole = FACTOR, len(key) - len(key) % 8
    for i in range(0, whole, 8):
        state = fold(state ^ int.from_bytes(key[i : i + 8], "little"))
    return fold(state ^ int.from_bytes(key[whole:], "little") ^ ((len(key) * 0xE7037ED1A0B428DB) & MASK))


class Lexicon:
    """A compiled lexicon."""

    def __init__(self, data: bytes) -> None:
        require(data[:8] == b"DRAGLEX\n", "the magic")
        form, keys, size, content_sum, header_sum = struct.unpack_from("<IIQQQ", data, 8)
        require((form, keys, size) == (5, 2, len(data)), "format, keys or size")
        require(checksum(data[:32] + data[40:512]) == header_sum, "the header's checksum")
        require(checksum(data[512:]) == content_sum, "the checksum")
        require(not any(data[384:512]), "the end of the header")
        table = [struct.unpack_from("<QQ", data, 48 + 16 * i) for i in range(21)]
        require(all(offset % 8 == 0 for offset, _ in table), "a section's place")
        self.sections = [data[o : o + count * width] for (o, count), width in zip(table, WIDTHS)]
        self.counts = [count for _, count in table]

    def u32(self, section: int, index: int) -> int:
        """Returns a number of a section."""
        return struct.unpack_from("<I", self.sections[section], 4 * index)[0]

    # Terms

    def bucket(self, bucket: int) -> Iterator[tuple[int, bytes]]:
        """Yields the terms of a bucket with their keys."""
        first, end, at = self.u32(BUCKETS, bucket), self.u32(BUCKETS, bucket + 1), self.u32(KEY_STARTS, bucket)
        require(end - first <= 64, "a bucket's size")
        for term in range(first, end):
            length = self.sections[KEY_LENGTHS][term]
            yield term, self.sections[KEYS][at : at + length]
            at += length

    def term(self, key: bytes) -> int | None:
        """Returns the number of a term."""
        value = key_hash(key)
        for term, known in self.bucket((value * (self.counts[BUCKETS] - 1)) >> 64):
            fingerprint = struct.unpack_from("<H", self.sections[FINGERPRINTS], 2 * term)[0]
            if fingerprint == value & 0xFFFF and known == key:
                return term
        return None

    def root(self, term: int) -> int:
        """Returns what a term leads to as the first of a name; 0 for nothing."""
        low, high, before = struct.unpack_from("<3I", self.sections[ROOT_MASKS], 12 * (term // 64))
        mask, bit = low | high << 32, term % 64
        if not mask >> bit & 1:
            return 0
        return self.u32(ROOTS, before + (mask & ((1 << bit) - 1)).bit_count())

    # Names

    def state(self, number: int) -> tuple[int, int, int]:
        """Returns label, children and posting of a state."""
        return struct.unpack_from("<3I", self.sections[STATES], 12 * number)

    def find(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Yields entry and flags of the aliases with these keys."""
        terms = [self.term(word.encode()) for word in words]
        if None in terms:
            return
        root = self.root(terms[0])
        if root >> 31:
            posting = root & 0x7FFFFFFF if len(terms) == 1 else 0
        else:
            root &= 0xFFFFFFF
            for term in terms[1:]:
                children = self.state(root)[1]
                first, count = children & 0xFFFFFFF, children >> 28
                if count == 15:
                    count = self.state(first - 1)[0]
                labels = [self.state(i)[0] for i in range(first, first + count)]
                require(labels == sorted(labels), "the order of states")
                root = first + labels.index(term) if term in labels else 0
            posting = self.state(root)[2]
        while posting:
            entry, flags = struct.unpack_from("<2I", self.sections[POSTINGS], 8 * posting)
            yield entry, flags
            posting = 0 if flags >> 20 & 1 else posting + 1

    # Records

    def number(self, at: int) -> tuple[int, int]:
        """Returns a LEB128 number of the records, and where it ends."""
        result = shift = 0
        while True:
            byte = self.sections[RECORDS][at]
            result |= (byte & 127) << shift
            at, shift = at + 1, shift + 7
            if byte < 128:
                return result, at

    def text(self, at: int) -> tuple[str, int]:
        """Returns a text of the records with its phrases, and where it ends."""
        length, at = self.number(at)
        packed, result, i = self.sections[RECORDS][at : at + length], b"", 0
        while i < length:
            if packed[i] < 0xF8:
                result += packed[i : i + 1]
                i += 1
                continue
            if packed[i] < 0xFF:
                phrase, i = (packed[i] - 0xF8) * 256 + packed[i + 1], i + 2
            else:
                phrase, i = 1792 + packed[i + 1] * 256 + packed[i + 2], i + 3
            start, end = self.u32(PHRASE_STARTS, phrase), self.u32(PHRASE_STARTS, phrase + 1)
            result += self.sections[PHRASES][start:end]
        return result.decode(), at + length

    def pair(self, at: int) -> tuple[str, int]:
        """Returns an id or attribute as `key=value`, and where it ends."""
        code, at = self.sections[RECORDS][at], at + 1
        key, at = (PAIRS[code], at) if code else self.text(at)
        if code in (0, 3, 16, 20, 21):
            value, at = self.text(at)
        else:
            value, at = self.number(at)
            if code == 2:
                value = f"Q{value}"
            elif code in (18, 19):
                value = f"{(value // 2 if value % 2 == 0 else -(value + 1) // 2) / 10_000:g}"
        return f"{key}={value}", at

    def office(self, at: int) -> tuple[str, int]:
        """Returns an office that was held, with its months, and where it ends."""
        entry, at = self.number(at)
        since, at = self.number(at)
        until, at = self.number(at)
        name = self.text(self.u32(ENTRIES, 2 * entry + 1))[0]
        return f"{name} {since // 16}-{since % 16} {until // 16}-{until % 16}", at

    def record(self, entry: int) -> tuple[dict, int]:
        """Returns what the record of an entry says, and where it ends."""
        name, at = self.text(self.u32(ENTRIES, 2 * entry + 1))
        result: dict = {"name": name}
        present, at = self.sections[RECORDS][at], at + 1
        counts = [0, 0, 0, 0]
        for i in range(4):
            if present >> i & 1:
                counts[i], at = self.number(at)
        parts = (("aliases", self.text), ("ids", self.pair), ("attributes", self.pair), ("offices", self.office))
        for (part, read), count in zip(parts, counts):
            result[part] = []
            for _ in range(count):
                item, at = read(at)
                result[part].append(item)
        return result, at

    # All of it

    def check(self) -> None:
        """Reads everything once."""
        count = self.counts[FINGERPRINTS]
        require(self.u32(BUCKETS, self.counts[BUCKETS] - 1) == count, "the end of the buckets")
        require(sum(self.sections[KEY_LENGTHS]) == self.counts[KEYS], "the end of the keys")
        terms = [pair for bucket in range(self.counts[BUCKETS] - 1) for pair in self.bucket(bucket)]
        require([term for term, _ in terms] == list(range(count)), "the terms of the buckets")
        for term, key in terms:
            require(self.term(key) == term, f"the place of {key!r}")
            if key.endswith(b"*") and len(key) > 2:
                self.check_prefix(key[:-1])
        require(sum(self.root(term) != 0 for term in range(count)) == self.counts[ROOTS], "the roots")
        ends = {self.record(entry)[1] for entry in range(self.counts[ENTRIES])}
        starts = {self.u32(ENTRIES, 2 * entry + 1) for entry in range(self.counts[ENTRIES])}
        require(ends == starts - {0} | {self.counts[RECORDS]}, "the end of a record")
        records = [struct.unpack_from("<4I", self.sections[ENDINGS], i) for i in range(32, 4 * self.counts[ENDINGS], 16)]
        require(records == sorted(records, key=lambda record: (record[0], record[3])), "the order of endings")
        for low, start, traits, _ in records:
            ending = self.sections[ENDING_BYTES][start : start + (traits & 0xFF)]
            require(key_hash(ending) & 0xFFFFFFFF == low, f"the hash of {ending!r}")
            for bit in range(8):
                if traits >> 16 >> bit & 1:
                    require(self.u32(ENDINGS, bit) >> len(ending) & 1 == 1, f"the length of {ending!r}")

        self.check_phonetics(dict(terms))
        roles = list(struct.iter_unpack("<2I", self.sections[ROLES]))
        require(roles == sorted(dict(roles).items()), "the order of roles")
        require(all(term < count and bits and not bits & 0x1F for term, bits in roles), "the roles of a term")
        countries = list(struct.iter_unpack("<2I", self.sections[COUNTRIES]))
        require(countries == sorted(dict(countries).items()), "the order of countries")
        require(all(self.sections[ENTRIES][8 * entry] & 0x7F == 3 for _, entry in countries), "a country's entry")

    def check_phonetics(self, keys: dict[int, bytes]) -> None:
        """Reads the terms by their sound."""
        pairs = list(struct.iter_unpack("<2I", self.sections[PHONETICS]))
        require(pairs == sorted(set(pairs)), "the order of phonetics")
        for _, term in pairs:
            require(term in keys and not keys[term].strip(b"abcdefghijklmnopqrstuvwxyz'"), f"the sound of term {term}")

    def check_prefix(self, key: bytes) -> None:
        """Looks for the length of a beginning in its set."""
        head = int.from_bytes(key[:3], "little")
        slots = [((head * 0x9E3779B1) % (1 << 32)) >> 20] if len(key) > 2 else range(4096)
        for slot in slots:
            require(self.u32(PREFIXES, slot) >> min(len(key), 31) & 1 == 1, f"the length of {key!r}")


def main(path: str, names: list[str]) -> None:
    """Reads a lexicon, and writes one line of JSON for each alias that has a name."""
    lexicon = Lexicon(Path(path).read_bytes())
    lexicon.check()
    for name in names:
        for entry, flags in lexicon.find(name.split()):
            head = lexicon.u32(ENTRIES, 2 * entry)
            weight = flags >> 22 & 0xFF
            found = {
                "rule": RULES[flags & 3], "languages": flags >> 2 & 0xFF, "alias": flags >> 10 & 0x3FF,
                "type": head & 127, "overrides": head >> 7 & 1, "weight": head >> 8 & 0xFF,
                "country": struct.pack("<I", head)[2:].decode().strip("\0"),
            }
            if flags >> 21 & 1:
                found["term"] = weight - 256 if weight > 127 else weight
            else:
                found["kind"] = flags >> 22 & 7
            print(json.dumps(found | lexicon.record(entry)[0], ensure_ascii=False, sort_keys=True))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
