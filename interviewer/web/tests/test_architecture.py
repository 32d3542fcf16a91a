"""The architecture as a machine can check it: sizes, directions, doors, pages without inline code, documents."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.template import TemplateDoesNotExist, TemplateSyntaxError, engines

from interviewer.env import BASE_DIR, VARIABLES
from interviewer.web.tests.source import APPS, Module, documents, modules, templates

MODULE_LINES, FUNCTION_LINES, VIEW_LINES = 400, 50, 25
NAMELESS_ROOMS = {"utils", "common", "core", "helpers", "misc", "lib"}
PRIVATE_ROOMS = {"views", "forms", "api", "admin", "tasks", "tests"}
UNSCOPED = {"get", "get_or_create", "update_or_create", "first", "last", "in_bulk"}


def lines(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def is_request_code(module: Module) -> bool:
    return bool({"views", "api"} & set(module.rooms)) and not module.is_test


def test_every_module_opens_with_a_sentence():
    def opens_well(module: Module) -> bool:
        first = (ast.get_docstring(module.tree) or "").split("\n\n")[0]
        return first.rstrip().endswith((".", ":"))

    assert [module.name for module in modules() if not opens_well(module)] == []


def test_modules_are_short():
    lengths = {module.name: module.text.count("\n") for module in modules()}
    assert {name: length for name, length in lengths.items() if length > MODULE_LINES} == {}


def test_functions_are_short():
    too_long = [
        f"{module.name}:{function.lineno} {function.name} has {lines(function)} lines"
        for module in modules()
        for function in module.functions()
        if lines(function) > FUNCTION_LINES
    ]
    assert too_long == []


def test_views_are_short():
    too_long = [
        f"{module.name}:{function.lineno} {function.name} has {lines(function)} lines"
        for module in filter(is_request_code, modules())
        for function in module.functions()
        if "request" in {argument.arg for argument in function.args.args} and lines(function) > VIEW_LINES
    ]
    assert too_long == []


def test_every_room_has_a_name_that_says_something():
    assert [module.name for module in modules() if NAMELESS_ROOMS & set(module.rooms)] == []


def test_arrows_between_apps_point_down():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=BASE_DIR, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_apps_enter_each_other_by_public_rooms_only():
    def is_trespass(module: Module, imported: str) -> bool:
        app, *rooms = imported.split(".")
        return app in APPS and app != module.rooms[0] and bool(rooms) and rooms[0] in PRIVATE_ROOMS

    entered = [
        f"{module.name} imports {imported}"
        for module in modules()
        if not module.is_test and module.rooms[0] in {*APPS, "interviewer"}
        for imported in module.imports()
        if is_trespass(module, imported)
    ]
    assert entered == []


def test_only_background_knows_the_task_queue():
    knowing = {
        module.name
        for module in modules()
        if not module.is_test and any(name.split(".")[0] == "django_q" for name in module.imports())
    }
    assert knowing == {"interviewer/background.py"}


def unscoped_lookups(module: Module) -> list[str]:
    """Lookups in request code that start from the whole table: `X.objects.get(…)`, `get_object_or_404(X, …)`."""
    found = []
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        by_manager = (
            isinstance(called, ast.Attribute)
            and called.attr in UNSCOPED
            and isinstance(called.value, ast.Attribute)
            and called.value.attr in {"objects", "_default_manager", "_base_manager"}
        )
        shortcut = getattr(called, "id", getattr(called, "attr", ""))
        by_shortcut = shortcut in {"get_object_or_404", "get_list_or_404"} and (
            isinstance(node.args[0], ast.Name) or getattr(node.args[0], "attr", "") == "objects"
        )
        if by_manager or by_shortcut:
            found.append(f"{module.name}:{node.lineno}")
    return found


def test_request_code_reaches_rows_through_their_owner():
    assert [
        place for module in filter(is_request_code, modules()) for place in unscoped_lookups(module)
    ] == []


def test_the_search_for_unscoped_lookups_finds_them(tmp_path, monkeypatch):
    path = tmp_path / "views.py"
    path.write_text(
        "Job.objects.get(pk=1)\nget_object_or_404(Job, pk=1)\nget_object_or_404(Job.objects, pk=1)\n"
        "Job.objects.for_company(c).get(pk=1)\nget_object_or_404(Job.objects.for_company(c), pk=1)\n"
    )
    monkeypatch.setattr("interviewer.web.tests.source.BASE_DIR", tmp_path)
    assert unscoped_lookups(Module(path)) == ["views.py:1", "views.py:2", "views.py:3"]


@pytest.mark.django_db
def test_no_migration_is_missing(capsys):
    try:
        call_command("makemigrations", check=True, dry_run=True)
    except SystemExit:
        pytest.fail(capsys.readouterr().out)


def test_the_example_environment_names_what_is_read_with_its_default():
    example = dict(
        re.findall(r"^#?([A-Z][A-Z0-9_]*)=(.*)$", (BASE_DIR / ".env.example").read_text(), re.MULTILINE)
    )
    declared = {
        variable.name: "" if variable.default == [] else str(variable.default) for variable in VARIABLES
    }
    assert example == declared | {"DATA_DIR": "var"}


def test_every_declared_variable_is_read_and_every_read_one_declared():
    read = {name for module in modules() for name in re.findall(r'\bread\("([A-Z0-9_]+)"\)', module.text)}
    assert read == {variable.name for variable in VARIABLES}


def test_the_readme_explains_every_variable():
    table = re.findall(r"^\| `([A-Z][A-Z0-9_]*)` \|", (BASE_DIR / "README.md").read_text(), re.MULTILINE)
    assert table == [variable.name for variable in VARIABLES]


def template_names(module: Module) -> list[str]:
    """Texts in the code that can only be the names of templates."""
    texts = (node.value for node in ast.walk(module.tree) if isinstance(node, ast.Constant))
    return [
        text for text in texts if isinstance(text, str) and re.fullmatch(r"[a-z_]+(/\w+)+\.(html|txt)", text)
    ]


FORBIDDEN_IN_PAGES = {
    "script without src": re.compile(
        r"<script(?![^>]*\ssrc=)(?![^>]*type=\"application/(ld\+)?json\")", re.I
    ),
    "style element": re.compile(r"<style\b", re.I),
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "javascript address": re.compile(r"javascript:", re.I),
    "another host": re.compile(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=\"(?:https?:)?//", re.I),
}


def test_pages_have_nothing_inline_that_the_content_security_policy_refuses():
    # Programs that read e-mail know no style sheets: their templates are styled in place.
    pages = [path for path in templates() if path.suffix == ".html" and "emails" not in path.parts]
    found = [
        f"{path.relative_to(BASE_DIR)}: {what}"
        for path in pages
        for what, pattern in FORBIDDEN_IN_PAGES.items()
        if pattern.search(
            re.sub(r"\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}", "", path.read_text(), flags=re.S)
        )
    ]
    assert found == []


def test_every_template_parses():
    broken = []
    for path in templates():
        try:
            engines["django"].get_template(path.relative_to(BASE_DIR / "templates").as_posix())
        except TemplateSyntaxError as problem:
            broken.append(f"{path.relative_to(BASE_DIR)}: {problem}")
    assert broken == []


def test_every_template_named_in_code_or_templates_is_there():
    named = [
        (module.name, name) for module in modules() if not module.is_test for name in template_names(module)
    ]
    for path in templates():
        found = re.findall(
            r'{%-?\s*(?:include|extends)\s+"([^"]+)"', re.sub(r"\{#.*?#\}", "", path.read_text())
        )
        named += [(path.relative_to(BASE_DIR).as_posix(), name) for name in found]

    def is_there(name: str) -> bool:
        try:
            return bool(engines["django"].get_template(name))
        except TemplateDoesNotExist as problem:
            return str(problem) != name  # there, but something below it is missing: named elsewhere
        except TemplateSyntaxError:
            return True

    assert [f"{place} names {name}" for place, name in named if not is_there(name)] == []


def test_links_in_documents_lead_somewhere():
    dead = [
        f"{document.relative_to(BASE_DIR)}: {target}"
        for document in documents()
        for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text())
        if not target.startswith(("http://", "https://", "mailto:", "#"))
        and not (document.parent / target.split("#")[0]).exists()
    ]
    assert dead == []


@pytest.mark.parametrize("arguments", [("check",), ("format", "--check")], ids=["style", "format"])
def test_the_code_is_in_the_houses(arguments):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *arguments, "."],
        cwd=BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
