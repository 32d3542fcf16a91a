"""Quiz questions as files: CSV as spreadsheets write it, and choice items of QTI 3; read with care, written whole."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree as Tree

import defusedxml.ElementTree as SafeTree
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

from assessments.enums import Category, QuestionType
from assessments.packages.files import Bounds, PackageRefused, read_archive
from interviewer.web.spreadsheets import unguarded

MAX_QUESTIONS = 1_000
MAX_OPTIONS = 8
BOUNDS = Bounds(archive=8 * 1024 * 1024, files=1_200, file=1024 * 1024, total=32 * 1024 * 1024)
NAMESPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
MANIFEST = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
MATCH_CORRECT = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"
COLUMNS = (
    *("question", "type", "section", "marks", "seconds", "pool", "explanation", "right"),
    *(f"option_{number}" for number in range(1, MAX_OPTIONS + 1)),
)


@dataclass(frozen=True)
class FileQuestion:
    """A question as a file has it. `place` says where it stood, for messages."""

    place: str
    description: str
    options: list[dict[str, object]]
    question_type: str = QuestionType.SINGLE
    category: str = Category.TECHNICAL
    marks: int = 1
    seconds: int = 60
    pool: str = ""
    explanation: str = ""


@dataclass
class Reading:
    """What was read of a file: questions, and what was wrong, by its place."""

    questions: list[FileQuestion] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def refuse(self, place: str, why: str) -> None:
        """Note that something can't be taken."""
        self.problems.append(f"{place}: {why}")


def read_csv(content: bytes) -> Reading:
    """Questions of a CSV file with the columns COLUMNS; `right` names the right options by number ("1;3")."""
    found = Reading()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        found.refuse(_("File"), _("it is not UTF-8 text."))
        return found
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        missing = {"question", "right", "option_1", "option_2"} - set(reader.fieldnames or [])
        if missing:
            found.refuse(_("Columns"), _("missing: %(names)s") % {"names": ", ".join(sorted(missing))})
            return found
        for number, row in enumerate(reader, start=1):
            if number > MAX_QUESTIONS:
                found.refuse(_("File"), _("more than %(n)d questions.") % {"n": MAX_QUESTIONS})
                break
            _read_row(found, _("Row %(n)d") % {"n": number}, row)
    except csv.Error as problem:
        found.refuse(_("File"), str(problem))
    return found


def _plain(value: object) -> str:
    """A cell without the apostrophe that keeps spreadsheets from running it."""
    return unguarded(value.strip()) if isinstance(value, str) else ""


def _read_row(found: Reading, place: str, row: dict[str, object]) -> None:
    cells = {name: _plain(row.get(name)) for name in COLUMNS}
    labels = [cells[f"option_{number}"] for number in range(1, MAX_OPTIONS + 1)]
    try:
        right = {int(part) for part in cells["right"].split(";") if part.strip()}
        marks, seconds = int(cells["marks"] or 1), int(cells["seconds"] or 60)
    except ValueError:
        found.refuse(place, _("“right”, “marks” and “seconds” are whole numbers."))
        return
    options = [
        {"label": label, "is_correct": number in right} for number, label in enumerate(labels, 1) if label
    ]
    if not all(number in range(1, MAX_OPTIONS + 1) and labels[number - 1] for number in right):
        found.refuse(place, _("“right” names an option that there is not."))
        return
    kind = cells["type"] or (QuestionType.MULTIPLE if len(right) > 1 else QuestionType.SINGLE)
    found.questions.append(
        FileQuestion(
            place, cells["question"], options, kind, cells["section"] or Category.TECHNICAL,
            marks, seconds, cells["pool"], cells["explanation"],
        )
    )  # fmt: skip


def csv_rows(questions: Iterable[FileQuestion]) -> Iterable[list[object]]:
    """The rows of a CSV file, titles first."""
    yield list(COLUMNS)
    for one in questions:
        right = ";".join(str(place) for place, option in enumerate(one.options, 1) if option["is_correct"])
        labels = [option["label"] for option in one.options]
        yield [
            one.description, one.question_type, one.category, one.marks, one.seconds, one.pool,
            one.explanation, right, *labels, *[""] * (MAX_OPTIONS - len(labels)),
        ]  # fmt: skip


def read_qti(content: bytes) -> Reading:
    """The choice items of a QTI 3 package (zip) or of one item (XML); items of other kinds are named and left out."""
    found = Reading()
    try:
        files = read_archive(io.BytesIO(content), BOUNDS) if content[:2] == b"PK" else {"item.xml": content}
    except PackageRefused as problem:
        found.refuse(_("Package"), str(problem))
        return found
    for path in sorted(path for path in files if path.endswith(".xml")):
        if path.endswith("imsmanifest.xml"):
            continue
        try:
            root = SafeTree.fromstring(files[path], forbid_dtd=True)
        except (Tree.ParseError, DefusedXmlException, ValueError, LookupError):
            found.refuse(path, _("this is not XML that can be read safely."))
            continue
        if _name(root) == "qti-assessment-item":
            _read_item(found, path, root)
        elif content[:2] != b"PK":
            found.refuse(path, _("this is no item of QTI 3."))
    if not found.questions and not found.problems:
        found.refuse(_("Package"), _("there is no item of QTI 3 in it."))
    return found


def _name(node: Tree.Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _all(node: Tree.Element, name: str) -> list[Tree.Element]:
    return [one for one in node.iter() if _name(one) == name]


def _text(node: Tree.Element) -> str:
    return " ".join("".join(node.itertext()).split())


def _read_item(found: Reading, place: str, root: Tree.Element) -> None:
    choices = _all(root, "qti-choice-interaction")
    bodies = _all(root, "qti-item-body")
    others = [
        one for body in bodies for one in body.iter()
        if _name(one).endswith("-interaction") and _name(one) != "qti-choice-interaction"
    ]  # fmt: skip
    if len(choices) != 1 or others:
        found.refuse(place, _("only items with one choice interaction are taken."))
        return
    interaction = choices[0]
    wanted = interaction.get("response-identifier", "")
    declared = [one for one in _all(root, "qti-response-declaration") if one.get("identifier") == wanted]
    right = {
        (value.text or "").strip()
        for one in declared
        for correct in _all(one, "qti-correct-response")
        for value in _all(correct, "qti-value")
    }
    is_multiple = any(one.get("cardinality") == "multiple" for one in declared)
    found.questions.append(
        FileQuestion(
            place,
            _question_text(bodies[0], interaction),
            [
                {"label": _text(one), "is_correct": one.get("identifier", "") in right}
                for one in _all(interaction, "qti-simple-choice")
            ],
            QuestionType.MULTIPLE if is_multiple else QuestionType.SINGLE,
            marks=_marks(root),
            explanation=" ".join(_text(one) for one in _all(root, "qti-modal-feedback")),
        )
    )


def _question_text(body: Tree.Element, interaction: Tree.Element) -> str:
    """What stands before the choices, and their prompt."""
    before = [
        _text(one) for one in body if one is not interaction and not _all(one, "qti-choice-interaction")
    ]
    return "\n\n".join(filter(None, [*before, *(_text(one) for one in _all(interaction, "qti-prompt"))]))


def _marks(root: Tree.Element) -> int:
    for one in _all(root, "qti-outcome-declaration"):
        if one.get("identifier") == "MAXSCORE":
            for value in _all(one, "qti-value"):
                text = (value.text or "").strip()
                if text.replace(".0", "").isdecimal() and len(text) < 6:
                    return int(float(text))
    return 1


def qti_zip(questions: Iterable[FileQuestion]) -> bytes:
    """A QTI 3 package with an item for each question."""
    Tree.register_namespace("", NAMESPACE)
    made = {f"items/q{number}.xml": _item(f"q{number}", one) for number, one in enumerate(questions, 1)}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("imsmanifest.xml", _manifest(list(made)))
        for path, content in made.items():
            archive.writestr(path, content)
    return target.getvalue()


def _manifest(paths: list[str]) -> bytes:
    root = Tree.Element("manifest", {"xmlns": MANIFEST, "identifier": "MANIFEST"})
    Tree.SubElement(root, "organizations")
    resources = Tree.SubElement(root, "resources")
    for number, path in enumerate(paths, 1):
        kind = {"identifier": f"r{number}", "type": "imsqti_item_xmlv3p0", "href": path}
        Tree.SubElement(Tree.SubElement(resources, "resource", kind), "file", {"href": path})
    return Tree.tostring(root, encoding="utf-8", xml_declaration=True)


def _item(identifier: str, one: FileQuestion) -> bytes:
    def add(parent: Tree.Element, name: str, text: str = "", **attributes: str) -> Tree.Element:
        named = {key.replace("_", "-"): value for key, value in attributes.items()}
        node = Tree.SubElement(parent, f"{{{NAMESPACE}}}{name}", named)
        node.text = text or None
        return node

    is_multiple = one.question_type == QuestionType.MULTIPLE
    root = Tree.Element(
        f"{{{NAMESPACE}}}qti-assessment-item",
        {
            "identifier": identifier,
            "title": one.description[:80],
            "adaptive": "false",
            "time-dependent": "false",
        },
    )
    declared = add(
        root, "qti-response-declaration", identifier="RESPONSE",
        cardinality="multiple" if is_multiple else "single", base_type="identifier",
    )  # fmt: skip
    correct = add(declared, "qti-correct-response")
    for place, option in enumerate(one.options, 1):
        if option["is_correct"]:
            add(correct, "qti-value", f"choice_{place}")
    for name, value in (("SCORE", "0"), ("MAXSCORE", str(one.marks))):
        outcome = add(
            root, "qti-outcome-declaration", identifier=name, cardinality="single", base_type="float"
        )
        add(add(outcome, "qti-default-value"), "qti-value", value)
    body = add(root, "qti-item-body")
    shown = add(
        body, "qti-choice-interaction", response_identifier="RESPONSE", shuffle="true",
        max_choices="0" if is_multiple else "1",
    )  # fmt: skip
    add(shown, "qti-prompt", one.description)
    for place, option in enumerate(one.options, 1):
        add(shown, "qti-simple-choice", str(option["label"]), identifier=f"choice_{place}")
    add(root, "qti-response-processing", template=MATCH_CORRECT)
    if one.explanation:
        feedback = add(
            root, "qti-modal-feedback", outcome_identifier="FEEDBACK", show_hide="hide", identifier="none"
        )
        add(feedback, "qti-content-body", one.explanation)
    return Tree.tostring(root, encoding="utf-8", xml_declaration=True)
