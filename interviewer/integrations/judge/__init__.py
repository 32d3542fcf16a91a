"""The judge integration: `get_judge()` returns the engine that the settings name."""

from __future__ import annotations

from functools import lru_cache

from interviewer.integrations.judge.port import Judge


def get_judge() -> Judge:
    """The judge of this process, named by the setting JUDGE_ENGINE."""
    from django.conf import settings

    return _judge(getattr(settings, "JUDGE_ENGINE", "assessments.judge.local.LocalJudge"))


@lru_cache
def _judge(path: str) -> Judge:
    from django.utils.module_loading import import_string

    return import_string(path)()
