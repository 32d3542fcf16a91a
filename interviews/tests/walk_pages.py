"""Every page of the product with what each visitor is answered, for the tenant walk. A page without an entry fails it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from interviews.enums import Stage


class Door(Enum):
    """Who may come in."""

    OPEN = "anybody"
    ACCOUNT = "anybody, answered otherwise once signed in"
    MEMBER = "every member of the company"
    EDITOR = "owners and recruiters"
    OWNER = "owners"
    SEEKER = "job seekers"
    EVERY_SEEKER = "every job seeker, whatever stands in the address"
    LINK = "whoever has the private link"
    SEAT = "whoever has the private link and proved its address"


@dataclass(frozen=True)
class Page:
    """A page: its door and what those who may are answered. None: the page does not know the method.

    `post_door` is the door of a change where it is narrower than that of looking; `signed_in` is what an
    account page answers to somebody signed in; `borrowed` what a candidate's own link with another's object
    in it is answered; `program` what a library's page answers to one that asks for JSON, where that differs; `seated` what a candidate who proved the address is answered, where that differs.
    """

    door: Door
    get: int | None = None
    post: int | None = None
    post_door: Door | None = None
    signed_in: tuple[int | None, int | None] | None = None
    at: Stage = Stage.CONSENT
    borrowed: tuple[int, int] = (404, 404)
    program: tuple[int, int] | None = None
    seated: tuple[int, int] | None = None

    def known(self, method: str) -> int | None:
        """What is answered to those who may."""
        return self.get if method == "get" else self.post


def _member(get: int | None = 200, post: int | None = None, post_door: Door | None = None) -> Page:
    return Page(Door.MEMBER, get, post, post_door)


def _editor(get: int | None = 200, post: int | None = 422) -> Page:
    return Page(Door.EDITOR, get, post)


def _seat(get: int | None, post: int | None, at: Stage, borrowed: tuple[int, int] = (404, 404)) -> Page:
    return Page(Door.SEAT, get, post, at=at, borrowed=borrowed)


_ACT = Page(Door.EDITOR, None, 302)

PUBLIC = {
    "home": Page(Door.OPEN, 200),
    "health": Page(Door.OPEN, 200),
    "livez": Page(Door.OPEN, 200),
    "api:root": Page(Door.OPEN, 200),
    "api:schema": Page(Door.OPEN, 200),
    "api:docs": Page(Door.OPEN, 200, program=(406, 406)),
    "api_top": Page(Door.OPEN, 404, 404),
    "api_nothing": Page(Door.OPEN, 404, 404),
    "web:outbox": Page(Door.OPEN, 404),
    "web:outbox_message": Page(Door.OPEN, 404),
    "web:problems": Page(Door.OPEN, 200),
    "web:problem": Page(Door.OPEN, 200),
    "places:cities": Page(Door.OPEN, 200),
    "places:countries": Page(Door.OPEN, 200),
    "companies:terms": Page(Door.OPEN, 200),
    "companies:page": Page(Door.OPEN, 200),
    "companies:logo": Page(Door.OPEN, 200),
    "companies:banner": Page(Door.OPEN, 200),
    "companies:picture": Page(Door.OPEN, 200),
    "companies:join": Page(Door.ACCOUNT, 200, 422, signed_in=(200, 403)),
    "companies:register": Page(Door.ACCOUNT, 200, 422, signed_in=(302, 302)),
    "seekers:register": Page(Door.ACCOUNT, 200, 422, signed_in=(200, 422)),
    "seekers:start": Page(Door.ACCOUNT, 302, None, signed_in=(302, None)),
    "seekers:jobs": Page(Door.OPEN, 200),
    "seekers:jobs_feed": Page(Door.OPEN, 200),
    "seekers:job": Page(Door.OPEN, 200),
    "seekers:job_by_id": Page(Door.OPEN, 301),
    "seekers:companies": Page(Door.OPEN, 200),
    "seekers:alert_off": Page(Door.LINK, 200, 200),
    "seekers:robots": Page(Door.OPEN, 200),
    "seekers:sitemap": Page(Door.OPEN, 200),
    "seekers:sitemap_section": Page(Door.OPEN, 200),
    "interviews:shared_report": Page(Door.OPEN, 200),
    "interviews:shared_report_pdf": Page(Door.OPEN, 200),
    "interviews:public_link": Page(Door.OPEN, 200, 302),
    "account_login": Page(Door.ACCOUNT, 200, 200, signed_in=(302, 302), program=(200, 400)),
    "account_logout": Page(Door.ACCOUNT, 302, 302, signed_in=(200, 302), program=(200, 200)),
    "account_inactive": Page(Door.OPEN, 200),
    "account_signup": Page(Door.OPEN, 302, 302),
    "account_email": Page(Door.ACCOUNT, 302, 302, signed_in=(200, 422)),
    "account_email_code": Page(Door.ACCOUNT, 302, 302, signed_in=(302, 302)),
    "account_security": Page(Door.ACCOUNT, 302, None, signed_in=(200, None)),
    "account_session_end": Page(Door.ACCOUNT, None, 302, signed_in=(None, 404)),
    "account_reauthenticate": Page(Door.ACCOUNT, 302, 302, signed_in=(200, 200)),
    "account_email_verification_sent": Page(Door.OPEN, 302, 302),
    "account_change_password": Page(Door.ACCOUNT, 302, 302, signed_in=(200, 200)),
    "account_set_password": Page(Door.ACCOUNT, 302, 302, signed_in=(302, 302)),
    "account_reset_password": Page(Door.OPEN, 200, 200, program=(200, 400)),
    "account_confirm_password_reset_code": Page(Door.OPEN, 302, 302),
    "account_complete_password_reset": Page(Door.OPEN, 302, 302),
    "account_password_reset_completed": Page(Door.OPEN, 200),
}

WORKSPACE = {
    "dashboard": _member(),
    "company": _member(200, 422, Door.OWNER),
    "company_document": Page(Door.OWNER, None, 422),
    "company_document_file": Page(Door.OWNER, 200),
    "company_switch": _member(None, 422),
    "team": _member(),
    "api_keys": Page(Door.OWNER, 200, 422),
    "api_key_revoke": Page(Door.OWNER, None, 302),
    "webhooks": Page(Door.OWNER, 200, 422),
    "webhook_act": Page(Door.OWNER, None, 302),
    "webhook_replay": Page(Door.OWNER, None, 302),
    "team_invite": Page(Door.OWNER, None, 422),
    "team_member": Page(Door.OWNER, 200, 422),
    "team_invitation": Page(Door.OWNER, None, 422),
    "team_leave": _member(200, 422),
    "jobs": _member(),
    "job_new": _editor(),
    "job": _member(),
    "job_details": _member(200, 422, Door.EDITOR),
    "job_setup": _member(200, 422, Door.EDITOR),
    "classic_jobs": _member(),
    "classic_job_new": _editor(),
    "classic_job": _member(),
    "classic_job_edit": _editor(),
    "classic_job_act": _ACT,
    "classic_job_draft": _editor(None),
    "job_quiz": _member(),
    "job_quiz_new": _editor(),
    "job_quiz_edit": _editor(),
    "job_quiz_act": _ACT,
    "job_quiz_image": _member(),
    "job_coding": _member(),
    "job_coding_new": _editor(),
    "job_import": _editor(),
    "job_export": _editor(200, None),
    "job_reference_add": _editor(),
    "job_reference_act": Page(Door.EDITOR, None, 404),
    "job_problem_image_add": _ACT,
    "job_problem_image": _member(),
    "job_likeness": _member(),
    "job_likeness_pair": _member(),
    "job_coding_edit": _editor(),
    "job_coding_act": _ACT,
    "job_pool": _editor(200, None),
    "job_pool_copy": _ACT,
    "job_questions": _member(),
    "job_question_new": _editor(),
    "job_question_edit": _editor(),
    "job_question_act": _ACT,
    "job_rubric": _member(),
    "job_rubric_start": _ACT,
    "job_rubric_draft": _ACT,
    "job_competency_new": _editor(),
    "job_competency_edit": _editor(),
    "job_competency_act": _ACT,
    "job_publish": _ACT,
    "job_close": _ACT,
    "job_qr": _member(),
    "job_invite": _editor(),
    "job_invitations": _member(200, 422, Door.EDITOR),
    "job_batch": _member(),
    "job_batch_state": _member(),
    "job_batch_results": _member(),
    "job_batch_rejected": _member(),
    "job_links": _member(200, 422, Door.EDITOR),
    "job_links_act": _ACT,
    "interview_resend": _ACT,
    "interview_revoke": _ACT,
    "interview_extend": Page(Door.EDITOR, None, 422),
    "interview_accommodate": Page(Door.EDITOR, None, 422),
    "applications": _member(),
    "applications_csv": _member(),
    "applications_xlsx": _member(),
    "applications_move": _editor(302, 302),
    "letters": _member(),
    "letter": _editor(),
    "application": _member(),
    "application_note": _member(None, 302),
    "application_flag": _ACT,
    "application_resume": _member(),
    "application_interview": _ACT,
    "candidates": _member(),
    "candidates_csv": _member(),
    "candidates_xlsx": _member(),
    "candidates_board": _member(),
    "candidates_columns": Page(Door.MEMBER, None, 302),
    "candidates_view_save": Page(Door.MEMBER, None, 302),
    "candidates_view": Page(Door.MEMBER, None, 302),
    "candidates_bulk": Page(Door.EDITOR, None, 422),
    "candidates_bulk_progress": _member(),
    "interview": _member(),
    "decide": Page(Door.EDITOR, None, 422),
    "move": Page(Door.EDITOR, None, 422),
    "note": Page(Door.MEMBER, None, 422),
    "tag": Page(Door.MEMBER, None, 422),
    "untag": Page(Door.MEMBER, None, 302),
    "flag": Page(Door.MEMBER, None, 422),
    "scorecard": Page(Door.MEMBER, None, 422),
    "assign": Page(Door.EDITOR, None, 422),
    "unassign": _ACT,
    "job_reviewers": _member(),
    "job_reviewer_add": Page(Door.EDITOR, None, 422),
    "job_reviewer_off": _ACT,
    "job_blind": _ACT,
    "review_settings": _member(),
    "review_blind": Page(Door.OWNER, None, 302),
    "review_letter": Page(Door.EDITOR, None, 422),
    "override": Page(Door.EDITOR, None, 422),
    "retry_scoring": _ACT,
    "report_pdf": _member(),
    "share_report": _ACT,
    "revoke_share": _ACT,
    "compare": _member(),
    "resume": _member(),
    "typing": _member(),
    "recording_captions": _member(),
    "recording": _member(),
}

CANDIDATE = {
    "consent": Page(Door.LINK, 200, 422),
    "consent_language": Page(Door.LINK, None, 302),
    "calendar": Page(Door.LINK, 200),
    "reminders": Page(Door.LINK, 200, 302),
    "resume": Page(Door.LINK, 200, 422, at=Stage.RESUME),
    "email_code": Page(Door.LINK, 200, 422, at=Stage.EMAIL_CODE),
    "seat": Page(Door.LINK, 200, 422, at=Stage.MATCH, seated=(302, 302)),
    "match": _seat(200, None, Stage.MATCH),
    "quiz": _seat(200, 302, Stage.QUIZ),
    "quiz_review": _seat(302, None, Stage.QUIZ),
    "quiz_hand_in": _seat(None, 302, Stage.QUIZ),
    "quiz_answer": _seat(302, 302, Stage.QUIZ, borrowed=(302, 404)),
    "quiz_image": _seat(200, None, Stage.QUIZ),
    "coding": _seat(200, None, Stage.CODING),
    "coding_finish": _seat(200, 302, Stage.CODING),
    "coding_draft": _seat(None, 200, Stage.CODING),
    "coding_send": _seat(None, 302, Stage.CODING, borrowed=(404, 302)),
    "coding_image": _seat(200, None, Stage.CODING),
    "coding_versions": _seat(200, None, Stage.CODING),
    "coding_restore": _seat(None, 404, Stage.CODING),
    "coding_cancel": _seat(None, 302, Stage.CODING),
    "coding_submission": _seat(200, None, Stage.CODING),
    "done": _seat(302, None, Stage.CODING),
    "feedback_text": _seat(404, None, Stage.CODING),
    "feedback_pdf": _seat(404, None, Stage.CODING),
    "state": _seat(200, None, Stage.CODING),
    "devices": _seat(200, 422, Stage.DEVICES),
    "conversation": _seat(200, 422, Stage.CONVERSATION),
    "conversation_ask": _seat(None, 422, Stage.CONVERSATION),
    "conversation_sound": _seat(None, 422, Stage.CONVERSATION, borrowed=(404, 422)),
    "conversation_now": _seat(200, None, Stage.CONVERSATION),
    "conversation_state": _seat(200, None, Stage.CONVERSATION),
    "conversation_draft": _seat(None, 409, Stage.CONVERSATION),
    "conversation_voice": _seat(404, None, Stage.CONVERSATION),
    "recording": _seat(200, None, Stage.CONVERSATION),
    "recording_chunk": _seat(None, 403, Stage.CONVERSATION),
    "recording_close": _seat(None, 422, Stage.CONVERSATION, borrowed=(404, 422)),
}

SEEKER = {
    "home": Page(Door.SEEKER, 200),
    "profile": Page(Door.SEEKER, 200),
    "phone": Page(Door.SEEKER, 302, 302),
    "fill": Page(Door.SEEKER, 200, 422),
    "fill_review": Page(Door.SEEKER, 200, 302),
    "fill_decide": Page(Door.SEEKER, None, 422),
    "export": Page(Door.SEEKER, 200),
    "data": Page(Door.SEEKER, 200),
    "data_ask": Page(Door.SEEKER, None, 422),
    "data_file": Page(Door.SEEKER, 200, 302),
    "erase": Page(Door.SEEKER, 200, 422),
    "profile_preview": Page(Door.SEEKER, 200),
    "profile_photo": Page(Door.SEEKER, 200, 422),
    "profile_photo_file": Page(Door.SEEKER, 404),
    "profile_resume": Page(Door.SEEKER, 200, 422),
    "profile_resume_file": Page(Door.SEEKER, 404),
    "profile_block": Page(Door.SEEKER, 200, 302),
    "profile_entry_new": Page(Door.SEEKER, 200, 422),
    "profile_entry": Page(Door.SEEKER, 200, 422),
    "profile_entry_act": Page(Door.SEEKER, None, 422),
    "job_save": Page(Door.SEEKER, None, 302),
    "saved_jobs": Page(Door.SEEKER, 200),
    "searches": Page(Door.SEEKER, 200, 302),
    "search_change": Page(Door.SEEKER, None, 302),
    "apply": Page(Door.EVERY_SEEKER, 200, 302),
    "application": Page(Door.SEEKER, 200),
    "application_resume": Page(Door.SEEKER, 200),
    "withdraw": Page(Door.SEEKER, None, 302),
    "applications": Page(Door.SEEKER, 200),
    "interview": Page(Door.SEEKER, 302),
    "interview_start": Page(Door.EVERY_SEEKER, None, 302),
}

TESTS_OPEN = ("catalogue", "test", "leaderboard", "verify", "badge", "issuer", "key", "revoked")

TESTS = {
    "begin": Page(Door.SEEKER, 302, 302),
    "mine": Page(Door.SEEKER, 200),
    "attempt": Page(Door.SEEKER, 200),
    "hand_in": Page(Door.SEEKER, None, 302),
    "result": Page(Door.SEEKER, 302),
    "state": Page(Door.SEEKER, 200),
    "show_on_leaderboard": Page(Door.SEEKER, None, 302),
    "certificate": Page(Door.SEEKER, 200),
    "quiz": Page(Door.SEEKER, 200),
    "quiz_review": Page(Door.SEEKER, 200),
    "quiz_hand_in": Page(Door.SEEKER, None, 302),
    "quiz_answer": Page(Door.SEEKER, 302, 302),
    "quiz_image": Page(Door.SEEKER, 200),
    "coding": Page(Door.SEEKER, 200),
    "coding_finish": Page(Door.SEEKER, 200, 302),
    "coding_draft": Page(Door.SEEKER, None, 200),
    "coding_send": Page(Door.SEEKER, None, 302),
    "coding_image": Page(Door.SEEKER, 200),
    "coding_versions": Page(Door.SEEKER, 200),
    "coding_restore": Page(Door.SEEKER, None, 404),
    "coding_submission": Page(Door.SEEKER, 200),
    "coding_cancel": Page(Door.SEEKER, None, 302),
    "videos": Page(Door.SEEKER, 200),
    "videos_finish": Page(Door.SEEKER, None, 302),
    "video": Page(Door.SEEKER, 200, 302),
    "video_recording": Page(Door.SEEKER, 200),
    "video_upload": Page(Door.SEEKER, None, 422),
    "video_typed": Page(Door.SEEKER, None, 422),
}

PAGES = {
    **PUBLIC,
    **{f"edudiagno:{name}": Page(Door.OPEN, 200) for name in TESTS_OPEN},
    **{f"edudiagno:{name}": page for name, page in TESTS.items()},
    **{f"workspace:{name}": page for name, page in WORKSPACE.items()},
    **{f"interviews:{name}": page for name, page in CANDIDATE.items()},
    **{f"seekers:{name}": page for name, page in SEEKER.items()},
}
