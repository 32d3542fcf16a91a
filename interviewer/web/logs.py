"""Log lines that carry the request id."""

from __future__ import annotations

import logging

from interviewer.journal.context import origin


class RequestIdFilter(logging.Filter):
    """Adds `request_id` to every record; "-" outside of a request."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Never drops a record."""
        record.request_id = origin.get().request_id or "-"
        return True
