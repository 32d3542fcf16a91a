"""Reading the text out of documents that strangers upload.

`from interviewer.integrations.documents.reading import read_resume, UnreadableDocument`
"""

from __future__ import annotations
