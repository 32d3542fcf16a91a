"""A tiny HTTP server that answers as it is told: late, wrong, or not at all."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One answer; a silent one never comes."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    silent: bool = False


@dataclass
class FaultyServer:
    """Its address and what was asked of it; the last reply is repeated."""

    base_url: str
    asked: list[dict[str, Any]]


def completion(content: Any, **message: Any) -> Reply:
    """Return a chat completion whose message has this content (JSON unless it is a text)."""
    text = content if isinstance(content, str) or content is None else json.dumps(content)
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "test-model-2026",
        "choices": [
            {
                "index": 0,
                "finish_reason": "stop",
                "message": {"role": "assistant", "content": text, **message},
            }
        ],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
    }
    return Reply(body=json.dumps(body).encode())


@contextlib.contextmanager
def faulty_server(*replies: Reply) -> Iterator[FaultyServer]:
    """Serve the replies one after the other."""
    asked: list[dict[str, Any]] = []
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            with contextlib.suppress(ValueError):
                asked.append(json.loads(raw))
                raw = b""
            if raw:
                asked.append({"bytes": len(raw)})
            reply = replies[min(len(asked), len(replies)) - 1]
            if reply.silent:
                over.wait(20)
                return
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.content_type)
            self.send_header("Content-Length", str(len(reply.body)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield FaultyServer(f"http://127.0.0.1:{server.server_address[1]}/v1", asked)
    finally:
        over.set()
        server.shutdown()
        server.server_close()
