"""The printed report shows names in any script, and text of others does nothing in it."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from interviews.models import Interview
from interviews.report_pdf import as_pdf
from interviews.tests.test_sharing import scored

pytestmark = pytest.mark.django_db

NAMES = {
    "Devanagari": ("आरव", "शर्मा"),
    "Bengali": ("অরুণিমা", "সেন"),
    "Tamil": ("கவிதா", "சுந்தரம்"),
    "Arabic": ("ليلى", "حداد"),
    "Hebrew": ("נועה", "לוי"),
    "Cyrillic": ("Олена", "Шевченко"),
    "Greek": ("Ελένη", "Παππά"),
    "Thai": ("สมชาย", "ใจดี"),
    "Chinese": ("小明", "王"),
    "Japanese": ("さくら", "山田"),
    "Korean": ("민준", "김"),
    "Telugu": ("శ్రీ", "రావు"),
    "Kannada": ("ಕಾವ್ಯ", "ಗೌಡ"),
    "Malayalam": ("അനു", "മേനോൻ"),
    "Gujarati": ("મીરા", "પટેલ"),
    "Gurmukhi": ("ਹਰਪ੍ਰੀਤ", "ਸਿੰਘ"),
    "Sinhala": ("නිමල්", "පෙරේරා"),
    "Burmese": ("အောင်", "စန်း"),
    "Khmer": ("សុខា", "ចាន់"),
    "Georgian": ("ნინო", "გელაშვილი"),
    "Armenian": ("Անի", "Սարգսյան"),
    "Amharic": ("ሰላም", "ተስፋዬ"),
    "Latin with marks": ("Łukasz", "Ñáñez-Đỗ"),
}


def printed(first: str, last: str) -> PdfReader:
    interview = scored()
    Interview.objects.filter(pk=interview.pk).update(first_name=first, last_name=last)
    interview.refresh_from_db()
    return PdfReader(BytesIO(as_pdf(interview)))


def missing(name: str, pdf: PdfReader) -> set[str]:
    """The letters of a name that no page shows: what no font has is printed as another sign, and read back as that."""
    shown = unicodedata.normalize("NFKC", "".join(page.extract_text() for page in pdf.pages))
    letters = {letter for letter in unicodedata.normalize("NFKC", name) if not letter.isspace()}
    return letters - set(shown)


def has_fonts() -> bool:
    """Whether the packages that docs/install.md names for PDF reports are there."""
    folder = Path("/usr/share/fonts")
    return all(
        next(folder.rglob(name), None) for name in ("NotoSansTamil*", "DroidSansFallback*", "NanumGothic*")
    )


def test_a_letter_that_no_font_has_would_be_noticed():
    assert missing("Asha\U0010fffd", printed("Asha \U0010fffd", "Rao")) == {"\U0010fffd"}


@pytest.mark.skipif(not has_fonts(), reason="the fonts that docs/install.md names are not here")
@pytest.mark.parametrize("script", NAMES)
def test_a_name_is_printed_in_its_script(script):
    assert missing("".join(NAMES[script]), printed(*NAMES[script])) == set()


def test_what_a_candidate_writes_is_text_and_nothing_else():
    pdf = printed("<b>Asha</b>", "<img src=http://example.com/x.png>")
    words = "".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert "<b>Asha</b>" in words
    assert "<imgsrc=http://example.com/x.png>" in words
