#!/usr/bin/env python
"""Measures a turn of the conversation against a language model and a voice that take a set time.

    bin/bench_conversation.py --turns 10 --llm-ms 800 --voice-ms 300

Everything runs in this process on a database of its own: the request that takes the answer, the task that asks for
a follow-up, the task that has it spoken, and the request that shows it. Reported is what each takes, and how much of
the whole is ours: what is left without the set times. The queue adds the time until a worker takes a task.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
ANSWER = (
    "I built a payment service, measured its slow queries in case {n} and added two indexes to the database."
)


def slow_server(llm_ms: int, voice_ms: int) -> ThreadingHTTPServer:
    """A language model that always asks one more question, and a voice; both take their time."""

    from interviewer.integrations.llm.questions import bank

    class Handler(BaseHTTPRequestHandler):
        count = 0

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            is_voice = self.path.endswith("/audio/speech")
            time.sleep((voice_ms if is_voice else llm_ms) / 1000)
            body = b"ID3" + bytes(2000) if is_voice else self.follow_up()
            self.send_response(200)
            self.send_header("Content-Type", "audio/mpeg" if is_voice else "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def follow_up(self) -> bytes:
            Handler.count += 1
            # No two questions of the bank mean the same: a repetition would not be asked.
            text = bank()[Handler.count % len(bank())].text
            content = json.dumps({"needed": True, "text": text, "reason": "more"})
            message = {
                "index": 0,
                "finish_reason": "stop",
                "message": {"role": "assistant", "content": content},
            }
            usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
            shell = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "usage": usage}
            return json.dumps({**shell, "choices": [message]}).encode()

        def log_message(self, *_: object) -> None:
            """Be silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def prepare(folder: str, port: int) -> None:
    """Django on a new database, with the slow server as its AI."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "interviewer.settings",
        "SECRET_KEY": "only-for-this-measurement-" + "x" * 40,
        "DEBUG": "1",
        "DATA_DIR": folder,
        "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
        "LLM_ENGINE": "openai",
        "SPEECH_ENGINE": "openai",
        "OPENAI_API_KEY": "bench",
        "OPENAI_BASE_URL": f"http://127.0.0.1:{port}/v1",
        "OPENAI_VOICE_MODEL": "voice",
    }
    import logging

    import django

    django.setup()
    logging.disable(logging.INFO)
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)


def timed(work: object) -> float:
    """Milliseconds that a call takes."""
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return (time.perf_counter() - began) * 1000


def one_turn(candidate: object, turn: object, number: int) -> dict[str, float]:
    """Answer a question and have the follow-up asked aloud."""
    from interviews.services import follow_ups, voices

    candidate.does("open", turn)  # type: ignore[attr-defined]
    asked: list[object] = []
    steps = {
        "take the answer": timed(lambda: candidate.does("submit", turn, ANSWER.format(n=number))),  # type: ignore[attr-defined]
        "ask for a follow-up": timed(lambda: asked.append(follow_ups.consider(turn_id=turn.pk))),  # type: ignore[attr-defined]
    }
    if asked[0] is None:
        raise SystemExit("The follow-up was not asked: nothing to measure.")
    steps["speak it"] = timed(lambda: voices.speak(turn_id=asked[0].pk))  # type: ignore[attr-defined]
    steps["show it"] = timed(lambda: candidate.does("open", asked[0]))  # type: ignore[attr-defined]
    candidate.does("skip", asked[0])  # type: ignore[attr-defined]
    return steps


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--turns", type=int, default=10)
    parser.add_argument("--llm-ms", type=int, default=800)
    parser.add_argument("--voice-ms", type=int, default=300)
    options = parser.parse_args()
    server = slow_server(options.llm_ms, options.voice_ms)
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder, server.server_port)
        from interviews.services import planning
        from interviews.tests.conversations import Candidate, sitting, turns_of

        interview = sitting(own=options.turns + 1, max_follow_ups=1)
        planning.run(interview_id=interview.pk)
        candidate, turns = Candidate(interview), turns_of(interview)
        one_turn(candidate, turns[0], 0)  # loads the embeddings, as a running worker has
        measured = [one_turn(candidate, turn, n) for n, turn in enumerate(turns[1:], 1)]
    report(measured, options.llm_ms + options.voice_ms)


def report(measured: list[dict[str, float]], given: int) -> None:
    """The median of each step, and what of the whole is ours."""
    for name in measured[0]:
        print(f"{name:22}{statistics.median(one[name] for one in measured):8.0f} ms")
    totals = sorted(sum(one.values()) for one in measured)
    slowest = totals[min(len(totals) - 1, int(len(totals) * 0.95))]
    print(f"{'together':22}{statistics.median(totals):8.0f} ms   95 %: {slowest:.0f} ms")
    print(f"{'of that ours':22}{statistics.median(totals) - given:8.0f} ms   95 %: {slowest - given:.0f} ms")


if __name__ == "__main__":
    main()
