"""What the quiz page of an interview sends."""

from __future__ import annotations

import uuid

from django.http import QueryDict

from assessments import quiz_input
from assessments.quiz_input import AnswerInput, where_to

__all__ = ["read_answer", "where_to"]


def read_answer(sent: QueryDict) -> AnswerInput:
    """An answer whose options are named by their ids. Raises Invalid for an option that is no option of anything."""
    return quiz_input.read_answer(sent, uuid.UUID)
