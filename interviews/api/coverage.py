"""Which action of which page has which endpoint of the API, or why it has none; docs/api-coverage.md shows it.

A page is named by its URL name, an action by "GET" or "POST". An endpoint is named as METHOD and URL name in v1.
"""

from __future__ import annotations

#: Reasons that many pages share.
_PAGE = "the page around other actions: a program needs no page"
_FORM = "the empty form, or the form with what is stored: its data is read by GET of the resource"
_SIGN_IN = "passwords are changed and reset on the site only, where a browser proves who asks"
_PUBLIC = "a public page for people without data of its own"
#: Pages that came while the API was made; docs/api.md says how their endpoints are added.
_LATER = "none yet: it follows the same pattern, over the page's service"
_SEEKER = "none yet: job seekers' programs get a door of their own with the job board"
_TEAM = "who works in a company is changed by an owner in person"
_DEVELOPMENT = "a tool of development"

COVERAGE: dict[str, dict[str, str]] = {
    "home": {"GET": _PUBLIC},
    "health": {"GET": "GET /api/v1/ tells the same"},
    "livez": {"GET": "for load balancers, the same for everybody"},
    "api:root": {"GET": "is part of the API"},
    "api:schema": {"GET": "is part of the API"},
    "api:docs": {"GET": "is part of the API"},
    "api_top": {"GET": "answers 404", "POST": "answers 404"},
    "api_nothing": {"GET": "answers 404", "POST": "answers 404"},
    "web:outbox": {"GET": _DEVELOPMENT},
    "web:outbox_message": {"GET": _DEVELOPMENT},
    "web:problems": {"GET": "what problem details lead to"},
    "web:problem": {"GET": "what problem details lead to"},
    "companies:terms": {"GET": _PUBLIC},
    "companies:logo": {"GET": "GET v1:company_logo"},
    "companies:register": {"GET": _FORM, "POST": "accounts are made on the site, where the terms are read"},
    "seekers:register": {"GET": _FORM, "POST": "accounts are made on the site, where the terms are read"},
    "seekers:start": {"GET": "leads a browser to where its person belongs; GET v1:me tells a program"},
    "interviews:shared_report": {"GET": "opened by who has no account; a program uses GET v1:report"},
    "interviews:shared_report_pdf": {"GET": "opened by who has no account; a program uses GET v1:report_pdf"},
    "interviews:public_link": {"GET": "GET v1:public_link", "POST": "POST v1:public_link"},
    "account_login": {"GET": _FORM, "POST": "POST v1:sessions"},
    "account_logout": {"GET": _PAGE, "POST": "DELETE v1:session"},
    "account_inactive": {"GET": _PAGE},
    "account_signup": {"GET": "leads on", "POST": "leads on"},
    "account_email": {"GET": "leads on", "POST": "leads on"},
    "account_reauthenticate": {"GET": _SIGN_IN, "POST": _SIGN_IN},
    "account_email_verification_sent": {"GET": _SIGN_IN, "POST": _SIGN_IN},
    "account_change_password": {"GET": _SIGN_IN, "POST": _SIGN_IN},
    "account_set_password": {"GET": _SIGN_IN, "POST": _SIGN_IN},
    "account_reset_password": {"GET": _SIGN_IN, "POST": _SIGN_IN},
    "account_confirm_password_reset_code": {"GET": _SIGN_IN, "POST": _SIGN_IN},
    "account_complete_password_reset": {"GET": _SIGN_IN, "POST": _SIGN_IN},
    "account_password_reset_completed": {"GET": _SIGN_IN},
    "workspace:dashboard": {"GET": "the lists with filters: GET v1:jobs, GET v1:interviews"},
    "workspace:company": {"GET": "GET v1:company", "POST": "PATCH v1:company"},
    "workspace:company_document": {"POST": "an identity document is sent by an owner in person"},
    "workspace:company_document_file": {"GET": "an identity document is read by an owner in person"},
    "workspace:team": {"GET": "GET v1:members"},
    "workspace:api_keys": {"GET": "GET v1:api_keys", "POST": "POST v1:api_keys"},
    "workspace:api_key_revoke": {"POST": "DELETE v1:api_key"},
    "workspace:webhooks": {"GET": "GET v1:webhooks, GET v1:deliveries", "POST": "POST v1:webhooks"},
    "workspace:webhook_act": {
        "POST": "POST v1:webhook_test, POST v1:webhook_rotate, PUT v1:webhook, DELETE v1:webhook"
    },
    "workspace:webhook_replay": {"POST": "POST v1:delivery_replay"},
    "workspace:jobs": {"GET": "GET v1:jobs"},
    "workspace:job_new": {"GET": _FORM, "POST": "POST v1:jobs"},
    "workspace:job": {"GET": "GET v1:job, GET v1:job_readiness"},
    "workspace:job_details": {"GET": "GET v1:job", "POST": "PATCH v1:job"},
    "workspace:job_setup": {"GET": "GET v1:job", "POST": "PATCH v1:job"},
    "workspace:job_quiz": {"GET": "GET v1:quiz_questions"},
    "workspace:job_quiz_new": {"GET": _FORM, "POST": "POST v1:quiz_questions"},
    "workspace:job_quiz_edit": {"GET": "GET v1:quiz_question", "POST": "PUT v1:quiz_question"},
    "workspace:job_quiz_act": {"POST": "POST v1:quiz_question_move, DELETE v1:quiz_question"},
    "workspace:job_quiz_image": {"GET": "GET v1:quiz_question_image"},
    "workspace:job_coding": {"GET": "GET v1:problems"},
    "workspace:job_coding_new": {"GET": _FORM, "POST": "POST v1:problems"},
    "workspace:job_coding_edit": {"GET": "GET v1:problem", "POST": "PUT v1:problem"},
    "workspace:job_coding_act": {"POST": "POST v1:problem_move, DELETE v1:problem"},
    "workspace:job_pool": {"GET": "GET v1:pool_problems"},
    "workspace:job_pool_copy": {"POST": "POST v1:problem_copies"},
    "workspace:job_import": {"GET": _FORM, "POST": "POST v1:problem_packages"},
    "workspace:job_export": {"GET": "GET v1:problem_package"},
    "workspace:job_reference_add": {"GET": "GET v1:references", "POST": "POST v1:references"},
    "workspace:job_reference_act": {"POST": "POST v1:references_judge, DELETE v1:reference"},
    "workspace:job_problem_image_add": {"POST": "POST v1:problem_images"},
    "workspace:job_problem_image": {"GET": "GET v1:problem_image"},
    "workspace:job_likeness": {"GET": "GET v1:similar_code"},
    "workspace:job_likeness_pair": {"GET": "GET v1:similar_pair"},
    "workspace:job_questions": {"GET": "GET v1:own_questions"},
    "workspace:job_question_new": {"GET": _FORM, "POST": "POST v1:own_questions"},
    "workspace:job_question_edit": {"GET": "GET v1:own_question", "POST": "PUT v1:own_question"},
    "workspace:job_question_act": {"POST": "POST v1:own_question_move, DELETE v1:own_question"},
    "workspace:job_rubric": {"GET": "GET v1:rubric"},
    "workspace:job_rubric_start": {"POST": "POST v1:rubric_start"},
    "workspace:job_rubric_draft": {
        "POST": "POST v1:rubric_draft, POST v1:rubric_draft_use, DELETE v1:rubric_draft"
    },
    "workspace:job_competency_new": {"GET": _FORM, "POST": "POST v1:competencies"},
    "workspace:job_competency_edit": {"GET": "GET v1:competency", "POST": "PUT v1:competency"},
    "workspace:job_competency_act": {"POST": "POST v1:competency_move, DELETE v1:competency"},
    "workspace:job_publish": {"POST": "POST v1:job_publish"},
    "workspace:job_close": {"POST": "POST v1:job_close"},
    "workspace:job_qr": {"GET": "GET v1:job_qr"},
    "workspace:job_invite": {"GET": "GET v1:job_readiness", "POST": "POST v1:invitations"},
    "workspace:interview_resend": {"POST": "POST v1:resend"},
    "workspace:interview_revoke": {"POST": "POST v1:revoke"},
    "workspace:interview_extend": {"POST": "POST v1:extend"},
    "workspace:interview_accommodate": {"POST": "PUT v1:accommodations"},
    "workspace:candidates": {"GET": "GET v1:interviews"},
    "workspace:candidates_csv": {"GET": "GET v1:interview_export"},
    "workspace:candidates_xlsx": {"GET": "GET v1:interview_export"},
    "workspace:interview": {
        "GET": "GET v1:interview, GET v1:report, GET v1:turns, GET v1:typings, GET v1:shares"
    },
    "workspace:decide": {"POST": "PUT v1:decision"},
    "workspace:override": {"POST": "PUT v1:level"},
    "workspace:retry_scoring": {"POST": "POST v1:score_again"},
    "workspace:report_pdf": {"GET": "GET v1:report_pdf"},
    "workspace:share_report": {"POST": "POST v1:shares"},
    "workspace:revoke_share": {"POST": "DELETE v1:share"},
    "workspace:compare": {"GET": "GET v1:comparison"},
    "workspace:resume": {"GET": "GET v1:resume"},
    "workspace:typing": {"GET": "GET v1:typing"},
    "workspace:recording": {"GET": "GET v1:recording"},
    "workspace:recording_captions": {"GET": "GET v1:captions"},
    "interviews:consent": {
        "GET": "GET v1:sitting_consents, POST v1:seats",
        "POST": "POST v1:sitting_consents",
    },
    "interviews:resume": {
        "GET": "GET v1:sitting_profile",
        "POST": "POST v1:sitting_resumes, PUT v1:sitting_profile",
    },
    "interviews:email_code": {
        "GET": "POST v1:sitting_codes",
        "POST": "POST v1:sitting_code_checks, POST v1:sitting_address_changes",
    },
    "interviews:seat": {"GET": "POST v1:seats", "POST": "POST v1:sitting_codes, POST v1:sitting_code_checks"},
    "interviews:match": {"GET": "GET v1:sitting_match, POST v1:sitting_match"},
    "interviews:quiz": {"GET": "GET v1:quiz, POST v1:quiz_open", "POST": "POST v1:quiz"},
    "interviews:quiz_review": {"GET": "GET v1:quiz"},
    "interviews:quiz_hand_in": {"POST": "POST v1:quiz_hand_in"},
    "interviews:quiz_answer": {"GET": "GET v1:quiz_answer", "POST": "PUT v1:quiz_answer"},
    "interviews:quiz_image": {"GET": "GET v1:quiz_image"},
    "interviews:coding": {"GET": "GET v1:coding, POST v1:coding, GET v1:coding_problem"},
    "interviews:coding_finish": {"GET": "GET v1:coding", "POST": "POST v1:coding_hand_in"},
    "interviews:coding_draft": {"POST": "PUT v1:coding_draft"},
    "interviews:coding_send": {"POST": "POST v1:coding_submissions"},
    "interviews:coding_image": {"GET": "GET v1:coding_image"},
    "interviews:coding_versions": {"GET": "GET v1:coding_versions"},
    "interviews:coding_restore": {"POST": "POST v1:coding_restore"},
    "interviews:coding_submission": {"GET": "GET v1:submission"},
    "interviews:coding_cancel": {"POST": "DELETE v1:submission"},
    "interviews:done": {"GET": "GET v1:sitting_scoring, GET v1:sitting_feedback"},
    "interviews:feedback_text": {"GET": "GET v1:sitting_feedback"},
    "interviews:feedback_pdf": {"GET": "GET v1:sitting_feedback_pdf"},
    "interviews:state": {"GET": "GET v1:sitting"},
    "interviews:devices": {"GET": "GET v1:devices", "POST": "PUT v1:devices"},
    "interviews:conversation": {
        "GET": "GET v1:conversation, POST v1:conversation",
        "POST": "POST v1:turn_steps",
    },
    "interviews:conversation_ask": {"POST": "POST v1:conversation_questions, POST v1:conversation_end"},
    "interviews:conversation_sound": {"POST": "POST v1:turn_sound"},
    "interviews:conversation_now": {"GET": "GET v1:conversation"},
    "interviews:conversation_state": {"GET": "GET v1:conversation"},
    "interviews:conversation_draft": {"POST": "PUT v1:turn_words"},
    "interviews:conversation_voice": {"GET": "GET v1:turn_voice"},
    "interviews:recording": {"GET": "GET v1:recording_state"},
    "interviews:recording_chunk": {"POST": "PUT v1:recording_chunk"},
    "interviews:recording_close": {"POST": "POST v1:recording_close"},
    "seekers:home": {"GET": "job seekers come with the job board's endpoints"},
    "places:cities": {"GET": _LATER},
    "places:countries": {"GET": _LATER},
    "workspace:classic_jobs": {"GET": _LATER},
    "workspace:classic_job_new": {"GET": _LATER, "POST": _LATER},
    "workspace:classic_job": {"GET": _LATER},
    "workspace:classic_job_edit": {"GET": _LATER, "POST": _LATER},
    "workspace:classic_job_act": {"POST": _LATER},
    "workspace:classic_job_draft": {"POST": _LATER},
    "workspace:job_invitations": {"GET": _LATER, "POST": _LATER},
    "workspace:job_batch": {"GET": _LATER},
    "workspace:job_batch_state": {"GET": _LATER},
    "workspace:job_batch_results": {"GET": _LATER},
    "workspace:job_batch_rejected": {"GET": _LATER},
    "workspace:job_links": {"GET": _LATER, "POST": _LATER},
    "workspace:job_links_act": {"POST": _LATER},
    "workspace:applications": {"GET": _LATER},
    "workspace:applications_csv": {"GET": _LATER},
    "workspace:applications_xlsx": {"GET": _LATER},
    "workspace:applications_move": {"GET": _LATER, "POST": _LATER},
    "workspace:letters": {"GET": _LATER},
    "workspace:letter": {"GET": _LATER, "POST": _LATER},
    "workspace:application": {"GET": _LATER},
    "workspace:application_note": {"POST": _LATER},
    "workspace:application_flag": {"POST": _LATER},
    "workspace:application_resume": {"GET": _LATER},
    "workspace:application_interview": {"POST": _LATER},
    "interviews:calendar": {"GET": _LATER},
    "interviews:reminders": {"GET": _LATER, "POST": _LATER},
    "companies:page": {"GET": _LATER},
    "companies:banner": {"GET": _LATER},
    "companies:picture": {"GET": _LATER},
    "seekers:apply": {"GET": _SEEKER, "POST": _SEEKER},
    "seekers:application": {"GET": _SEEKER},
    "seekers:application_resume": {"GET": _SEEKER},
    "seekers:withdraw": {"POST": _SEEKER},
    "interviews:my_applications": {"GET": _SEEKER},
    "interviews:my_interview": {"GET": _SEEKER},
    "interviews:start": {"POST": _SEEKER},
    "companies:join": {"GET": _TEAM, "POST": _TEAM},
    "workspace:company_switch": {"POST": "X-Company names the company to act for"},
    "workspace:team_invite": {"POST": _TEAM},
    "workspace:team_member": {"GET": _TEAM, "POST": _TEAM},
    "workspace:team_invitation": {"POST": _TEAM},
    "workspace:team_leave": {"GET": _TEAM, "POST": _TEAM},
    "interviews:consent_language": {"POST": "PUT v1:sitting_language"},
}


def endpoints_in(text: str) -> list[tuple[str, str]]:
    """The endpoints that a cell names: method and URL name; none where it gives a reason."""
    parts = [part.strip() for part in text.split(",")]
    if not all(part.split(" ")[-1].startswith("v1:") and part.count(" ") == 1 for part in parts):
        return []
    return [(method, name) for method, _space, name in (part.partition(" ") for part in parts)]


def table(address_of: dict[str, str]) -> str:
    """The table in Markdown; `address_of` gives the address of a URL name."""
    rows = ["| page | action | endpoint, or why there is none |", "|---|---|---|"]
    for page, actions in COVERAGE.items():
        for action, cell in actions.items():
            named = endpoints_in(cell)
            shown = "<br>".join(f"`{method} {address_of[name]}`" for method, name in named) if named else cell
            rows.append(f"| `{page}` | {action} | {shown} |")
    return "\n".join(rows)
