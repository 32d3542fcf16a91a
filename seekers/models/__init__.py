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
from seekers.models.readings import ProfileReading, Proposal
from seekers.models.records import AgreementRecord, Download
from seekers.models.seekers import JobSeeker, ProfileSection

__all__ = [
    "AcademicAchievement",
    "AgreementRecord",
    "Certification",
    "ClubAndCommittee",
    "CompetitiveExam",
    "Download",
    "EmploymentDetail",
    "HSCEducation",
    "HigherEducation",
    "Internship",
    "JobSeeker",
    "ProfileReading",
    "ProfileSection",
    "Project",
    "Proposal",
    "SSCEducation",
    "SavedJob",
    "SavedSearch",
]
