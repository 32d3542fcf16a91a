"""An open job with every stage, made without a browser, for journeys that are about candidates."""

from __future__ import annotations

from interviewer.web.tests.product import Product

_JOB = """
from assessments.tests.factories import DSAQuestionFactory, DSATestCaseFactory, QuizQuestionFactory
from companies.tests.factories import AiInterviewedJobFactory
from interviews.links import public_link
from interviews.rubric_library import LIBRARY
from interviews.services import rubrics
from interviews.tests.factories import InterviewQuestionFactory
job = AiInterviewedJobFactory(
    company__name="Lantern Freight", title="Backend engineer", status="active", has_match=True, has_quiz=True, has_coding=True, question_count=0,
    uses_camera=False, max_follow_ups=1, skills=["python", "django", "sql"], public_link_open=True,
)
QuizQuestionFactory(job=job, options=[("UPDATE", True), ("SELECT", False)])
problem = DSAQuestionFactory(job=job, title="Sum of two numbers", cases=False)
DSATestCaseFactory(question=problem, input="1 2", expected_output="3", is_sample=True)
DSATestCaseFactory(question=problem, input="40 2", expected_output="42")
rubrics.start_from(actor=None, job=job, ready=LIBRARY["software"])
key = rubrics.current(job).competencies.first().key
InterviewQuestionFactory(job=job, question="Tell us about a service that you built.", competency_key=key)
print(public_link(job))
"""


def open_job(product: Product) -> str:
    """The public link of a new job."""
    return product.python(_JOB).strip().splitlines()[-1]


_EMPTY_JOB = """
from companies.tests.factories import AiInterviewedJobFactory
from interviews.links import public_link
job = AiInterviewedJobFactory(status="active", has_match={match}, has_quiz=False, has_coding=False,
    has_conversation=False, public_link_open=True)
print(public_link(job))
"""


def short_job(product: Product, *, match: bool) -> str:
    """The public link of a new job that asks nothing after the e-mail code, with or without a match."""
    return product.python(_EMPTY_JOB.format(match=match)).strip().splitlines()[-1]
