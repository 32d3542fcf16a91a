"""Reading lists of people: headings, delimiters, encodings, workbooks, and what is wrong with a row in words."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
import time_machine
from django.utils import timezone
from openpyxl import Workbook

from interviewer.errors import Invalid
from interviewer.web import tables
from interviews import invitees
from interviews.enums import RowResult
from interviews.source_tags import clean_tag


def from_file(text: str | bytes, name: str = "people.csv") -> invitees.Sheet:
    return invitees.read_file(name=name, data=text.encode() if isinstance(text, str) else text)


def workbook(*rows: list[object]) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def refusal(text: str | bytes, name: str = "people.csv") -> str:
    with pytest.raises(Invalid) as problem:
        from_file(text, name)
    return problem.value.message


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_usual_delimiter_and_encoding_is_read(delimiter, encoding):
    rows = [
        ["E-Mail", "First_Name", "surname", "City"],
        ["Zoé@Example.com".replace("é", "e"), "Zoé", "Müller", "Köln"],
    ]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    (person,) = from_file(data).people
    assert (person.email, person.name, person.city, person.is_valid) == (
        "zoe@example.com",
        "Zoé Müller",
        "Köln",
        True,
    )


@time_machine.travel("2026-03-01T10:00:00Z")
def test_every_column_has_its_meaning_and_others_are_passed_over():
    sheet = from_file(
        "Notes,Deadline,Source,External ID,City,Mobile,Last name,First name,Email\n"
        '"likes, parcels",2026-03-20,Careers Page,A-7,Pune,+91 98765 43210,Rao,Asha,ASHA@example.com\n'
    )
    (person,) = sheet.people
    assert (sheet.ignored, person.line, person.email) == (("Notes",), 2, "asha@example.com")
    assert (person.first_name, person.last_name, person.phone) == ("Asha", "Rao", "+91 98765 43210")
    assert (person.city, person.external_id, person.source_tag) == ("Pune", "A-7", "careers-page")
    assert timezone.localtime(person.deadline_at).isoformat()[:19] == "2026-03-20T23:59:59"
    assert person.cells[0] == "likes, parcels"


def test_a_workbook_is_read_like_a_csv():
    data = workbook(
        ["name", "email", "phone", "id", "joined"],
        ["Asha Rao", "asha@example.com", 9876543210, 12.0, datetime(2026, 1, 2)],
        [None, None, None, None, None],
        ["Bela", "bela@example.com"],
    )
    sheet = from_file(data, "people.xlsx")
    first, second = sheet.people
    assert (first.line, first.name, first.phone, first.external_id) == (2, "Asha Rao", "9876543210", "12")
    assert first.cells == ("Asha Rao", "asha@example.com", "9876543210", "12", "2026-01-02")
    assert (second.line, second.name, second.cells) == (4, "Bela", ("Bela", "bela@example.com", "", "", ""))


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("", "The address is missing."),
        ("asha.example.com", "There is no @ in “asha.example.com”."),
        ("a@b@example.com", "There is more than one @ in “a@b@example.com”."),
        ("asha rao@example.com", "There is a space in “asha rao@example.com”."),
        ("@example.com", "Nothing stands before the @ in “@example.com”."),
        ("asha@example", "“asha@example” has no ending such as .com after the @."),
        ("a" * 250 + "@example.com", "The address is longer than 254 characters."),
        ("asha@exa_mple.com", "“asha@exa_mple.com” is no e-mail address."),
    ],
)
def test_what_is_wrong_with_an_address_is_said(address, why):
    (person,) = from_file(f"email,name\n{address},Asha").people
    assert (person.result, person.detail, person.cells) == (RowResult.BAD_ADDRESS, why, (address, "Asha"))


@pytest.mark.parametrize(
    ("heading", "cell", "result", "why"),
    [
        ("name", "", RowResult.NAME_MISSING, "The name is missing."),
        ("first name", "x" * 101, RowResult.BAD_VALUE, "The name is longer than 100 characters."),
        ("deadline", "soon", RowResult.BAD_VALUE, "“soon” is no date: write it as 2026-12-31."),
        ("deadline", "31.02.2026", RowResult.BAD_VALUE, "“2026-02-31” is no date: write it as 2026-12-31."),
        ("deadline", "2020-01-01", RowResult.BAD_VALUE, "The deadline is over already."),
        ("deadline", "2099-01-01", RowResult.BAD_VALUE, "The deadline is more than 180 days away."),
        ("phone", "call me", RowResult.BAD_VALUE, "“call me” is no phone number."),
        (
            "source",
            "=1+1",
            RowResult.BAD_VALUE,
            "The source “=1+1” is no short word of letters, digits and hyphens.",
        ),
        ("city", "x" * 121, RowResult.BAD_VALUE, "The city is longer than 120 characters."),
    ],
)
def test_what_is_wrong_with_another_cell_is_said(heading, cell, result, why):
    (person,) = from_file(f"email,{heading}\nasha@example.com,{cell}").people
    assert (person.result, person.detail) == (result, why)


@pytest.mark.parametrize(
    ("line", "email", "name"),
    [
        ("asha@example.com", "asha@example.com", ""),
        ("Asha Rao <Asha@Example.com>", "asha@example.com", "Asha Rao"),
        ('"Rao, Asha" <asha@example.com>;', "asha@example.com", "Rao, Asha"),
        ("asha@example.com, Asha Rao", "asha@example.com", "Asha Rao"),
        ("Asha\tRao\tasha@example.com", "asha@example.com", "Asha Rao"),
        ("Asha; asha@example.com", "asha@example.com", "Asha"),
    ],
)
def test_lines_are_read_as_somebody_writes_them(line, email, name):
    (person,) = invitees.parse(f"\n{line}\n")
    assert (person.line, person.email, person.name) == (2, email, name)


def test_a_long_line_is_kept_whole_so_that_it_can_be_mended():
    line = "x" * 5_000
    (person,) = invitees.parse(line)
    assert (person.result, person.cells) == (RowResult.BAD_ADDRESS, (line, ""))


def test_a_file_without_headings_is_read_line_by_line():
    people = from_file("asha@example.com;Asha Rao\nbela.example.com;Bela\n").people
    assert [(one.line, one.email, one.name, one.result) for one in people] == [
        (1, "asha@example.com", "Asha Rao", RowResult.WAITING),
        (2, "", "", RowResult.BAD_ADDRESS),
    ]


def test_a_table_that_is_pasted_is_read_by_its_headings():
    (person,) = invitees.read_pasted("Last name\tFirst name\tEmail\nRao\tAsha\tasha@example.com").people
    assert (person.first_name, person.last_name, person.line) == ("Asha", "Rao", 2)


def test_the_apostrophe_of_our_own_files_is_taken_off_again():
    (person,) = from_file("email,name,phone\nasha@example.com,'=Asha,'+91 98765").people
    assert (person.first_name, person.phone) == ("=Asha", "+91 98765")


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "people.csv", "The file is empty."),
        (b" \n\n", "people.csv", "The file is empty."),
        (b",,\n,,\n", "people.csv", "The file is empty."),
        (b"email,name\n", "people.csv", "There is nobody below the headings."),
        (
            b"%PDF-1.7 \xff",
            "people.csv",
            "This is no CSV and no Excel workbook (.xlsx). Save your list as one of them.",
        ),
        (
            b"\x89PNG\r\n\x00\x00",
            "people.csv",
            "This is no CSV and no Excel workbook (.xlsx). Save your list as one of them.",
        ),
        (
            b"\xd0\xcf\x11\xe0rest",
            "people.xls",
            "This is the old format of Excel. Save it as .xlsx or as CSV and choose it again.",
        ),
        (
            b"PK\x03\x04broken",
            "people.xlsx",
            "This Excel workbook cannot be read. Save it once more, or as CSV.",
        ),
        (b"a,b\n", "people.xlsx", "This file is no Excel workbook, although its name says so."),
        (
            b"name,city\nAsha,Pune\n",
            "people.csv",
            "No column is called “email”. The first line reads: name, city",
        ),
        (
            b"email,mail\na@b.co,c@d.co\n",
            "people.csv",
            "Two columns mean the same: email, mail. Rename one of them.",
        ),
        (b"," * 60 + b"a@example.com", "people.csv", "Line 1 has more than 50 columns."),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(data, name, why):
    assert refusal(data, name) == why


def test_five_thousand_rows_are_read_and_one_more_is_refused():
    rows = "\n".join(f"p{n}@example.com" for n in range(5_000))
    assert len(from_file(f"email\n{rows}").people) == 5_000
    assert (
        refusal(f"email\n{rows}\nq@example.com") == "There are more than 5000 rows. Split the list, please."
    )


def test_a_workbook_that_unpacks_to_very_much_is_refused(monkeypatch):
    monkeypatch.setattr(tables, "_MAX_UNPACKED", 100)
    data = workbook(["email"], ["asha@example.com"])
    assert refusal(data, "people.xlsx") == "This Excel workbook is too large once unpacked."


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("careers-page", "careers-page"),
        (" Careers Page ", "careers-page"),
        ("campus_2026", "campus_2026"),
        ("example.com", "example-com"),
        ("", ""),
        ("<script>", ""),
        ("-x", ""),
        ("ż", ""),
        ("x" * 41, ""),
        ("a\x00b", ""),
    ],
)
def test_a_source_tag_is_a_short_word_or_nothing(text, tag):
    assert clean_tag(text) == tag
