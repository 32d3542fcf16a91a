"""Uploads that are too large, or meet a full disk, before the view ever sees them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, UnreadablePostError
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from interviewer.errors import Invalid, StorageFull, TooLarge

View = Callable[..., HttpResponse]


def checked_upload(largest_request: int, *, too_large: View | None = None) -> Callable[[View], View]:
    """Door for views that take files: refuses larger requests unread (TooLarge), tells a full disk (StorageFull).

    With `too_large`, that view answers instead, called with the request and the TooLarge: to say it beside the
    field. The check against forged requests reads the body, so it is done here, where what goes wrong is answered.
    """

    def decorate(view: View) -> View:
        protected = csrf_protect(view)

        @csrf_exempt
        @functools.wraps(view)
        def checked(request: Any, *args: object, **kwargs: object) -> HttpResponse:
            if int(request.META.get("CONTENT_LENGTH") or 0) > largest_request:
                refusal = TooLarge(_("That is far too large. Please go back and choose a smaller file."))
                if too_large is None:
                    raise refusal
                return too_large(request, problem=refusal)
            try:
                request.FILES  # noqa: B018  (reading it is what may fail)
            except UnreadablePostError as problem:
                raise Invalid(_("The file did not arrive whole. Please try again.")) from problem
            except RequestDataTooBig as problem:
                raise TooLarge(
                    _("That is too large: please go back and shorten the text. Nothing was changed.")
                ) from problem
            except OSError as problem:
                raise StorageFull(
                    _("The file could not be stored just now. Please go back and try again in a few minutes.")
                ) from problem
            return protected(request, *args, **kwargs)

        return checked

    return decorate
