"""The pool is loaded once, renewed when its content changes, and never reaches into jobs or staff's decisions."""

from __future__ import annotations

import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from assessments.models import DSAPoolQuestion
from assessments.pool.packages import PROBLEMS, read_all
from assessments.services import pool, problems
from assessments.tests.factories import DSAPoolQuestionFactory
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """A pool of two problems that a test may change."""
    for slug in ("lift-pair", "glove-box"):
        shutil.copytree(PROBLEMS / slug, tmp_path / slug)
    return tmp_path


def change(folder, name, old, new):
    path = folder / "lift-pair" / name
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def cases_of(row):
    return list(row.cases.values_list("input", "expected_output", "is_sample", "order"))


def test_problems_are_loaded_with_their_cases(folder):
    done = pool.load(folder=folder)
    assert (done.added, done.updated, done.unchanged) == (["glove-box", "lift-pair"], [], [])
    row = DSAPoolQuestion.objects.get(slug="glove-box")
    assert (row.title, row.topic, row.difficulty, row.minutes) == ("The glove box", "hashing", "easy", 12)
    assert (row.seconds_limit, row.memory_mib, row.checker, row.approved) == (2, 256, "lines", True)
    assert row.description.startswith("A ski rental sorts its lost gloves.")
    cases = cases_of(row)
    assert cases[0] == ("4\nK2 L\nfox R\nK2 L\nK2 R\n", "K2 R 1\nfox L 1\n", True, 0)
    assert [sample for _in, _out, sample, _order in cases] == [True] * 2 + [False] * 12


def test_loading_again_changes_nothing(folder, django_assert_num_queries):
    pool.load(folder=folder)
    before = list(DSAPoolQuestion.objects.order_by("pk").values_list("pk", "updated_at"))
    with django_assert_num_queries(1):
        done = pool.load(folder=folder)
    assert (done.added, done.updated, done.unchanged) == ([], [], ["glove-box", "lift-pair"])
    assert list(DSAPoolQuestion.objects.order_by("pk").values_list("pk", "updated_at")) == before


def test_a_changed_problem_is_renewed_in_place(folder):
    pool.load(folder=folder)
    before = DSAPoolQuestion.objects.get(slug="lift-pair")
    change(folder, "problem.yaml", "Two crates in the lift", "A pair for the lift")
    change(folder, "generate.py", "yield text(2, [1])", "yield text(4, [1])")
    done = pool.load(folder=folder)
    assert (done.added, done.updated, done.unchanged) == ([], ["lift-pair"], ["glove-box"])
    row = DSAPoolQuestion.objects.get(slug="lift-pair")
    assert (row.pk, row.uid, row.title) == (before.pk, before.uid, "A pair for the lift")
    assert cases_of(row)[2] == ("1 4\n1\n", "-1\n", False, 2)
    assert row.cases.count() == 15


def test_copies_in_jobs_stay_as_they_are(folder):
    pool.load(folder=folder)
    job = AiInterviewedJobFactory()
    source = DSAPoolQuestion.objects.get(slug="lift-pair")
    copy = problems.copy_from_pool(actor=MembershipFactory(company=job.company).user, job=job, source=source)
    before = (copy.title, copy.description, cases_of(copy))
    assert before[2] == cases_of(source)
    change(folder, "statement.md", "A goods lift", "An old goods lift")
    change(folder, "problem.yaml", "Two crates", "Three crates")
    change(folder, "generate.py", "yield text(2, [1])", "yield text(4, [1])")
    pool.load(folder=folder)
    copy.refresh_from_db()
    assert (copy.title, copy.description, cases_of(copy)) == before
    assert copy.copied_from == source


def test_what_staff_decided_stays(folder):
    pool.load(folder=folder)
    now = timezone.now()
    DSAPoolQuestion.objects.filter(slug="lift-pair").update(approved=False, deleted_at=now, order=7)
    change(folder, "problem.yaml", "Two crates", "Three crates")
    assert pool.load(folder=folder).updated == ["lift-pair"]
    row = DSAPoolQuestion.objects.get(slug="lift-pair")
    assert (row.title, row.approved, row.deleted_at, row.order) == ("Three crates in the lift", False, now, 7)


def test_an_edit_by_staff_stays_until_the_product_brings_a_new_version(folder):
    pool.load(folder=folder)
    DSAPoolQuestion.objects.filter(slug="lift-pair").update(title="Our own title")
    pool.load(folder=folder)
    assert DSAPoolQuestion.objects.get(slug="lift-pair").title == "Our own title"
    change(folder, "statement.md", "A goods lift", "An old goods lift")
    pool.load(folder=folder)
    assert DSAPoolQuestion.objects.get(slug="lift-pair").title == "Two crates in the lift"


def test_a_problem_of_ones_own_under_the_same_short_name_is_kept(folder):
    own = DSAPoolQuestionFactory(slug="lift-pair", title="Mine")
    done = pool.load(folder=folder)
    assert (done.added, done.kept) == (["glove-box"], ["lift-pair"])
    own.refresh_from_db()
    assert (own.title, own.content_hash, own.cases.count()) == ("Mine", "", 0)


def test_a_problem_that_cannot_be_computed_leaves_the_pool_as_it_was(folder):
    pool.load(folder=folder)
    before = cases_of(DSAPoolQuestion.objects.get(slug="lift-pair"))
    change(folder, "solution.py", "passed = {}", "passed = None")
    with pytest.raises(TypeError):
        pool.load(folder=folder)
    assert cases_of(DSAPoolQuestion.objects.get(slug="lift-pair")) == before


def test_preparing_can_leave_the_pool_out(settings):
    settings.DEBUG = True  # static files are served from where they are written
    call_command("prepare", "--no-pool", stdout=StringIO())
    assert DSAPoolQuestion.objects.count() == 0


@pytest.mark.slow
def test_preparing_loads_the_whole_pool_once(settings):
    settings.DEBUG = True
    said = StringIO()
    call_command("prepare", stdout=said)
    count = sum(1 for _package in read_all())
    assert f"Pool of coding problems: {count} added, 0 renewed, 0 unchanged.\n" in said.getvalue()
    assert DSAPoolQuestion.objects.exclude(content_hash="").count() == count == 68
    said = StringIO()
    call_command("loadpool", stdout=said)
    assert said.getvalue() == f"Pool of coding problems: 0 added, 0 renewed, {count} unchanged.\n"


def test_checkpool_refuses_a_name_that_is_not_there():
    with pytest.raises(CommandError, match=r"No such problem: no-such-thing\."):
        call_command("checkpool", "lift-pair", "no-such-thing")


@pytest.mark.box
def test_checkpool_proves_a_problem():
    said = StringIO()
    call_command("checkpool", "lift-pair", stdout=said)
    assert "1 problems with 15 cases are right." in said.getvalue()
