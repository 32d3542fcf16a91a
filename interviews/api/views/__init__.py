"""Endpoints of jobs and interviews."""

from __future__ import annotations
