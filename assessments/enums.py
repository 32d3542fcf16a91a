"""Choices of the assessments app."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class QuestionType(TextChoices):
    """How a quiz question is answered."""

    SINGLE = "single", _("one answer is right")
    MULTIPLE = "multiple", _("several answers may be right")
    TRUE_FALSE = "true_false", _("true or false")


class Category(TextChoices):
    """The section of the quiz. Aptitude comes first."""

    APTITUDE = "aptitude", _("aptitude")
    TECHNICAL = "technical", _("technical")


class Difficulty(TextChoices):
    """How hard a problem is."""

    EASY = "easy", _("easy")
    MEDIUM = "medium", _("medium")
    HARD = "hard", _("hard")


class SubmissionKind(TextChoices):
    """Run shows sample cases to the candidate; submit judges all of them."""

    RUN = "run", _("run")
    SUBMIT = "submit", _("submit")


class SubmissionStatus(TextChoices):
    """Where a submission is; its verdict is a field apart."""

    QUEUED = "queued", _("queued")
    JUDGING = "judging", _("judging")
    DONE = "done", _("done")
    FAILED = "failed", _("could not be judged")
    CANCELLED = "cancelled", _("cancelled")


class Verdict(TextChoices):
    """What the judge said. The terms are those of programming contests."""

    ACCEPTED = "AC", _("accepted")
    WRONG_ANSWER = "WA", _("wrong answer")
    PRESENTATION = "PE", _("presentation error")
    TIME_LIMIT = "TLE", _("time limit exceeded")
    MEMORY_LIMIT = "MLE", _("memory limit exceeded")
    OUTPUT_LIMIT = "OLE", _("output limit exceeded")
    RUNTIME_ERROR = "RTE", _("runtime error")
    COMPILE_ERROR = "CE", _("compile error")
    INTERNAL_ERROR = "IE", _("internal error")


class CheckerKind(TextChoices):
    """How an output is compared with the right one."""

    TOKENS = "tokens", _("word by word")
    LINES = "lines", _("line by line")
    UNORDERED = "unordered", _("the same lines in any order")
    FLOATS = "floats", _("numbers within a tolerance")
    EXACT = "exact", _("byte by byte")
    CUSTOM = "custom", _("a program decides")
    INTERACTIVE = "interactive", _("interactive: a program plays against it")


class GroupRule(TextChoices):
    """How the cases of a group make its points."""

    SUM = "sum", _("each case gives its share")
    MIN = "min", _("all cases or nothing")


class Expected(TextChoices):
    """What a reference solution must get."""

    ACCEPTED = "AC", _("is accepted")
    REJECTED = "no", _("is not accepted")
    WRONG_ANSWER = "WA", _("gives a wrong answer")
    TIME_LIMIT = "TLE", _("takes too long")
    RUNTIME_ERROR = "RTE", _("fails while running")
