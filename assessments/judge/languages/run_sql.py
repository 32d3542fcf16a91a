"""Runs SQL in the box: the input makes tables and rows in an empty SQLite database, then the program is run.

Each row of a result is a line, its values separated by `|`: NULL for a missing one, X'0A' for bytes, whole and
broken numbers as SQLite writes them. There is no header.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator


def statements(text: str) -> Iterator[str]:
    """The statements of a script, one by one; what has no end is the last one."""
    begun = ""
    for piece in text.split(";"):
        begun += piece
        if sqlite3.complete_statement(begun + ";"):
            if begun.strip():
                yield begun.strip()
            begun = ""
        else:
            begun += ";"
    if begun.rstrip(";").strip():
        yield begun.rstrip(";").strip()


def shown(value: object) -> str:
    """A value as text."""
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"X'{value.hex().upper()}'"
    return str(value)


def stop(message: str) -> None:
    """Say what is wrong, and end with a failure."""
    print(message, file=sys.stderr)
    sys.exit(1)


def check(text: str) -> None:
    """Whether the program can be SQL at all: without its tables no more can be said."""
    database = sqlite3.connect(":memory:")
    for number, statement in enumerate(statements(text), 1):
        try:
            database.execute(f"EXPLAIN {statement}")
        except sqlite3.Error as problem:
            if any(sign in str(problem) for sign in ("syntax error", "incomplete", "unrecognized token")):
                stop(f"main.sql: statement {number}: {problem}")


def run(text: str) -> None:
    """The input's statements, then the program's; every row of every result is printed."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.executescript(sys.stdin.read())
    except (sqlite3.Error, UnicodeDecodeError) as problem:
        stop(f"the input is not SQL: {problem}")
    for number, statement in enumerate(statements(text), 1):
        try:
            for row in database.execute(statement):
                sys.stdout.write("|".join(map(shown, row)) + "\n")
        except sqlite3.Error as problem:
            sys.stdout.flush()
            stop(f"main.sql: statement {number}: {problem}")


def main() -> None:
    """`run_sql.py [--check] FILE`."""
    with open(sys.argv[-1], encoding="utf-8") as file:
        text = file.read()
    if sys.argv[1] == "--check":
        check(text)
    else:
        run(text)


if __name__ == "__main__":
    main()
