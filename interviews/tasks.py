"""Background tasks of the interviews app: a few lines around one service each."""

from __future__ import annotations

from interviewer import background


@background.task
def work_off_invitations(batch_id: int) -> None:
    """Do the next rows of a list of invitations."""
    from interviews.services import invitation_batches

    invitation_batches.run(batch_id=batch_id)


@background.task
def remind(interview_id: int, kind: str) -> None:
    """Remind somebody of an invitation."""
    from interviews.services import reminders

    reminders.send(interview_id=interview_id, kind=kind)


@background.task
def score(interview_id: int) -> None:
    """Score a handed-in interview and write its report."""
    from interviews.services import scoring

    scoring.run(interview_id=interview_id)


@background.task
def evaluate_again(evaluation_id: int) -> None:
    """Carry out a scoring that a recruiter asked for."""
    from interviews.services import scoring

    scoring.run_again(evaluation_id=evaluation_id)


@background.task
def render_report(interview_id: int) -> None:
    """Make the PDF of a report."""
    from interviews.services import reports

    reports.render(interview_id=interview_id)


@background.task
def plan_conversation(interview_id: int, tried: int = 0) -> None:
    """Plan the questions of an interview."""
    from interviews.services import planning

    planning.run(interview_id=interview_id, tried=tried)


@background.task
def consider_follow_up(turn_id: int) -> None:
    """Ask whether an answer calls for one more question."""
    from interviews.services import follow_ups

    follow_ups.consider(turn_id=turn_id)


@background.task
def speak_question(turn_id: int) -> None:
    """Have a question spoken by the server's voice."""
    from interviews.services import voices

    voices.speak(turn_id=turn_id)


@background.task
def join_recording(recording_id: int) -> None:
    """Join the chunks of a recording."""
    from interviews.services import joining

    joining.join(recording_id=recording_id)


@background.task
def transcribe(recording_id: int, tried: int = 0) -> None:
    """Write down a recorded answer."""
    from interviews.services import transcripts

    transcripts.run(recording_id=recording_id, tried=tried)


@background.task
def read_resume(interview_id: int) -> None:
    """Read a profile out of an uploaded résumé."""
    from interviews.services import resumes

    resumes.read(interview_id=interview_id)


@background.task
def match(interview_id: int) -> None:
    """Match a candidate with the job."""
    from interviews.services import matching

    matching.run(interview_id=interview_id)


@background.task
def draft_rubric(draft_id: int) -> None:
    """Draft a rubric for a job."""
    from interviews.services import rubric_drafts

    rubric_drafts.run(draft_id=draft_id)


@background.task
def advance_bulk(bulk_id: int) -> None:
    """Deal with the next portion of a bulk action."""
    from interviews.services import bulk

    bulk.advance(bulk_id=bulk_id)
