"""Programs of a package: submissions with their expected verdicts, and the output validator."""

from __future__ import annotations

import fnmatch
import re

from assessments.packages.contents import PackageSubmission
from assessments.packages.files import PackageRefused, text_of
from assessments.packages.settings import mapping

ENDINGS = {
    "py": "python", "py3": "python", "c": "c", "cpp": "cpp", "cc": "cpp", "cxx": "cpp", "c++": "cpp",
    "java": "java", "js": "javascript", "kt": "kotlin", "go": "go", "rs": "rust", "cs": "csharp", "rb": "ruby",
    "php": "php", "sql": "sql", "ts": "typescript",
}  # fmt: skip
HEADERS = ("h", "hpp", "hh")
REFUSED = ("WA", "PE", "TLE", "RTE", "MLE", "OLE")
EXPECTED = {
    "accepted": ("AC",),
    "partially_accepted": REFUSED,
    "rejected": REFUSED,
    "wrong_answer": ("WA", "PE"),
    "presentation_error": ("PE", "WA"),
    "time_limit_exceeded": ("TLE",),
    "run_time_error": ("RTE", "MLE", "OLE"),
    "memory_limit_exceeded": ("MLE", "RTE"),
    "output_limit_exceeded": ("OLE", "RTE"),
    "brute_force": ("TLE", "RTE", "MLE"),
    "compiler_error": ("CE",),
}
_WORDS = {
    "AC": ("AC",), "ACCEPTED": ("AC",), "CORRECT": ("AC",), "WA": ("WA", "PE"), "WRONG-ANSWER": ("WA", "PE"),
    "TLE": ("TLE",), "TIMELIMIT": ("TLE",), "RTE": ("RTE", "MLE", "OLE"), "RUN-ERROR": ("RTE", "MLE", "OLE"),
    "COMPILER-ERROR": ("CE",), "NO-OUTPUT": ("WA",), "OUTPUT-LIMIT": ("OLE",),
}  # fmt: skip
_ANNOTATION = re.compile(r"@EXPECTED_RESULTS@:\s*([A-Z ,_-]+)")
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+"([^"\n]+)"[^\n]*$', re.MULTILINE)


def submissions(files: dict[str, bytes]) -> tuple[PackageSubmission, ...]:
    """Every program below submissions/. Raises PackageRefused for one that is not text."""
    settings = mapping(files, "submissions/submissions.yaml")
    found: dict[str, list[str]] = {}
    for path in files:
        parts = path.split("/")
        if parts[0] == "submissions" and len(parts) > 2:
            found.setdefault("/".join(parts[:3]), []).append(path)
    made = (_submission(files, name, paths, settings) for name, paths in sorted(found.items()))
    return tuple(one for one in made if one is not None)


def _submission(
    files: dict[str, bytes], name: str, paths: list[str], settings: dict
) -> PackageSubmission | None:
    sources = [path for path in paths if _ending(path) in ENDINGS]
    if not sources:
        is_note = all(_ending(path) in {"md", "txt", "yaml"} for path in paths)
        return None if is_note else PackageSubmission(name, "", "", (), "has no source that is known")
    folder = name.split("/")[1]
    main = sources[0]
    if len(sources) > 1:
        return PackageSubmission(name, "", "", EXPECTED.get(folder, ()), "has several source files")
    source = inlined(files, main)
    expected = _expected(folder, name, source, settings)
    skipped = "" if expected else "has no expected verdict"
    return PackageSubmission(name, ENDINGS[_ending(main)], source, expected, skipped)


def _expected(folder: str, name: str, source: str, settings: dict) -> tuple[str, ...]:
    for pattern, rule in settings.items():
        if isinstance(rule, dict) and fnmatch.fnmatch(name.removeprefix("submissions/"), pattern + "*"):
            words = rule.get("required") or rule.get("permitted")
            if isinstance(words, list):
                return _verdicts(str(word) for word in words)
    if annotation := _ANNOTATION.search(source[:4096]):
        return _verdicts(annotation[1].split(","))
    return EXPECTED.get(folder, ())


def _verdicts(words: object) -> tuple[str, ...]:
    found = [verdict for word in words for verdict in _WORDS.get(word.strip().replace("_", "-"), ())]
    return tuple(dict.fromkeys(found))


def validator(files: dict[str, bytes]) -> tuple[str, str, str] | None:
    """The output validator as its name, source and language; None when there is none. Raises PackageRefused for
    more than one, and for one that brings scripts to build itself."""
    paths = [path for path in files if path.split("/")[0] == "output_validators"]
    programs = {"/".join(path.split("/")[:2]) for path in paths}
    single = [path for path in files if path.split("/")[0] == "output_validator"]
    if len(programs) > 1:
        raise PackageRefused("The package has several output validators; one is taken.")
    paths = paths or single
    if not paths:
        return None
    if any(path.rsplit("/", 1)[-1] in {"build", "run"} for path in paths):
        raise PackageRefused("The output validator has scripts to build or run it; those are not taken.")
    sources = [path for path in paths if _ending(path) in ENDINGS]
    if len(sources) != 1:
        raise PackageRefused("The output validator should be one source file, with its headers beside it.")
    return sources[0], inlined(files, sources[0]), ENDINGS[_ending(sources[0])]


def _ending(path: str) -> str:
    return path.rpartition(".")[2].lower()


def inlined(files: dict[str, bytes], path: str) -> str:
    """The source with the headers that lie beside it in the place of their includes, each once."""
    folder, done = path.rpartition("/")[0], set()

    def put_in(found: re.Match[str]) -> str:
        header = f"{folder}/{found[1]}"
        if header not in files or _ending(header) not in HEADERS:
            return found[0]
        if header in done:
            return ""
        done.add(header)
        return _INCLUDE.sub(put_in, text_of(files, header).replace("#pragma once", ""))

    return _INCLUDE.sub(put_in, text_of(files, path))
