"""What a candidate asks at the end: answered from the job's own words or not at all, and kept for the recruiter."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from companies.models import AiInterviewedJob
from interviewer.errors import Conflict, Invalid, NotAllowed
from interviewer.integrations.llm.embeddings import similarity
from interviewer.integrations.llm.textual import content_stems, english_share, sentences
from interviewer.journal import services as journal
from interviews.enums import Stage
from interviews.models import CandidateQuestion, Interview
from interviews.services import conversation, moments
from interviews.services.moments import Kind

MOST = 10
LONGEST = 1_000
#: A sentence of the job's text nearer than this speaks about what was asked.
SPEAKS_OF_IT = 0.38
#: A second sentence is added when it is about as near as the first.
ABOUT_AS_NEAR = 0.06
#: Shorter lines are headings.
LEAST_WORDS = 4


def ask(*, interview: Interview, text: str) -> CandidateQuestion:
    """Keep a question and answer it from the job's text. Raises Conflict when it is not the time for it,
    Invalid for none and NotAllowed after too many."""
    _require(interview)
    text = text.replace("\x00", "").strip()[:LONGEST]
    if not text:
        raise Invalid(_("Write your question first."), fields={"text": _("Empty.")})
    if interview.candidate_questions.count() >= MOST:
        raise NotAllowed(_("That is enough for here. Please write to the company for more."))
    with transaction.atomic():
        asked = interview.candidate_questions.create(question=text, answer=answer_from(interview.job, text))
        data = {"answered": bool(asked.answer)}
        journal.record(actor="candidate", action="interview.question_asked", subject=interview, data=data)
    return asked


def enough(*, interview: Interview) -> None:
    """The candidate has no more questions: the conversation ends."""
    _require(interview)
    attempt = interview.stage_attempts.get(stage=Stage.CONVERSATION)
    attempt.state = {**attempt.state, moments.ASKED_ENOUGH: True}
    attempt.save(update_fields=["state", "updated_at"])
    conversation.settle(interview=interview)


def answer_from(job: AiInterviewedJob, question: str) -> str:
    """One or two sentences of the job's text, word for word, that speak of what is asked; empty if none does."""
    found = passages(job)
    if not found:
        return ""
    ranked = sorted(zip(_nearness(question, found), range(len(found)), strict=True), key=lambda one: -one[0])
    best = ranked[0][0]
    if best < SPEAKS_OF_IT:
        return ""
    chosen = [place for near, place in ranked[:2] if near >= max(SPEAKS_OF_IT, best - ABOUT_AS_NEAR)]
    return " ".join(found[place] for place in sorted(chosen))


def passages(job: AiInterviewedJob) -> list[str]:
    """The sentences of the job's public text."""
    text = "\n".join([job.description, job.requirements, job.benefits])
    found = [one.text.strip(" -•*") for one in sentences(text)]
    return list(dict.fromkeys(one for one in found if len(one.split()) >= LEAST_WORDS))


def _nearness(question: str, found: list[str]) -> list[float]:
    """By meaning where both are English, which is what the embeddings know; else by the words they share."""
    if english_share(question) >= 0.15:
        return [float(value) for value in similarity([question], found)[0]]
    asked = content_stems(question)
    return [len(asked & content_stems(one)) / len(asked) if asked else 0.0 for one in found]


def _require(interview: Interview) -> None:
    if conversation.settle(interview=interview).kind != Kind.ASKING:
        raise Conflict(_("Questions about the job come at the end of the conversation."))
