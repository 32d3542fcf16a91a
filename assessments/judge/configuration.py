"""What the judge needs to know of this installation."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from assessments.judge.build import PROJECT

#: What every box may read of the host: programs and libraries. Links (/bin to usr/bin) are made where the host has them.
SYSTEM_FOLDERS = ("/usr", "/bin", "/lib", "/lib64", "/sbin")


@dataclass(frozen=True)
class Configuration:
    """`folder` is the judge's own, for compiled programs and locks. `slots` cases run at once."""

    folder: Path
    slots: int = field(default_factory=lambda: len(os.sched_getaffinity(0)))
    compile_cpu_ms: int = 10_000
    compile_memory_mib: int = 1024
    use_cgroups: bool = True
    private: tuple[Path, ...] = ()

    def hidden(self) -> tuple[str, ...]:
        """Folders that would be visible because they lie under /usr: ours, and the virtual environment."""
        ours = {
            self.folder,
            PROJECT,
            *self.private,
            *([Path(sys.prefix)] if sys.prefix != sys.base_prefix else []),
        }
        return tuple(sorted(str(path) for path in ours if Path("/usr") in path.resolve().parents))


def from_settings() -> Configuration:
    """The configuration that Django's settings describe."""
    from django.conf import settings

    slots = int(getattr(settings, "JUDGE_SLOTS", 0) or 0)
    data = Path(settings.DATA_DIR)
    more = {"slots": slots} if slots > 0 else {}
    return Configuration(folder=data / "judge", private=(data, Path(settings.MEDIA_ROOT)), **more)
