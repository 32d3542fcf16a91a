"""Photos of people, drawn anew: small, upright, and without what a camera writes into a file."""

from __future__ import annotations

import io

from django.utils.translation import gettext as _

from interviewer.errors import Invalid

#: The longest side of what is kept; twice what any page shows.
SIDE = 800
#: A picture of more pixels is a trap for memory, however few bytes it has.
MOST_PIXELS = 40_000_000


def redraw(data: bytes) -> bytes:
    """The picture as a JPEG of at most 800 by 800, without metadata (a camera's holds where one lives).

    Raises Invalid when it is damaged or has too many pixels.
    """
    from PIL import Image, ImageOps

    try:
        picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
        if picture.width * picture.height > MOST_PIXELS:
            raise _refused(_("The picture has too many pixels. Please choose a smaller one."))
        picture.draft("RGB", (SIDE * 2, SIDE * 2))
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise _refused(_("The picture is damaged. Please choose another one.")) from problem
    upright.thumbnail((SIDE, SIDE))
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright)
    drawn = io.BytesIO()
    paper.save(drawn, "JPEG", quality=85, optimize=True)
    return drawn.getvalue()


def _refused(message: str) -> Invalid:
    return Invalid(message, fields={"photo": message})
