"""Pages of the candidate's interview, a module for each stage."""

from __future__ import annotations
