"""Statements in LaTeX as Markdown: the commands that problem statements use, mathematics left as it is."""

from __future__ import annotations

import re

_FONTS = {
    "textbf": "**", "bf": "**", "emph": "*", "textit": "*", "it": "*", "texttt": "`", "tt": "`", "t": "`",
}  # fmt: skip
_SECTIONS = {"section": "## ", "subsection": "### ", "subsubsection": "#### ", "paragraph": "#### "}
_TITLES = {"Input": "Input", "Output": "Output", "Interaction": "Interaction"}
_PLAIN = {
    r"\ldots": "…", r"\dots": "…", r"\textellipsis": "…", r"\textbackslash": "\\\\", r"\&": "&", r"\%": "%",
    r"\#": "#", r"\_": "\\_", r"\{": "{", r"\}": "}", "``": "“", "''": "”", "---": "—", "--": "–", "~": " ",
    r"\noindent": "", r"\centering": "", r"\hline": "", r"\ ": " ", r"\,": " ", r"\-": "",
}  # fmt: skip
_MATHS = re.compile(
    r"\$\$(?P<d>.+?)\$\$|\\\[(?P<e>.+?)\\\]|(?<!\\)\$(?P<i>[^$]+?)(?<!\\)\$|\\\((?P<j>.+?)\\\)", re.DOTALL
)
_VERBATIM = re.compile(r"\\begin\{(verbatim|lstlisting)\}(?:\[[^\]]*\])?\n?(.*?)\\end\{\1\}", re.DOTALL)
_ENVIRONMENT = re.compile(r"\\(begin|end)\{(\w+\*?)\}((?:\[[^\]]*\])?(?:\{[^{}]*\})*)")
_ARGUMENT = r"\{((?:[^{}]|\{[^{}]*\})*)\}"


def as_markdown(text: str) -> str:
    """The statement as Markdown. What is not known is dropped, what stands in its braces stays."""
    kept: list[str] = []

    def keep(markdown: str) -> str:
        kept.append(markdown)
        return f"\0{len(kept) - 1}\0"

    text = _VERBATIM.sub(lambda found: keep(f"\n\n```\n{found[2].strip(chr(10))}\n```\n\n"), text)
    text = re.sub(r"(?<!\\)%[^\n]*\n?", "", text)
    text = _MATHS.sub(lambda found: keep(_maths(found)), text)
    text = _without_title(text)
    text = _pictures(text)
    text = _lists(text)
    text = _commands(text)
    text = re.sub(r"[ \t]+$|^ (?=\S)", "", text, flags=re.MULTILINE)
    text = re.sub("\0(\\d+)\0", lambda found: kept[int(found[1])], text)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def title(text: str) -> str:
    r"""What \problemname says."""
    found = re.search(r"\\problemname\s*" + _ARGUMENT, text)
    return found[1].strip() if found else ""


def _maths(found: re.Match[str]) -> str:
    display = found["d"] or found["e"]
    return f"\n\n$$\n{display.strip()}\n$$\n\n" if display else f"${(found['i'] or found['j']).strip()}$"


def _without_title(text: str) -> str:
    return re.sub(r"\\problemname\s*" + _ARGUMENT, "", text)


def _pictures(text: str) -> str:
    text = re.sub(
        r"\\illustration\s*\{[^{}]*\}\s*\{([^{}]*)\}\s*" + _ARGUMENT,
        lambda found: f"\n\n![{_commands(found[2]).strip()}]({found[1].strip()})\n\n",
        text,
    )
    return re.sub(r"\\includegraphics\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}", r"\n\n![](\1)\n\n", text)


def _lists(text: str) -> str:
    """Environments, line by line: the innermost list says how an item begins."""
    open_lists: list[str] = []
    made = []
    for part in re.split(r"(\\(?:begin|end)\{\w+\*?\}(?:\[[^\]]*\])?(?:\{[^{}]*\})*|\\item\b)", text):
        environment = _ENVIRONMENT.fullmatch(part)
        if part == r"\item":
            sign = "1." if open_lists and open_lists[-1] == "enumerate" else "-"
            made.append("\n" + "   " * max(len(open_lists) - 1, 0) + sign + " ")
        elif environment and environment[2] in {"itemize", "enumerate"}:
            _enter(open_lists, environment)
            made.append("\n" if open_lists else "\n\n")
        elif environment:
            made.append(_environment(environment))
        else:
            made.append(re.sub(r"\s*\n\s*", " ", part).strip() + " " if open_lists else part)
    return _tables("".join(made))


def _enter(open_lists: list[str], environment: re.Match[str]) -> None:
    if environment[1] == "begin":
        open_lists.append(environment[2])
    elif open_lists:
        open_lists.pop()


def _environment(environment: re.Match[str]) -> str:
    begins, name = environment[1] == "begin", environment[2]
    if name in _TITLES:
        return f"\n\n## {_TITLES[name]}\n\n" if begins else "\n\n"
    if name == "tabular":
        return "\n\n\1" if begins else "\2\n\n"
    return "\n\n"


def _tables(text: str) -> str:
    def table(found: re.Match[str]) -> str:
        body = re.sub(r"\\(hline|cline\{[^{}]*\}|toprule|midrule|bottomrule)", "", found[1])
        rows = [row.strip() for row in body.split("\\\\") if row.strip()]
        if not rows:
            return ""
        cells = [[re.sub(r"\s+", " ", cell).strip() for cell in re.split(r"(?<!\\)&", row)] for row in rows]
        lines = ["| " + " | ".join(row) + " |" for row in cells]
        return "\n".join([lines[0], "|" + " --- |" * len(cells[0]), *lines[1:]])

    return re.sub("\1(.*?)\2", table, text, flags=re.DOTALL)


def _commands(text: str) -> str:
    for _round in range(6):  # commands in the arguments of commands
        before = text
        for name, sign in _FONTS.items():
            text = re.sub(rf"\\{name}\s*" + _ARGUMENT, lambda found, s=sign: _in_signs(found[1], s), text)
            text = re.sub(
                rf"\{{\\{name}\s+((?:[^{{}}]|\{{[^{{}}]*\}})*)\}}",
                lambda found, s=sign: _in_signs(found[1], s),
                text,
            )
        if text == before:
            break
    for name, sign in _SECTIONS.items():
        text = re.sub(rf"\\{name}\*?\s*" + _ARGUMENT, rf"\n\n{sign}\1\n\n", text)
    text = re.sub(r"\\href\s*\{([^{}]*)\}\s*" + _ARGUMENT, r"[\2](\1)", text)
    text = re.sub(r"\\url\s*\{([^{}]*)\}", r"<\1>", text)
    text = re.sub(r"\\(nextsample|remainingsamples)\b", "", text)
    text = text.replace("\\\\", "\n")
    for sign, plain in _PLAIN.items():
        text = text.replace(sign, plain)
    text = re.sub(r"\\[a-zA-Z]+\*?(\[[^\]]*\])?[ \t]*", "", text)
    return re.sub(r"(?<!\\)[{}]", "", text)


def _in_signs(inside: str, sign: str) -> str:
    return f"{sign}{inside.strip()}{sign}" if inside.strip() else ""
