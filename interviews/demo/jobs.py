"""Jobs of the demo data: their rubrics, quizzes and coding problems."""

from __future__ import annotations

Anchors = tuple[str, str, str, str, str]

#: key, name, dimension, weight, anchors for levels 1 to 5, points of a good answer.
BACKEND_RUBRIC: tuple[tuple[str, str, str, int, Anchors, tuple[str, ...]], ...] = (
    (
        "python",
        "Python in production",
        "technical",
        30,
        (
            "Names the language, but no work done with it.",
            "Has written small programs; others kept them running.",
            "Has built and kept a service running, with help on the hard parts.",
            "Has built and run a service alone, explains its weak points and how they were tested.",
            "Shapes how a team builds services; weighs designs with figures and teaches others.",
        ),
        (
            "describes a concrete service that was built and run",
            "writes automated tests",
            "measures before optimising",
            "handles duplicates and failures on purpose",
        ),
    ),
    (
        "databases",
        "Databases",
        "technical",
        25,
        (
            "Leaves the database to others.",
            "Knows that an index may help, not which one or why.",
            "Finds slow queries and adds the right index.",
            "Reads query plans, counts queries, changes tables without stopping the service.",
            "Designs data for growth and shows with measurements why it holds.",
        ),
        (
            "measures or reads the query plan first",
            "adds a fitting index",
            "looks for one query per row",
            "keeps it from coming back with a test",
        ),
    ),
    (
        "problem-solving",
        "Finding causes",
        "problem_solving",
        25,
        (
            "Waits for others to solve it.",
            "Tries things until it works and does not know why it did.",
            "Reads logs, finds the cause, fixes it.",
            "Narrows it down step by step, limits the damage first, proves the cause.",
            "Also changes how the team works so that the kind of failure does not return.",
        ),
        (
            "looks for what the failures have in common",
            "reproduces the problem",
            "limits the damage before repairing",
            "prevents it from happening again",
        ),
    ),
    (
        "communication",
        "Working with others",
        "communication",
        20,
        (
            "Avoids disagreement or can't describe one.",
            "Gives way or insists, without reasons.",
            "Listens, gives reasons, finds a way to go on.",
            "Finds the need behind the other's wish and tests ideas together.",
            "Makes it easier for a whole team to disagree well and decide.",
        ),
        (
            "describes a real disagreement",
            "listened to the other's reasons",
            "reached a decision that both could carry",
        ),
    ),
)

SUPPORT_RUBRIC: tuple[tuple[str, str, str, int, Anchors, tuple[str, ...]], ...] = (
    (
        "empathy",
        "Empathy",
        "communication",
        40,
        (
            "Passes the caller on.",
            "Stays polite but does not take the worry up.",
            "Apologises, checks, and says honestly what comes next.",
            "Lets the caller be heard, repeats it back, keeps the promise made.",
            "Also changes how the team works so that callers need not be angry.",
        ),
        ("lets the caller finish", "says what was understood", "gives a time and keeps it"),
    ),
    (
        "clarity",
        "Clear words",
        "communication",
        30,
        (
            "Can't explain it.",
            "Points to a manual.",
            "Gives the steps in order.",
            "Goes step by step, in plain words, and checks that each was understood.",
            "Adapts to the person and leaves them able to do it alone.",
        ),
        ("goes one step at a time", "uses plain words", "checks that it was understood"),
    ),
    (
        "ownership",
        "Ownership",
        "cultural_fit",
        30,
        (
            "Does what is told.",
            "Works longer when asked.",
            "Mends something small without being asked.",
            "Finds a gap, closes it and shows that it is better.",
            "Makes others take it over, so that it lasts.",
        ),
        ("saw a gap that nobody owned", "did something about it", "shows what became better"),
    ),
)

#: text, category, type, options (label, is right)
BACKEND_QUIZ: tuple[tuple[str, str, str, tuple[tuple[str, bool], ...]], ...] = (
    (
        "A job of 48 tasks takes 6 workers 4 hours. How long do 8 workers take at the same speed?",
        "aptitude",
        "single",
        (("2 hours", False), ("3 hours", True), ("3.5 hours", False), ("5 hours", False)),
    ),
    (
        "All reports are files. Some files are encrypted. Which must be true?",
        "aptitude",
        "single",
        (
            ("All reports are encrypted", False),
            ("Some reports are encrypted", False),
            ("Every report is a file", True),
            ("No report is encrypted", False),
        ),
    ),
    (
        "In Python, what does `[1, 2, 3][-1]` give?",
        "technical",
        "single",
        (("1", False), ("3", True), ("an IndexError", False), ("None", False)),
    ),
    (
        "Which of these change data only when the transaction is committed?",
        "technical",
        "multiple",
        (
            ("INSERT inside BEGIN … COMMIT", True),
            ("UPDATE inside BEGIN … COMMIT", True),
            ("a log line written to a file", False),
            ("an e-mail sent by the program", False),
        ),
    ),
    (
        "HTTP status 409 says that the request conflicts with the present state.",
        "technical",
        "true_false",
        (("True", True), ("False", False)),
    ),
)

#: title, difficulty, statement, cases (input, output, is sample)
BACKEND_PROBLEMS: tuple[tuple[str, str, str, tuple[tuple[str, str, bool], ...]], ...] = (
    (
        "Balanced ledger",
        "easy",
        "A ledger has `n` entries. Each is a whole number: positive for money that came in, negative for money that "
        "went out. Print the balance after the last entry, and the lowest balance that was ever reached "
        "(the ledger begins at 0, which counts).\n\n**Input.** The first line holds `n` (1 ≤ n ≤ 100 000), the second "
        "`n` whole numbers between -10 000 and 10 000.\n\n**Output.** Two numbers, separated by a space.",
        (
            ("4\n5 -8 10 -2\n", "5 -3\n", True),
            ("1\n7\n", "7 0\n", True),
            ("3\n-1 -1 -1\n", "-3 -3\n", False),
            ("5\n10 -10 10 -10 0\n", "0 0\n", False),
            ("2\n-10000 10000\n", "0 -10000\n", False),
        ),
    ),
    (
        "First repeated payment",
        "medium",
        "Payments arrive one after another, each with an identifier. Print the identifier of the first payment that "
        "repeats an earlier one, or `none`.\n\n**Input.** The first line holds `n` (1 ≤ n ≤ 200 000); the second "
        "`n` identifiers, each a word of lower-case letters and digits.\n\n**Output.** One word.",
        (
            ("5\na1 b2 c3 b2 a1\n", "b2\n", True),
            ("3\nx y z\n", "none\n", True),
            ("2\nq q\n", "q\n", False),
            ("6\na b c d e a\n", "a\n", False),
            ("1\nlonely\n", "none\n", False),
        ),
    ),
)

#: Problem title → language and code, from right to wrong.
CODE: dict[str, tuple[tuple[str, str], ...]] = {
    "Balanced ledger": (
        (
            "python",
            "n = int(input())\nbalance = lowest = 0\nfor entry in map(int, input().split()):\n"
            "    balance += entry\n    lowest = min(lowest, balance)\nprint(balance, lowest)\n",
        ),
        (
            "cpp",
            "#include <algorithm>\n#include <iostream>\n\nint main() {\n    long n, x, sum = 0, low = 0;\n"
            "    std::cin >> n;\n    while (n-- && std::cin >> x) {\n        sum += x;\n        low = std::min(low, sum);\n"
            "    }\n    std::cout << sum << ' ' << low << '\\n';\n}\n",
        ),
        ("python", "n = int(input())\nrow = list(map(int, input().split()))\nprint(sum(row), min(row))\n"),
        ("python", "n = int(input())\nprint(n)\n"),
    ),
    "First repeated payment": (
        (
            "python",
            "input()\nseen = set()\nfor name in input().split():\n    if name in seen:\n        print(name)\n"
            "        break\n    seen.add(name)\nelse:\n    print('none')\n",
        ),
        (
            "python",
            "input()\nrow = input().split()\nfor i, name in enumerate(row):\n    if name in row[:i]:\n"
            "        print(name)\n        break\nelse:\n    print('none')\n",
        ),
        (
            "python",
            "input()\nrow = input().split()\nprint(row[-1] if len(set(row)) < len(row) else 'none')\n",
        ),
        ("python", "print('none'\n"),
    ),
}
