"""Two owners who go at the same time: the company keeps one."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from companies.enums import Role
from companies.models import Membership
from companies.services import team, team_invitations
from companies.tests.factories import MembershipFactory
from interviewer.errors import DomainError

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls: Callable[[], object]) -> list[str]:
    """Run each in a thread of its own; what became of each."""
    gate, outcomes = threading.Barrier(len(calls)), []

    def run(call: Callable[[], object]) -> None:
        try:
            gate.wait(timeout=20)
            call()
            outcomes.append("done")
        except DomainError as problem:
            outcomes.append(problem.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(outcomes)


@pytest.fixture(autouse=True)
def real_locks() -> None:
    """Threads share SQLite's database in memory, where a second writer is refused instead of waiting."""
    if connection.vendor == "sqlite":
        pytest.skip("needs row locks: runs on PostgreSQL")


@pytest.fixture
def owners() -> tuple[Membership, Membership]:
    first = MembershipFactory()
    return first, MembershipFactory(company=first.company)


def present(member: Membership) -> list[str]:
    rows = Membership.objects.filter(company=member.company, removed_at=None, role=Role.OWNER)
    return list(rows.values_list("user__email", flat=True))


def test_two_owners_who_leave_at_once_leave_one(owners):
    alice, bob = owners
    assert at_once(lambda: team.leave(actor=alice), lambda: team.leave(actor=bob)) == ["conflict", "done"]
    assert len(present(alice)) == 1


def test_two_owners_who_demote_each_other_leave_one(owners):
    alice, bob = owners
    outcomes = at_once(
        lambda: team.change_role(actor=alice, member=bob, role=Role.REVIEWER),
        lambda: team.change_role(actor=bob, member=alice, role=Role.REVIEWER),
    )
    assert outcomes == ["done", "not-allowed"]
    assert len(present(alice)) == 1


def test_one_address_invited_twice_at_once_is_invited_once(owners):
    alice, bob = owners
    calls = [
        lambda one=one: team_invitations.invite(actor=one, email="c@x.example", role=Role.REVIEWER)
        for one in (alice, bob)
    ]
    assert at_once(*calls) == ["conflict", "done"]
