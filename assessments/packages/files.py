"""The files of a package, from a zip or a folder, as names and bytes. A package is a stranger's: nothing is unpacked
to disk, sizes are counted while reading, and what is not a plain file with a tame name is refused."""

from __future__ import annotations

import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

MIB = 1024 * 1024
_NAME = re.compile(r"[\w@+()\[\] ,=.-]{1,255}\Z")
#: What file managers and version control leave; it means nothing to a problem.
_IGNORED = {"__MACOSX", "Thumbs.db", "desktop.ini"}


class PackageRefused(ValueError):
    """This package is not taken; the message says what to change."""


@dataclass(frozen=True)
class Bounds:
    """How much a package may be."""

    archive: int = 32 * MIB
    files: int = 4_000
    file: int = 32 * MIB
    total: int = 128 * MIB
    ratio: int = 200
    depth: int = 8


BOUNDS = Bounds()


def read_zip(archive: IO[bytes], bounds: Bounds = BOUNDS) -> dict[str, bytes]:
    """Every file of a zipped problem package by its path in the package; raises PackageRefused."""
    return _without_top(read_archive(archive, bounds))


def read_archive(archive: IO[bytes], bounds: Bounds = BOUNDS) -> dict[str, bytes]:
    """Every file of a zip of any kind by its path; raises PackageRefused for what is too much or not safe."""
    archive.seek(0, os.SEEK_END)
    size = archive.tell()
    if size > bounds.archive:
        raise PackageRefused(f"The archive is larger than {bounds.archive // MIB} MiB.")
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = opened.infolist()
            if len(entries) > 2 * bounds.files:
                raise PackageRefused(f"The package has more than {bounds.files:,} files.")
            for entry in entries:
                _check_entry(entry)
            return _checked(_zip_files(opened, entries, size, bounds), bounds)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as problem:
        raise PackageRefused("This is not a zip archive that can be read.") from problem


def _check_entry(entry: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise PackageRefused(f"“{_shown(entry.filename)}” is a link or a device; only plain files are taken.")
    if entry.flag_bits & 0x1:
        raise PackageRefused("The archive is encrypted.")


def _zip_files(
    opened: zipfile.ZipFile, entries: list[zipfile.ZipInfo], size: int, bounds: Bounds
) -> Iterator[tuple[str, bytes]]:
    total = 0
    for entry in entries:
        _check_path(entry.orig_filename, bounds)
        if entry.is_dir():
            continue
        # The size that the archive claims is a claim: what comes out is counted.
        with opened.open(entry) as stream:
            content = stream.read(bounds.file + 1)
        total += len(content)
        if total > bounds.ratio * size + MIB:
            raise PackageRefused("The archive unpacks to far more than it holds.")
        yield entry.filename, content


def read_folder(folder: Path, bounds: Bounds = BOUNDS) -> dict[str, bytes]:
    """Every file of a folder by its path in the package; raises PackageRefused. Links are not followed."""
    if not folder.is_dir():
        raise PackageRefused("There is no such folder.")
    return _without_top(_checked(_folder_files(folder, bounds), bounds))


def _folder_files(folder: Path, bounds: Bounds) -> Iterator[tuple[str, bytes]]:
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [*folders, *sorted(names)]:
            path = Path(place, name)
            inside = path.relative_to(folder).as_posix()
            mode = path.lstat().st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                raise PackageRefused(f"“{_shown(inside)}” is a link or a device; only plain files are taken.")
            _check_path(inside, bounds)
            if stat.S_ISREG(mode):
                with path.open("rb") as stream:
                    yield inside, stream.read(bounds.file + 1)


def _check_path(path: str, bounds: Bounds) -> None:
    # A backslash or a colon is a way up, or another drive, on some systems.
    if path.startswith("/") or "\\" in path or ":" in path or "\0" in path:
        raise PackageRefused(f"“{_shown(path)}” is not a path inside of a package.")
    parts = path.rstrip("/").split("/")
    if ".." in parts or "" in parts:
        raise PackageRefused(f"“{_shown(path)}” leads out of the package.")
    if len(parts) > bounds.depth + 1:
        raise PackageRefused(f"Folders are nested more than {bounds.depth} deep.")
    for part in parts:
        if not _NAME.match(part):
            raise PackageRefused(f"“{_shown(part)}” is not a name for a file in a package.")


def _checked(found: Iterator[tuple[str, bytes]], bounds: Bounds) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    total = 0
    for path, content in found:
        if len(content) > bounds.file:
            raise PackageRefused(f"“{_shown(path)}” is larger than {bounds.file // MIB} MiB.")
        total += len(content)
        if total > bounds.total:
            raise PackageRefused(f"The package unpacks to more than {bounds.total // MIB} MiB.")
        if path in files:
            raise PackageRefused(f"“{_shown(path)}” is in the package twice.")
        if not _is_ignored(path):
            files[path] = content
        if len(files) > bounds.files:
            raise PackageRefused(f"The package has more than {bounds.files:,} files.")
    return files


def _is_ignored(path: str) -> bool:
    parts = path.split("/")
    return parts[-1] != ".timelimit" and any(part in _IGNORED or part.startswith(".") for part in parts)


def _without_top(files: dict[str, bytes]) -> dict[str, bytes]:
    """A package is one folder: its name is not a part of the paths."""
    if "problem.yaml" in files:
        return files
    tops = {path.split("/")[0] for path in files}
    top = next(iter(tops)) if len(tops) == 1 else ""
    if not top or f"{top}/problem.yaml" not in files:
        raise PackageRefused("There is no problem.yaml: is this a problem package?")
    return {path.removeprefix(f"{top}/"): content for path, content in files.items()}


def _shown(path: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in path)[:80]


def text_of(files: dict[str, bytes], path: str) -> str:
    """A file as text with plain line ends; raises PackageRefused for what is not UTF-8."""
    try:
        text = files[path].decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = files[path][: problem.start].count(b"\n") + 1
        raise PackageRefused(f"“{path}” is not UTF-8 text: line {line} has a byte that is not.") from problem
    if "\0" in text:
        raise PackageRefused(f"“{path}” has a NUL character in it.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
