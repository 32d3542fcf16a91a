"""Writing tests in the admin: readiness, publishing, versions, what stays as it is, files in and out."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assessments.tests.factories import DSAPoolQuestionFactory, DSAPoolTestCaseFactory
from edudiagno import mcq_files, quality, readiness
from edudiagno.models import EduDiagnoMCQQuestion, EduDiagnoTest
from edudiagno.services import imports, questions
from edudiagno.services.tests import close, new_version, publish
from edudiagno.tests.factories import (
    EduDiagnoDrawFactory,
    EduDiagnoDSAQuestionFactory,
    EduDiagnoMCQQuestionFactory,
    EduDiagnoTestFactory,
)
from edudiagno.tests.takers import published, taker
from interviewer.accounts.tests.factories import StaffFactory
from interviewer.errors import Conflict, Invalid

pytestmark = pytest.mark.django_db
CSV = (
    "question,type,section,marks,seconds,pool,explanation,right,option_1,option_2,option_3\n"
    "What is 2 + 2?,,,2,30,sums,Count.,2,3,4,5\n"
    '"Which are even, please?",multiple,aptitude,1,,,,1;3,2,3,4\n'
)


@pytest.fixture
def staff(client):
    client.force_login(StaffFactory(), backend="django.contrib.auth.backends.ModelBackend")
    return client


def page(test: EduDiagnoTest, name: str) -> str:
    return reverse(f"admin:edudiagno_test_{name}", args=[test.pk])


def sent(content: str | bytes, name: str = "file") -> dict[str, SimpleUploadedFile]:
    return {
        name: SimpleUploadedFile("questions", content if isinstance(content, bytes) else content.encode())
    }


def test_the_readiness_check_names_what_is_missing():
    test = EduDiagnoTestFactory(mcq_weight=0)
    assert readiness.missing(test) == ["There is no question yet."]
    EduDiagnoMCQQuestionFactory(test=test, options=[{"label": "A", "is_correct": False}], pool="p")
    EduDiagnoDSAQuestionFactory(test=test, title="Sum")
    EduDiagnoDrawFactory(test=test, pool="gone", count=1)
    assert readiness.missing(test) == [
        "The section “quiz” has questions and no weight.",
        "Quiz question 1: Give at least two options.",
        "Problem “Sum”: there are no cases.",
        "It is not said how many questions of the pool “p” are drawn.",
        "The pool “gone” is drawn from and has no questions.",
    ]
    with pytest.raises(Invalid, match="no weight"):
        publish(actor=StaffFactory(), test=test)


def test_staff_publish_and_close_by_actions(staff):
    test = EduDiagnoTestFactory()
    url = reverse("admin:edudiagno_edudiagnotest_changelist")
    answer = staff.post(url, {"action": "publish", "_selected_action": [test.pk]}, follow=True)
    assert "There is no question yet." in answer.content.decode()
    EduDiagnoMCQQuestionFactory(test=test)
    for action, status in (("publish", "published"), ("close", "closed"), ("publish", "published")):
        staff.post(url, {"action": action, "_selected_action": [test.pk]})
        test.refresh_from_db()
        assert test.status == status


def test_the_questions_of_a_published_test_stay_as_they_are(staff):
    test = published(mcq=1, coding=1)
    row = test.mcq_questions.get()
    url = reverse("admin:edudiagno_edudiagnomcqquestion_change", args=[row.pk])
    assert staff.post(url, {"description": "Changed?"}).status_code == 403
    form = staff.get(reverse("admin:edudiagno_edudiagnotest_change", args=[test.pk]))
    assert [formset.formset.can_delete for formset in form.context["inline_admin_formsets"]] == [False] * 3
    assert set(form.context["adminform"].form.fields) == {
        "title", "description", "max_attempts", "cool_down_days", "feedback_policy",
    }  # fmt: skip
    for name in ("import", "package", "pool"):
        assert staff.get(page(test, name)).status_code in {200, 403}
    with pytest.raises(Conflict):
        imports.import_questions(actor=None, test=test, content=CSV.encode(), is_dry=False)
    with pytest.raises(Conflict):
        questions.copy_from_pool(actor=None, test=test, source=DSAPoolQuestionFactory())
    row.refresh_from_db()
    assert (row.description, EduDiagnoMCQQuestion.objects.count()) == ("Question 0?", 1)


def test_nothing_is_added_to_a_published_test(staff):
    test = published(mcq=1)
    url = reverse("admin:edudiagno_edudiagnovideoquestion_add")
    values = {"test": test.pk, "question": "Explain.", "expected_points": "[]", "order": 0, "marks": 10}
    values |= {"preparation_seconds": 30, "answer_seconds": 60}
    answer = staff.post(url, values)
    assert "Make a new version" in answer.content.decode()
    assert staff.post(url, values | {"test": EduDiagnoTestFactory().pk}).status_code == 302
    assert test.video_questions.count() == 0


def test_a_new_version_takes_the_place_of_the_old_one_and_running_attempts_end_theirs(run_tasks):
    staff = StaffFactory()
    someone = taker(mcq=1, coding=1, slug="python", title="Python")
    old = someone.attempt.test
    made = new_version(actor=staff, test=old)
    with pytest.raises(Conflict, match="draft of the next version"):
        new_version(actor=staff, test=old)
    made.mcq_questions.update(description="A better question?")
    publish(actor=staff, test=made)
    old.refresh_from_db()
    assert (old.status, old.slug, made.slug, made.version) == ("closed", "python-v1", "python", 2)
    assert made.dsa_questions.get().cases.count() == 2
    assert "Question 0?" in someone.get("quiz/").content.decode()
    someone.chooses("A")
    someone.post("hand-in/")
    run_tasks()
    assert someone.fresh().mcq_score == 100


def test_a_closed_version_does_not_come_back_beside_a_newer_one():
    staff = StaffFactory()
    old = published(mcq=1)
    made = new_version(actor=staff, test=old)
    publish(actor=staff, test=made)
    old.refresh_from_db()
    with pytest.raises(Conflict, match="newer version"):
        publish(actor=staff, test=old)


def test_a_problem_of_the_pool_is_copied_with_its_cases(staff):
    source = DSAPoolQuestionFactory(title="Aisle codes", approved=True)
    DSAPoolTestCaseFactory(question=source, is_sample=True)
    test = EduDiagnoTestFactory()
    assert staff.post(page(test, "pool"), {"problems": [source.pk]}).status_code == 302
    row = test.dsa_questions.get()
    assert (row.title, row.copied_from, row.cases.count()) == ("Aisle codes", source, 1)


def test_a_csv_file_is_checked_first_and_then_written(staff):
    test = EduDiagnoTestFactory()
    answer = staff.post(page(test, "import"), {**sent(CSV), "is_dry": "on"})
    assert ("2 questions were found" in answer.content.decode(), test.mcq_questions.count()) == (True, 0)
    assert staff.post(page(test, "import"), sent(CSV)).status_code == 302
    first, second = test.mcq_questions.order_by("order")
    assert (first.marks, first.seconds, first.pool, first.explanation) == (2, 30, "sums", "Count.")
    assert [option["is_correct"] for option in first.options] == [False, True, False]
    assert (second.question_type, second.category, second.seconds) == ("multiple", "aptitude", 60)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"a,b\n1,2\n", "missing: option_1, option_2, question, right"),
        (b"question,right,option_1,option_2\nWhat?,9,a,b\n", "names an option that there is not"),
        (b"question,right,option_1,option_2\nWhat?,x,a,b\n", "whole numbers"),
        (b"question,right,option_1,option_2\nWhat?,1,a,a\n", "Two options say the same"),
        (b"question,right,option_1,option_2\nWhat?,,a,b\n", "Mark which option is right"),
        (b"question,right,option_1,option_2,type\nWhat?,1,a,b,essay\n", "question_type"),
        (b"<a/>", "no item of QTI 3"),
        (b"<a", "read safely"),
        (b"PK\x03\x04nonsense", "Package"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "read safely"),
    ],
)
def test_a_file_with_a_mistake_is_refused_as_a_whole(content, said):
    test = EduDiagnoTestFactory()
    good = CSV.encode() if content.startswith(b"question") else b""
    found = imports.import_questions(actor=None, test=test, content=content, is_dry=False)
    assert (found.is_written, any(said in text for text in found.problems)) == (False, True), found.problems
    assert (test.mcq_questions.count(), bool(good)) == (0, content.startswith(b"question"))


def _as_written(test: EduDiagnoTest, *names: str) -> list[tuple]:
    return list(test.mcq_questions.order_by("order").values_list("description", "options", "marks", *names))


def test_what_is_exported_as_csv_comes_back_the_same(staff):
    source, target = EduDiagnoTestFactory(), EduDiagnoTestFactory()
    imports.import_questions(actor=None, test=source, content=CSV.encode(), is_dry=False)
    EduDiagnoMCQQuestionFactory(test=source, order=9, description="=SUM(A1) is what?", pool="p")
    content = b"".join(staff.get(page(source, "csv")).streaming_content)
    assert b"\n'=SUM" in content
    imports.import_questions(actor=None, test=target, content=content, is_dry=False)
    names = ("question_type", "category", "seconds", "pool", "explanation")
    assert _as_written(target, *names) == _as_written(source, *names)


def test_what_is_exported_as_qti_comes_back_the_same(staff):
    source, target = EduDiagnoTestFactory(), EduDiagnoTestFactory()
    imports.import_questions(actor=None, test=source, content=CSV.encode(), is_dry=False)
    EduDiagnoMCQQuestionFactory(test=source, order=9, description="Is 1 < 2 & 3 > 2?", marks=3)
    content = staff.get(page(source, "qti")).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == ["imsmanifest.xml", "items/q1.xml", "items/q2.xml", "items/q3.xml"]
    imports.import_questions(actor=None, test=target, content=content, is_dry=False)
    assert _as_written(target, "question_type", "explanation") == _as_written(
        source, "question_type", "explanation"
    )


def test_an_item_of_another_kind_is_named_and_nothing_is_written():
    item = (
        f'<qti-assessment-item xmlns="{mcq_files.NAMESPACE}" identifier="x"><qti-item-body>'
        "<qti-extended-text-interaction/></qti-item-body></qti-assessment-item>"
    )
    found = mcq_files.read_qti(item.encode())
    assert found.problems == ["item.xml: only items with one choice interaction are taken."]


def test_a_problem_package_goes_out_and_comes_in(staff):
    from assessments.services import packages

    problem = published(mcq=0, coding=1).dsa_questions.get()
    _name, content = packages.export(problem=problem)
    test = EduDiagnoTestFactory()
    assert staff.post(page(test, "package"), sent(content, "package")).status_code == 302
    row = test.dsa_questions.get()
    cases = list(row.cases.values_list("input", "expected_output", "is_sample"))
    assert (row.title, sorted(cases)) == (
        problem.title,
        sorted(problem.cases.values_list("input", "expected_output", "is_sample")),
    )


def test_preview_and_statistics_open(staff, run_tasks):
    someone = taker(mcq=2, coding=1, video=1)
    someone.chooses("A")
    someone.post("hand-in/")
    run_tasks()
    for name in ("preview", "statistics", "csv", "qti"):
        assert staff.get(page(someone.attempt.test, name)).status_code == 200
    reports = quality.quiz_report(test=someone.attempt.test)
    assert [(one.shown, one.item.answers) for one in reports] == [(1, 1), (1, 1)]
    assert sorted(one.item.p for one in reports) == [0.0, 1.0]


@pytest.mark.parametrize("count", [1, 3])
def test_the_statistics_ask_as_often_for_three_questions_as_for_one(count, django_assert_num_queries):
    test = published(mcq=count)
    taker(test)
    with django_assert_num_queries(3):
        quality.quiz_report(test=test)


def test_a_test_without_staffs_right_is_not_to_be_opened(client):
    test = published(mcq=1)
    assert client.get(page(test, "statistics")).status_code == 302


def test_closing_twice_is_refused():
    test = published(mcq=1)
    close(actor=StaffFactory(), test=test)
    with pytest.raises(Conflict):
        close(actor=StaffFactory(), test=test)
