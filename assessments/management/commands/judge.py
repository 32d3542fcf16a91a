"""`manage.py judge SOURCE --language L --cases DIR`: judge one program."""

from __future__ import annotations

import sys

from django.core.management.base import BaseCommand

from assessments.judge import commandline


class Command(BaseCommand):
    """Named here so that `manage.py help` lists it; the work is done without Django's apps."""

    help = "Judge a program on the cases of a folder."

    def run_from_argv(self, argv: list[str]) -> None:
        """Hand over as it is: the options are the command's own."""
        sys.exit(commandline.judge(argv[2:]))
