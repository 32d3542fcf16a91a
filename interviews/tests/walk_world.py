"""Two companies with the same things in them, and everybody who may knock at a page, for the tenant walk."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from functools import cached_property

from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from assessments.tests.factories import (
    CodePairFactory,
    DSAImageFactory,
    DSAPoolQuestionFactory,
    DSAQuestionFactory,
    QuizQuestionFactory,
    SubmissionFactory,
    TypingRecordFactory,
)
from companies.enums import Role
from companies.models import (
    AiInterviewedJob,
    Company,
    Job,
    JobApplication,
    Membership,
    TeamInvitation,
)
from companies.services import postings, team_invitations
from companies.tests.factories import (
    AiInterviewedJobFactory,
    ApiKeyFactory,
    CompanyFactory,
    JobApplicationFactory,
    JobFactory,
    MembershipFactory,
    WebhookDeliveryFactory,
    WebhookEndpointFactory,
)
from edudiagno.models import EduDiagnoAttempt
from edudiagno.tests.walk import attempt_of_everything
from interviewer.accounts.tests.factories import StaffFactory
from interviewer.journal.models import OutgoingMail
from interviews.access import seat_key
from interviews.enums import InterviewStatus, Stage
from interviews.models import Interview, InterviewQuestionAndResponse, SharedReport
from interviews.services import sharing
from interviews.tests.factories import (
    AnsweredTurnFactory,
    BulkActionFactory,
    CompetencyScoreFactory,
    EvaluationFactory,
    InterviewFactory,
    InterviewQuestionFactory,
    InterviewTagFactory,
    InvitationBatchFactory,
    InvitationRowFactory,
    RecordingFactory,
    ReviewAssignmentFactory,
    RubricFactory,
    SavedViewFactory,
    TurnFactory,
)
from seekers.models import Download, ProfileReading, Proposal, SavedSearch
from seekers.services import alerts
from seekers.tests.factories import EmploymentDetailFactory, JobSeekerFactory, SavedSearchFactory

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
BACKEND = "django.contrib.auth.backends.ModelBackend"


def _file(name: str) -> ContentFile:
    return ContentFile(PNG, name=name)


@dataclass
class House:
    """A company with a job, all that belongs to one, an interview under way and one that is scored.

    `mark` stands in the name of everything, so that a page that shows any of it to a stranger is found out.
    """

    mark: str
    at: Stage = Stage.CONSENT
    company: Company = field(init=False)
    job: AiInterviewedJob = field(init=False)
    members: dict[str, Membership] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.seeker = JobSeekerFactory(
            first_name=self.mark, user__email=f"seeker@{self.mark}.example", user__name=f"{self.mark} seeker"
        )
        self.company = CompanyFactory(
            name=f"{self.mark} Ltd",
            email=f"hello@{self.mark}.example",
            logo=_file("logo.png"),
            banner=_file("banner.png"),
            about_poster=_file("poster.png"),
        )
        self.company.identity_document.save("proof.png", _file("proof.png"))
        for role in Role.values:
            address = f"{role}@{self.mark}.example"
            self.members[role] = MembershipFactory(
                company=self.company, role=role, user__email=address, user__name=f"{role} of {self.mark}"
            )
        self.job = AiInterviewedJobFactory(
            company=self.company, title=f"{self.mark} engineer", has_quiz=True, has_coding=True
        )
        self.rubric = RubricFactory(job=self.job)
        self.quiz = QuizQuestionFactory(
            job=self.job, description=f"{self.mark} quiz?", image=_file("quiz.png"), image_text="A picture"
        )
        self.problem = DSAQuestionFactory(job=self.job, title=f"{self.mark} problem")
        self.own = InterviewQuestionFactory(job=self.job, question=f"{self.mark} question?")

    @cached_property
    def classic(self) -> Job:
        """A classic job that is open."""
        return JobFactory(company=self.company, title=f"{self.mark} clerk")

    @cached_property
    def application(self) -> JobApplication:
        """This house's job seeker has applied to its classic job, with a résumé."""
        row = JobApplicationFactory(
            job=self.classic, job_seeker=self.seeker, profile_snapshot={"name": self.mark}
        )
        row.resume_snapshot.save("resume.pdf", _file("resume.pdf"))
        return row

    @cached_property
    def mine(self) -> Interview:
        """An interview that the job seeker of this house may begin."""
        return InterviewFactory(job=self.job, job_seeker=self.seeker, first_name=self.mark, at=None)

    @cached_property
    def sitting(self) -> Interview:
        """Somebody who is in the stage of this house, and has begun what it asks."""
        name = {"first_name": self.mark, "email": f"sitting@{self.mark}.example"}
        begun = None if self.at == Stage.CONSENT else self.at
        row = InterviewFactory(job=self.job, at=begun, text_only=True, **name)
        row.resume.save("resume.pdf", _file("resume.pdf"))
        return row

    @cached_property
    def scored(self) -> Interview:
        """Somebody whose interview is scored, with a report, a résumé and a recording."""
        row = InterviewFactory(
            job=self.job, at=Stage.SCORING, first_name=self.mark, email=f"scored@{self.mark}.example"
        )
        Interview.objects.filter(pk=row.pk).update(
            status=InterviewStatus.COMPLETED, completed_at=timezone.now(), overall_score=70
        )
        row.refresh_from_db()
        row.resume.save("resume.pdf", _file("resume.pdf"))
        row.report_pdf.save("report.pdf", _file("report.pdf"))
        return row

    @cached_property
    def employment(self) -> uuid.UUID:
        """An entry of the job seeker's profile."""
        return EmploymentDetailFactory(job_seeker=self.seeker, organisation=self.mark).uid

    @cached_property
    def reading(self) -> ProfileReading:
        """A file that fills the job seeker's profile."""
        return ProfileReading.objects.create(
            job_seeker=self.seeker, source="json_resume", status="read", file_name=f"{self.mark}.json"
        )

    @cached_property
    def proposal(self) -> uuid.UUID:
        """Something that the file proposes."""
        return Proposal.objects.create(reading=self.reading, target="exams", values={"label": self.mark}).uid

    @cached_property
    def download(self) -> uuid.UUID:
        """A file made for the job seeker."""
        return Download.objects.create(
            job_seeker=self.seeker, kind="data", status="ready", file=_file(f"{self.mark}.zip")
        ).uid

    @cached_property
    def score(self) -> int:
        """The number of a score of the scored interview."""
        evaluation = EvaluationFactory(rubric=self.rubric, interview=self.scored)
        return CompetencyScoreFactory(evaluation=evaluation).pk

    @cached_property
    def recording(self) -> uuid.UUID:
        """A recorded answer of the scored interview."""
        turn = AnsweredTurnFactory(interview=self.scored)
        return RecordingFactory(turn=turn, file=_file("answer.webm")).uid

    @cached_property
    def picture(self) -> int:
        """The number of a picture in the statement of the problem."""
        return DSAImageFactory(question=self.problem, name="map.png", file=_file("map.png")).pk

    @cached_property
    def pair(self) -> uuid.UUID:
        """Two programs of this house that are alike."""
        programs = [SubmissionFactory(interview=self.scored, question=self.problem) for _one in range(2)]
        return CodePairFactory(question=self.problem, first=programs[0], second=programs[1]).uid

    @cached_property
    def view(self) -> uuid.UUID:
        """A view of the list that its owner shares."""
        row = SavedViewFactory(owner=self.members["owner"], name=f"{self.mark} view", is_shared=True)
        return row.uid

    @cached_property
    def bulk(self) -> uuid.UUID:
        """Something done to many candidates."""
        return BulkActionFactory(company=self.company, values={"reason": self.mark}).uid

    @cached_property
    def tag(self) -> uuid.UUID:
        """A tag of the scored interview."""
        return InterviewTagFactory(interview=self.scored, tag__name=f"{self.mark} tag").tag.uid

    @cached_property
    def assignments(self) -> dict[str, uuid.UUID]:
        """Who reviews the job, and who the scored interview."""
        return {
            name: ReviewAssignmentFactory(membership=self.members["reviewer"], **{name: subject}).uid
            for name, subject in (("job", self.job), ("interview", self.scored))
        }

    @cached_property
    def batch(self) -> uuid.UUID:
        """A list of invitations with one row."""
        batch = InvitationBatchFactory(
            job=self.job, started_by=self.members["owner"], file_name=f"{self.mark}.csv"
        )
        InvitationRowFactory(batch=batch, email=f"listed@{self.mark}.example")
        return batch.uid

    @cached_property
    def typed(self) -> uuid.UUID:
        """A record of how a program of the scored interview was typed."""
        return TypingRecordFactory(interview=self.scored, question=self.problem).uid

    @cached_property
    def posting(self) -> uuid.UUID:
        """The job as it stands on the job board."""
        postings.refresh(job=self.job)
        return self.job.uid

    @cached_property
    def search(self) -> SavedSearch:
        """A search of the job board that the job seeker keeps."""
        return SavedSearchFactory(job_seeker=self.seeker, name=f"{self.mark} search")

    @cached_property
    def alert(self) -> str:
        """What stands in the link that turns the e-mails of that search off."""
        return alerts.off_url(self.search).rstrip("/").rsplit("/", 1)[1]

    @cached_property
    def api_key(self) -> uuid.UUID:
        """A key of this house."""
        return ApiKeyFactory(made_by=self.members["owner"], name=f"{self.mark} key").uid

    @cached_property
    def webhook(self) -> uuid.UUID:
        """An address that events of this house are sent to."""
        return WebhookEndpointFactory(company=self.company, url=f"https://{self.mark}.example/hooks").uid

    @cached_property
    def delivery(self) -> uuid.UUID:
        """An event of this house that was given up."""
        endpoint = WebhookEndpointFactory(company=self.company, url=f"https://{self.mark}.example/hooks")
        return WebhookDeliveryFactory(endpoint=endpoint, status="dead").uid

    @cached_property
    def shared(self) -> tuple[SharedReport, str]:
        """A link to the report of the scored interview, and its token."""
        return sharing.share(actor=self.members["owner"].user, interview=self.scored, days=7)

    @cached_property
    def asked(self) -> str:
        """The token of an invitation into the team, as its e-mail has it."""
        self.invited  # noqa: B018 - sends it
        text = OutgoingMail.objects.filter(kind="team_invitation").latest("id").text
        return re.search(r"/team/join/([^/]+)/", text)[1]

    @cached_property
    def invited(self) -> TeamInvitation:
        """Somebody was asked into the team."""
        address = f"asked@{self.mark}.example"
        return team_invitations.invite(actor=self.members["owner"], email=address, role=Role.RECRUITER)

    @cached_property
    def turn(self) -> InterviewQuestionAndResponse:
        """A question that is asked in the sitting."""
        return TurnFactory(interview=self.sitting)

    @cached_property
    def attempt(self) -> EduDiagnoAttempt:
        """The job seeker's attempt at a test with everything in it."""
        return attempt_of_everything(self.seeker, self.mark)

    @cached_property
    def submission(self) -> uuid.UUID:
        """A program that was handed in in the sitting."""
        return SubmissionFactory(interview=self.sitting, question=self.problem).uid


@dataclass
class World:
    """This house, another one, and a browser for each who may knock."""

    at: Stage = Stage.CONSENT

    def __post_init__(self) -> None:
        self.here = House("lumen", self.at)
        self.there = House("zephyr", self.at)
        self.pool = DSAPoolQuestionFactory()

    def client(self, who: str) -> Client:
        """A browser of somebody."""
        client = Client(headers={"accept": "application/json"} if who == "program" else {})
        if who == "staff":
            client.force_login(StaffFactory(), backend=BACKEND)
        elif who in {"candidate", "other candidate"}:
            row = (self.here if who == "candidate" else self.there).sitting
            session = client.session
            session[seat_key(row)] = row.email
            session.save()
        elif who in {"seeker", "other seeker"}:
            house = self.here if who == "seeker" else self.there
            client.force_login(house.seeker.user, backend=BACKEND)
        elif who not in {"nobody", "program"}:
            house, role = (self.there, who[6:]) if who.startswith("other ") else (self.here, who)
            client.force_login(house.members[role].user, backend=BACKEND)
        return client
