"""The two files of a profile: the photo and the résumé."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from interviewer.errors import DomainError, NotFound
from interviewer.integrations.documents.reading import MAX_BYTES
from interviewer.integrations.media import serve_private
from interviewer.web.uploads import checked_upload
from seekers.access import SeekerRequest, seeker
from seekers.forms.blocks import MOST_PHOTO_BYTES, PhotoForm, ResumeForm
from seekers.services import profiles, readings
from seekers.views.profile_frame import back, show

#: Beyond this a request is refused unread; between a file's limit and this the form says so kindly.
LARGEST_REQUEST = 25 * 1024 * 1024
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@seeker
def photo_too_large(request: SeekerRequest, problem: DomainError) -> HttpResponse:
    """The page with the message beside the field, for a file that nobody wanted to receive whole."""
    return _refused(request, "photo", PhotoForm({}), problem)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@checked_upload(LARGEST_REQUEST, too_large=photo_too_large)
@seeker
def photo(request: SeekerRequest) -> HttpResponse:
    """Choose a photo, or take it away."""

    def keep(data: bytes, name: str) -> None:
        profiles.set_photo(seeker=request.seeker, data=data)

    return _file_page(request, "photo", PhotoForm, MOST_PHOTO_BYTES, keep)


@seeker
def resume_too_large(request: SeekerRequest, problem: DomainError) -> HttpResponse:
    """The page with the message beside the field, for a file that nobody wanted to receive whole."""
    return _refused(request, "resume", ResumeForm({}), problem)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@checked_upload(LARGEST_REQUEST, too_large=resume_too_large)
@seeker
def resume(request: SeekerRequest) -> HttpResponse:
    """Choose a résumé, or take it away."""

    def keep(data: bytes, name: str) -> None:
        readings.from_resume(seeker=request.seeker, data=data, name=name)

    return _file_page(request, "resume", ResumeForm, MAX_BYTES, keep)


def _file_page(
    request: SeekerRequest, field: str, form_class: type, most: int, keep: Callable[[bytes, str], None]
) -> HttpResponse:
    if request.method != "POST":
        return show(request, at=field, form=form_class())
    if request.POST.get("do") == "remove":
        profiles.remove_file(seeker=request.seeker, field=field)
        messages.success(request, _("Removed."))
        return back(field)
    form = form_class(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, at=field, form=form, status=422)
    file = form.cleaned_data[field]
    try:
        # One byte more than allowed is enough to know that it is too large.
        keep(file.read(most + 1), request.FILES[field].name)
    except DomainError as problem:
        return _refused(request, field, form, problem)
    messages.success(request, _("Saved."))
    return back(field)


def _refused(request: SeekerRequest, field: str, form: PhotoForm, problem: DomainError) -> HttpResponse:
    form.errors.pop(field, None)
    form.add_error(field, problem.message)
    return show(request, at=field, form=form, status=problem.status)


@require_safe
@seeker
def photo_file(request: SeekerRequest) -> HttpResponseBase:
    """The photo itself."""
    if not request.seeker.photo:
        raise NotFound
    return serve_private(request, request.seeker.photo, content_type="image/jpeg")


@require_safe
@seeker
def resume_file(request: SeekerRequest) -> HttpResponseBase:
    """The résumé itself."""
    file = request.seeker.resume
    if not file:
        raise NotFound
    kind = TYPES.get(file.name.rpartition(".")[2], "application/octet-stream")
    name = request.seeker.resume_name or file.name.rpartition("/")[2]
    return serve_private(request, file, content_type=kind, download_name=name)
