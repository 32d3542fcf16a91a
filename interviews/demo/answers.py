"""What demo candidates say: for each question four answers, from strong to evasive, all of our own writing."""

from __future__ import annotations

#: Competency key → (question, (strong, good, thin, evasive)).
BACKEND: dict[str, tuple[str, tuple[str, str, str, str]]] = {
    "python": (
        "Tell us about a service in Python that you built and kept running. What was hard about it?",
        (
            "I built the settlement service at my last company: a Django application that reconciled about two hundred "
            "thousand payments a day. The hard part was that the bank's file could arrive twice, so I gave every payment "
            "an idempotency key and put a unique constraint on it. I wrote pytest tests for each kind of duplicate, and "
            "I profiled the nightly job before touching it: the slow part was one query inside a loop, and after I "
            "batched it the job went from fifty minutes to six.",
            "I worked on a Django service for invoices. I wrote most of the views and the tests with pytest. The hard "
            "part was time zones, because invoices were dated on the wrong day for some shops. I stored everything in "
            "UTC and converted at the edge, and added tests for the days around midnight.",
            "I have used Python for two years, mostly Flask. I made an application for attendance. It worked well and "
            "my manager was happy with it. It was hard to learn at first.",
            "We used Python for many things. It is a good language.",
        ),
    ),
    "databases": (
        "A page that lists orders has become slow. How do you find out why, and what do you do?",
        (
            "First I measure: I look at the slow query log and run EXPLAIN ANALYZE on the statement with real parameters. "
            "Last year it was a sequential scan, because the filter was on customer and date and we had an index on each "
            "but none on both. I added a composite index concurrently so that nothing was locked, and checked the plan "
            "again. I also found that the page asked for the customer once per row, so I used select_related, and put an "
            "assertion on the number of queries into the tests so that it can't come back.",
            "I would check how many queries the page makes with the debug toolbar, because often it is one per row. Then "
            "I would add an index on the column we filter by, and use paging so that we do not load everything. I would "
            "compare the time before and after.",
            "I would add an index or a cache. Maybe make the server bigger if it is still slow.",
            "The database team does that where I work.",
        ),
    ),
    "problem-solving": (
        "Describe a failure in production that you had to find the cause of. What did you do, step by step?",
        (
            "Payments began to fail for about one in twenty customers on a Monday. I first looked at what they had in "
            "common and found that all had two addresses. I reproduced it with a test, and the test showed that our "
            "serializer picked the address by position. The change had gone out on Friday, so I rolled back first, which "
            "took four minutes, and only then fixed it. Afterwards I wrote a short report without blame and we added a "
            "check to the release list.",
            "Our worker stopped and nobody noticed for an hour. I read the logs, saw that it ran out of memory while "
            "reading a large file, and changed it to read line by line. Then I set up an alert on the age of the queue "
            "so that we see it earlier.",
            "Once the site was down. I restarted the server and it was fine again. I think it was memory.",
            "I do not remember one just now.",
        ),
    ),
    "communication": (
        "Tell us about a time when you disagreed with a colleague about a technical decision.",
        (
            "A colleague wanted to move us to microservices and I thought we were too few people for it. I asked him to "
            "write down what problem it should solve, and I wrote down what it would cost us to run. We found that his "
            "real problem was slow releases, so we tried splitting the test suite first. Releases went from forty minutes "
            "to nine. He still thinks we will need services one day, and we agreed on the signs that would tell us.",
            "We disagreed about whether to use an ORM for reports. I listened to why he wanted raw SQL, and he was right "
            "for two of the reports, so we used a view for those and the ORM for the rest. I learned to ask about the "
            "case before I argue about the rule.",
            "I usually agree with my team. If not, the senior decides.",
            "That has not happened to me.",
        ),
    ),
}

SUPPORT: dict[str, tuple[str, tuple[str, str, str, str]]] = {
    "empathy": (
        "A patient calls, angry because a test result is three days late. What do you do?",
        (
            "I let her finish, because she has waited three days and has a right to be angry. Then I say back what I "
            "understood: the result was promised for Monday and nobody called. I look it up while she is on the line, and "
            "if I can't give it I say who can and by when, and I call back myself even if there is no news. In my last "
            "job I kept a list of these promised calls and ended each day with none open.",
            "I apologise and check the status in the system. I tell her honestly what I see and give a time by when "
            "somebody will call. I make a note so that my colleagues know about it.",
            "I stay polite and tell her to wait, because the lab is busy.",
            "I would give the call to my supervisor.",
        ),
    ),
    "clarity": (
        "Explain to an elderly caller how to take a blood sugar reading at home.",
        (
            "I would go one step at a time and wait for a yes after each. First wash your hands with warm water and dry "
            "them. Then put a strip into the meter until it switches on. Prick the side of a finger, not the tip, because "
            "it hurts less, and touch the drop to the strip. I would ask them to read the number to me, so that I know it "
            "worked, and offer to send the same steps as a message.",
            "Wash your hands, put the strip in, prick a finger and touch the strip with the drop. Then read the number. I "
            "would speak slowly and ask whether they have questions.",
            "Use the machine as it says in the manual.",
            "I am not a nurse, so I can't explain that.",
        ),
    ),
    "ownership": (
        "Tell us about something at work that was nobody's job, and that you did anyway.",
        (
            "Our hand-over between shifts was done by memory, and calls got lost. Nobody owned it. I made a one-page list "
            "with open calls and the promised time, tried it with my own shift for two weeks, and counted: missed call "
            "backs went from eleven a week to two. Then I showed the numbers to the other shift and they took it over.",
            "The answers in our help pages were out of date. I corrected the ten that people asked for most and asked a "
            "doctor to read them.",
            "I sometimes stayed longer when it was busy.",
            "I do what I am told.",
        ),
    ),
}
