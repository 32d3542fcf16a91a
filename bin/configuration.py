"""Writes the README's configuration table from interviewer/env.py, where the variables are declared."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from interviewer.env import VARIABLES  # noqa: E402

START, END = "<!-- configuration -->", "<!-- /configuration -->"


def example() -> str:
    """The text of .env.example."""
    lines = [
        "# Everything the product reads from its environment, with its default. Copy to .env (`make setup` does) and",
        "# uncomment what differs; real environment variables win over the file.",
    ]
    for variable in VARIABLES:
        default = "var" if variable.name == "DATA_DIR" else variable.default if variable.default != [] else ""
        shown = "" if variable.name == "SECRET_KEY" else "#"
        lines += ["", f"# {variable.help}", f"{shown}{variable.name}={default}"]
    return "\n".join(lines) + "\n"


def table() -> str:
    """The table in Markdown."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for variable in VARIABLES:
        default = "var" if variable.name == "DATA_DIR" else "" if variable.default == [] else variable.default
        rows.append(f"| `{variable.name}` | {f'`{default}`' if default != '' else ''} | {variable.help} |")
    return "\n".join(rows)


def main() -> None:
    """Rewrite both files."""
    (ROOT / ".env.example").write_text(example())
    readme = ROOT / "README.md"
    pattern = re.compile(f"{re.escape(START)}.*{re.escape(END)}", re.DOTALL)
    readme.write_text(pattern.sub(lambda _: f"{START}\n{table()}\n{END}", readme.read_text()))


if __name__ == "__main__":
    main()
