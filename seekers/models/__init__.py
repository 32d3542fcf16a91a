"""The job seekers' tables."""

from __future__ import annotations

from seekers.models.board import SavedJob, SavedSearch
from seekers.models.education import (
    AcademicAchievement,
    CompetitiveExam,
    HigherEducation,
    HSCEducation,
    SSCEducation,
)
from seekers.models.experience import Certification, ClubAndCommittee, EmploymentDetail, Internship, Project
from seekers.models.seekers import JobSeeker

__all__ = [
    "AcademicAchievement",
    "Certification",
    "ClubAndCommittee",
    "CompetitiveExam",
    "EmploymentDetail",
    "HSCEducation",
    "HigherEducation",
    "Internship",
    "JobSeeker",
    "Project",
    "SSCEducation",
    "SavedJob",
    "SavedSearch",
]
