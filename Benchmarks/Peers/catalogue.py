"""The peers: what each counts, and how it comes into the cache folder."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial, wraps
from pathlib import Path

HERE = Path(__file__).resolve().parent
OPTIMIZED = ["-std=gnu11", "-O3", "-march=native"]
CRATES_OF_DEBIAN = [
    "bstr",
    "byteorder",
    "lazy-static",
    "memchr",
    "regex-automata",
    "unicode-segmentation",
]

ICU_WORDS = "all segments, ICU's rules"
WORDS = "all segments, UAX #29"


class Unavailable(Exception):
    """Why a peer cannot run here."""


@dataclass(frozen=True)
class Peer:
    """A tokenizer that speaks the protocol of `C/rounds.h`, with `FILE ROUNDS` as last arguments."""

    name: str
    counts: str
    """What it counts and what else it makes, for people."""
    command: Callable[[], list[str | Path]]
    """Brings it into the cache; the command without `FILE ROUNDS`."""
    environment: Callable[[Path], dict[str, str]] = field(default=lambda file: {})
    version: Callable[[], str] = lambda: ""
    """Its version, if its lines do not tell."""
    is_slow: bool = False
    """Whether it reads only the beginning of the input."""


def run(*command: str | Path, folder: Path | None = None, seconds: float = 600) -> str:
    """Runs a program and returns its output; its last words are the reason if it fails."""
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=seconds,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(str(error)) from error
    if done.returncode != 0:
        raise Unavailable(f"{Path(command[0]).name}: {reason(done.stderr or done.stdout)}")
    return done.stdout


def reason(messages: str) -> str:
    """The line that says most: the first error, or else the last words."""
    lines = [line.strip() for line in messages.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    return (errors or lines[-1:] or ["no reason given"])[0][:160]


def once(method: Callable[..., Path]) -> Callable[..., Path]:
    """Remembers what came of a method, a failure too."""
    known: dict[tuple[object, ...], Path | Unavailable] = {}

    @wraps(method)
    def remembered(*arguments: object) -> Path:
        if arguments not in known:
            try:
                known[arguments] = method(*arguments)
            except Unavailable as error:
                known[arguments] = error
        result = known[arguments]
        if isinstance(result, Unavailable):
            raise result
        return result

    return remembered


class Workshop:
    """Fetches and builds peers in a folder that git ignores. Each thing is made once a run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def part(self, name: str) -> Path:
        path = self.folder / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    @once
    def compiled(self, name: str, *options: str) -> Path:
        program = self.part("bin") / name
        compiler = os.environ.get("CC") or shutil.which("clang") or "cc"
        run(compiler, *OPTIMIZED, HERE / "C" / f"{name}.c", *options, "-o", program)
        return program

    # MARK: Python

    @once
    def python(self, *packages: str) -> Path:
        """An environment of its own with packages from PyPI."""
        python = self.folder / "venv" / "bin" / "python"
        if not python.exists():
            run(sys.executable, "-m", "venv", self.folder / "venv")
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)
        return python

    def in_python(self, package: str, name: str, program: str = "peers.py") -> list[str | Path]:
        return [self.python(package), HERE / "Python" / program, name]

    # MARK: Debian

    @once
    def debian(self, *packages: str) -> Path:
        """A folder with the files of Debian packages; nothing is installed."""
        target = self.part("debian")
        fetched = self.part("packages")
        for package in packages:
            if not list(fetched.glob(f"{package}_*.deb")):
                run("apt-get", "-qq", "download", package, folder=fetched)
            for archive in fetched.glob(f"{package}_*.deb"):
                run("dpkg", "-x", archive, target)
        return target

    # MARK: C

    def icu(self, encoding: str) -> list[str | Path]:
        return [self.compiled("icu", "-licuuc"), encoding]

    def limit(self, name: str) -> list[str | Path]:
        return [self.compiled("limits"), name]

    def stringzilla(self, level: str) -> list[str | Path]:
        return [self.stringzilla_program(), level]

    @once
    def stringzilla_program(self) -> Path:
        """The headers come with the source package on PyPI."""
        fetched = self.part("stringzilla")
        if not list(fetched.glob("*/include")):
            python = self.python("pip")
            wanted = ["--no-deps", "--no-binary", ":all:", "stringzilla>=5"]
            run(python, "-m", "pip", "download", "--quiet", *wanted, folder=fetched)
            for archive in fetched.glob("*.tar.gz"):
                with tarfile.open(archive) as files:
                    files.extractall(fetched, filter="data")
        include = sorted(fetched.glob("*/include"))[-1]
        return self.compiled("stringzilla", f"-I{include}", "-DSZ_DYNAMIC_DISPATCH=0", "-w")

    def unistring(self) -> list[str | Path]:
        """The system's library with its headers, or else Debian's."""
        try:
            return [self.compiled("unistring", "-lunistring")]
        except Unavailable:
            files = self.debian("libunistring-dev", "libunistring2")
        libraries = next(files.glob("usr/lib/*/libunistring.so")).parent
        flags = [
            f"-I{files}/usr/include",
            f"-L{libraries}",
            "-lunistring",
            f"-Wl,-rpath,{libraries}",
        ]
        return [self.compiled("unistring", *flags)]

    # MARK: Rust

    @once
    def crates(self) -> Path:
        """The newest crates, or else Debian's."""
        try:
            return self.cargo("newest", "")
        except Unavailable:
            files = self.debian(*(f"librust-{crate}-dev" for crate in CRATES_OF_DEBIAN))
            source = f'replace-with = "debian"\n[source.debian]\ndirectory = "{files}/usr/share/cargo/registry"'
            return self.cargo("debian", f"[source.crates-io]\n{source}\n")

    def cargo(self, name: str, configuration: str) -> Path:
        """Builds a copy of our crate, so that its lock file stays out of the tree."""
        copy = self.folder / f"rust-{name}"
        shutil.copytree(HERE / "Rust", copy, dirs_exist_ok=True)
        (copy / ".cargo").mkdir(exist_ok=True)
        (copy / ".cargo" / "config.toml").write_text(configuration)
        run(
            "cargo",
            "build",
            "--quiet",
            "--release",
            *(["--offline"] if configuration else []),
            folder=copy,
        )
        return copy

    def rust(self, crate: str) -> list[str | Path]:
        return [self.crates() / "target" / "release" / "peers", crate]

    def version_of_crate(self, crate: str) -> str:
        locked = tomllib.loads((self.crates() / "Cargo.lock").read_text())["package"]
        return next(str(package["version"]) for package in locked if package["name"] == crate)

    # MARK: Dragoman

    def dragoman(self, program: Path | None, workload: str) -> list[str | Path]:
        if program is None:
            raise Unavailable("--dragoman names no program")
        return [program.resolve(), "--peer", workload, "--rounds"]


def counted(workload: str) -> str:
    """What a workload of Dragoman counts."""
    if not workload.startswith("words"):
        return "see Benchmarks/README.md"
    rules = WORDS if workload.startswith("words-uax29/") else ICU_WORDS
    return f"{rules}; offsets of 32 bits and kinds"


def peers(shop: Workshop, program: Path | None, workloads: list[str]) -> list[Peer]:
    """All peers that could run on such a machine, the reference first."""
    is_x86 = platform.machine() in ("x86_64", "AMD64")
    levels = ["icelake", "haswell", "serial"] if is_x86 else ["neon", "serial"]
    ways = ["avx512", "avx2", "bytes"] if is_x86 else ["bytes"]
    return [
        Peer(
            "ICU, UTF-16",
            f"{ICU_WORDS}; no list, conversion not measured",
            partial(shop.icu, "utf16"),
        ),
        Peer("ICU, UTF-8", f"{ICU_WORDS}; no list", partial(shop.icu, "utf8")),
        *(
            Peer(
                f"Dragoman, {name.removesuffix('-file')}",
                counted(name),
                partial(shop.dragoman, program, name),
                environment=lambda file: {"DRAGOMAN_BENCH_INPUT": str(file)},
            )
            for name in workloads
        ),
        *(
            Peer(
                f"StringZilla, {level}",
                f"{WORDS}; starts and lengths, 64 bits each",
                partial(shop.stringzilla, level),
            )
            for level in levels
        ),
        Peer("libunistring", f"{WORDS}; a flag for each byte", shop.unistring),
        *(
            Peer(
                f"Rust {crate}",
                f"{WORDS}; no list",
                partial(shop.rust, crate),
                version=partial(shop.version_of_crate, crate),
            )
            for crate in ["bstr", "unicode-segmentation"]
        ),
        Peer(
            "BlingFire",
            "words and marks by its own rules, no white space; the text again with spaces between",
            partial(shop.in_python, "blingfire", "blingfire"),
            is_slow=True,
        ),
        Peer(
            "Hugging Face, Whitespace",
            "runs of word letters or of marks, no white space; strings and offsets in Python",
            partial(shop.in_python, "tokenizers", "tokenizers-whitespace"),
            is_slow=True,
        ),
        Peer(
            "Hugging Face, BertPreTokenizer",
            "words and single marks, no white space; strings and offsets in Python",
            partial(shop.in_python, "tokenizers", "tokenizers-bert"),
            is_slow=True,
        ),
        Peer(
            "spaCy, blank('en')",
            "words and marks by its English rules, no single spaces; a Doc in Python",
            partial(shop.in_python, "spacy", "spacy-blank"),
            is_slow=True,
        ),
        Peer("limit: memchr", "bytes read", partial(shop.limit, "read")),
        *(
            Peer(
                f"limit: white space, {way}",
                "white space and the rest, ASCII; ends, 32 bits",
                partial(shop.limit, f"whitespace-{way}"),
            )
            for way in ways
        ),
    ]
