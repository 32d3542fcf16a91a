"""JSON Resume, the open format for résumés: its schema (vendored in seekers/data, MIT), and checking against it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import jsonschema
from django.utils.translation import gettext as _

from interviewer.errors import Invalid, TooLarge

SCHEMA = Path(__file__).resolve().parent.parent / "data" / "json-resume-schema-1.3.1.json"
MOST_BYTES = 1024 * 1024
#: Entries of other kinds than the schema has carry this key; readers that do not know it lose nothing.
KIND = "x-kind"


@cache
def validator() -> jsonschema.Draft7Validator:
    """The schema, read once; formats (e-mail, address, date) are checked too."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)


def parse(data: bytes) -> dict[str, object]:
    """A JSON Resume document. Raises TooLarge, or Invalid that names the place and what is wrong there."""
    if len(data) > MOST_BYTES:
        raise TooLarge(_("The file may have 1 MB at most."))
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise Invalid(_("This is not a JSON file.")) from problem
    problem = jsonschema.exceptions.best_match(validator().iter_errors(document))
    if not isinstance(document, dict) or problem is not None:
        place = "/".join(map(str, problem.absolute_path)) if problem is not None else ""
        said = problem.message[:200] if problem is not None else _("it is no object")
        raise Invalid(
            _("This is not a JSON Resume. At “%(place)s”: %(said)s") % {"place": place or "/", "said": said}
        )
    return document
