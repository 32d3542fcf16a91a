"""Reads the problems that come with the product; their cases are generated and answered, not stored."""

from __future__ import annotations

import hashlib
import runpy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from pathlib import Path
from random import Random

import yaml

from assessments.enums import Difficulty

PROBLEMS = Path(__file__).with_name("problems")
#: What a row of the pool is made of; another solution or wrong answer changes nothing in it.
SOURCES = ("problem.yaml", "statement.md", "generate.py", "solution.py")


class BadPackage(ValueError):
    """A problem's folder is not as it should be; the message names it."""


@dataclass(frozen=True)
class PackageCase:
    """An input and the output that is right for it."""

    input: str
    expected_output: str
    is_sample: bool


@dataclass(frozen=True)
class Package:
    """A problem. `seconds_limit` is CPU time for one case; `content_hash` changes with what the pool shows."""

    folder: Path
    title: str
    topic: str
    difficulty: Difficulty
    minutes: int
    seconds_limit: Decimal
    memory_mib: int
    checker: str
    statement: str
    content_hash: str

    @property
    def slug(self) -> str:
        """The folder's name."""
        return self.folder.name

    @cached_property
    def samples(self) -> list[tuple[str, str]]:
        """Inputs and outputs of the samples as the author wrote them."""
        return list(self._generator["SAMPLES"])

    @cached_property
    def cases(self) -> list[PackageCase]:
        """Samples, then hidden cases. The same each time: the generator is seeded with the slug."""
        inputs = [text for text, _output in self.samples]
        inputs += self._generator["hidden"](Random(self.slug))  # noqa: S311  (repeatable, not secret)
        solve = self.solver("solution.py")
        return [
            PackageCase(text, solve(text).rstrip("\n") + "\n", number < len(self.samples))
            for number, text in enumerate(inputs)
        ]

    def solver(self, name: str) -> Callable[[str], str]:
        """The function `solve` of one of the folder's programs, which gives the output for an input."""
        return self._run(name)["solve"]

    def source(self, name: str) -> str:
        """A program of the folder."""
        return (self.folder / name).read_text()

    @cached_property
    def _generator(self) -> dict[str, object]:
        return self._run("generate.py")

    def _run(self, name: str) -> dict[str, object]:
        # In this process and without a box: these programs are the product's own, like any module of it.
        return runpy.run_path(str(self.folder / name))


def read(folder: Path) -> Package:
    """The problem in a folder. Raises BadPackage."""
    try:
        given = yaml.safe_load((folder / "problem.yaml").read_text())
        limits = given.get("limits", {})
        return Package(
            folder=folder,
            title=given["name"],
            topic=given["topic"],
            difficulty=Difficulty(given["difficulty"]),
            minutes=int(given["minutes"]),
            seconds_limit=Decimal(str(limits.get("time_limit", 2))),
            memory_mib=int(limits.get("memory", 256)),
            checker=given.get("checker", "tokens"),
            statement=(folder / "statement.md").read_text(),
            content_hash=_content_hash(folder),
        )
    except (
        OSError,
        yaml.YAMLError,
        KeyError,
        AttributeError,
        TypeError,
        ValueError,
        InvalidOperation,
    ) as problem:
        raise BadPackage(f"{folder.name}: {problem!r}") from problem


def read_all(folder: Path = PROBLEMS) -> Iterator[Package]:
    """Every problem, by slug. Raises BadPackage."""
    return (read(path.parent) for path in sorted(folder.glob("*/problem.yaml")))


def _content_hash(folder: Path) -> str:
    parts = hashlib.sha256()
    for name in SOURCES:
        content = (folder / name).read_bytes()
        parts.update(f"{name} {len(content)}\n".encode() + content)
    return parts.hexdigest()
