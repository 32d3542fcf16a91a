"""A job, a candidate and their conversation, for the tests of every engine."""

from __future__ import annotations

from interviewer.integrations.llm.port import CandidateBrief, CompetencyBrief, JobBrief, Turn

RESUME = """PRIYA SHARMA
Senior Backend Engineer
Bengaluru, Karnataka | Priya.Sharma@Example.com | +91 98765 43210 | linkedin.com/in/priya-sharma | github.com/priyas

SUMMARY
Backend engineer with 6+ years of hands-on experience in Python, Django and PostgreSQL. I go for swift delivery.

WORK EXPERIENCE
Senior Engineer, Acme Payments (Jan 2020 - Present)
- Reduced p95 latency by 40% with Redis caching and query tuning
- Led a team of 4; she mentored two juniors
Engineer, Widget Co, 2017 - 2019

EDUCATION
B.Tech in Computer Science, IIT Delhi, 2013 - 2017
HSC, Delhi Public School, 2013

SKILLS
Python, Go, R, Docker, Kubernetes, REST, node, express

ACHIEVEMENTS
Winner, Smart India Hackathon 2019
Date of Birth: 4 May 1995
Gender: Female
"""

JOB = JobBrief(
    title="Backend Engineer",
    description="Build and run payment services in Python and Django.",
    requirements="At least 3 years, a bachelor's degree, PostgreSQL and Docker.",
    skills=("python", "Django", "PostgreSQL", "Kafka", "Docker"),
    experience_years=(3, 8),
)

CANDIDATE = CandidateBrief(
    skills=("Python", "Django"), education=("B.Tech in Computer Science",), resume_text=RESUME
)

ANCHORS = (
    "Names few facts, or wrong ones.",
    "Knows terms, without how they work.",
    "Explains the usual way with one example.",
    "Explains reasons and trade-offs from own work.",
    "Weighs alternatives with measured results and teaches others.",
)

DATABASES = CompetencyBrief(
    key="databases",
    name="Databases",
    description="Finds and removes slow database access.",
    weight=60,
    anchors=ANCHORS,
    expected_points=(
        "read the query plan with explain",
        "add an index that fits the filter and order",
        "check that statistics are current",
        "indexes cost time on writes",
    ),
)

TEAMWORK = CompetencyBrief(
    key="teamwork",
    name="Working with others",
    description="Solves disagreements with colleagues.",
    weight=40,
    anchors=ANCHORS,
    expected_points=("what the disagreement was about", "understanding the other view", "how it was decided"),
)

COMPETENCIES = (DATABASES, TEAMWORK)

GOOD_ANSWER = (
    "I start with explain analyze to read the query plan and see whether it does a sequential scan. "
    "Then I check that the statistics are current. If the filter is selective I add a composite index that matches "
    "the where clause and the order. Every index slows down writes, so I measure both sides."
)
TEAM_ANSWER = (
    "A colleague wanted to rewrite our billing in a new language and I did not agree with him. "
    "I asked for his reasons and understood that deployment was his real pain. "
    "We decided together after a small experiment of two weeks."
)

TURNS = (
    Turn("q1", "A query has become slow as the table grew. How do you proceed?", GOOD_ANSWER, "databases"),
    Turn("q2", "Describe a disagreement with a colleague. How did it end?", TEAM_ANSWER, "teamwork"),
)
