"""Every background task may run twice: the second run changes no row, sends no e-mail and calls no engine."""

from __future__ import annotations

import json
from contextlib import nullcontext

import pytest
from django.apps import apps
from django.core import mail as django_mail
from django.core.files.storage import default_storage
from django_q.models import OrmQ, Schedule

from assessments import tasks as judge_tasks
from assessments.tests.judges import SCRIPTED
from companies import tasks as company_tasks
from edudiagno import tasks as edudiagno_tasks
from edudiagno.tests import waiting_work as test_work
from interviewer.integrations import mail
from interviewer.integrations.llm.tests.faulty_server import Reply, faulty_server
from interviewer.journal.models import ProviderCall
from interviews import tasks
from interviews.models import Interview
from interviews.tests import waiting_work as work
from seekers import tasks as seeker_tasks

pytestmark = pytest.mark.django_db
OURS = ["accounts", "journal", "companies", "seekers", "assessments", "interviews", "edudiagno"]
HEARD = {"text": "I wrote a scheduler.", "language": "english", "duration": 2.0, "segments": []}
#: Each task with the work it finds, and the server whose answers it needs.
TASKS = {
    "deliver": (work.mail_to_send, None),
    "send_alert": (work.alert_to_send, None),
    "judge": (work.submission_to_judge, None),
    "judge_reference": (work.reference_to_judge, None),
    "compare_programs": (work.programs_to_compare, None),
    "work_off_invitations": (work.list_to_work_off, None),
    "remind": (work.reminder_to_send, None),
    "draft_job_text": (work.job_text_to_draft, None),
    "end_attempt": (test_work.attempt_to_end, None),
    "score_attempt": (test_work.attempt_to_score, None),
    "write_down": (test_work.answer_to_write_down, Reply(body=json.dumps(HEARD).encode())),
    "print_certificate": (test_work.certificate_to_print, None),
    "compare_test_programs": (test_work.programs_to_compare_in_a_test, None),
    "draft_rubric": (work.rubric_to_draft, None),
    "read_resume": (work.resume_to_read, None),
    "read_profile_resume": (work.profile_to_read, None),
    "make_download": (work.download_to_make, None),
    "match": (work.match_to_make, None),
    "plan_conversation": (work.conversation_to_plan, None),
    "speak_question": (work.question_to_speak, Reply(body=b"ID3" + b"\x00" * 50, content_type="audio/mpeg")),
    "consider_follow_up": (work.answer_to_follow_up, None),
    "join_recording": (work.recording_to_join, None),
    "transcribe": (work.recording_to_transcribe, Reply(body=json.dumps(HEARD).encode())),
    "score": (work.interview_to_score, None),
    "evaluate_again": (work.scoring_to_repeat, None),
    "deliver_webhook": (work.webhook_to_send, None),
    "advance_bulk": (work.bulk_to_advance, None),
}


def rows() -> dict[str, list]:
    """Every row of the product."""
    models = [model for label in OURS for model in apps.get_app_config(label).get_models()]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def test_every_task_is_in_the_table_of_this_module():
    found = {
        name
        for module in (tasks, judge_tasks, company_tasks, seeker_tasks, edudiagno_tasks, mail)
        for name, value in vars(module).items()
        if hasattr(value, "__wrapped__") and value.__module__ == module.__name__
    }
    assert found == {*TASKS, "render_report"}, "add work of the new task to TASKS"


@pytest.mark.parametrize("name", TASKS)
def test_a_task_that_runs_twice_does_its_work_once(settings, run_tasks, name):
    settings.JUDGE_ENGINE = SCRIPTED
    arrange, reply = TASKS[name]
    with faulty_server(reply) if reply else nullcontext() as server:
        if reply:
            settings.SPEECH_ENGINE, settings.OPENAI_VOICE_MODEL = "openai", "tts-1"
            settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = "key", server.base_url
        task, arguments = arrange()
        OrmQ.objects.all().delete()
        before = rows()
        task(*arguments)
        run_tasks(later=True)
        first, sent = rows(), len(django_mail.outbox)
        assert first != before
        task(*arguments)
        assert (OrmQ.objects.count(), Schedule.objects.count()) == (0, 0)
        assert rows() == first
        assert len(django_mail.outbox) == sent
        assert reply is None or len(server.asked) == 1


def test_a_report_that_is_rendered_twice_is_one_file_and_no_call():
    task, arguments = work.report_to_render()
    for _time in range(2):
        task(*arguments)
    interview = Interview.objects.get(pk=arguments[0])
    folder = interview.report_pdf.name.rsplit("/", 1)[0]
    kept = [name for name in default_storage.listdir(folder)[1] if name.startswith(str(interview.uid))]
    assert [f"{folder}/{name}" for name in kept] == [interview.report_pdf.name]
    assert ProviderCall.objects.count() == 0


@pytest.mark.parametrize("name", ["deliver", "judge", "read_resume", "match", "score", "evaluate_again"])
def test_a_task_whose_row_is_gone_ends_quietly(name, run_tasks):
    task, _arguments = TASKS[name][0]()
    OrmQ.objects.all().delete()
    before = rows()
    task(10**9)
    assert (rows(), run_tasks()) == (before, 0)
