"""An attempt with everything in it, for the tenant walk."""

from __future__ import annotations

from django.core.files.base import ContentFile

from edudiagno.models import EduDiagnoAttempt, EduDiagnoDSAImage, EduDiagnoMCQQuestion, EduDiagnoSubmission
from edudiagno.services import attempts, certificates, videos
from edudiagno.tests.takers import published
from seekers.models import JobSeeker

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def attempt_of_everything(seeker: JobSeeker, mark: str) -> EduDiagnoAttempt:
    """Under way, with a picture in every place, a program, an open video question, and a certificate."""
    test = published(mcq=1, coding=1, video=1, title=f"{mark} test")
    picture = ContentFile(PNG, name="map.png")
    row = test.mcq_questions.get()
    row.image.save("quiz.png", picture)
    EduDiagnoMCQQuestion.objects.filter(pk=row.pk).update(description=f"{mark} question?")
    EduDiagnoDSAImage.objects.create(question=test.dsa_questions.get(), name="map.png", file=picture)
    attempt = attempts.begin(seeker=seeker, test=test)
    EduDiagnoSubmission.objects.create(
        attempt=attempt, question=test.dsa_questions.get(), kind="submit", language="python", code=mark
    )
    answer = attempt.video_responses.get()
    attempts.open_section(seeker=seeker, uid=attempt.uid, section="video")
    videos.open_take(seeker=seeker, uid=attempt.uid, answer_uid=answer.uid)
    answer.refresh_from_db()
    answer.file.save("answer.webm", ContentFile(b"\x1aE\xdf\xa3"))
    certificates.issue(attempt=attempt).pdf.save("certificate.pdf", ContentFile(b"%PDF-"))
    return attempt


def kwargs_of(attempt: EduDiagnoAttempt) -> dict[str, object]:
    """What may stand in the address of a page of tests."""
    problem = attempt.test.dsa_questions.get()
    return {
        "uid": attempt.uid,
        "slug": attempt.test.slug,
        "code": attempt.certificate.code,
        "question": attempt.test.mcq_questions.get().uid,
        "problem": problem.uid,
        "number": problem.images.get().pk,
        "submission": attempt.submissions.get().uid,
        "answer": attempt.video_responses.get().uid,
    }
