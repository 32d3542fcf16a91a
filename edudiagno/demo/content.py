"""Invented job seekers and the texts of three tests."""

from __future__ import annotations

PEOPLE = (
    ("Meera Joshi", "meera.joshi@demo.example"),
    ("Daniel Okafor", "daniel.okafor@demo.example"),
    ("Sofia Lindqvist", "sofia.lindqvist@demo.example"),
    ("Arjun Pillai", "arjun.pillai@demo.example"),
    ("Hana Kobayashi", "hana.kobayashi@demo.example"),
    ("Lucas Ferreira", "lucas.ferreira@demo.example"),
    ("Noor Haddad", "noor.haddad@demo.example"),
    ("Elena Petrova", "elena.petrova@demo.example"),
    ("Kwame Mensah", "kwame.mensah@demo.example"),
    ("Ingrid Solberg", "ingrid.solberg@demo.example"),
    ("Rohan Desai", "rohan.desai@demo.example"),
    ("Chiara Romano", "chiara.romano@demo.example"),
)

#: Question, right options, wrong options, explanation.
PYTHON = (
    (
        "What does `len({1, 2, 2, 3})` give?",
        ("3",),
        ("4", "2", "an error"),
        "A set holds each value once.",
    ),
    (
        "Which of these can be changed after they were made?",
        ("a list", "a dict"),
        ("a tuple", "a str"),
        "Lists and dicts are mutable; tuples and strings are not.",
    ),
    (
        "What is `[n * n for n in range(3)]`?",
        ("[0, 1, 4]",),
        ("[1, 4, 9]", "[0, 1, 2]", "a generator"),
        "range(3) gives 0, 1 and 2, and square brackets make a list.",
    ),
    (
        "Why is `def add(item, items=[])` a trap?",
        ("The default list is made once and shared by all calls.",),
        ("Lists can't be defaults.", "The list is copied at every call.", "It is slower than a tuple."),
        "Defaults are evaluated when the function is defined.",
    ),
    (
        "What does `with open(path) as file:` take care of?",
        ("The file is closed, even after an exception.",),
        ("The file is locked.", "The file is read at once.", "Missing files are created."),
        "The context manager closes the file on the way out, whatever happened.",
    ),
    (
        'Which exception does `{}["name"]` raise?',
        ("KeyError",),
        ("IndexError", "ValueError", "AttributeError"),
        "A dict says KeyError for a key that it does not have.",
    ),
)

SQL = (
    (
        "Which rows does an INNER JOIN give?",
        ("Those that have a match in both tables.",),
        ("All of the left table.", "All of both tables.", "Those without a match."),
        "An inner join keeps pairs that fulfil the condition.",
    ),
    (
        "Where does a condition on a sum belong?",
        ("HAVING",),
        ("WHERE", "ORDER BY", "ON"),
        "HAVING is applied after grouping, WHERE before it.",
    ),
    (
        "What does `COUNT(phone)` count?",
        ("Rows whose phone is not NULL.",),
        ("All rows.", "Different phones.", "Rows whose phone is NULL."),
        "COUNT of a column leaves NULL out.",
    ),
    (
        "Which of these are true of an index?",
        ("It can make searches faster.", "It makes writes a little slower."),
        ("It sorts the table's rows on disk, always.", "It is needed for a JOIN."),
        "An index is a structure beside the table, which every write has to keep up.",
    ),
    (
        "What is `NULL = NULL` in SQL?",
        ("unknown",),
        ("true", "false", "an error"),
        "Comparisons with NULL are unknown; ask with IS NULL.",
    ),
    (
        "What does a transaction that is rolled back leave behind?",
        ("Nothing of what it changed.",),
        ("Its first statement.", "Only its deletes.", "A locked table."),
        "All or nothing: that is atomicity.",
    ),
)

EXPLAINING = (
    (
        "A colleague asks why a page is slow. What do you say first?",
        ("What was measured, and where the time goes.",),
        ("Which framework you would rather use.", "That the server is old.", "Nothing until it is fixed."),
        "Measurements first: guesses send people in the wrong direction.",
    ),
    (
        "Which belong into a good bug report?",
        ("What you did, step by step.", "What you expected and what happened."),
        ("Who is to blame.", "Every file that you opened."),
        "Steps, expectation and result let somebody else see the same thing.",
    ),
)

VIDEOS = (
    (
        "Explain to somebody who does not program what a database index is, and when it does harm.",
        ["a comparison from daily life", "faster reads", "slower writes or more space"],
    ),
)

ANSWER = (
    "An index is like the one at the end of a book: instead of reading every page you look up the word and go to the "
    "page. In our shop the search for an order number went from four seconds to a few milliseconds, because the "
    "database no longer read all rows. It does harm where much is written, since every insert has to update the index "
    "too, and it takes space on the disk."
)
