"""The end of an answer by silence, as the page's own module counts it: run by Node with a clock of the test."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed here")
MODULE = Path(settings.BASE_DIR) / "static" / "js" / "candidate" / "pause.js"
SCRIPT = """
import {{ readFileSync }} from "node:fs";
const keys = {{}};
globalThis.document = {{ addEventListener: (name, act) => {{ keys[name] = act; }}, removeEventListener: () => {{}} }};
const kept = {{}};
globalThis.localStorage = {{ getItem: (k) => kept[k] ?? null, setItem: (k, v) => {{ kept[k] = v; }} }};
const source = readFileSync({path}, "utf8");
const {{ Pause, chosenPause, choosePause }} = await import("data:text/javascript," + encodeURIComponent(source));
let at = 0;
const seen = [];
const pause = (seconds) => new Pause({{ seconds, now: () => at,
  onCount: (left) => seen.push([at, left]), onEnd: () => seen.push([at, "end"]) }});
const hear = (one, level, milliseconds) => {{
  for (const until = at + milliseconds; at < until;) {{ at += 100; one.level(level); }}
}};
{steps}
console.log(JSON.stringify(seen));
"""


def play(steps: str) -> list:
    script = SCRIPT.format(path=json.dumps(str(MODULE)), steps=steps)
    command = ["node", "--input-type=module", "-e", script]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_a_pause_of_three_seconds_is_counted_down_and_ends_the_answer():
    seen = play("const p = pause(3); hear(p, 0.05, 500); hear(p, 0.7, 2000); hear(p, 0.05, 8000);")
    assert [what for _, what in seen] == [3, 2, 1, 0, "end"]
    assert [at for at, what in seen if what == "end"] == [8500]


def test_speaking_again_stops_the_countdown():
    seen = play(
        "const p = pause(3); hear(p, 0.05, 500); hear(p, 0.7, 2000); hear(p, 0.05, 4000); hear(p, 0.7, 1000);"
    )
    assert [what for _, what in seen] == [3, 2, 0]


def test_a_key_stops_the_countdown():
    seen = play(
        "const p = pause(3); hear(p, 0.05, 500); hear(p, 0.7, 2000); hear(p, 0.05, 3500);"
        "keys.keydown(); hear(p, 0.05, 2500);"
    )
    assert [what for _, what in seen] == [3, 0]


def test_silence_before_the_first_word_ends_nothing():
    assert play("const p = pause(2); hear(p, 0.05, 60000);") == []


def test_a_fan_that_hums_is_no_speech_once_it_is_the_room():
    seen = play("const p = pause(2); hear(p, 0.3, 1000); hear(p, 0.7, 2000); hear(p, 0.3, 8000);")
    assert [what for _, what in seen][-1] == "end"


def test_a_pause_is_never_shorter_than_two_seconds():
    assert play(
        "seen.push(pause(0.5).seconds, pause(0).seconds); choosePause(1); seen.push(chosenPause());"
    ) == [
        2,
        0,
        2,
    ]
