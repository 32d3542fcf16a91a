"""Judges of others behind our port, chosen by JUDGE_ENGINE and JUDGE_URL: go-judge, Judge0, Piston."""

from __future__ import annotations

from assessments.judge.remote.gojudge import GoJudge
from assessments.judge.remote.judge0 import Judge0
from assessments.judge.remote.piston import Piston

__all__ = ["GoJudge", "Judge0", "Piston"]
