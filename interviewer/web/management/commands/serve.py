"""Runs the product: web server and worker together, each started again when it dies."""

from __future__ import annotations

import os
import signal
import time
import urllib.error
import urllib.request

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from interviewer.env import read
from interviewer.web import processes
from interviewer.web.processes import Process


class Command(BaseCommand):
    """One command for small installations; larger ones run the two processes by themselves."""

    help = "Start the web server and the background worker. Ctrl-C stops both; a second one at once."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen, and what to start."""
        parser.add_argument("--port", type=int, default=settings.PORT, help="Default: PORT, or 8000.")
        parser.add_argument("--host", default="127.0.0.1", help="Address to listen on; 0.0.0.0 for all.")
        parser.add_argument("--no-worker", action="store_true", help="The web server alone.")
        parser.add_argument(
            "--grace",
            type=int,
            default=60,
            help="Seconds that the worker has to finish its task when stopping.",
        )

    def handle(self, *args: object, **options: object) -> None:
        """Start both, watch over them until a signal comes, stop both."""
        host, port = str(options["host"]), int(options["port"])
        if problem := processes.why_port_is_unusable(host, port):
            raise CommandError(
                f"Cannot listen on {host} port {port}: {problem}. Choose another, for example PORT={port + 1}."
            )
        os.environ["PORT"] = str(port)  # the children's links and CSRF check name the same port
        command = processes.web_command(host=host, port=port, workers=int(read("WEB_WORKERS")))
        self.children = [Process("web server", command)]
        if not options["no_worker"]:
            self.children.append(Process("worker", processes.worker_command()))
        self.signals = 0
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)
        for child in self.children:
            child.start()
        self._watch(f"http://{'localhost' if host in {'127.0.0.1', '0.0.0.0', '::'} else host}:{port}/", port)  # noqa: S104
        self._stop(int(options["grace"]))

    def _say(self, text: str) -> None:
        """At once: into a file or a pipe, Python would keep it back."""
        self.stdout.write(text)
        self.stdout.flush()

    def _on_signal(self, number: int, frame: object) -> None:
        self.signals += 1

    def _watch(self, url: str, port: int) -> None:
        """Until a signal comes: say when pages are served, start again what died."""
        is_ready = False
        while not self.signals:
            for child in self.children:
                if message := child.died():
                    self.stderr.write(self.style.WARNING(message))
                child.restart_if_due()
            if not is_ready and self._answers(url):
                is_ready = True
                self._say(self.style.SUCCESS(f"AI Interviewer is at {url}   (Ctrl-C stops it)"))
            time.sleep(0.2)

    def _answers(self, url: str) -> bool:
        try:
            with urllib.request.urlopen(f"{url}livez", timeout=2) as answer:  # noqa: S310 - our own address
                return answer.status == 200
        except urllib.error.HTTPError:
            return True  # it answers, but not to this host name: ALLOWED_HOSTS
        except OSError:
            return False

    def _stop(self, grace: int) -> None:
        """Ask all to finish, wait, then kill what is left; a second signal ends the waiting."""
        self._say("Stopping: requests and tasks that have begun are finished.")
        for child in self.children:
            child.signal(signal.SIGTERM)
        until = time.monotonic() + grace
        while (
            any(child.is_running for child in self.children) and time.monotonic() < until and self.signals < 2
        ):
            time.sleep(0.1)
        for child in self.children:
            if child.is_running:
                self.stderr.write(
                    self.style.WARNING(f"The {child.name} did not finish in time and is killed.")
                )
            child.kill()
        self._say("Stopped.")
