"""What an entry of the list of languages says, and what became of it on this machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

#: What a run-time of its own takes beside the heap that its program is given.
RUNTIME_MIB = 64


@dataclass(frozen=True)
class Names:
    """What a program's text decides: the name of its file, and the class that is started."""

    source: str
    entry: str = ""


@dataclass(frozen=True)
class Found:
    """A toolchain as it is found here: `tool` as the box sees it, `binds` ("host:box") what the box must see
    beside /usr, `is_static` whether programs need nothing of the host while they run."""

    tool: str
    version: str
    is_static: bool = False
    binds: tuple[str, ...] = ()
    home: str = ""


@dataclass(frozen=True)
class Language:
    """How a program is compiled and run.

    Commands are templates: {tool} the program found on this machine, {source} the file of the program, {entry} the
    class to start, {heap} and {memory} MiB, {static} the linker's flag where it can be used.

    `artefact` is the file that is run; without one, the source itself, after the compile step has checked it.
    `export` is what compiling leaves in /box when that is a folder: its files are packed into the artefact.
    `prepare` is a command of the host that is run once, for what every compilation can share ({prepared}).
    `reserves` says that the run-time reserves address space that it never uses, so that it cannot be limited by it.
    """

    slug: str
    name: str
    syntax: str
    source: str
    package: str
    find: Callable[[Language], Found | None]
    compile: tuple[str, ...]
    run: tuple[str, ...]
    template: str
    tools: tuple[str, ...] = ()
    artefact: str = ""
    export: str = ""
    names: Callable[[str], Names] | None = None
    helpers: tuple[Path, ...] = ()
    environment: tuple[str, ...] = ()
    prepare: tuple[str, ...] = ()
    archive: str = ""
    cpu_factor: float = 1.0
    compile_factor: float = 1.0
    processes: int = 0
    reserves: bool = False
    out_of_memory: tuple[str, ...] = ()


@dataclass(frozen=True)
class Toolchain:
    """A language on this machine. `prepared` is the folder that `prepare` has filled, when it has."""

    language: Language
    found: Found
    prepared: Path | None = field(default=None, compare=False)

    @property
    def version(self) -> str:
        """As the tool says it."""
        return self.found.version

    @property
    def binds(self) -> tuple[str, ...]:
        """What boxes of this language see beside /usr."""
        shared = (f"{self.prepared}:/prepared",) if self.prepared else ()
        return (*self.found.binds, *shared)

    @property
    def environment(self) -> tuple[str, ...]:
        """What the language's tools are told beside what every box has."""
        shared = "/prepared" if self.prepared else "/tmp"  # noqa: S108 - of the box
        return tuple(pair.replace("{prepared}", shared) for pair in self.language.environment)

    @property
    def helpers(self) -> dict[str, Path]:
        """Files of ours that the commands name, by their path in the box."""
        return {f"/app/{path.name}": path for path in self.language.helpers}

    @property
    def run_needs_system(self) -> bool:
        """Whether programs need the host's /usr while they run."""
        return not self.found.is_static

    def names(self, source: str) -> Names:
        """What the program's file is called, and what of it is started."""
        return self.language.names(source) if self.language.names else Names(self.language.source)

    def command(self, words: tuple[str, ...], names: Names, memory_mib: int) -> tuple[str, ...]:
        """A command of the entry, filled in."""
        values = {
            "{tool}": self.found.tool,
            "{home}": self.found.home,
            "{static}": "-static" if self.found.is_static else "",
            "{source}": f"/app/{names.source}",
            "{entry}": names.entry,
            "{memory}": str(memory_mib),
            "{heap}": str(max(16, memory_mib - max(RUNTIME_MIB, memory_mib // 5))),
        }
        filled = []
        for word in words:
            text = word
            for name, value in values.items():
                text = text.replace(name, value)
            filled.append(text)
        return tuple(word for word in filled if word)
