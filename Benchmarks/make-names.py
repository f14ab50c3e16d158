#!/usr/bin/env python3
"""Writes a source file of made-up names for measuring large lexicons; the same numbers give the same bytes.

    ./make-names.py --entities 1700000 --aliases 2 > large.entities.tsv     # 5.1 million names
    ./make-names.py --entities 1000 --aliases 2 --text 20 > text.txt        # 20 MB of text that uses them

The names have two or three words of syllables, capitalized, of one in four letters that are not ASCII. The text is
what a lexicon meets: most of its words are ordinary, one name in forty is of the lexicon, and some of the words that
begin names stand alone.
"""

import argparse
import random
import sys

STARTS = (
    "b br c d dr f g gr h k kr l m n p r s st t tr v vr z j q sh ch zh ç ş ğ".split()
)
VOWELS = "a e i o u a e o ı ö ü ə".split()
ENDS = " n r l m s k t v d nd rt lm sk".split(" ")
ENDINGS = {
    "person": ["ov", "ova", "oğlu", "zade", "uly", "bek", ""],
    "organization": ["Bank", "Holding", "Institute", "Group", "Union", "Agency"],
    "place": ["Tal", "Hisar", "Qala", "Kent", "Abad", ""],
}
TYPES = ["place", "person", "organization"]
COUNTRIES = ["TR", "KZ", "AZ", "UZ", "KG", "RU", "US", "GB", ""]
WORDS = (
    "the of and to in that for on with as was by at from it an be is which has were will said their not had "
    "ministry meeting agreement on cooperation between both sides discussed issues energy trade transport during "
    "visit president company announced results quarter growth percent million project region development"
).split()


def words(count, generator):
    """Distinct words of two or three syllables; the first ones are used most."""
    made = {}
    while len(made) < count:
        syllables = 2 if generator.random() < 0.6 else 3
        word = ""
        for _ in range(syllables):
            word += generator.choice(STARTS) + generator.choice(VOWELS)
        word += generator.choice(ENDS)
        made.setdefault(word[0].upper() + word[1:])
    return list(made)


class Names:
    """Entities one after the other."""

    def __init__(self, entities, aliases, seed):
        self.entities = entities
        self.aliases = aliases
        self.generator = random.Random(seed)
        # As many words as a lexicon of this size has: the number grows with the square root of the names.
        self.words = words(2000 + int(60 * (entities * (aliases + 1)) ** 0.5), self.generator)

    def word(self):
        # Few words are in many names, most in few.
        return self.words[int(len(self.words) * self.generator.random() ** 2)]

    def name(self, kind):
        generator = self.generator
        parts = [self.word(), self.word()]
        ending = generator.choice(ENDINGS[kind])
        if kind == "person":
            parts[-1] += ending
            if generator.random() < 0.3:
                parts.insert(1, self.word())
        elif ending:
            parts.append(ending)
        return " ".join(parts)

    def __iter__(self):
        for number in range(1, self.entities + 1):
            kind = TYPES[number % 3]
            yield number, kind, [self.name(kind) for _ in range(self.aliases + 1)]


def write_source(names, out):
    generator = random.Random(names.entities)
    languages = ["en", "tr", "kk", "az", "ru", "*"]
    out.write(f"# Made-up names: {names.entities} entities, {names.aliases} aliases each (make-names.py).\n")
    for number, kind, spellings in names:
        country = generator.choice(COUNTRIES)
        out.write(f"{kind}\t{spellings[0]}\t{country}\t{generator.randrange(101)}\town:{number}\n")
        for alias in spellings[1:]:
            out.write(f"\t{alias}\t{generator.choice(languages)}\n")


def write_text(names, megabytes, out):
    generator = random.Random(names.entities + 1)
    spellings = [alias for _, _, aliases in names for alias in aliases]
    size = 0
    while size < megabytes * 1_000_000:
        sentence = []
        for _ in range(generator.randrange(12, 30)):
            chance = generator.random()
            if chance < 0.025:
                sentence.append(generator.choice(spellings))
            elif chance < 0.05:
                sentence.append(names.word())
            else:
                sentence.append(generator.choice(WORDS))
        line = " ".join(sentence)
        line = line[0].upper() + line[1:] + ".\n"
        size += len(line.encode())
        out.write(line)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entities", type=int, required=True)
    parser.add_argument("--aliases", type=int, default=2, help="names beside the first one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--text", type=float, metavar="MB", help="write a text that uses the names")
    options = parser.parse_args()
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n", buffering=1 << 20)
    names = Names(options.entities, options.aliases, options.seed)
    if options.text:
        write_text(names, options.text, out)
    else:
        write_source(names, out)
    out.flush()


if __name__ == "__main__":
    main()
