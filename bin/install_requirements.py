"""Installs one requirements file into this virtual environment, unless it is there already.

What is installed is remembered by the hash of the file and of the files that it includes. uv does it in
seconds and is given pip's own configuration; where uv cannot be had or fails, pip does it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

UV = "uv==0.13.9"
ENVIRONMENT = Path(sys.prefix)


def content(path: Path) -> str:
    """The text of a requirements file with the files it includes by `-r`."""
    text = path.read_text()
    for line in text.splitlines():
        if line.startswith("-r "):
            text += content(path.parent / line[3:].strip())
    return text


def pip_settings() -> dict[str, list[str]]:
    """What pip is configured with, by environment or file: `index-url`, `find-links` and so on."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    ).stdout
    found: dict[str, list[str]] = {}
    for line in listed.splitlines():
        key, _, value = line.partition("=")
        for word in value.strip().strip("'\"").replace("\\n", " ").split():
            found.setdefault(key.rsplit(".", 1)[-1], []).append(word)
    return found


def uv_environment() -> dict[str, str]:
    """The environment that makes uv look for packages exactly where pip does."""
    settings, values = pip_settings(), dict(os.environ)
    if "index-url" in settings:
        values["UV_DEFAULT_INDEX"] = settings["index-url"][-1]
    if "extra-index-url" in settings:
        values["UV_INDEX"] = " ".join(dict.fromkeys(settings["extra-index-url"]))
        values["UV_INDEX_STRATEGY"] = "unsafe-best-match"  # what pip does with several
    if "find-links" in settings:
        values["UV_FIND_LINKS"] = ",".join(dict.fromkeys(settings["find-links"]))
    if "cert" in settings:
        values["SSL_CERT_FILE"] = settings["cert"][-1]
    return values


def install(path: Path) -> bool:
    """Install the file with uv, or else with pip; whether it worked."""
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    uv = ENVIRONMENT / "bin" / "uv"
    if uv.exists() or subprocess.run([*pip, UV], check=False).returncode == 0:
        command = [str(uv), "pip", "install", "--quiet", "--python", sys.executable, "-r", str(path)]
        if subprocess.run(command, env=uv_environment(), check=False).returncode == 0:
            return True
        print("    uv did not manage; pip tries.", flush=True)
    return subprocess.run([*pip, "-r", str(path)], check=False).returncode == 0


def main() -> int:
    """Install what the command line names; 0 when it is there."""
    path = Path(sys.argv[1])
    text = content(path)
    stamp = ENVIRONMENT / f".{path.stem}.sha256"
    digest = hashlib.sha256(f"{sys.version}{text}".encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return 0
    print(f"\033[1m==>\033[0m Installing {path}", flush=True)
    if not install(path):
        return 1
    stamp.write_text(digest)
    return 0


if __name__ == "__main__":
    sys.exit(main())
