"""`manage.py transcribe AUDIO`: a recording in words, as JSON with times."""

from __future__ import annotations

import json
import mimetypes
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from interviewer.integrations.failures import IntegrationError
from interviewer.integrations.speech import get_speech


class Command(BaseCommand):
    """Writes down a recording."""

    help = "Write down a recording: {text, language, segments with seconds, engine} as JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file and its language."""
        parser.add_argument("audio", help="a recording, such as webm, ogg, wav or mp3")
        parser.add_argument("--language", default="en")

    def handle(self, *args: object, **options: object) -> None:
        """Write the transcript, or say why there is none."""
        path, speech = Path(str(options["audio"])), get_speech()
        if not path.is_file():
            raise CommandError(f"There is no file {path}.")
        if not speech.capabilities.transcribes:
            raise CommandError(f"{speech.label} does not transcribe. `make speech` installs what does.")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        try:
            transcript = speech.transcribe(path, str(options["language"]), kind)
        except IntegrationError as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(json.dumps(asdict(transcript), ensure_ascii=False))
