"""The page of one candidate's interview: what is on it, whoever draws it. Views that refuse a form draw it again."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from companies.access import EDITORS, MemberRequest
from companies.models import Membership
from interviewer.errors import NotFound
from interviews.enums import InterviewStatus
from interviews.forms.reading import (
    DecisionForm,
    FlagForm,
    NoteForm,
    OverrideForm,
    ReviewerForm,
    ScorecardForm,
    ShareForm,
    TagForm,
)
from interviews.models import Interview, Tag
from interviews.queries import activity, scorecards, sight
from interviews.queries import report as reports
from interviews.queries.typing import typings
from interviews.services import scoring, sharing, stages
from interviews.services.scorecards import rubric_for
from interviews.views.recruiter.link_state import link_context

TABS = ("overview", "conversation", "quiz", "code", "profile", "review", "activity", "timeline")


def find(request: MemberRequest, uid: uuid.UUID) -> Interview:
    """The company's interview; another company's is as missing as one that never was."""
    rows = sight.seen_by(request.membership, Interview.objects.for_company(request.company))
    rows = rows.select_related("job__company", "rubric", "decided_by")
    found = rows.prefetch_related("stage_attempts", "invitations", "consents").filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found


def _tabs(interview: Interview, current: str) -> list[dict[str, object]]:
    plan = stages.plan_of(interview)
    labels = {
        "overview": _("Report"),
        "conversation": _("Conversation"),
        "quiz": _("Quiz"),
        "code": _("Code"),
        "profile": _("Résumé and match"),
        "review": _("Review"),
        "activity": _("Activity"),
        "timeline": _("Timeline"),
    }
    shown = {"conversation": plan.has_conversation, "quiz": plan.has_quiz, "code": plan.has_coding}
    url = reverse("workspace:interview", args=[interview.uid])
    return [
        {"label": label, "href": f"{url}?tab={key}", "current": key == current}
        for key, label in labels.items()
        if shown.get(key, True)
    ]


def page(
    request: MemberRequest, interview: Interview, *, status: int = 200, tab: str = "", **extra: object
) -> HttpResponse:
    """The page, in the tab of the address or in that of a form that was refused."""
    asked = tab or request.GET.get("tab", "overview")
    tab = asked if asked in TABS else "overview"
    shown = sight.masked(interview)
    report = reports.read(shown)
    is_hidden = interview.is_blind and tab == "overview"
    context = {
        "company": request.company,
        "interview": shown,
        "report": report,
        "tab": tab,
        "tabs": _tabs(interview, tab),
        "tab_template": f"workspace/interview/_{'blind' if is_hidden else tab}.html",
        **_of_editors(request, interview),
        **_of_everybody(interview),
        **_of_tab(request, interview, report, tab),
        **extra,
    }
    return render(request, "workspace/interview.html", context, status=status)


def _of_tab(
    request: MemberRequest, interview: Interview, report: reports.Report, tab: str
) -> dict[str, object]:
    """What only one tab shows."""
    if tab == "code":
        return {"typings": typings(interview)}
    if tab == "review":
        return _review(request, interview, report)
    if tab == "activity":
        return {"events": activity.page_of(interview, request.GET.get("page"))}
    return {}


def _of_editors(request: MemberRequest, interview: Interview) -> dict[str, object]:
    return {
        "may_edit": request.membership.role in EDITORS,
        "decision_form": DecisionForm(instance=interview),
        **link_context(request, interview),
        "override_form": OverrideForm(),
        "share_form": ShareForm(),
        "shared_links": sharing.open_links(interview),
        "new_shared_link": request.session.pop(f"shared:{interview.uid}", ""),
    }


def _of_everybody(interview: Interview) -> dict[str, object]:
    is_scoring = interview.status == InterviewStatus.SCORING
    return {
        "current_stage": stages.current(interview),
        "waits_for": scoring.waits_for(interview) if is_scoring else "",
        "tag_links": interview.tag_links.select_related("tag").order_by("tag__name"),
        "known_tags": Tag.objects.filter(company=interview.company_id),
        "tag_form": TagForm(),
        "flag_form": FlagForm(),
    }


def _review(request: MemberRequest, interview: Interview, report: reports.Report) -> dict[str, object]:
    """Notes, reviewers and scorecards. Others' words wait until a blind reviewer has handed in their own."""
    cards = scorecards.cards(interview)
    own = next((card for card in cards if card.author_id == request.user.pk), None)
    rubric = rubric_for(interview)
    notes = interview.written_notes.select_related("author")
    members = Membership.objects.filter(company=request.company, removed_at=None).select_related("user")
    return {
        "notes": notes.filter(author=request.user) if interview.is_blind else notes,
        "note_form": NoteForm(),
        "members": members,
        "assignments": scorecards.assignments(interview),
        "reviewer_form": ReviewerForm(members=members.order_by("pk")),
        "own_card": own,
        "sheet": None if interview.is_blind else scorecards.sheet(report, cards),
        "scorecard_form": None if own else ScorecardForm(competencies=competencies_of(rubric)),
    }


def competencies_of(rubric: object) -> list:
    """The competencies to score."""
    return list(rubric.competencies.all()) if rubric else []
