"""What leaves a box after a compilation: plain files with tame names from a tar stream, and nothing else."""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from collections.abc import Iterator

from assessments.judge.box import Outcome
from assessments.judge.languages import Language

_TAME = re.compile(r"(?:[\w$-]+/){0,20}[\w$.-]+\Z", re.ASCII)


def taken_out(outcome: Outcome, language: Language) -> bytes:
    """The file that is run, from the stream that the compiler's box gave; b"" when there is none."""
    if not outcome.exported:
        return b""
    try:
        files = dict(_plain_files(outcome.archive))
    except (tarfile.TarError, OSError, EOFError, ValueError):
        return b""
    if not language.export:
        return files.get(language.artefact, b"") if len(files) == 1 else b""
    return _packed({name.partition("/")[2]: data for name, data in files.items()})


def _plain_files(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and contents. A link, a device or a path that leads elsewhere spoils the whole: no compiler makes them."""
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:") as tar:
        for member in tar:
            if member.type == tarfile.DIRTYPE:
                continue
            content = tar.extractfile(member) if member.type == tarfile.REGTYPE else None
            if content is None or not _TAME.match(member.name) or ".." in member.name.split("/"):
                raise ValueError(member.name)
            yield member.name, content.read()


def _packed(files: dict[str, bytes]) -> bytes:
    """One archive of them all, stored as they are: packing them small would take longer than reading them."""
    if not files:
        return b""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()
