#!/usr/bin/env python
"""Django's command line for this project."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the administrative command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interviewer.settings")
    if len(sys.argv) > 1 and sys.argv[1] in {"judge", "judge_selftest"}:
        # They need no apps, and loading those would take longer than judging.
        from assessments.judge import commandline

        run = commandline.judge if sys.argv[1] == "judge" else commandline.selftest
        sys.exit(run(sys.argv[2:]))
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
