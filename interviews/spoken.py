"""What the interviewer says around the questions, in the language of the interview. It is not scored."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def greeting(*, language: str, first_name: str, job_title: str, company_name: str, questions: int) -> str:
    """The welcome, before the first question."""
    with translation.override(language):
        hello = (
            _("Hello %(name)s, and welcome.") % {"name": first_name}
            if first_name
            else _("Hello, and welcome.")
        )
        who = _("I am the AI interviewer for %(job)s at %(company)s.") % {
            "job": job_title,
            "company": company_name,
        }
        how_many = ngettext(
            "I have %(count)s question for you, and I may ask more about an answer.",
            "I have %(count)s questions for you, and I may ask more about an answer.",
            questions,
        ) % {"count": questions}
        ease = _("Take your time. There are no trick questions.")
        return f"{hello} {who} {how_many} {ease}"


def warm_up(*, language: str) -> str:
    """The easy question at the beginning, the same for everybody. It measures nothing."""
    with translation.override(language):
        return _(
            "To begin with: which piece of your recent work did you enjoy, and what did you like about it?"
        )


def fallback_question(*, language: str) -> str:
    """What is asked when neither the recruiter nor an engine had a question."""
    with translation.override(language):
        return _("Tell me about a piece of work you are proud of, and what your part in it was.")


def other_words(*, language: str, topic: str, meaning: str) -> str:
    """A question's purpose in plain words, without anything of a good answer."""
    with translation.override(language):
        about = _("In other words: this is about “%(topic)s”.") % {"topic": topic} if topic else ""
        example = _("Say what you know about it, or tell me about a time when you did something like it.")
        return " ".join(part for part in (about, meaning, example) if part)


def apology(*, language: str) -> str:
    """What is said when question and answer go round in a circle."""
    with translation.override(language):
        return _("I am sorry, we are going round in a circle. Shall we go on, or begin this question again?")


def invitation_to_ask(*, language: str) -> str:
    """The candidate's turn to ask."""
    with translation.override(language):
        return _("Those were my questions. Is there anything you would like to know about the job?")


def not_in_the_text(*, language: str) -> str:
    """The answer to a question that the job's text does not answer."""
    with translation.override(language):
        return _("The job's description does not say. I pass your question on: the recruiter will answer it.")


def closing(*, language: str, first_name: str) -> str:
    """The goodbye, after the last answer."""
    with translation.override(language):
        if first_name:
            thanks = _("Thank you, %(name)s. That was my last question.") % {"name": first_name}
        else:
            thanks = _("Thank you. That was my last question.")
        rest = _("Your answers are saved, and you need not do anything more.")
        return f"{thanks} {rest}"
