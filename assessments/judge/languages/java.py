"""What a Java program's text decides: its file must be called like its public class, and some class has `main`."""

from __future__ import annotations

import re

from assessments.judge.languages.entry import Names

#: What may hide braces and words: comments, text blocks, strings, characters. Unended ones reach to the end.
_HIDDEN = re.compile(
    r'//[^\n]*|/\*.*?(?:\*/|\Z)|"""(?:\\.|.)*?(?:"""|\Z)|"(?:\\.|[^"\\\n])*"?|\'(?:\\.|[^\'\\\n])*\'?',
    re.DOTALL,
)
_PARTS = re.compile(
    r"[{}]|\b(?P<kind>class|interface|enum|record)\s+(?P<name>[\w$]+)|\bvoid\s+(?P<main>main)\s*\(", re.ASCII
)
_PACKAGE = re.compile(r"\bpackage\s+([\w$.]+)\s*;", re.ASCII)
_PUBLIC = re.compile(r"\bpublic\b(?:\s+(?:abstract|final|sealed|strictfp|non-sealed))*\s*\Z", re.ASCII)
LONGEST = 100


def names_of(source: str) -> Names:
    """The file of the public class (Main without one), and the first outer class with a `main`."""
    text = _HIDDEN.sub(" ", source)
    depth, outer, public, with_main, first = 0, "", "", "", ""
    for part in _PARTS.finditer(text):
        if part.group() == "{":
            depth += 1
        elif part.group() == "}":
            depth -= 1
        elif part["name"] and depth == 0:
            outer = part["name"]
            first = first or outer
            if not public and _PUBLIC.search(text, max(0, part.start() - 80), part.start()):
                public = outer
        elif part["main"] and depth == 1 and (not with_main or outer == public):
            with_main = outer
    package = _PACKAGE.search(text)
    prefix = f"{package.group(1)}." if package else ""
    entry = (with_main or public or first or "Main")[:LONGEST]
    return Names(f"{(public or 'Main')[:LONGEST]}.java", prefix + entry)
