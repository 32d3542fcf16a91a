"""`manage.py judge_selftest`: what isolation is in force."""

from __future__ import annotations

import sys

from django.core.management.base import BaseCommand

from assessments.judge import commandline


class Command(BaseCommand):
    """Named here so that `manage.py help` lists it; the work is done without Django's apps."""

    help = "Say which walls are in force for strangers' programs, and which languages are there."

    def run_from_argv(self, argv: list[str]) -> None:
        """Hand over as it is: the options are the command's own."""
        sys.exit(commandline.selftest(argv[2:]))
