"""A package that a test may spoil, and the real judge."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assessments.judge.tests.conftest import judge, judge_folder  # noqa: F401  (fixtures)
from assessments.pool.packages import PROBLEMS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of one small problem."""
    return Path(shutil.copytree(PROBLEMS / "lift-pair", tmp_path / "lift-pair"))
