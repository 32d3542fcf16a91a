"""The product's own source files, as the architecture tests read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from interviewer.env import BASE_DIR

APPS = ("locations", "companies", "seekers", "assessments", "interviews", "edudiagno")
PACKAGES = ("interviewer", *APPS)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file of ours."""

    path: Path

    @property
    def name(self) -> str:
        """Its path from the top of the project."""
        return self.path.relative_to(BASE_DIR).as_posix()

    @property
    def rooms(self) -> tuple[str, ...]:
        """The folders it is in, and its own name without the ending."""
        parts = self.path.relative_to(BASE_DIR).with_suffix("").parts
        return parts[:-1] if parts[-1] == "__init__" else parts

    @property
    def is_test(self) -> bool:
        """Whether it belongs to the tests."""
        return (
            "tests" in self.rooms[:-1] or self.rooms[-1] in {"tests", "conftest"} or "factories" in self.rooms
        )

    @cached_property
    def text(self) -> str:
        """Its source."""
        return self.path.read_text()

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text, self.name)

    def functions(self) -> Iterator[Function]:
        """Every function and method in it."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def imports(self) -> Iterator[str]:
        """The dotted names it imports, wherever in the file."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules() -> list[Module]:
    """Every Python file of ours but migrations, which Django writes."""
    files = [path for package in PACKAGES for path in (BASE_DIR / package).rglob("*.py")]
    files += [*BASE_DIR.glob("*.py"), *(BASE_DIR / "bin").glob("*.py")]
    return [Module(path) for path in sorted(files) if "migrations" not in path.parts]


def templates() -> list[Path]:
    """Every template of ours."""
    return sorted(path for path in (BASE_DIR / "templates").rglob("*") if path.suffix in {".html", ".txt"})


def documents() -> list[Path]:
    """Every Markdown file of ours."""
    return sorted([*BASE_DIR.glob("*.md"), *(BASE_DIR / "docs").rglob("*.md")])
