"""A server on which no box can be made: every place says so with the remedy, and everything else works."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from assessments.judge import build, languages
from assessments.models import CodeDraft, Submission
from interviewer.accounts.tests.factories import StaffFactory
from interviewer.integrations import judge as judges
from interviews.tests.coders import Coder, coder

REASON = "gcc is missing, which the judge is built with."


@pytest.fixture
def no_compiler(monkeypatch, settings, tmp_path) -> None:
    """The launcher has never been built, and cannot be: the real judge finds that out by itself."""
    settings.JUDGE_ENGINE = "assessments.judge.local.LocalJudge"
    monkeypatch.setattr(build, "SHARED", tmp_path / "build")
    monkeypatch.setenv("PATH", str(tmp_path))
    forget_what_was_found()
    yield
    forget_what_was_found()


def forget_what_was_found() -> None:
    """The judge and its languages, which are looked for once in a process."""
    judges._judge.cache_clear()
    languages.find.cache_clear()


@pytest.fixture
def candidate(no_compiler) -> Coder:
    return coder()


@pytest.mark.django_db
def test_health_names_the_reason_and_the_remedy(client, no_compiler):
    page = client.get("/health/").content.decode()
    assert f"{REASON} {build.REMEDY}" in page
    answer = client.get("/health/", headers={"Accept": "application/json"})
    assert answer.status_code == 200


@pytest.mark.django_db
def test_the_admin_names_the_reason_and_the_remedy(client, no_compiler):
    client.force_login(StaffFactory(), backend="django.contrib.auth.backends.ModelBackend")
    page = client.get("/admin/", follow=True).content.decode()
    assert f"{REASON} {build.REMEDY}" in page


@pytest.mark.django_db
def test_candidates_write_on_and_nothing_is_lost(candidate):
    page = candidate.client.get(candidate.url, follow=True).content.decode()
    assert REASON in page
    assert "What you write is saved" in page
    assert candidate.drafts("print(1)").status_code < 300
    assert candidate.sends("print(2)").status_code == 503
    assert CodeDraft.objects.get().code == "print(2)"
    assert not Submission.objects.exists()


@pytest.mark.box
def test_without_user_namespaces_the_command_says_how_to_allow_them(tmp_path):
    if shutil.which("unshare") is None:
        pytest.skip("unshare (util-linux) is not installed")
    # In a namespace of its own a limit can be set that forbids further ones, as hosts and containers do.
    script = 'echo 0 >/proc/sys/user/max_user_namespaces && exec "$0" "$@"'
    done = subprocess.run(
        [
            "unshare",
            "-U",
            "-r",
            "sh",
            "-c",
            script,
            sys.executable,
            str(build.PROJECT / "manage.py"),
            "judge_selftest",
        ],
        cwd=tmp_path,
        env={"PATH": "/usr/sbin:/usr/bin:/bin", "DATA_DIR": str(tmp_path / "data"), "DEBUG": "True"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if "max_user_namespaces" in done.stderr or "unshare:" in done.stderr:
        pytest.skip(f"user namespaces cannot be limited here: {done.stderr.strip()}")
    assert done.returncode == 1
    assert done.stdout.startswith("Code is refused. Code cannot be judged safely on this machine")
    assert "Allow user namespaces for the judge" in done.stdout
