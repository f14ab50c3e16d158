#!/usr/bin/env python3
"""Compares sentence finders on Fixtures/sentences: Dragoman, ICU alone, pysbd, syntok, spaCy's sentencizer.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install pysbd syntok spacy pyicu
    /tmp/peers/bin/python Benchmarks/Peers/sentences.py [PROGRAM] [--csv FILE]

PROGRAM is .build/release/dragoman unless given. Every system is told the language of each text if it knows it; the table
says what it was told instead. A system whose package is missing is left out, with a line on standard error.
"""

import pathlib
import sys
from importlib import metadata

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Fixtures"))
import score_sentences as score  # noqa: E402


def spans_of_parts(text, parts):
    """Where parts of a text stand, found one behind the other."""
    spans, place = [], 0
    for part in parts:
        part = part.strip()
        start = text.find(part, place)
        if part and start >= 0:
            place = start + len(part)
            spans.append((start, place))
    return spans


def icu(suppressions):
    """ICU's sentence rules in the text's locale; with CLDR's suppressions, which exist for English and Russian here."""
    import icu as library

    iterators = {}

    def find(text, language):
        name = f"{language}@ss=standard" if suppressions else ""
        if name not in iterators:
            iterators[name] = library.BreakIterator.createSentenceInstance(library.Locale(name))
        units = text.encode("utf-16-le")
        iterator = iterators[name]
        iterator.setText(text)
        spans, start = [], 0
        for end in iterator:
            # ICU counts UTF-16 code units.
            before = len(units[:2 * start].decode("utf-16-le"))
            spans.append((before, before + len(units[2 * start:2 * end].decode("utf-16-le"))))
            start = end
        return spans

    label = "ICU " + library.ICU_VERSION + (" with suppressions" if suppressions else "")
    return label, "", find


def pysbd():
    import pysbd as library

    # pysbd 0.3 has rules for English, Russian and Kazakh; Turkish and Azerbaijani get the English ones.
    known = {code: library.Segmenter(language=code, clean=False) for code in ("en", "ru", "kk")}

    def find(text, language):
        return spans_of_parts(text, known.get(language, known["en"]).segment(text))

    return "pysbd " + metadata.version("pysbd"), "en for tr, az", find


def syntok():
    import syntok.segmenter as segmenter

    def find(text, language):
        spans = []
        for paragraph in segmenter.analyze(text):
            for sentence in paragraph:
                tokens = list(sentence)
                if tokens:
                    spans.append((tokens[0].offset, tokens[-1].offset + len(tokens[-1].value)))
        return spans

    return "syntok " + metadata.version("syntok"), "one set of rules", find


def spacy():
    import spacy as library

    pipelines = {}
    for language in score.LANGUAGES:
        # spaCy 3 has Kazakh's and Azerbaijani's exceptions as well; "xx" if a release drops one.
        try:
            pipelines[language] = library.blank(language)
        except ImportError:
            pipelines[language] = library.blank("xx")
        pipelines[language].add_pipe("sentencizer")

    def find(text, language):
        return [(s.start_char, s.end_char) for s in pipelines[language](text).sents]

    told = ", ".join(f"xx for {l}" for l, p in pipelines.items() if p.lang == "xx")
    return "spaCy " + metadata.version("spacy") + " sentencizer", told, find


def table(program):
    """Rows: system, told, language, split, cases, exact, precision, recall, F1."""
    cases = score.read_cases()
    systems = [("Dragoman", "", score.run_dragoman(program, cases))]
    for make in (lambda: icu(False), lambda: icu(True), pysbd, syntok, spacy):
        try:
            label, told, find = make()
        except ImportError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        answers = {c.id: score.ends_of_spans(c.text, find(c.text, c.language)) for c in cases}
        systems.append((label, told, answers))
    rows = []
    for label, told, answers in systems:
        counts = score.tally(cases, answers)
        for language in (*score.LANGUAGES, "all"):
            for split in (*score.SPLITS, "all"):
                one = counts[(language, split)]
                rows.append((label, told, language, split, one.cases, *one.figures()))
    return rows


def main():
    arguments = sys.argv[1:]
    path = None
    if "--csv" in arguments:
        place = arguments.index("--csv")
        path = arguments[place + 1]
        del arguments[place:place + 2]
    program = arguments[0] if arguments else str(ROOT / ".build/release/dragoman")
    rows = table(program)
    print(f"{'system':32} {'language':8} {'split':8} {'cases':>5} {'exact':>6}  {'P':>5} {'R':>5} {'F1':>5}")
    last = None
    for label, told, language, split, cases, *figures in rows:
        name = label if label != last else ""
        last = label
        print(f"{name:32} {language:8} {split:8} {cases:5} {figures[0]:6.3f}  "
              + " ".join(f"{f:5.3f}" for f in figures[1:]))
    if path:
        lines = [
            "# Sentence ends on Fixtures/sentences: python3 Benchmarks/Peers/sentences.py --csv FILE",
            "# exact: share of cases with exactly the right ends; precision, recall, F1: of ends inside the texts.",
            "# Rules were made looking at the dev half only; both halves have one author, who also wrote the rules.",
        ]
        lines += ["system,told,language,split,cases,exact,precision,recall,F1"]
        lines += [",".join([label, f'"{told}"', language, split, str(cases), *(f"{f:.3f}" for f in figures)])
                  for label, told, language, split, cases, *figures in rows]
        pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
