"""The interview: invitation, stages, conversation, scoring, report."""

from __future__ import annotations
