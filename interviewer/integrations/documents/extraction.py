"""Takes the text out of a PDF or DOCX; run as a program it does so in a process of its own, with limits.

Nothing here is trusted: the type is read from the content, sizes are bounded before anything is unpacked, and the
process that does the work has a ceiling on memory and processor time.
"""

from __future__ import annotations

import io
import json
import re
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from interviewer.integrations.documents.hidden import TINY, split_page, worth_naming

MAX_PAGES = 30
MAX_UNPACKED_BYTES = 50_000_000
MAX_ZIP_ENTRIES = 2_000
MAX_TEXT_CHARS = 200_000
MIN_LETTERS = 20
MEMORY_BYTES = 1_000_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WHITES = ("FFFFFF", "FEFEFE", "FDFDFD", "FCFCFC", "FBFBFB", "FAFAFA", "WHITE")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class UnreadableError(Exception):
    """The document cannot be read; `code` is one of empty, too_large, wrong_type, encrypted, corrupt, no_text."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Extracted:
    """The text that people see; pages is None where the format has none.

    `hidden` is text that only programs would read, `properties` what the file says of itself (title, key words).
    """

    text: str
    kind: str
    pages: int | None
    hidden: str = ""
    properties: str = ""


def kind_of(data: bytes) -> str:
    """Return 'pdf' or 'docx' by content; refuses everything else."""
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableError("empty")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _kind_of_zip(data)
    if data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        return _refuse("encrypted")
    return _refuse("wrong_type")


def _refuse(code: str) -> Any:
    raise UnreadableError(code)


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError("corrupt") from error
    if len(entries) > MAX_ZIP_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise UnreadableError("too_large")
    names = {entry.filename for entry in entries}
    if "[Content_Types].xml" not in names or not any(name.startswith("word/document") for name in names):
        raise UnreadableError("wrong_type")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnreadableError("encrypted")
    return "docx"


def extract(data: bytes) -> Extracted:
    """Read the text of a PDF or DOCX; raises UnreadableError with a code for everything that is not one."""
    kind = kind_of(data)
    found = _pdf(data) if kind == "pdf" else _docx(data)
    text = _tidy(found.text)
    if sum(char.isalpha() for char in text) < MIN_LETTERS:
        raise UnreadableError("no_text")
    return replace(
        found, text=text, hidden=worth_naming(_tidy(found.hidden)), properties=_tidy(found.properties)[:5_000]
    )


def _pdf(data: bytes) -> Extracted:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        # Many writers lock a file against changes with an empty password; everybody may read those.
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise UnreadableError("encrypted")
        pages = len(reader.pages)
        if pages > MAX_PAGES:
            raise UnreadableError("too_large")
        split = [_split(page, reader) for page in reader.pages]
        told = "\n".join(str(value) for value in (reader.metadata or {}).values() if isinstance(value, str))
        return Extracted(
            "\n".join(seen for seen, _hidden in split),
            "pdf",
            pages,
            "\n".join(hidden for _seen, hidden in split),
            told,
        )
    except UnreadableError:
        raise
    except (MemoryError, RecursionError) as error:
        raise UnreadableError("too_large") from error
    except PyPdfError as error:
        code = "encrypted" if "decrypt" in str(error).lower() else "corrupt"
        raise UnreadableError(code) from error
    except Exception as error:  # a broken file can raise anything at all inside a parser
        raise UnreadableError("corrupt") from error


def _split(page: Any, reader: Any) -> tuple[str, str]:
    try:
        return split_page(page, reader)
    except (ValueError, TypeError, IndexError, KeyError, AttributeError):
        # A page that is drawn in an unforeseen way is read as a whole, as a program reads it.
        return page.extract_text(), ""


def _docx(data: bytes) -> Extracted:
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        parts = [
            section.header._element
            for section in document.sections
            if not section.header.is_linked_to_previous
        ]
        parts.append(document.element.body)
        about = document.core_properties
        told = [about.title, about.subject, about.keywords, about.comments, about.category]
        return Extracted(
            "\n".join(line for part in parts for line in _paragraphs(part)),
            "docx",
            None,
            "\n".join(_text_of(run) for part in parts for run in part.iter(_W + "r") if is_hidden_run(run)),
            "\n".join(filter(None, told)),
        )
    except MemoryError as error:
        raise UnreadableError("too_large") from error
    except Exception as error:  # as above: KeyError, XMLSyntaxError, BadZipFile ...
        raise UnreadableError("corrupt") from error


def _paragraphs(element: Any) -> Iterator[str]:
    """Yield the text of every paragraph in reading order, tables and text boxes included, each once."""
    for child in element:
        if child.tag == _FALLBACK:  # the same text box again, for old programs
            continue
        if child.tag == _W + "p":
            yield "".join(_runs(child))
        yield from _paragraphs(child)


def _runs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in (_W + "p", _FALLBACK, _W + "txbxContent", _W + "delText") or is_hidden_run(child):
            continue
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in (_W + "tab", _W + "br", _W + "cr"):
            yield "\n" if child.tag != _W + "tab" else "\t"
        else:
            yield from _runs(child)


def is_hidden_run(element: Any) -> bool:
    """Say whether a run of a Word document is not to be seen: hidden, white on white, or tiny."""
    style = element.find(_W + "rPr") if element.tag == _W + "r" else None
    if style is None:
        return False
    hidden = style.find(_W + "vanish")
    if hidden is not None and hidden.get(_W + "val", "1") not in ("0", "false", "off"):
        return True
    size, color = style.find(_W + "sz"), style.find(_W + "color")
    if size is not None and 0 < int(size.get(_W + "val", "0") or 0) <= TINY * 2:  # in half points
        return True
    is_white = color is not None and color.get(_W + "val", "").upper() in _WHITES
    return is_white and not any(_is_shaded(item) for item in (element, *element.iterancestors()))


def _is_shaded(element: Any) -> bool:
    """Say whether an element, or what its properties say of it, is set on a coloured ground."""
    for name in ("rPr", "pPr", "tcPr", "tblPr"):
        properties = element.find(_W + name)
        if properties is None:
            continue
        if properties.find(_W + "highlight") is not None:
            return True
        shade = properties.find(_W + "shd")
        if shade is not None and shade.get(_W + "fill", "auto").upper() not in ("AUTO", *_WHITES):
            return True
    return element.tag == _W + "txbxContent"  # a text box may be filled by its shape


def _text_of(run: Any) -> str:
    return "".join(child.text or "" for child in run if child.tag == _W + "t")


def _tidy(text: str) -> str:
    clean = "".join(
        char
        for char in text[:MAX_TEXT_CHARS]
        if char in "\n\t" or unicodedata.category(char)[:2] not in ("Cc", "Cs")
    )
    clean = unicodedata.normalize("NFC", clean)
    clean = re.sub(r"[ \xa0]{4,}", "   ", re.sub(r"[ \t]+\n", "\n", clean))
    return re.sub(r"\n{3,}", "\n\n", clean).strip()


def main() -> int:
    """Read a document from standard input and write JSON to standard output, under limits."""
    import resource

    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        found = extract(sys.stdin.buffer.read())
        answer: dict[str, Any] = asdict(found)
    except UnreadableError as error:
        answer = {"code": error.code}
    except MemoryError:
        answer = {"code": "too_large"}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
