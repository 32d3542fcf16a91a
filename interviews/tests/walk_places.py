"""What stands in the places of an address, for the tenant walk: the objects of a house."""

from __future__ import annotations

import re
from collections.abc import Callable

from interviews.tests.walk_world import House, World

#: For each place of an address: what stands there by the page's name. The first pattern that fits counts.
PLACES: dict[str, list[tuple[str, Callable[[House, World], object]]]] = {
    "public_token": [(".*", lambda here, _world: here.job.public_token)],
    "token": [
        ("companies:join", lambda here, _world: here.asked),
        ("seekers:alert_off", lambda here, _world: here.alert),
        (".*shared.*", lambda here, _world: here.shared[1]),
        (".*", lambda here, _world: here.sitting.link_token),
    ],
    "rest": [(".*", lambda _here, _world: "v1/nothing/")],
    "posting": [(".*", lambda here, _world: here.posting)],
    "slug": [(".*", lambda here, _world: f"{here.mark}-engineer")],
    "section": [
        (".*sitemap.*", lambda _here, _world: "jobs"),
        (".*", lambda _here, _world: "employment"),
    ],
    "link": [(".*", lambda here, _world: here.shared[0].uid)],
    "status": [(".*", lambda _here, _world: "shortlisted")],
    "code": [(".*", lambda _here, _world: "not-found")],
    "block": [(".*", lambda _here, _world: "awards")],
    "key": [(".*", lambda _here, _world: "python")],
    "kind": [(".*", lambda _here, _world: "svg")],
    "take": [(".*", lambda _here, _world: 1)],
    "number": [(".*image.*", lambda here, _world: here.picture), (".*", lambda _here, _world: 0)],
    "pair": [(".*", lambda here, _world: here.pair)],
    "view": [(".*", lambda here, _world: here.view)],
    "bulk": [(".*", lambda here, _world: here.bulk)],
    "tag": [(".*", lambda here, _world: here.tag)],
    "assignment": [
        ("workspace:job.*", lambda here, _world: here.assignments["job"]),
        (".*", lambda here, _world: here.assignments["interview"]),
    ],
    "decision": [(".*", lambda _here, _world: "rejected")],
    "batch": [(".*", lambda here, _world: here.batch)],
    "record_uid": [(".*", lambda here, _world: here.typed)],
    "name": [(".*", lambda _here, _world: "20260101-000000.log")],
    "score_id": [(".*", lambda here, _world: here.score)],
    "recording_uid": [(".*", lambda here, _world: here.recording)],
    "turn": [(".*", lambda here, _world: here.turn.uid)],
    "submission": [(".*", lambda here, _world: here.submission)],
    "problem": [
        (".*pool_copy", lambda _here, world: world.pool.uid),
        (".*", lambda here, _world: here.problem.uid),
    ],
    "question": [
        (".*quiz.*", lambda here, _world: here.quiz.uid),
        (".*", lambda here, _world: here.own.uid),
    ],
    "uid": [
        ("companies:.*", lambda here, _world: here.company.uid),
        ("seekers:profile_entry.*", lambda here, _world: here.employment),
        ("seekers:fill_review", lambda here, _world: here.reading.uid),
        ("seekers:fill_decide", lambda here, _world: here.proposal),
        ("seekers:data_file", lambda here, _world: here.download),
        ("workspace:team_member", lambda here, _world: here.members["reviewer"].uid),
        ("workspace:team_invitation", lambda here, _world: here.invited.uid),
        ("workspace:api_key_revoke", lambda here, _world: here.api_key),
        ("workspace:webhook_act", lambda here, _world: here.webhook),
        ("workspace:webhook_replay", lambda here, _world: here.delivery),
        (".*classic_job.*|seekers:apply", lambda here, _world: here.classic.uid),
        (".*application.*|seekers:withdraw", lambda here, _world: here.application.uid),
        ("seekers:interview", lambda here, _world: here.mine.uid),
        ("workspace:job.*|workspace:compare|seekers:interview_start", lambda here, _world: here.job.uid),
        ("seekers:search_change", lambda here, _world: here.search.uid),
        (".*interview_.*", lambda here, _world: here.sitting.uid),
        (".*", lambda here, _world: here.scored.uid),
    ],
}


def value_of(place: str, page: str, here: House, world: World) -> object:
    """What stands in one place of a page's address."""
    value = next(value for pattern, value in PLACES[place] if re.fullmatch(pattern, page))
    return value(here, world)
