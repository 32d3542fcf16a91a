"""Languages whose source is what is run, after a look at its syntax: Python, JavaScript, TypeScript, SQL."""

from __future__ import annotations

from pathlib import Path

from assessments.judge.languages.entry import Found, Language
from assessments.judge.languages.finding import ask, bound_home, system_tool, version_in
from assessments.judge.languages.typescript_compiler import installed_compiler

PYTHON_CHECK = (
    "import sys, warnings; warnings.simplefilter('ignore'); "
    "compile(open(sys.argv[1], 'rb').read(), 'main.py', 'exec', dont_inherit=True)"
)
PYTHONS = ("/usr/bin/python3", "/usr/local/bin/python3")
NODES = ("/usr/bin/node", "/usr/local/bin/node")

PYTHON = Language(
    slug="python",
    name="Python 3",
    syntax="python",
    source="main.py",
    package="sudo apt-get install -y python3",
    find=system_tool,
    tools=PYTHONS,
    compile=("{tool}", "-I", "-c", PYTHON_CHECK, "{source}"),
    run=("{tool}", "-I", "{source}"),
    template="import sys\n\n\ndef main():\n    data = sys.stdin.read().split()\n\n\nmain()\n",
    out_of_memory=("MemoryError",),
)

JAVASCRIPT = Language(
    slug="javascript",
    name="JavaScript",
    syntax="javascript",
    source="main.js",
    package="sudo apt-get install -y nodejs",
    find=system_tool,
    tools=NODES,
    # Flags for heap or stack would cost its code cache: the box alone limits it.
    compile=("{tool}", "--check", "{source}"),
    run=("{tool}", "{source}"),
    template=(
        'const lines = require("fs").readFileSync(0, "utf8").split("\\n");\n\n'
        "function main() {\n}\n\nmain();\n"
    ),
    processes=64,
    reserves=True,
    out_of_memory=("JavaScript heap out of memory", "Array buffer allocation failed"),
)


def find_typescript(language: Language) -> Found | None:
    """Node, and the compiler that setup has fetched at the version pinned beside this module."""
    node, compiler = system_tool(language), installed_compiler()
    if node is None or compiler is None:
        return None
    return Found(node.tool, compiler.version, binds=bound_home(compiler.folder, "/opt/typescript"))


TYPESCRIPT = Language(
    slug="typescript",
    name="TypeScript",
    syntax="typescript",
    source="main.ts",
    package="`make setup` fetches its compiler where nodejs and npm are installed",
    find=find_typescript,
    tools=NODES,
    compile=(
        *("{tool}", "/opt/typescript/typescript/lib/tsc.js", "--outDir", "/box", "--target", "es2022"),
        *("--module", "commonjs", "--strict", "--noEmitOnError", "--skipLibCheck", "--pretty", "false"),
        *("--typeRoots", "/opt/typescript/@types", "--types", "node", "{source}"),
    ),
    run=("{tool}", "/app/main.js"),
    template=(
        'import { readFileSync } from "fs";\n\nconst lines: string[] = readFileSync(0, "utf8").split("\\n");\n\n'
        "function main(): void {\n}\n\nmain();\n"
    ),
    artefact="main.js",
    processes=64,
    reserves=True,
    out_of_memory=JAVASCRIPT.out_of_memory,
)


def find_sql(language: Language) -> Found | None:
    """SQLite as Python brings it."""
    python = system_tool(language)
    said = python and ask(python.tool, "-I", "-c", "import sqlite3; print(sqlite3.sqlite_version)")
    return Found(python.tool, version_in(said)) if python and said else None


#: The case's input makes the tables and their rows, the program asks.
SQL_HELPER = Path(__file__).with_name("run_sql.py")

SQL = Language(
    slug="sql",
    name="SQL (SQLite)",
    syntax="sql",
    source="main.sql",
    package="sudo apt-get install -y python3",
    find=find_sql,
    tools=PYTHONS,
    helpers=(SQL_HELPER,),
    compile=("{tool}", "-I", "/app/run_sql.py", "--check", "{source}"),
    run=("{tool}", "-I", "/app/run_sql.py", "{source}"),
    template="SELECT 1;\n",
    out_of_memory=("MemoryError", "out of memory"),
)
