"""Vectors of terms: stems and letter triples, hashed, for machines on which the embedding model is not installed."""

from __future__ import annotations

import zlib

import numpy as np

from interviewer.integrations.llm.textual import content_stems

DIMENSIONS = 4096
#: A whole stem says more than one of its letter triples.
STEM_WEIGHT, TRIPLE_WEIGHT = 1.0, 0.35


def vector(text: str) -> np.ndarray:
    """Return a unit vector of a text's terms; texts without any common term are at right angles."""
    found = np.zeros(DIMENSIONS, dtype=np.float32)
    for word in content_stems(text):
        found[_place(f"w:{word}")] += STEM_WEIGHT
        for start in range(len(word) - 2):
            found[_place(f"t:{word[start : start + 3]}")] += TRIPLE_WEIGHT
    return found / max(float(np.linalg.norm(found)), 1e-9)


def _place(term: str) -> int:
    # Python's own hash differs from process to process, and scores must not.
    return zlib.crc32(term.encode()) % DIMENSIONS
