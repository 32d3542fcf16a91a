"""The JavaScript example of the documentation takes a whole interview of the started product."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from interviewer.env import BASE_DIR
from interviews.tests.journey.jobs import open_job

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NODE = shutil.which("node") or ""
EMAIL = "asha.rao@example.com"


@pytest.mark.skipif(not NODE, reason="node is not installed")
def test_the_example_goes_from_the_public_link_to_the_feedback(product):
    running = product(DEBUG=False, SPEECH_ENGINE="none", LLM_ENGINE="offline")
    token = open_job(running).rstrip("/").rsplit("/", 1)[-1]
    script = BASE_DIR / "docs" / "examples" / "interview.mjs"
    program = subprocess.Popen(
        [NODE, str(script), running.url, token, EMAIL],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1,
    )  # fmt: skip
    said = []
    try:
        for line in program.stdout:
            said.append(line.strip())
            if line.strip() == "code?":
                program.stdin.write(running.mail_to(EMAIL, subject="code").code + "\n")
                program.stdin.flush()
        assert program.wait(timeout=30) == 0, said
    finally:
        program.kill()
    stages = [
        "consent",
        "resume",
        "email_code",
        "code?",
        "match",
        "quiz",
        "coding",
        "devices",
        "conversation",
        "scoring",
    ]
    assert (said[:-1], said[-1].startswith("feedback: ")) == (stages, True)
