"""A second set of answers to the demo questions, by other people: again from strong to evasive, all of our own writing."""

from __future__ import annotations

#: Competency key → (strong, good, thin, evasive).
MORE: dict[str, tuple[str, str, str, str]] = {
    "python": (
        "For two years I owned the service that turns bank statements into bookings, in Django with a Celery worker. What "
        "was hard is that a shop may upload the same statement three times, so every line has a hash and a unique "
        "constraint, and a second upload changes nothing. I wrote tests with pytest for each bank's format, including the "
        "broken ones customers sent us. Before we made it faster I profiled it and found that parsing dates took half of "
        "the time; one cached format brought an upload from ninety seconds down to twenty.",
        "I maintained a Flask service that sends reminders about unpaid invoices. The hard part was that the mail server "
        "failed sometimes and people got two reminders, so I stored what was sent before sending again. I added pytest "
        "tests for that failure.",
        "I made a Django website for a college project and later some scripts at work. Deployment was hard, a senior "
        "helped me with it.",
        "Python is my main language. I know it well.",
    ),
    "databases": (
        "I would not guess. I take the slowest requests from the log, run EXPLAIN ANALYZE with the values of a big "
        "customer, and look where the rows are read. In my last project the list sorted by a column without an index and "
        "counted all rows for the pager. A composite index on customer and date, created concurrently, and paging by key "
        "instead of by number took the page from four seconds to eighty milliseconds. I kept the plan in the ticket and "
        "wrote a test on the number of queries.",
        "I look at the number of queries first and use select_related where one is made per row. Then I check with "
        "EXPLAIN whether an index is used, and compare the times before and after the change.",
        "Probably I would add pagination and see if it gets better.",
        "I have not worked much with databases myself.",
    ),
    "problem-solving": (
        "On the last day of a month invoices got the wrong number. I compared the good ones with the bad ones: all bad "
        "ones came within the same second. I reproduced it with two threads in a test, which showed that we read the last "
        "number and wrote the next one without a lock. We switched the feature off for an hour so that it did not get "
        "worse, then I fixed it with select_for_update, and repaired the forty bad numbers with the shops' consent. The "
        "test stayed, and we now look for that pattern in reviews.",
        "An import was slow only on Mondays. I looked at the logs and saw that the weekend's files came together, so the "
        "queue was long. I split large files into parts and it was fine. I told the team in our meeting what I found.",
        "There was an error in the logs about memory. We tried several things and one of them helped.",
        "Our operations team takes care of failures.",
    ),
    "communication": (
        "A colleague and I disagreed about caching the balance of an account. He wanted it for speed; I was afraid of "
        "showing a wrong balance. I asked him what the slowest page was and we measured it together: the balance was not "
        "the problem, the history was. We cached only the history, with a clear rule when it is thrown away, and wrote "
        "down why. He reviewed my change, and I learned to measure before I argue.",
        "I wanted type hints everywhere and a colleague found them noisy. I listened to him and we agreed to begin with "
        "the module that had the most bugs. After a month he liked them there, so we went on.",
        "We argued about tabs and spaces, and in the end the team lead decided.",
        "I avoid conflicts, so I can't think of one.",
    ),
    "empathy": (
        "First I listen until he has said everything, and I do not defend the lab. I say that three days of waiting for a "
        "result is hard, and I repeat what I understood so that he can correct me. Then I check in the system while he "
        "waits: if the result is there, a doctor calls him within the hour; if not, I tell him honestly what is missing, "
        "who works on it and when I call back. I write the promise down, and I call even when there is nothing new.",
        "I say that I am sorry and that I understand he is worried. I look up the result and tell him when to expect it, "
        "and I ask the lab to hurry.",
        "I would explain that results take time and that he should call tomorrow.",
        "Angry callers are difficult. I would try to end the call politely.",
    ),
    "clarity": (
        "I ask whether the meter is in front of her and what she sees, so that we begin at the same place. Then one step, "
        "and I wait until she says it is done: wash and dry the hands, put a new strip in until the meter beeps, prick "
        "the side of the fingertip, hold the drop to the strip. I use her words for the parts, no foreign ones. At the "
        "end she reads the number to me and I ask her to tell me the steps once, so that she can do it alone tomorrow.",
        "I would say it slowly, step by step: wash hands, strip, prick, drop, read the number. After each step I would "
        "ask if it worked.",
        "I would tell her to ask her grandchildren or read the booklet.",
        "Our nurses explain such things.",
    ),
    "ownership": (
        "When people rang outside our hours they heard only a tone. Nobody was responsible for the recording. I wrote a "
        "short text with the emergency number, had a doctor check it, recorded it in Kannada, Hindi and English and asked "
        "the telephone company to install it. Then I counted for a month: complaints about unanswered calls fell from "
        "nineteen to four. I put the text and the date of the next check into our handbook.",
        "The list of doctors' hours was wrong in places. I phoned each practice and corrected it, and asked my "
        "supervisor to give somebody the task every quarter.",
        "I sometimes helped new colleagues when they asked me.",
        "I concentrate on my own work.",
    ),
}
