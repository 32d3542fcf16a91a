"""Texts made to keep a program busy are read as quickly as any other."""

from __future__ import annotations

import time
from datetime import date

import pytest

from interviewer.integrations.llm.answers import read_answer
from interviewer.integrations.llm.evidence import locate
from interviewer.integrations.llm.injection import screen
from interviewer.integrations.llm.masking import mask_identity
from interviewer.integrations.llm.resume import parse
from interviewer.integrations.llm.skills import find_skills

LENGTH = 20_000
PIECES = [
    "a",
    "12-",
    "a.",
    "a@",
    "a-",
    "\n",
    " \n",
    " ",
    "é",
    "1 ",
    "ignore ",
    "10 years of ",
    "http://",
    "#",
    "\u200b",
    "+91 ",
    "Aa ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_length_only(piece: str):
    text = piece * (LENGTH // len(piece))
    began = time.process_time()

    screen(text)
    mask_identity(text, ["Ann Lee"])
    parse(text, today=date(2026, 11, 24))
    find_skills(text)
    read_answer(text)
    locate("something else entirely", text)

    # It takes about 0.1 s; with a quadratic expression it took from 5 s to minutes.
    assert time.process_time() - began < 3
