"""Problem packages in the formats of Kattis: read, judged, written."""

from __future__ import annotations
