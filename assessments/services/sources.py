"""Programs as text: what is taken, and what is refused with what to do."""

from __future__ import annotations

from django.utils.translation import gettext as _

from interviewer.errors import Invalid

MAX_BYTES = 64 * 1024


def checked_source(code: str | bytes, *, may_be_empty: bool = False) -> str:
    """The program with Unix line ends and without a byte order mark.

    Raises Invalid when it is empty, over 64 KiB, holds a NUL, or is not UTF-8.
    """
    if isinstance(code, bytes):
        try:
            code = code.decode("utf-8")
        except UnicodeDecodeError as problem:
            raise _refusal(
                _("The code is not valid UTF-8 text. Save the file as UTF-8 and paste it again.")
            ) from problem
    text = code.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        raise _refusal(_("The code holds a NUL character, which no compiler takes. Remove it and try again."))
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as problem:
        raise _refusal(
            _("The code holds half a character (a lone surrogate). Remove it and try again.")
        ) from problem
    if size > MAX_BYTES:
        raise _refusal(_("The code is larger than 64 KiB. Shorten it and try again."))
    if not may_be_empty and not text.strip():
        raise _refusal(_("There is no code yet. Write some and try again."))
    return text


def _refusal(message: str) -> Invalid:
    return Invalid(message, fields={"code": message})
