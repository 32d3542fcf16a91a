"""The design tokens: both dark blocks say the same, and text keeps its contrast in both themes."""

from __future__ import annotations

import re

import pytest

from interviewer.env import BASE_DIR

CSS = (BASE_DIR / "static/css/tokens.css").read_text()
SURFACES = ("canvas", "surface", "surface-sunken", "surface-hover", "surface-raised")
READABLE = [
    *((text, surface) for text in ("text", "text-soft", "text-muted", "accent-text") for surface in SURFACES),
    *(
        (f"{tone}-text", f"{tone}-soft")
        for tone in ("success", "warn", "danger", "info", "neutral", "accent")
    ),
    *((f"{tone}-text", "surface") for tone in ("success", "warn", "danger", "info")),
    *(("text", f"{tone}-soft") for tone in ("success", "warn", "danger", "info", "accent")),
    *(
        ("text-on-accent", fill)
        for fill in ("accent", "accent-hover", "accent-active", "danger", "danger-hover")
    ),
    *(
        (f"code-{kind}", "surface")
        for kind in ("keyword", "string", "number", "comment", "function", "type", "meta")
    ),
]
VISIBLE = [
    *(("line-control", surface) for surface in ("surface", "surface-sunken", "canvas")),
    *(("focus", surface) for surface in SURFACES),
    *((f"data-{number}", "surface") for number in (1, 2, 3, 4)),
    *((tone, "surface") for tone in ("success", "warn", "danger", "info", "accent")),
]


def block(opening: str) -> dict[str, str]:
    start = CSS.index(opening) + len(opening)
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", CSS[start : CSS.index("}", start)]))


LIGHT = block("color-scheme: light;")
DARK = {**LIGHT, **block(':root[data-theme="dark"] {')}


def luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_system_dark_theme_is_the_chosen_dark_theme():
    assert block(':root:not([data-theme="light"]) {') == block(':root[data-theme="dark"] {')


@pytest.mark.parametrize(("pairs", "least"), [(READABLE, 4.5), (VISIBLE, 3.0)], ids=["text", "lines"])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast_is_enough(theme: dict[str, str], pairs: list[tuple[str, str]], least: float):
    weak = {pair: round(contrast(theme[pair[0]], theme[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < least} == {}


def test_every_token_that_is_used_exists():
    used = {
        name
        for path in (BASE_DIR / "static").rglob("*.css")
        for name in re.findall(r"var\(--([\w-]+)", path.read_text())
    }
    scripts = (path for path in (BASE_DIR / "static/js").rglob("*.js"))
    by_script = {
        name for path in scripts for name in re.findall(r'setProperty\("--([\w-]+)"', path.read_text())
    }
    assert used - LIGHT.keys() - by_script == set()
