"""The candidate's door to the API: a seat token that belongs to the interview in the address, at the right stage."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.request import Request

from interviewer.api.authentication import BearerAuthentication
from interviewer.api.endpoints import Endpoint
from interviewer.errors import NotFound, NotSignedIn, TokenNotValid
from interviewer.web import heart
from interviews.access import refuse_stage, require_open, speak_its_language
from interviews.enums import InterviewStatus, Stage
from interviews.models import Interview
from interviews.services import seats, stages
from interviews.services.seats import Seat


class SeatAuthentication(BearerAuthentication):
    """A candidate's seat."""

    def find(self, request: Request, token: str) -> tuple[Any, Any]:
        """Nobody with an account, and the seat."""
        return AnonymousUser(), seats.read(token)


class _SeatScheme(OpenApiAuthenticationExtension):
    target_class = "interviews.api.seats.SeatAuthentication"
    name = "seatToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        text = "A candidate's seat token: seat_… of POST /api/v1/seats/."
        return {"type": "http", "scheme": "bearer", "description": text}


class SittingEndpoint(Endpoint):
    """An address of a candidate's interview. Sets `interview`.

    `stage` is the only stage in which it can be changed, `is_behind_code` whether the address must be proven by who
    asks, once it was proven by anybody.
    """

    authentication_classes = [SeatAuthentication]
    stage: ClassVar[Stage | None] = None
    is_behind_code = True
    interview: Interview

    def enter(self, request: Request, **kwargs: Any) -> None:
        """The seat fits the interview, the link is open, the clock is right, and it is the time for this."""
        if not isinstance(request.auth, Seat):
            raise NotSignedIn(_("Get a seat by the interview's link first: POST /api/v1/seats/."))
        heart.catch_up()
        self.interview = self.fresh(kwargs["uid"], request.auth)
        request.interview = self.interview
        speak_its_language(request, self.interview)
        stages.settle(interview=self.interview)
        if self.is_behind_code and not request.auth.is_proven(self.interview):
            raise NotSignedIn(_("Prove the address again: ask for a code and check it."))
        if self.stage is not None:
            self._require_stage(self.stage)

    def fresh(self, uid: uuid.UUID, seat: Seat) -> Interview:
        """The interview as it is now; another one is as missing as one that never was."""
        if seat.interview != uid:
            raise NotFound
        row = Interview.objects.alive().select_related("job__company", "rubric").filter(uid=uid).first()
        if row is None:
            raise NotFound
        if not seat.belongs_to(row):
            raise TokenNotValid
        return require_open(row)

    def _require_stage(self, stage: Stage) -> None:
        now_at = stages.current(self.interview)
        if self.interview.status == InterviewStatus.SCREENED_OUT and stage != Stage.MATCH:
            now_at = Stage.MATCH
        elif now_at == stage:
            return
        refuse_stage(self.interview, stage, now_at)

    def to_lock(self) -> QuerySet:
        """The interview's row."""
        return Interview.objects.filter(pk=self.interview.pk)
