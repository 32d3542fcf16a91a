"""Choices of the interviews app."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    """The stages of an interview, in their fixed order."""

    CONSENT = "consent", _("Welcome")
    RESUME = "resume", _("Résumé")
    EMAIL_CODE = "email_code", _("E-mail")
    MATCH = "match", _("Match")
    QUIZ = "quiz", _("Quiz")
    CODING = "coding", _("Coding")
    DEVICES = "devices", _("Devices")
    CONVERSATION = "conversation", _("Conversation")
    SCORING = "scoring", _("Scoring")


class InterviewStatus(TextChoices):
    """Where an interview is as a process; the recruiter's decision is a field apart."""

    INVITED = "invited", _("invited")
    IN_PROGRESS = "in_progress", _("in progress")
    SCORING = "scoring", _("being scored")
    COMPLETED = "completed", _("completed")
    SCREENED_OUT = "screened_out", _("below the match threshold")
    EXPIRED = "expired", _("expired")
    REVOKED = "revoked", _("revoked")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Decision(TextChoices):
    """What the recruiter decided."""

    UNDECIDED = "undecided", _("undecided")
    SHORTLISTED = "shortlisted", _("shortlisted")
    ON_HOLD = "on_hold", _("on hold")
    REJECTED = "rejected", _("rejected")
    HIRED = "hired", _("hired")


class Recommendation(TextChoices):
    """What a reviewer advises."""

    STRONG_YES = "strong_yes", _("strong yes")
    YES = "yes", _("yes")
    NO = "no", _("no")
    STRONG_NO = "strong_no", _("strong no")


class BulkKind(TextChoices):
    """What is done to many candidates at once."""

    DECIDE = "decide", _("decide")
    TAG = "tag", _("add a tag")
    UNTAG = "untag", _("take a tag away")
    FLAG = "flag", _("flag")
    UNFLAG = "unflag", _("take the flag away")


class InterviewSource(TextChoices):
    """How the candidate came."""

    INVITATION = "invitation", _("invitation")
    PUBLIC_LINK = "public_link", _("public link")
    JOB_BOARD = "job_board", _("job board")


class BatchAction(TextChoices):
    """What is done to many invitations at once."""

    INVITE = "invite", _("invite")
    RESEND = "resend", _("send again")
    EXTEND = "extend", _("extend")
    REVOKE = "revoke", _("withdraw")


class RowResult(TextChoices):
    """What became of one row of a list."""

    WAITING = "waiting", _("waiting")
    INVITED = "invited", _("invited")
    ALREADY = "already", _("already invited")
    DUPLICATE = "duplicate", _("twice in the list")
    BAD_ADDRESS = "bad_address", _("no valid address")
    NAME_MISSING = "name_missing", _("name missing")
    BAD_VALUE = "bad_value", _("something is wrong")
    ENDED = "ended", _("has withdrawn")
    DONE = "done", _("done")
    REFUSED = "refused", _("not done")


class Reminder(TextChoices):
    """Why somebody is reminded of an invitation."""

    UNOPENED = "unopened", _("not opened after three days")
    TWO_DAYS = "two_days", _("two days left")
    ONE_DAY = "one_day", _("one day left")


class QuestionKind(TextChoices):
    """The kind of an interview question."""

    TECHNICAL = "technical", _("technical")
    BEHAVIORAL = "behavioral", _("behavioral")
    PROBLEM_SOLVING = "problem_solving", _("problem solving")
    CUSTOM = "custom", _("custom")


class TurnSource(TextChoices):
    """Where a question of the conversation comes from."""

    WARM_UP = "warm_up", _("to begin with, not scored")
    OWN = "own", _("the recruiter's question")
    GENERATED = "generated", _("asked of every candidate of the job")
    FOLLOW_UP = "follow_up", _("follow-up to the answer before")


class TurnStatus(TextChoices):
    """Where one question and its answer are."""

    PLANNED = "planned", _("planned")
    ASKED = "asked", _("asked")
    REVIEWING = "reviewing", _("transcript open for correction")
    ANSWERED = "answered", _("answered")
    SKIPPED = "skipped", _("not answered")


class TranscriptStatus(TextChoices):
    """Where the transcript of a recorded answer is."""

    NONE = "none", _("no recording")
    WAITING = "waiting", _("being transcribed")
    READY = "ready", _("transcribed")
    FAILED = "failed", _("could not be transcribed")


class RecordingStatus(TextChoices):
    """Where a recording is."""

    OPEN = "open", _("being recorded")
    CLOSED = "closed", _("all chunks named")
    JOINED = "joined", _("ready to play")
    FAILED = "failed", _("could not be joined")


class EvaluationStatus(TextChoices):
    """Where an evaluation is."""

    WAITING = "waiting", _("waiting")
    DONE = "done", _("done")
    NEEDS_PERSON = "needs_person", _("needs a person")
