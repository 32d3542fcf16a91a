"""A small Brevo over real HTTP: takes an e-mail only if it is what the vendor's own model types describe."""

from __future__ import annotations

import contextlib
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import sib_api_v3_sdk as sdk

KEY = "xkeysib-test"
_PLAIN = {"str": str, "int": int, "bool": bool, "object": dict, "datetime": str}


def problems(value: Any, kind: str, where: str = "body") -> list[str]:
    """Where a value is not of a type of the vendor's SDK (`swagger_types`), recursively; unknown fields too."""
    if found := re.fullmatch(r"list\[(\w+)\]", kind):
        if not isinstance(value, list) or not value:
            return [f"{where} is no list with something in it"]
        return [text for i, one in enumerate(value) for text in problems(one, found[1], f"{where}[{i}]")]
    if kind in _PLAIN:
        return [] if isinstance(value, _PLAIN[kind]) else [f"{where} is no {kind}"]
    model = getattr(sdk, kind)
    if not isinstance(value, dict):
        return [f"{where} is no {kind}"]
    names = {wire: attribute for attribute, wire in model.attribute_map.items()}
    wrong = [f"{where}.{name} is unknown" for name in value if name not in names]
    for wire, attribute in names.items():
        if wire in value:
            wrong += problems(value[wire], model.swagger_types[attribute], f"{where}.{wire}")
    try:
        model(**{names[wire]: one for wire, one in value.items() if wire in names})
    except ValueError as problem:  # a required field, or a value that the vendor's pattern refuses
        wrong.append(f"{where}: {problem}")
    return wrong


@dataclass
class Brevo:
    """Where it is, what it took, and how it answers: as Brevo does, or by `status` and `body` when they are set."""

    url: str = ""
    taken: list[dict[str, Any]] = field(default_factory=list)
    asked: int = 0
    status: int = 0
    body: bytes = b'{"code": "invalid_parameter", "message": "as the test wants"}'
    silent: threading.Event | None = None

    def answer(self, path: str, key: str | None, sent: Any) -> tuple[int, dict[str, str]]:
        """What Brevo would say."""
        if path != "/v3/smtp/email":
            return 404, {"code": "document_not_found", "message": "no such path"}
        if key != KEY:
            return 401, {"code": "unauthorized", "message": "Key not found"}
        wrong = problems(sent, "SendSmtpEmail")
        wrong += [f"body.{name} is missing" for name in ("sender", "to", "subject") if name not in sent]
        if wrong:
            return 400, {"code": "invalid_parameter", "message": "; ".join(wrong)}
        name = sent.get("headers", {}).get("idempotencyKey")
        if name and any(one.get("headers", {}).get("idempotencyKey") == name for one in self.taken):
            return 400, {"code": "duplicate_request", "message": "this key was used"}
        self.taken.append(sent)
        return 201, {"messageId": f"<{len(self.taken)}@smtp-relay.mailin.fr>"}


def _handler(brevo: Brevo) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            brevo.asked += 1
            if brevo.silent:
                brevo.silent.wait(20)
                return
            if brevo.status:
                status, body = brevo.status, brevo.body
            else:
                status, answer = brevo.answer(self.path, self.headers.get("api-key"), sent)
                body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler


@contextlib.contextmanager
def brevo_server() -> Iterator[Brevo]:
    """A server of this test."""
    brevo = Brevo()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(brevo))
    server.daemon_threads = True
    brevo.url = f"http://127.0.0.1:{server.server_address[1]}/v3"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield brevo
    finally:
        if brevo.silent:
            brevo.silent.set()
        server.shutdown()
        server.server_close()
