"""What a recruiter sees of a machine that lacks system packages."""

from __future__ import annotations

import pytest
from django_q.models import OrmQ

from companies.tests.factories import MembershipFactory
from interviewer.integrations import machine
from interviews.models import Interview
from interviews.tests import waiting_work as work

pytestmark = pytest.mark.django_db


def test_a_pdf_that_can_not_be_made_is_said_plainly_and_one_that_exists_is_given(client, monkeypatch):
    task, (pk,) = work.report_to_render()
    interview = Interview.objects.select_related("job__company").get(pk=pk)
    client.force_login(MembershipFactory(company=interview.job.company).user)
    address = f"/workspace/candidates/{interview.uid}/report.pdf"
    with monkeypatch.context() as lacking:
        lacking.setattr(machine, "PDF_LIBRARIES", {"libnowhere.so.9": "libpango-1.0-0"})
        answer = client.get(address)
        assert (answer.status_code, "make PDFs" in answer.content.decode()) == (503, True)
        assert OrmQ.objects.count() == 0
    task(pk)
    monkeypatch.setattr(machine, "PDF_LIBRARIES", {"libnowhere.so.9": "libpango-1.0-0"})
    assert client.get(address).status_code == 200
