"""Staff bring problem packages into the pool and take them out again, on the admin's own pages."""

from __future__ import annotations

import io

import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assessments.models import DSAPoolQuestion
from assessments.packages.files import read_zip
from assessments.packages.reading import read
from assessments.packages.tests.packages import LEGACY, zipped
from assessments.tests.factories import DSAPoolQuestionFactory, DSAPoolTestCaseFactory
from assessments.tests.judges import SCRIPTED
from interviewer.accounts.tests.factories import StaffFactory

pytestmark = pytest.mark.django_db
LIST = reverse("admin:assessments_dsapoolquestion_changelist")
IMPORT = reverse("admin:assessments_pool_import")


@pytest.fixture(autouse=True)
def scripted(settings):
    settings.JUDGE_ENGINE = SCRIPTED


@pytest.fixture
def staff(client):
    client.force_login(StaffFactory(), backend="django.contrib.auth.backends.ModelBackend")
    return client


def upload(content: bytes, name: str = "sum.zip") -> dict[str, SimpleUploadedFile]:
    return {"package": SimpleUploadedFile(name, content, content_type="application/zip")}


def said(answer) -> list[str]:
    return [str(one) for one in get_messages(answer.wsgi_request)]


def test_an_imported_package_is_a_problem_that_waits_for_approval(staff):
    answer = staff.post(IMPORT, upload(zipped(LEGACY).getvalue()))
    row = DSAPoolQuestion.objects.get()
    assert (answer.status_code, answer.url) == (
        302,
        reverse("admin:assessments_dsapoolquestion_change", args=[row.pk]),
    )
    assert (row.title, row.approved, row.cases.count(), row.references.count()) == ("A Sum", False, 3, 5)
    assert said(answer)[0] == "“A Sum” was imported."
    page = staff.get(answer.url)
    assert (page.status_code, "A Sum" in page.content.decode()) == (200, True)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"no zip at all", "zip"),
        (zipped({**LEGACY, "../escape.txt": "x"}).getvalue(), "../escape.txt"),
        (zipped({"readme.txt": "nothing here"}).getvalue(), "problem.yaml"),
    ],
    ids=["not a zip", "zip slip", "no problem"],
)
def test_a_bad_package_is_refused_beside_its_field_and_nothing_is_made(staff, content, part):
    answer = staff.post(IMPORT, upload(content))
    errors = answer.context["form"].errors["package"]
    assert (answer.status_code, part in " ".join(errors), DSAPoolQuestion.objects.count()) == (200, True, 0)


def test_staff_who_may_only_look_may_not_import(client):
    reader = StaffFactory(is_superuser=False)
    reader.user_permissions.add(Permission.objects.get(codename="view_dsapoolquestion"))
    client.force_login(reader, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(LIST).status_code == 200
    assert [client.get(IMPORT).status_code, client.post(IMPORT).status_code] == [403, 403]


def test_one_problem_is_taken_out_as_a_package_that_can_be_read_again(staff):
    row = DSAPoolQuestionFactory(title="Bridges")
    DSAPoolTestCaseFactory(question=row, input="1\n", expected_output="2\n", is_sample=True)
    answer = staff.post(LIST, {"action": "export_package", "_selected_action": [row.pk]})
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "application/zip",
        'attachment; filename="bridges.zip"',
    )
    package = read(read_zip(io.BytesIO(answer.content)))
    assert [(one.input, one.answer) for one in package.cases] == [(b"1\n", b"2\n")]


def test_two_problems_at_once_are_refused_with_what_to_do(staff):
    rows = [DSAPoolQuestionFactory(), DSAPoolQuestionFactory()]
    answer = staff.post(LIST, {"action": "export_package", "_selected_action": [row.pk for row in rows]})
    assert (answer.status_code, said(answer)) == (302, ["Choose one problem."])
