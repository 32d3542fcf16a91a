"""Every table of the product can be made by its factory, found in the admin, and is one the seed names."""

from __future__ import annotations

import importlib

import factory
import pytest
from django.apps import apps

APPS = ["accounts", "journal", "locations", "companies", "seekers", "assessments", "interviews", "edudiagno"]
SEED = [
    "Company",
    "Job",
    "JobApplication",
    "AiInterviewedJob",
    "JobSeeker",
    "HSCEducation",
    "SSCEducation",
    "HigherEducation",
    "Internship",
    "Project",
    "Certification",
    "ClubAndCommittee",
    "CompetitiveExam",
    "EmploymentDetail",
    "AcademicAchievement",
    "Interview",
    "InterviewQuestion",
    "InterviewQuestionResponse",
    "InterviewQuestionAndResponse",
    "QuizQuestion",
    "QuizOption",
    "QuizResponse",
    "DSAQuestion",
    "DSATestCase",
    "DSAResponse",
    "DSATestCaseResponse",
    "DSAPoolQuestion",
    "DSAPoolTestCase",
    "EduDiagnoTest",
    "EduDiagnoMCQQuestion",
    "EduDiagnoDSAQuestion",
    "EduDiagnoDSATestCase",
    "EduDiagnoVideoQuestion",
    "EduDiagnoAttempt",
    "Country",
    "State",
    "City",
    "AdminUser",
]
OURS = [model for label in APPS for model in apps.get_app_config(label).get_models()]
#: Written by the product itself, never made by hand in a test.
NO_FACTORY = {"Heartbeat"}


def _factories() -> dict[str, type[factory.django.DjangoModelFactory]]:
    found = {}
    for label in APPS:
        module = importlib.import_module(f"{apps.get_app_config(label).name}.tests.factories")
        for item in vars(module).values():
            is_factory = isinstance(item, type) and issubclass(item, factory.django.DjangoModelFactory)
            if is_factory and not item._meta.abstract:
                found.setdefault(item._meta.model.__name__, item)
    return found


def test_the_seed_names_38_models_and_all_are_here():
    assert len(SEED) == 38
    assert set(SEED) - {model.__name__ for model in OURS} == set()


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted({model.__name__ for model in OURS} - NO_FACTORY))
def test_a_factory_makes_a_valid_row_with_a_name(name):
    row = _factories()[name]()
    row.refresh_from_db()
    assert str(row)
