"""Languages that become a machine program: C, C++, Go, Rust. Linked statically it needs nothing of the host."""

from __future__ import annotations

import os
from pathlib import Path

from assessments.judge.languages.entry import Found, Language
from assessments.judge.languages.finding import ask, bound_home, existing, system_tool, version_in

GNU = ("-O2", "-pipe", "-fdiagnostics-color=never", "-fmax-errors=20", "{static}")

C = Language(
    slug="c",
    name="C",
    syntax="c",
    source="main.c",
    package="sudo apt-get install -y gcc libc6-dev",
    find=system_tool,
    tools=("/usr/bin/gcc", "/usr/local/bin/gcc"),
    compile=("{tool}", "-std=gnu17", *GNU, "-o", "/box/main", "{source}", "-lm"),
    run=("/app/main",),
    template="#include <stdio.h>\n\nint main(void)\n{\n    return 0;\n}\n",
    artefact="main",
    archive="libc.a",
)

#: The header that everybody includes takes 2.5 s to read, and 0.1 s once it has been compiled.
HEADER = 'mkdir bits && echo \'#include <bits/stdc++.h>\' >all.h && exec "$0" "$@" -x c++-header -o bits/stdc++.h.gch all.h'

CPP = Language(
    slug="cpp",
    name="C++",
    syntax="cpp",
    source="main.cpp",
    package="sudo apt-get install -y g++",
    find=system_tool,
    tools=("/usr/bin/g++", "/usr/local/bin/g++"),
    compile=("{tool}", "-std=gnu++20", *GNU, "-I/prepared", "-o", "/box/main", "{source}"),
    prepare=("/bin/sh", "-c", HEADER, "{tool}", "-std=gnu++20", *GNU),
    run=("/app/main",),
    template="#include <bits/stdc++.h>\nusing namespace std;\n\nint main()\n{\n    return 0;\n}\n",
    artefact="main",
    archive="libstdc++.a",
    out_of_memory=("std::bad_alloc",),
)


def find_go(language: Language) -> Found | None:
    """Go of the system, or of /usr/local. Its programs are static."""
    found = system_tool(language, "version")
    return found and Found(found.tool, found.version, is_static=True)


#: The parts of Go's library that programs of this kind use: newer versions come without them compiled.
BUILD_LIBRARY = """(echo "package main"; for name; do echo "import _ \\"$name\\""; done; echo "func main() {}") >all.go
exec "$0" build -o /dev/null all.go"""
LIBRARY = "bufio bytes container/heap container/list errors fmt io math math/big math/bits math/rand os sort strconv strings sync time unicode"

GO = Language(
    slug="go",
    name="Go",
    syntax="go",
    source="main.go",
    package="sudo apt-get install -y golang-go",
    find=find_go,
    tools=("/usr/bin/go", "/usr/local/go/bin/go"),
    prepare=("/bin/sh", "-c", BUILD_LIBRARY, "{tool}", *LIBRARY.split()),
    compile=("{tool}", "build", "-o", "/box/main", "{source}"),
    environment=(
        "GOCACHE={prepared}/go",
        "GOFLAGS=-trimpath",
        "GO111MODULE=off",
        "CGO_ENABLED=0",
        "GOTELEMETRY=off",
    ),
    run=("/app/main",),
    template=(
        'package main\n\nimport (\n\t"bufio"\n\t"fmt"\n\t"os"\n)\n\nfunc main() {\n'
        "\treader := bufio.NewReader(os.Stdin)\n\tvar n int\n\tfmt.Fscan(reader, &n)\n}\n"
    ),
    artefact="main",
    processes=64,
    reserves=True,
    out_of_memory=("out of memory",),
)


def find_rust(language: Language) -> Found | None:
    """Rust of the system, or of the judge's own rustup: then the box is shown that toolchain's folder alone, which
    holds compiler and library, and nothing of the home folder that it lies in."""
    if found := system_tool(language):
        return Found(found.tool, found.version, is_static=_static_libc())
    default = [
        Path(ask(tool, "--print", "sysroot"), "bin/rustc") for tool in existing(("~/.cargo/bin/rustc",))
    ]
    for tool in (*map(str, default), *existing(("~/.rustup/toolchains/stable-*/bin/rustc",))):
        if os.path.isfile(tool) and (said := ask(tool, "--version")):
            home = Path(os.path.realpath(tool)).parents[1]
            return Found(
                "/opt/rust/bin/rustc", version_in(said), _static_libc(), bound_home(home, "/opt/rust")
            )
    return None


def _static_libc() -> bool:
    return ask("/usr/bin/gcc", "-print-file-name=libc.a").startswith("/")


RUST = Language(
    slug="rust",
    name="Rust",
    syntax="rust",
    source="main.rs",
    package="sudo apt-get install -y rustc",
    find=find_rust,
    tools=("/usr/bin/rustc", "/usr/local/bin/rustc"),
    compile=(
        *(
            "{tool}",
            "--edition=2021",
            "-Copt-level=2",
            "-Clinker=/usr/bin/gcc",
            "-Ctarget-feature=+crt-static",
        ),
        *("-Cdebuginfo=0", "-Cstrip=symbols", "--color=never", "-o", "/box/main", "{source}"),
    ),
    run=("/app/main",),
    template=(
        "use std::io::{self, Read};\n\nfn main() {\n    let mut text = String::new();\n"
        "    io::stdin().read_to_string(&mut text).unwrap();\n}\n"
    ),
    artefact="main",
    out_of_memory=("memory allocation of",),
)
